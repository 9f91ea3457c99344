import { expect, test } from "vitest";
import { ariaShortcut, chordOf, digitOf, isChord, isTyped, signs } from "./chord";

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
  expect(isChord(pressed("l", "KeyL"), "ctrl+l")).toBe(true);
  expect(isChord(pressed("L", "KeyP"), "ctrl+l")).toBe(true); // Dvorak, Caps Lock
  expect(isChord(pressed("n", "KeyL"), "ctrl+l")).toBe(false); // Dvorak: the key at L types n
});

test("where the layout types no Latin letter, the key's place counts", () => {
  expect(isChord(pressed("д", "KeyL"), "ctrl+l")).toBe(true);
  expect(isChord(pressed("م", "KeyL"), "ctrl+l")).toBe(true);
  expect(isChord(pressed("ф", "KeyA"), "ctrl+l")).toBe(false);
});

test("nothing more and nothing less is held than the chord says", () => {
  expect(isChord(pressed("l", "KeyL", { metaKey: true }), "ctrl+l")).toBe(true);
  expect(isChord(pressed("l", "KeyL", { ctrlKey: true, altKey: true }), "ctrl+l")).toBe(false); // AltGr
  expect(isChord(pressed("l", "KeyL", { ctrlKey: true, shiftKey: true }), "ctrl+l")).toBe(false);
  expect(isChord(pressed("L", "KeyL", { ctrlKey: true, shiftKey: true }), "ctrl+shift+l")).toBe(true);
  expect(isChord(pressed("l", "KeyL", {}), "ctrl+l")).toBe(false);
  expect(isChord(pressed("F9", "F9", {}), "f9")).toBe(true);
});

test("a digit is one on a layout that types it with Shift, too", () => {
  expect(isChord(pressed("&", "Digit1"), "ctrl+1")).toBe(true); // French
  expect(isChord(pressed("1", "Numpad1"), "ctrl+1")).toBe(true);
  expect(isChord(pressed("2", "Digit2"), "ctrl+1")).toBe(false);
});

test("only a bare letter or sign would be typed by a person who writes", () => {
  expect(["n", "/", "enter"].map(isTyped)).toEqual([true, true, true]);
  expect(["ctrl+n", "alt+1", "f6", "escape"].map(isTyped)).toEqual([false, false, false, false]);
});

test("a chord is drawn as it stands on the keys, and read out as it is called", () => {
  const named = { ctrl: "Strg", alt: "Alt", escape: "Esc", space: "Leer", digit: "1…9" };
  expect(signs("ctrl+shift+g", named)).toBe("Strg ⇧ G");
  expect(signs("ctrl+enter", named)).toBe("Strg ↵");
  expect(signs("f9", named)).toBe("F9");
  expect(signs("space", named)).toBe("Leer");
  expect(ariaShortcut("ctrl+shift+backspace")).toBe("Control+Shift+Backspace");
});

test("a bare digit is one without Shift on a French keyboard, too", () => {
  const bare = (key: string, code: string, held = {}) => digitOf(pressed(key, code, held));
  expect([bare("4", "Digit4"), bare("é", "Digit2"), bare("3", "Numpad3"), bare("٤", "Digit4")]).toEqual([4, 2, 3, 4]);
  expect([bare("a", "KeyA"), bare("4", "Digit4", { ctrlKey: true })]).toEqual([null, null]);
});

test("what is pressed is spelled as it is gone by, whatever the layout", () => {
  const spelled = [
    ["l", "KeyL", { ctrlKey: true }],
    ["L", "KeyP", { ctrlKey: true, shiftKey: true }],
    ["д", "KeyL", { metaKey: true }],
    ["&", "Digit1", { ctrlKey: true }],
    [",", "Comma", { ctrlKey: true }],
    ["F9", "F9", { shiftKey: true }],
    ["ArrowUp", "ArrowUp", { altKey: true }],
    [" ", "Space", { ctrlKey: true }],
    ["Control", "ControlLeft", { ctrlKey: true }],
  ] as const;
  const chords = spelled.map(([key, code, held]) => chordOf(pressed(key, code, held)));
  expect(chords).toEqual([
    ...["ctrl+l", "ctrl+shift+l", "ctrl+l", "ctrl+1", "ctrl+,", "shift+f9", "alt+arrowup", "ctrl+space"],
    null,
  ]);
  for (const [at, [key, code, held]] of spelled.slice(0, 7).entries()) {
    expect(isChord(pressed(key, code, held), chords[at] ?? "")).toBe(true);
  }
});
