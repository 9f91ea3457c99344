// Whether the keyboard layout has Latin letters. A page is told nothing about it, so it is learnt from what the keys type.

type Pressed = Pick<KeyboardEvent, "key" | "code">;

/** `null` until a letter was typed. */
let latin: boolean | null = null;

const isLatin = (key: string) => /^\p{Script=Latin}$/u.test(key);
/** Some keys type two letters at once: لا on an Arabic keyboard. */
const isOfAnotherScript = (key: string) => !isLatin(key) && /^[\p{L}\p{M}]{1,2}$/u.test(key);

/** Learns from what a key types. */
export function learn({ key, code }: Pressed): void {
  if (!/^Key[A-Z]$/.test(code)) return;
  if (isLatin(key)) latin = true;
  else if (isOfAnotherScript(key)) latin = false;
}

/**
 * Whether a key that types none of the letters a to z goes by its place: where it types a letter of another script, and
 * where it types a sign on a layout without Latin letters (`]` at D on an Arabic keyboard; not `.` at E on Dvorak).
 */
export function goesByPlace(key: string): boolean {
  return !isLatin(key) && (isOfAnotherScript(key) || latin !== true);
}

if (typeof window !== "undefined") window.addEventListener("keydown", learn, { capture: true, passive: true });
