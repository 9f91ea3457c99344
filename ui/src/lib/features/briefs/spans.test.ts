import { expect, test } from "vitest";
import { directionOf, stretches } from "./spans";

const quotation = (from: number, to: number, stands = true) => ({ from, to, stands, contribution: "", reference: "" });
const known = { text: "One said “kept it”, once.", quotations: [quotation(10, 17)], unknown: [] };

test("a text is cut where its marks are", () => {
  expect(stretches(known.text, known)).toEqual([
    { text: "One said “", mark: "plain" },
    { text: "kept it", mark: "quoted" },
    { text: "”, once.", mark: "plain" },
  ]);
  expect(stretches("", { text: "", quotations: [], unknown: [] })).toEqual([]);
});

test("marks stay with their words while something is typed before or behind them", () => {
  const marked = (typed: string) => stretches(typed, known).find(({ mark }) => mark === "quoted")?.text;
  expect(marked("Now one said “kept it”, once.")).toBe("kept it");
  expect(marked("One said “kept it”, once or twice.")).toBe("kept it");
  expect(marked("One said “kept all of it”, once.")).toBe(undefined);
  expect(marked("Something else altogether")).toBe(undefined);
});

test("whatever is typed, no letter is lost", () => {
  for (const typed of ["x", "One said “kept it”, once.x", "“kept it”", "One said “kept it"]) {
    expect(
      stretches(typed, known)
        .map(({ text }) => text)
        .join(""),
    ).toBe(typed);
  }
});

test("words that nobody said and words that are gone are marked as such", () => {
  const text = "“…” and “never said so”";
  const marks = stretches(text, { text, quotations: [quotation(1, 2, false)], unknown: [{ from: 9, to: 22 }] });
  expect(marks.filter(({ mark }) => mark !== "plain")).toEqual([
    { text: "…", mark: "gone" },
    { text: "never said so", mark: "unknown" },
  ]);
});

test("a language says in which direction it is written", () => {
  expect([directionOf("ar"), directionOf("fa-IR"), directionOf("en"), directionOf("zh-Hans")]).toEqual([
    "rtl",
    "rtl",
    "ltr",
    "ltr",
  ]);
});
