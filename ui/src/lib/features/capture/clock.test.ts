import { expect, test } from "vitest";
import { elapsed } from "./clock";

test("a clock counts minutes and seconds, and never below nothing", () => {
  expect([elapsed(0), elapsed(59.9), elapsed(102), elapsed(3600), elapsed(-5)]).toEqual([
    "0:00",
    "0:59",
    "1:42",
    "60:00",
    "0:00",
  ]);
});
