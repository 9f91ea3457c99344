import { expect, test } from "vitest";
import { elapsed, timeOn } from "./clock";

test("a clock counts minutes and seconds, and never below nothing", () => {
  expect([elapsed(0), elapsed(59.9), elapsed(102), elapsed(3600), elapsed(-5)]).toEqual([
    "0:00",
    "0:59",
    "1:42",
    "60:00",
    "0:00",
  ]);
});

test("a time of day means the one after it began, also past midnight", () => {
  const began = new Date(2026, 10, 9, 14, 5, 20).getTime();
  const on = (hours: number, minutes: number, day = 9) => new Date(2026, 10, day, hours, minutes).getTime();
  expect(["14:30", "1430", "14.30", "14h30", " 15 ", "١٤:٣٠"].map((typed) => timeOn(began, typed))).toEqual([
    on(14, 30),
    on(14, 30),
    on(14, 30),
    on(14, 30),
    on(15, 0),
    on(14, 30),
  ]);
  expect(timeOn(began, "14:05")).toBe(began); // The minute in which it began.
  expect(timeOn(began, "00:10")).toBe(on(0, 10, 10));
  expect(["13:00", "24:00", "14:60", "noon", ""].map((typed) => timeOn(began, typed))).toEqual(Array(5).fill(null));
});
