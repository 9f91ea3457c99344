import { expect, test } from "vitest";
import { excerpt, pieces } from "./highlight";

const joined = (text: string, ranges: [number, number][]) =>
  pieces(text, ranges)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join("");

test("the pieces together are the text", () => {
  expect(joined("the permit is tied", [[4, 10]])).toBe("the [permit] is tied");
  expect(joined("农民工的工资", [[1, 3]])).toBe("农[民工]的工资");
  expect(joined("🙂 سلام", [[3, 7]])).toBe("🙂 [سلام]");
  expect(joined("", [])).toBe("");
});

test("ranges that overlap, touch, are empty or reach too far do no harm", () => {
  expect(
    joined("abcdef", [
      [3, 99],
      [0, 2],
      [1, 3],
      [4, 4],
    ]),
  ).toBe("[abcdef]");
  expect(joined("abcdef", [[9, 12]])).toBe("abcdef");
});

const long = `${"one two three ".repeat(40)}passports ${"four five ".repeat(40)}`;

test("a match far into a text is in the excerpt, marked at the right place", () => {
  const at = long.indexOf("passports");
  const cut = excerpt(long, [[at, at + 9]], 200);
  expect(cut.text.length).toBeLessThan(210);
  expect(cut.ranges.map(([from, to]) => cut.text.slice(from, to))).toEqual(["passports"]);
  expect(cut.text.startsWith("… ")).toBe(true);
});

test("a match near the end is shown with what leads up to it", () => {
  const at = long.lastIndexOf("five");
  const cut = excerpt(long, [[at, at + 4]], 200);
  expect(cut.text.length).toBeGreaterThan(190);
  expect(cut.ranges.map(([from, to]) => cut.text.slice(from, to))).toEqual(["five"]);
});

test("a text that fits, or that matches early, begins at its beginning", () => {
  expect(excerpt("short", [[0, 2]], 200)).toEqual({ text: "short", ranges: [[0, 2]] });
  expect(excerpt(long, [[4, 7]], 200).text.startsWith("one two")).toBe(true);
  expect(excerpt(long, [], 200).text.endsWith("…")).toBe(true);
});

test("an excerpt never cuts a character in two", () => {
  const faces = "🙂".repeat(200);
  for (const length of [50, 51, 52, 53]) {
    expect(excerpt(faces, [[300, 302]], length).text.isWellFormed()).toBe(true);
    expect(excerpt(faces, [[301, 303]], length).text.isWellFormed()).toBe(true);
  }
});
