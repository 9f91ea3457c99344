import { expect, test } from "vitest";
import { nextOf } from "./next";

test("one goes from one to the next, and over the end to the first", () => {
  const all = ["a", "b", "c", "d"];
  const some = new Set(["b", "d"]);
  expect([null, "a", "b", "d"].map((now) => nextOf(all, some, now, 1))).toEqual(["b", "b", "d", "b"]);
  expect([null, "a", "b", "d"].map((now) => nextOf(all, some, now, -1))).toEqual(["d", "d", "d", "b"]);
  expect(nextOf(all, new Set(), "a", 1)).toBe(undefined);
});
