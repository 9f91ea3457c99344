import { expect, test } from "vitest";
import { mentionAt, without } from "./mention";

const at = (text: string) => mentionAt(text, text.length);

test("a sign at the start of a word asks for a group or an objective", () => {
  expect(at("@")).toEqual({ sign: "@", from: 0, to: 1, typed: "" });
  expect(at("They said @mig")).toEqual({ sign: "@", from: 10, to: 14, typed: "mig" });
  expect(at("Fees #6")?.typed).toBe("6");
  expect(at("“#fees")?.sign).toBe("#");
  expect(at("قالوا @مها")?.typed).toBe("مها");
});

test("in an address, a word or after it, it asks for nothing", () => {
  for (const text of ["ana@example.org", "C#", "1@2", "@mig ", "@mig,", "no sign"]) expect(at(text), text).toBe(null);
  expect(mentionAt("@mig said", 9)).toBe(null);
});

test("a long word does not seem to begin in its middle", () => {
  expect(at(`${"a".repeat(20)}@${"b".repeat(39)}`)).toBe(null);
});

test("what is taken leaves the text, and no blank twice", () => {
  const took = (text: string, caret: number) => {
    const mention = mentionAt(text, caret);
    return mention && without(text, mention);
  };
  expect(took("They said @mig yesterday", 14)).toEqual({ text: "They said yesterday", caret: 10 });
  expect(took("They said @mig", 14)).toEqual({ text: "They said ", caret: 10 });
  expect(took("@mig They", 4)).toEqual({ text: "They", caret: 0 });
  expect(took("(@mig) They", 5)).toEqual({ text: "() They", caret: 1 });
});

test("an input method types wide signs, and Chinese or Thai puts no blank before them", () => {
  expect(at("＠移民")).toMatchObject({ sign: "@", from: 0, typed: "移民" });
  expect(at("护照被扣＃")).toMatchObject({ sign: "#", from: 4, typed: "" });
  expect(at("他们说，@工会")).toMatchObject({ sign: "@", from: 4, typed: "工会" });
  expect(at("หนังสือเดินทาง@")).toMatchObject({ sign: "@", typed: "" });
  expect(at("ana@example")).toBeNull();
});
