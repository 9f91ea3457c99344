// Chords such as `ctrl+shift+g`, on every layout: by the Latin letter a key types, by its place only where it types none.

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
  if (/^[a-z]$/.test(key)) return /^[a-z]$/.test(typed) ? typed === key : pressed.code === `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return typed === key || pressed.code === `Digit${key}` || pressed.code === `Numpad${key}`;
  return typed === key;
}

/** The digit that a bare key means: what it types, or where the layout types a sign there (French), what stands on it. */
export function digitOf({ key, code, ctrlKey, metaKey, altKey }: Pressed): number | null {
  if (ctrlKey || metaKey || altKey) return null;
  const digit = /^[0-9]$/.exec(key)?.[0] ?? /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  return digit === undefined ? null : Number(digit);
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

/** The signs of a chord as they stand on keys. `named` gives the words for keys that have no sign. */
export function signs(chord: Chord, named: { ctrl: string; alt: string; escape: string }): string {
  const { ctrl, alt, shift, key } = parts(chord);
  const last = SIGNS[key] ?? (key === "escape" ? named.escape : key.toUpperCase());
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
