import { afterEach, expect } from "vitest";

// Text from files must never reach a prototype; whatever a test fed in, the root object is as it was.
afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});
