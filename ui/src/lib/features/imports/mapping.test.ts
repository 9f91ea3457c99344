import { expect, test } from "vitest";
import type { FiltersView, Mapping } from "$lib/platform";
import { fixed, widens } from "./mapping";

const view = {
  languages: ["und", "sw", "en"],
  sessions: [{ name: "Roundtable 1", rounds: [{ key: "r1", label: "First round" }] }],
} as FiltersView;

test("all rows can have a language that is spoken here, once", () => {
  const tags = fixed("language", view, (tag) => tag).map(({ value }) => value);
  expect(tags).toEqual(["ar", "en", "es", "fr", "ru", "zh", "sw"]);
  expect(fixed("round", view, String)).toEqual([{ value: "r1", name: "Roundtable 1 · First round" }]);
});

test("what is given rests on something, what is refused needs no reason", () => {
  const nothing = { share: null, quote: null, nameOrganisation: null, namePerson: null } as Mapping;
  expect(widens(nothing)).toBe(false);
  expect(widens({ ...nothing, quote: "refused" })).toBe(false);
  expect(widens({ ...nothing, quote: "column:Quoted" })).toBe(true);
});
