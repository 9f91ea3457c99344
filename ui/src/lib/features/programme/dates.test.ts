import { expect, test } from "vitest";
import { fromField, toField } from "./dates";

test("a day is the same day when it comes back", () => {
  expect(toField(fromField("2026-11-09"))).toBe("2026-11-09");
  expect(toField(null)).toBe("");
});

test("an empty field takes the date away, and what is no day changes nothing", () => {
  expect(fromField(" ")).toBe(-1);
  for (const none of ["2026-02-31", "9 November", "2026-13-01", "20261109"]) expect(fromField(none)).toBe(null);
});
