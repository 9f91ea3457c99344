import { expect, test } from "vitest";
import { fit, fitting } from "./fuzzy";

test("what begins a name fits better than what begins a word in it, and that better than what stands inside", () => {
  const [first, second, third] = ["Trade unions", "Free trade", "Untraded"].map((name) => fit("tra", name));
  expect(first).toBeGreaterThan(second ?? 0);
  expect(second).toBeGreaterThan(third ?? 0);
  expect(third).toBeGreaterThan(0);
});

test("the first letters of words mean the whole, in any script, whatever the accents", () => {
  expect(fit("tu", "Trade unions")).toBeGreaterThan(0);
  expect(fit("detention", "Détention")).toBeGreaterThan(0);
  expect(fit("проф", "Профсоюзы")).toBeGreaterThan(0);
  expect(fit("工会", "工会组织")).toBeGreaterThan(0);
});

test("a number is found by the digits of any keyboard", () => {
  expect(fit("١٣", "13 Alternatives")).toBeGreaterThan(0);
  expect(fit("۶", "6 Recruitment")).toBeGreaterThan(0);
});

test("every word typed has to fit", () => {
  expect(fit("trade media", "Trade unions")).toBe(0);
  expect(fit("union trade", "Trade unions")).toBeGreaterThan(0);
});

test("where nothing is typed everything stands in its order", () => {
  expect(fitting(" ", ["b", "a"], String)).toEqual(["b", "a"]);
  expect(fitting("a", ["ba", "ab", "c"], String)).toEqual(["ab", "ba"]);
});
