import { expect, test } from "vitest";
import { fits } from "./facts.svelte";

test("what does not fit is counted, and the sign for it has its room", () => {
  const widths = [90, 80, 120, 70];
  expect(fits(widths, 360)).toEqual({ whole: 4, begun: false });
  expect(fits(widths, 359)).toEqual({ whole: 3, begun: false });
  expect(fits(widths, 280)).toEqual({ whole: 2, begun: true });
  expect(fits(widths, 210)).toEqual({ whole: 2, begun: false });
  expect(fits(widths, 10), "something is shown, however narrow it is").toEqual({ whole: 1, begun: false });
  expect(fits([], 10).whole).toBe(0);
});
