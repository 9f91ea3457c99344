// Chords such as `ctrl+shift+g`, on every layout: by the Latin letter a key types, by its place only where it types none.

import { goesByPlace } from "./layout";

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * `ctrl` (Cmd on a Mac), `alt` and `shift` in this order, then a letter, a digit or the name of a key, in small letters:
 * `ctrl+shift+g`, `alt+1`, `f9`, `ctrl+enter`.
 */
export type Chord = string;

interface Parts {
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  key: string;
}

function parts(chord: Chord): Parts {
  const held = chord.split("+");
  const key = held.pop() ?? "";
  return { ctrl: held.includes("ctrl"), alt: held.includes("alt"), shift: held.includes("shift"), key };
}

/** Whether exactly this chord was pressed. */
export function isChord(pressed: Pressed, chord: Chord): boolean {
  const { ctrl, alt, shift, key } = parts(chord);
  if ((pressed.ctrlKey || pressed.metaKey) !== ctrl || pressed.altKey !== alt) return false;
  // A layout may need Shift to type a sign, and a digit on a French one.
  if (pressed.shiftKey !== shift && !(!shift && /^[0-9]$/.test(key))) return false;
  const typed = pressed.key.toLowerCase();
  if (/^[a-z]$/.test(key) && !/^[a-z]$/.test(typed))
    return goesByPlace(pressed.key) && pressed.code === `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return typed === key || pressed.code === `Digit${key}` || pressed.code === `Numpad${key}`;
  return typed === key;
}

/** The digit that a bare key means: what it types, or where the layout types a sign there (French), what stands on it. */
export function digitOf({ key, code, ctrlKey, metaKey, altKey }: Pressed): number | null {
  if (ctrlKey || metaKey || altKey) return null;
  const digit = /^[0-9]$/.exec(key)?.[0] ?? /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  return digit === undefined ? null : Number(digit);
}

/** The chord that was pressed, once more than Ctrl, Alt and Shift is held; as it would be spelled on a plain keyboard. */
export function chordOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): Chord | null {
  if (/^(Control|Meta|Alt|AltGraph|Shift|CapsLock|Fn.*|OS|Compose|Unidentified)$/.test(key)) return null;
  const typed = key.toLowerCase();
  const place = goesByPlace(key) ? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() : undefined;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  const last = /^[a-z0-9]$/.test(typed) ? typed : (digit ?? place ?? (typed === " " ? "space" : typed));
  const held = [(ctrlKey || metaKey) && "ctrl", altKey && "alt", shiftKey && "shift"];
  return [...held, last].filter((part) => part !== false).join("+");
}

const NAMED = "enter|escape|backspace|tab|delete|home|end|pageup|pagedown|arrow(?:up|down|left|right)|f[2-9]|f1[0-2]";

/** Keys that are called alike on every keyboard. A comma and a slash go by the sign that is typed. */
const SPELLED = new RegExp(
  `^(?:ctrl\\+(?:shift\\+)?(?:[a-z0-9]|[,+=-]|${NAMED})|alt\\+(?:shift\\+)?(?:[0-9]|${NAMED})|(?:shift\\+)?(?:${NAMED})|[a-z/?])$`,
);

/** Whether every keyboard has it: a letter or a digit with Ctrl or Alt, or a key that is called alike on all. */
export function isSpelled(chord: Chord): boolean {
  return SPELLED.test(chord);
}

/** What quits, closes, hides, deletes a word, moves in a text, changes windows or the input method, or is a text field's own. */
const TAKEN = [
  /^ctrl\+(?:shift\+)?[hqrw]$/,
  /^ctrl\+[acmotvx]$/,
  // A developer's tools, pasting without a form, and a letter by its number.
  /^ctrl\+shift\+[ciuv]$/,
  // Digits with Ctrl and Shift go by what the layout types, which is a sign.
  /^ctrl\+shift\+[0-9]$/,
  /^(?:ctrl|alt)\+(?:shift\+)?(?:delete|home|end|tab|escape|arrowleft|arrowright)$/,
  /^(?:ctrl\+|alt\+|alt\+shift\+)backspace$/,
  /^ctrl\+(?:shift\+)?arrow(?:up|down)$/,
  /^ctrl\+(?:shift\+)?f4$/,
  /^alt\+(?:shift\+)?f\d+$/,
  /^shift\+(?:delete|f10)$/,
  /^(?:ctrl\+(?:shift\+)?)?(?:f5|f10|f11|f12)$/,
];

/** Whether it is the system's, the input method's or a text field's. */
export function isTaken(chord: Chord): boolean {
  return TAKEN.some((taken) => taken.test(chord));
}

/** Why a person cannot choose this chord for anything; `null` where they can. */
export function unfit(chord: Chord): "bare" | "unknown" | "taken" | null {
  // Undo and redo of a text field, where they are not the window's.
  if (isTaken(chord) || /^ctrl\+(?:z|shift\+z|y)$/.test(chord)) return "taken";
  const { ctrl, alt, key } = parts(chord);
  if (!ctrl && !alt && !/^f\d+$/.test(key)) return "bare";
  return isSpelled(chord) ? null : "unknown";
}

/** Whether a chord types something where a person is writing: it holds neither Ctrl nor Alt, and is no F key. */
export function isTyped(chord: Chord): boolean {
  const { ctrl, alt, key } = parts(chord);
  return !ctrl && !alt && !/^f\d+$/.test(key) && key !== "escape";
}

/** Whether a person is writing into something, so that a bare key is a letter. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"))
  );
}

/** Whether a person can have typed into it what they would take back there: not into a list, nor where nothing was typed yet. */
export function holdsText(target: EventTarget | null): boolean {
  return isWriting(target) && target instanceof HTMLElement && !target.matches("select, [data-untouched]");
}

export const IS_MAC = typeof navigator !== "undefined" && /^Mac/.test(navigator.platform);

const SIGNS: Readonly<Record<string, string>> = {
  enter: "↵",
  backspace: "⌫",
  delete: "⌦",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  tab: "⇥",
};

/** Words for keys that have no sign. */
export type Named = Readonly<Record<"ctrl" | "alt" | "escape" | "space" | "digit", string>>;

/** The signs of a chord as they stand on keys. */
export function signs(chord: Chord, named: Named): string {
  const { ctrl, alt, shift, key } = parts(chord);
  const words: Readonly<Record<string, string>> = named;
  const last = SIGNS[key] ?? words[key] ?? key.toUpperCase();
  const held = IS_MAC ? ["⌘", "⌥", "⇧"] : [named.ctrl, named.alt, "⇧"];
  return [ctrl && held[0], alt && held[1], shift && held[2], last].filter((part) => part !== false).join(" ");
}

/** As `aria-keyshortcuts` wants it. */
export function ariaShortcut(chord: Chord): string {
  const { ctrl, alt, shift, key } = parts(chord);
  const last = key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1);
  const held = [ctrl && (IS_MAC ? "Meta" : "Control"), alt && "Alt", shift && "Shift"];
  return [...held, last].filter((part) => part !== false).join("+");
}
