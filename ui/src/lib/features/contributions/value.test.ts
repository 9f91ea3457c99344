import { expect, test } from "vitest";
import { readValue } from "./value";

test("an answer is read with what it rests on", () => {
  expect(readValue("quote", "given")).toBe("allowed");
  expect(readValue("quote", "given (in-person)")).toBe("allowed (asked in person)");
});

test("choices, languages and times are said in the window's language", () => {
  expect(readValue("wording", "interpreted")).toBe("through an interpreter");
  expect(readValue("language", "zh")).toBe("Chinese");
  expect(readValue("said-at", "2020-11-09 16:15:00")).toMatch(/Nov 2020.*\d\d:\d\d/u);
  expect(readValue("said-at", "2020-11-09"), "an hour that nobody knows is not said").toBe("9 Nov 2020");
});

test("what people wrote stands as it was written, even where it looks like a choice", () => {
  expect(readValue("text", "given")).toBe("given");
  expect(readValue("text", "2020-11-09 16:15:00")).toBe("2020-11-09 16:15:00");
});

test("what a newer version says is not hidden", () => {
  expect(readValue("quote", "given (telepathy)")).toBe("allowed");
  expect(readValue("quote", "perhaps")).toBe("perhaps");
  expect(readValue("rule", "constructor")).toBe("constructor");
  expect(readValue("said-at", "yesterday")).toBe("yesterday");
});
