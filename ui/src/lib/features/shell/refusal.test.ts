import { expect, test } from "vitest";
import { sentence } from "./refusal";

const refusal = (code: string) => ({ code, message: "As the core says it.", details: [] });

test("a refusal is said by its code, whatever its words", () => {
  expect(sentence(refusal("wrong-passphrase"))).toMatch(/passphrase/);
  expect(sentence(refusal("wrong-passphrase"))).not.toContain("As the core says it");
});

test("what has no sentence of its own is not hidden", () => {
  expect(sentence(refusal("of-a-newer-core"))).toContain("As the core says it.");
  expect(sentence("command not allowed")).toContain("command not allowed");
  expect(sentence(refusal("constructor"))).toContain("As the core says it.");
});
