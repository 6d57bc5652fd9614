/**
 * What a JSON value must look like, and how it is written: keys in the order of the shape, in snake_case, nothing else.
 * `read` takes only what the shape names out of untrusted JSON and throws `ShapeError` on anything that does not fit.
 */
export interface Shape<T> {
  read(value: unknown, where: string): T;
  write(value: T): unknown;
  /** Of a key that may be left out. */
  readonly optional?: true;
}

/** The message completes a sentence that begins with a file's name. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

/** `papersWithoutAuthors` → `papers_without_authors` */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export const text: Shape<string> = plain("text", (value): value is string => typeof value === "string");

export const yesOrNo: Shape<boolean> = plain("yes or no", (value): value is boolean => typeof value === "boolean");

/** A finite number from `least` to `most`. */
export function number(least = -Number.MAX_VALUE, most = Number.MAX_VALUE): Shape<number> {
  return plain(
    `a number from ${least} to ${most}`,
    (value): value is number => typeof value === "number" && value >= least && value <= most,
  );
}

/** A whole number from `least` to `most`. */
export function whole(least = 0, most = Number.MAX_SAFE_INTEGER): Shape<number> {
  return plain(
    `a whole number from ${least} to ${most}`,
    (value): value is number =>
      typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most,
  );
}

export function oneOf<const T extends string>(allowed: readonly T[]): Shape<T> {
  return plain(`one of ${allowed.join(", ")}`, (value): value is T => allowed.some((one) => one === value));
}

export function exactly<const T extends string | number>(only: T): Shape<T> {
  return plain(String(only), (value): value is T => value === only);
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return {
    read: (value, where) => (value === null ? null : shape.read(value, where)),
    write: (value) => (value === null ? null : shape.write(value)),
  };
}

/** A key that is left out where there is nothing to say. */
export function ifAny<T>(shape: Shape<T>): Shape<T | undefined> {
  return {
    read: (value, where) => shape.read(value, where),
    write: (value) => (value === undefined ? undefined : shape.write(value)),
    optional: true,
  };
}

export function listOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    read(value, where) {
      if (!Array.isArray(value)) throw new ShapeError(`${where} is not a list`);
      return value.map((one, i) => item.read(one, `${where}[${i}]`));
    },
    write: (value) => value.map((one) => item.write(one)),
  };
}

/** Row numbers, as a list. */
export function rowNumbers(): Shape<Uint32Array> {
  const list = listOf(whole(0, 0x7fffffff));
  return {
    read: (value, where) => Uint32Array.from(list.read(value, where)),
    write: (value) => list.write(Array.from(value)),
  };
}

export function record<T extends object>(shapes: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const keys = Object.keys(shapes) as (keyof T & string)[];
  return {
    read(value, where) {
      if (typeof value !== "object" || value === null) throw new ShapeError(`${where} is not an object`);
      const found = new Map(Object.entries(value));
      const entries = keys.map((key) => {
        const name = snakeCase(key);
        if (!found.has(name) && shapes[key].optional) return [key, undefined];
        if (!found.has(name)) throw new ShapeError(`${where} lacks ${name}`);
        return [key, shapes[key].read(found.get(name), `${where}.${name}`)];
      });
      return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
    },
    write: (value) => Object.fromEntries(keys.map((key) => [snakeCase(key), shapes[key].write(value[key])])),
  };
}

/** Text by name: an object of any keys, read into a Map and written with its keys in code-unit order. */
export function textByName(): Shape<ReadonlyMap<string, string>> {
  return {
    read(value, where) {
      if (typeof value !== "object" || value === null) throw new ShapeError(`${where} is not an object`);
      return new Map(Object.entries(value).map(([key, one]) => [key, text.read(one, `${where}.${key}`)]));
    },
    write: (value) => Object.fromEntries([...value].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  };
}

function plain<T>(what: string, fits: (value: unknown) => value is T): Shape<T> {
  const read = (value: unknown, where: string) => {
    if (!fits(value)) throw new ShapeError(`${where} is not ${what}`);
    return value;
  };
  // What is written is checked as well: a NaN would become null and only show when the dataset is opened.
  return { read, write: (value) => read(value, "value") };
}
