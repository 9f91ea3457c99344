import { expect, test } from "vitest";
import { isChord } from "./chord";

const pressed = (key: string, code: string, held: Partial<KeyboardEvent> = { ctrlKey: true }) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test("a chord goes by the Latin letter that the key types", () => {
  expect(isChord(pressed("l", "KeyL"), "l")).toBe(true);
  expect(isChord(pressed("L", "KeyP"), "l")).toBe(true); // Dvorak, Caps Lock
  expect(isChord(pressed("n", "KeyL"), "l")).toBe(false); // Dvorak: the key at L types n
});

test("where the layout types no Latin letter, the key's place counts", () => {
  expect(isChord(pressed("д", "KeyL"), "l")).toBe(true);
  expect(isChord(pressed("م", "KeyL"), "l")).toBe(true);
});

test("other chords are left alone", () => {
  expect(isChord(pressed("l", "KeyL", {}), "l")).toBe(false);
  expect(isChord(pressed("l", "KeyL", { ctrlKey: true, shiftKey: true }), "l")).toBe(false);
  expect(isChord(pressed("l", "KeyL", { metaKey: true }), "l")).toBe(true);
});
