// Chords on keyboards as people have them: what the same key types on each layout, held with Ctrl.
import { beforeEach, expect, test } from "vitest";
import { isChord } from "./chord";
import { learn } from "./layout";

/** What the keys of a row type, from a place on. */
function row(first: string, typed: string): Record<string, string> {
  const ROWS = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];
  const places = ROWS.find((places) => places.startsWith(first)) ?? "";
  return Object.fromEntries([...typed.split(" ")].map((key, at) => [`Key${places[at]}`, key]));
}

type Layout = Record<string, string>;

const RUSSIAN: Layout = {
  ...row("Q", "й ц у к е н г ш щ з"),
  ...row("A", "ф ы в а п р о л д"),
  ...row("Z", "я ч с м и т ь"),
};
const ARABIC: Layout = {
  ...row("Q", "ض ص ث ق ف غ ع ه خ ح"),
  ...row("A", "ش س ي ب ل ا ت ن م"),
  ...row("Z", "ئ ء ؤ ر لا ى ة"),
};
/** With Shift, an Arabic keyboard types vowel signs, and signs of all sorts. */
const ARABIC_SHIFT: Layout = {
  ...row("Q", "َ ً ُ ٌ لإ إ ‘ ÷ × ؛"),
  ...row("A", "ِ ٍ ] [ لأ أ ـ ، /"),
  ...row("Z", "~ ْ } { لآ آ ’"),
};
const AZERTY: Layout = {
  ...row("Q", "a z e r t y u i o p"),
  ...row("A", "q s d f g h j k l"),
  ...row("Z", "w x c v b n ,"),
  Semicolon: "m",
};
const DVORAK: Layout = {
  ...row("Q", "' , . p y f g c r l"),
  ...row("A", "a o e u i d h t n"),
  ...row("Z", "; q j k x b m"),
  Semicolon: "s",
  Comma: "w",
  Period: "v",
  Slash: "z",
};
const BEPO: Layout = {
  ...row("Q", "b é p o è ^ v d l j"),
  ...row("A", "a u i e , c t s r"),
  ...row("Z", "à y x . k ’ q"),
};

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** The letter that each key means with Ctrl, after somebody has typed on that layout; nothing where it means none. */
function means(layout: Layout, typed: Layout = layout, shift = false): Record<string, string> {
  for (const [code, key] of Object.entries(layout)) learn({ code, key });
  const held = { ctrlKey: true, metaKey: false, altKey: false, shiftKey: shift };
  const meant = Object.entries(typed).map(([code, key]) => {
    const chords = LETTERS.filter((letter) =>
      isChord({ key, code, ...held }, `ctrl+${shift ? "shift+" : ""}${letter}`),
    );
    return [code, chords.join("")];
  });
  return Object.fromEntries(meant) as Record<string, string>;
}

const places = (layout: Layout) =>
  Object.fromEntries(Object.keys(layout).map((code) => [code, code.slice(3).toLowerCase()]));
const letters = (layout: Layout) =>
  Object.fromEntries(Object.entries(layout).map(([code, key]) => [code, /^[a-z]$/.test(key) ? key : ""]));

// Whoever typed last had another layout.
beforeEach(() => learn({ code: "KeyG", key: "g" }));

test("a Russian keyboard has no Latin letters: every chord goes by the place", () => {
  expect(means(RUSSIAN)).toEqual(places(RUSSIAN));
});

test("an Arabic keyboard, too, also where a key types a sign with Shift", () => {
  expect(means(ARABIC)).toEqual(places(ARABIC));
  expect(means(ARABIC, ARABIC_SHIFT, true)).toEqual(places(ARABIC_SHIFT));
});

test("a French keyboard has its letters elsewhere: a chord goes by the letter, and the comma is no M", () => {
  expect(means(AZERTY)).toEqual(letters(AZERTY));
  expect(
    isChord({ key: "&", code: "Digit1", ctrlKey: true, metaKey: false, altKey: false, shiftKey: false }, "ctrl+1"),
  ).toBe(true);
});

test("Dvorak, too: its full stop is no E, and its semicolon undoes nothing", () => {
  expect(means(DVORAK)).toEqual(letters(DVORAK));
  expect(means(DVORAK, { KeyQ: '"', KeyW: "<", KeyE: ">", KeyZ: ":" }, true)).toEqual({
    KeyQ: "",
    KeyW: "",
    KeyE: "",
    KeyZ: "",
  });
});

test("a letter with an accent is a Latin one: bépo's à undoes nothing", () => {
  expect(means(BEPO)).toEqual(letters(BEPO));
});
