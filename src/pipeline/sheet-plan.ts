import { SHEET_MEMBERS } from "../model/atlas.ts";
import type { Dataset } from "../model/dataset.ts";
import { MortonOrder } from "../network/layout/morton-order.ts";
import { type Groups, grouped, groupMembers } from "./compressed-rows.ts";

/** Which author is a member of which sheet, and where the teams lie. */
export interface SheetPlan extends TeamPlaces {
  /** By sheet the rows of `authors`, ascending; everybody is on exactly one. */
  readonly members: readonly Uint32Array[];
  /** By team the sheet that all its members are on. */
  readonly sheetOfTeam: Uint32Array;
}

interface TeamPlaces {
  /** By team the mean of the members' places. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** By team the radius of the disc that members spread evenly would have: √2 × their root mean square distance from the mean. */
  readonly radius: Float32Array;
}

/**
 * Puts all authors on sheets: teams whole, and those without a team each by themselves, in the order in which a Morton curve passes
 * their places, until a sheet has `least` members; a team that has so many has a sheet of its own.
 */
export function planSheets(dataset: Dataset, least: number = SHEET_MEMBERS): SheetPlan {
  const { authors, teams } = dataset;
  const byTeam = grouped(authors.team, teams.rowCount);
  const places = teamPlaces(dataset, byTeam);
  const single = Uint32Array.from(authors.authorId, (_, author) => author).filter(
    (author) => authors.team[author] === null,
  );

  const members: Uint32Array[] = [];
  const sheetOfTeam = new Uint32Array(teams.rowCount);
  let gathered: number[] = [];
  const close = () => {
    if (gathered.length === 0) return;
    members.push(Uint32Array.from(gathered).sort());
    gathered = [];
  };
  for (const unit of alongTheCurve(dataset, places, single)) {
    const own = unit < teams.rowCount ? groupMembers(byTeam, unit) : [single[unit - teams.rowCount]];
    if (own.length >= least) {
      // What is gathered goes on beyond the large team, and comes after it.
      sheetOfTeam[unit] = members.length;
      members.push(Uint32Array.from(own));
      continue;
    }
    for (const author of own) gathered.push(author);
    if (gathered.length >= least) close();
  }
  close();
  members.forEach((people, sheet) => {
    for (const author of people) {
      const team = authors.team[author];
      if (team !== null) sheetOfTeam[team] = sheet;
    }
  });
  return { members, sheetOfTeam, ...places };
}

/** Teams by row and, numbered behind them, those without a team, by their places along a Morton curve. */
function alongTheCurve({ authors, teams }: Dataset, places: TeamPlaces, single: Uint32Array): Uint32Array {
  const count = teams.rowCount + single.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  x.set(places.x);
  y.set(places.y);
  single.forEach((author, i) => {
    x[teams.rowCount + i] = authors.x[author];
    y[teams.rowCount + i] = authors.y[author];
  });
  const order = new MortonOrder(count);
  order.sort(x, y);
  return order.order;
}

function teamPlaces({ authors, teams }: Dataset, byTeam: Groups): TeamPlaces {
  const x = new Float32Array(teams.rowCount);
  const y = new Float32Array(teams.rowCount);
  const radius = new Float32Array(teams.rowCount);
  for (let team = 0; team < teams.rowCount; team++) {
    const people = groupMembers(byTeam, team);
    const count = Math.max(1, people.length);
    const middleX = people.reduce((sum, author) => sum + authors.x[author], 0) / count;
    const middleY = people.reduce((sum, author) => sum + authors.y[author], 0) / count;
    let squares = 0;
    for (const author of people) {
      const [dx, dy] = [authors.x[author] - middleX, authors.y[author] - middleY];
      squares += dx * dx + dy * dy;
    }
    x[team] = middleX;
    y[team] = middleY;
    radius[team] = Math.sqrt((2 * squares) / count);
  }
  return { x, y, radius };
}
