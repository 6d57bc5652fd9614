/** An object of a file. Only fixed keys are ever asked of it, none of which every object has. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that `text` is, or undefined where it is no JSON or no object. `__proto__` is never a key of it. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    // A reviver costs more than the parsing, and the key can only come in one of two ways.
    const dangerous = text.includes("__proto__") || /\\u005f/i.test(text);
    const value: unknown = dangerous ? JSON.parse(text, dropProto) : JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Recursion is safe: what is deeper than `LIMITS.nesting` never comes here. */
function dropProto(key: string, value: unknown): unknown {
  return key === "__proto__" ? undefined : value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object under a key, or at the end of a path of keys. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject | undefined {
  let object = value;
  for (const key of path) object = isObject(object) ? object[key] : undefined;
  return isObject(object) ? object : undefined;
}

/** Text under a key: a string, or a number as digits; undefined where it is empty or something else. */
export function textAt(object: JsonObject | undefined, key: string): string | undefined {
  const value = object?.[key];
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** A number under a key, also where it is written as text. */
export function numberAt(object: JsonObject | undefined, key: string): number | undefined {
  const value = object?.[key];
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\s{0,9}-?\d{1,15}\s{0,9}$/.test(value) ? Number(value) : undefined;
}

/** The list under a key; empty where there is none. */
export function listAt(object: JsonObject | undefined, key: string): readonly unknown[] {
  const value = object?.[key];
  return Array.isArray(value) ? value : [];
}

/** The objects in the list under a key. */
export function objectsAt(object: JsonObject | undefined, key: string): JsonObject[] {
  return listAt(object, key).filter(isObject);
}

/** The texts in the list under a key, or the one text that stands there without a list. */
export function textsAt(object: JsonObject | undefined, key: string): string[] {
  const value = object?.[key];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === "string" && item.trim() !== "");
}
