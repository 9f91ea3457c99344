import { expect, test } from "vitest";
import { fromField, fromMoment, toField, toMoment } from "./dates";

test("a day is the same day when it comes back", () => {
  expect(toField(fromField("2026-11-09"))).toBe("2026-11-09");
  expect(toField(null)).toBe("");
  expect(toMoment(fromMoment("9.11.2026 10:30"))).toBe("2026-11-09 10:30");
  expect(toMoment(fromMoment("2026-11-09"))).toBe("2026-11-09 00:00");
});

test("a day is read as people write it", () => {
  const ninth = fromField("2026-11-09");
  for (const typed of ["9.11.2026", "09/11/2026", "9 November 2026", "9 Nov 2026", " 9. 11. 2026 "]) {
    expect(fromField(typed), typed).toBe(ninth);
  }
  expect(fromField("9 novembre 2026", "fr")).toBe(ninth);
  expect(fromField("1er août 2026", "fr")).toBe(fromField("2026-08-01"));
  expect(fromField("٩/١١/٢٠٢٦", "ar")).toBe(ninth);
  expect(fromField("9 نوفمبر 2026", "ar")).toBe(ninth);
  expect(fromMoment("9 novembre 2026 à 14h", "fr")).toBe(fromMoment("2026-11-09 14:00"));
});

test("an empty field takes the date away, and what is no day changes nothing", () => {
  expect(fromField(" ")).toBe(-1);
  expect(fromMoment("")).toBe(-1);
  for (const none of ["2026-02-31", "9 November", "2026-13-01", "20261109", "31.2.2026", "9 Nonember 2026"]) {
    expect(fromField(none), none).toBe(null);
  }
  for (const none of ["9.11.2026 25:00", "10:30", "9.11.2026 10:75"]) expect(fromMoment(none), none).toBe(null);
});
