import { expect, test } from "vitest";
import type { Question } from "./found.svelte";
import { Selection } from "./selection.svelte";

const question = { words: "harbour" } as Question;

test("what is picked out by hand is told by its ids", () => {
  const selection = new Selection();
  selection.toggle("a");
  selection.add(["b", "c", "a"]);
  selection.toggle("c");
  expect([selection.has("a"), selection.has("c"), selection.count(100)]).toEqual([true, false, 2]);
  expect(selection.selected).toEqual({ allOf: null, ids: ["a", "b"] });
});

test("all that fit are told by the question, and those left out by their ids", () => {
  const selection = new Selection();
  selection.toggle("a");
  selection.everything(question);
  expect([selection.has("a"), selection.has("anything"), selection.count(100_000)]).toEqual([true, true, 100_000]);
  selection.toggle("b");
  expect([selection.has("b"), selection.count(100_000)]).toEqual([false, 99_999]);
  expect(selection.selected).toEqual({ allOf: { words: "harbour", offset: 0, limit: 0 }, ids: ["b"] });
  selection.add(["b"]);
  expect(selection.count(100_000)).toBe(100_000);
  selection.nothing();
  expect([selection.has("a"), selection.count(100_000)]).toEqual([false, 0]);
});
