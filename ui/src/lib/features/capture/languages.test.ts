import { expect, test } from "vitest";
import { LANGUAGES } from "./languages";

test("each language stands once, and has a name", () => {
  expect(new Set(LANGUAGES).size).toBe(LANGUAGES.length);
  const names = new Intl.DisplayNames("en", { type: "language" });
  expect(LANGUAGES.filter((tag) => names.of(tag) === tag)).toEqual([]);
});
