import type { Atlas } from "../model/atlas.ts";
import { type AddressCodec, cameraText, cleanCamera, queryOf, viewAtGlance } from "./address.ts";
import { teamById } from "./atlas-facts.ts";

/*
 * An address on an atlas is `team=t12&at=…`. On a sheet it is `sheet=t12`, the team that it was opened for, and behind it what
 * the sheet's own codec writes.
 */

/** Reads and writes the view of an atlas: the team that is chosen, and the camera. */
export function atlasCodec(atlas: Atlas): AddressCodec {
  const own = atlas.manifest.parameters.counting;
  return {
    read(hash) {
      const view = viewAtGlance(hash, own);
      const team = teamById(atlas, parameter(hash, "team"));
      return { ...view, choice: team === null ? null : { kind: "team", team } };
    },
    missing(hash) {
      const isGone = ["team", "sheet"].some((name) => {
        const id = parameter(hash, name) ?? "";
        return id !== "" && teamById(atlas, id) === null;
      });
      return isGone ? "team" : null;
    },
    write({ choice, camera }) {
      const query = new URLSearchParams();
      if (choice?.kind === "team") query.set("team", atlas.teams.teamId[choice.team]);
      if (camera !== null) query.set("at", cameraText(cleanCamera(camera)));
      return query.toString();
    },
  };
}

/** The codec of a sheet's views, whose addresses say which sheet it is. */
export function sheetCodec(codec: AddressCodec, atlas: Atlas, team: number): AddressCodec {
  return { ...codec, write: (view) => sheetAddress(atlas, team, codec.write(view)) };
}

/** The address of a sheet that was opened for a team; `rest` is what the sheet's own codec writes. */
export function sheetAddress({ teams }: Atlas, team: number, rest: string): string {
  const sheet = `sheet=${teams.teamId[team]}`;
  return rest === "" ? sheet : `${sheet}&${rest}`;
}

/** The team whose sheet an address asks for; null where it asks for the atlas. */
export function sheetInAddress(atlas: Atlas, hash: string): number | null {
  return teamById(atlas, parameter(hash, "sheet"));
}

function parameter(hash: string, name: string): string | null {
  return queryOf(hash)?.get(name) ?? null;
}
