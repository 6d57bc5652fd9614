import type { Piece } from "./dataset-messages.ts";

/** Values of an array that are handed over at once: a few milliseconds of the page's time. */
const RUN = 5000;

/** An object of plain objects, arrays and columns of numbers, a piece at a time. Columns of numbers are copied, so that they can be given away. */
export function* piecesOf(value: unknown, path: readonly string[] = []): Generator<Piece> {
  if (Array.isArray(value)) {
    // An empty one too has to be there.
    for (let from = 0; from === 0 || from < value.length; from += RUN) {
      yield { path, from, value: value.slice(from, from + RUN) };
    }
  } else if (isPlain(value)) {
    yield { path, from: null, value: {} };
    for (const [name, inner] of Object.entries(value)) yield* piecesOf(inner, [...path, name]);
  } else {
    yield { path, from: null, value: isColumn(value) ? value.slice() : value };
  }
}

/** What of a piece can be given away instead of being copied once more. */
export function givenAway({ value }: Piece): ArrayBuffer[] {
  return isColumn(value) ? [value.buffer as ArrayBuffer] : [];
}

/** Puts together what `piecesOf` took apart. */
export class Pieces {
  private whole: unknown = undefined;

  add({ path, from, value }: Piece): void {
    const name = path.at(-1);
    if (name === undefined) {
      this.whole = value;
      return;
    }
    let holder = this.whole as Record<string, unknown>;
    for (const step of path.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
    if (from === null || from === 0) holder[name] = value;
    else for (const one of value as readonly unknown[]) (holder[name] as unknown[]).push(one);
  }

  /** What was taken apart, once all pieces are added. */
  get value(): unknown {
    return this.whole;
  }
}

type Column = Uint32Array<ArrayBuffer>;

function isColumn(value: unknown): value is Column {
  return ArrayBuffer.isView(value);
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}
