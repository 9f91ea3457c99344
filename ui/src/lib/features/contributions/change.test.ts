import { expect, test } from "vitest";
import { next, tagged } from "./change";

test("what is put on and what is taken off is told, and nothing else", () => {
  const marks = new Map([
    ["6", true],
    ["b", false],
    ["7", true],
  ]);
  expect(tagged(marks)).toMatchObject({ tag: ["6", "7"], untag: ["b"], addGroups: [], kind: null, answer: null });
});

test("of many, a mark may also be left as it is", () => {
  expect([next(undefined, true), next(true, true), next(false, true)]).toEqual([true, false, undefined]);
  expect([next(undefined, false), next(true, false), next(false, false)]).toEqual([true, false, true]);
});
