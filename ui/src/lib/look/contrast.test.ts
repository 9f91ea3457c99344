import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contrast, inkOn } from "./contrast";

const sheet = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");

function token(name: string, theme: 0 | 1): string {
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(sheet);
  if (!pair) throw new Error(`there is no pair of colours called ${name}`);
  return pair[theme + 1] as string;
}

const THEMES = [
  ["by day", 0],
  ["by night", 1],
] as const;

const READ = [
  ...["ink", "ink-2", "ink-3", "accent", "warn", "stop"].flatMap((ink) =>
    ["paper", "sheet", "sunk"].map((ground) => [ink, ground] as const),
  ),
  ...["ink", "ink-2", "ink-3", "warn"].map((ink) => [ink, "accent-soft"] as const),
  ...["warn", "ink"].map((ink) => [ink, "warn-soft"] as const),
  ["on-accent", "accent"] as const,
];

for (const [named, theme] of THEMES) {
  test(`${named}, everything that is read stands out from what it stands on`, () => {
    const faint = READ.filter(([ink, ground]) => contrast(token(ink, theme), token(ground, theme)) < 4.5);
    expect(faint).toEqual([]);
  });

  test(`${named}, edges that mean something can be seen`, () => {
    const faint = ["edge", "accent", "warn-edge"].flatMap((edge) =>
      ["paper", "sheet", "sunk"].filter((ground) => contrast(token(edge, theme), token(ground, theme)) < 3),
    );
    expect(faint).toEqual([]);
  });
}

test("on a colour that comes as data, the ink is the one that reads", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  for (const colour of ["#1f6fb2", "#b5541c", "#2a7a58", "#7a4a9a", "#ffdd00", "#777777"]) {
    expect(contrast(inkOn(colour), colour), colour).toBeGreaterThanOrEqual(4.5);
  }
});
