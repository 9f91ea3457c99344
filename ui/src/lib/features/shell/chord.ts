// Which chord was pressed, on every layout: by the Latin letter a key types, by its place only where it types none.

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether this is Ctrl (or Cmd) and `letter`, and nothing else. */
export function isChord(pressed: Pressed, letter: string): boolean {
  if (!(pressed.ctrlKey || pressed.metaKey) || pressed.altKey || pressed.shiftKey) return false;
  const typed = pressed.key.toLowerCase();
  if (/^[a-z]$/.test(typed)) return typed === letter;
  return pressed.code === `Key${letter.toUpperCase()}`;
}

/** Whether a person is writing into something, so that a bare key is a letter. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
