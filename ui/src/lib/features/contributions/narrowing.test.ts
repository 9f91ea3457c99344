import { expect, test } from "vitest";
import { EVERYTHING, isFiltered, orderOf, questionOf, narrowingOf } from "./narrowing";

test("a session is asked for as a whole, a round alone, whatever their ids hold", () => {
  const session = questionOf("", { ...EVERYTHING, place: "session:a:b" }, null);
  expect([session.session, session.segment]).toEqual(["a:b", null]);
  const round = questionOf("", { ...EVERYTHING, place: "round:c" }, null);
  expect([round.session, round.segment]).toEqual([null, "c"]);
});

test("what is not narrowed is not asked for", () => {
  const { words, sort, ...rest } = questionOf("  ", EVERYTHING, null);
  expect([words, sort]).toEqual(["", "newest"]);
  expect(Object.values(rest).every((value) => value === null || value === false)).toBe(true);
  expect(isFiltered(questionOf("permit", EVERYTHING, "oldest"))).toBe(false);
  for (const by of Object.keys(EVERYTHING)) {
    expect(isFiltered(questionOf("", { ...EVERYTHING, [by]: "round:x" }, null)), by).toBe(true);
  }
});

test("with words the best match comes first, unless somebody chose another order", () => {
  expect(orderOf(null, "permit")).toBe("relevance");
  expect(orderOf("oldest", "permit")).toBe("oldest");
});

test("without words nothing matches better than anything else", () => {
  expect(orderOf("relevance", " ")).toBe("newest");
  expect(orderOf("reference", "")).toBe("reference");
});

test("an address asks for what has none", () => {
  const asked = (address: string) => questionOf("", narrowingOf(new URLSearchParams(address)), null);
  expect(asked("without=group")).toMatchObject({ group: "-", node: null, segment: null });
  expect(asked("without=round")).toMatchObject({ segment: "-", session: null });
  expect(isFiltered(asked("without=kind"))).toBe(true);
  expect(isFiltered(asked("without=words"))).toBe(false);
});

test("only what was changed on two sides", () => {
  const question = questionOf("", narrowingOf(new URLSearchParams("conflicts")), null);
  expect([question.conflicts, question.state, isFiltered(question)]).toEqual([true, null, true]);
  expect(questionOf("", { ...EVERYTHING, state: "new" }, null).conflicts).toBe(false);
});

test("with files, without them, or both", () => {
  const files = (files: string) => questionOf("", { ...EVERYTHING, files }, null).files;
  expect(["", "with", "without"].map(files)).toEqual([null, true, false]);
});
