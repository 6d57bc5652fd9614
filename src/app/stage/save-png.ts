import type { Frame } from "../../scene/frame.ts";
import { isGiven } from "../../scene/given-ties.ts";
import { PALETTES } from "../../scene/palette.ts";
import { counted } from "../../scene/wording.ts";
import { paintAuthors, paintGround, paintTies, paintTop } from "./paint.ts";

/** A browser draws nothing, silently, on canvases of more than this on a side. */
const LONGEST_SIDE = 16_384;
const CAPTION_HEIGHT = 34;

/**
 * The frame as a PNG at twice its size, painted in two dimensions: no second WebGL context, and the same on every
 * machine. Below it stands what it shows.
 */
export function pngOf(frame: Frame, typeface: string): Promise<Blob> {
  const { width, height } = frame.size;
  const scale = Math.min(2, LONGEST_SIDE / Math.max(width, height + CAPTION_HEIGHT));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round((height + CAPTION_HEIGHT) * scale);
  const context = canvas.getContext("2d");
  if (context === null) return Promise.reject(new Error("This browser cannot draw the picture."));
  const palette = PALETTES[frame.picture.cast.theme];
  context.scale(scale, scale);
  context.fillStyle = palette.background;
  context.fillRect(0, 0, width, height + CAPTION_HEIGHT);
  paintGround(context, frame);
  paintTies(context, frame);
  paintAuthors(context, frame);
  paintTop(context, frame, typeface);

  context.fillStyle = palette.background;
  context.fillRect(0, height, width, CAPTION_HEIGHT);
  context.font = `400 12px ${typeface}`;
  context.fillStyle = palette.faintInk;
  context.fillText(captionOf(frame), 20, height + CAPTION_HEIGHT - 13);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("This browser could not write the picture."));
      else resolve(blob);
    }, "image/png");
  });
}

function captionOf({ picture }: Frame): string {
  const { dataset, partition } = picture.cast;
  const { papers, authors } = dataset;
  return [
    ...(isGiven(dataset)
      ? [counted(authors.rowCount, "person", "people"), counted(dataset.coauthorships.rowCount, "tie")]
      : [counted(papers.rowCount, "paper"), counted(authors.rowCount, "author")]),
    counted(partition.teams.rowCount, "team"),
    "teams are pulled apart for reading; distances are not measurements",
  ].join(" · ");
}
