// Whether a few letters mean a name: in their order, best where words begin. Accents and case do not matter.

/** A text as it is compared: small letters, without accents and vowel signs; digits of Arabic and Persian as ours. */
export function folded(text: string): string {
  const digits = text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return digits.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * How well `typed` fits `name`; 0 where it does not. Every word typed has to begin a word of the name, or stand in it, or
 * have its letters in it in their order.
 */
export function fit(typed: string, name: string): number {
  const words = folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== "");
  const target = folded(name);
  let whole = 1;
  for (const word of words) {
    const one = fitOne(word, target);
    if (one === 0) return 0;
    whole += one;
  }
  return whole;
}

function fitOne(word: string, target: string): number {
  if (target.startsWith(word)) return 100;
  const at = target.indexOf(word);
  if (at >= 0) return /[\p{L}\p{N}]/u.test(target.charAt(at - 1)) ? 40 : 80;
  let from = 0;
  let starts = 0;
  for (const letter of word) {
    const found = target.indexOf(letter, from);
    if (found < 0) return 0;
    if (found === 0 || !/[\p{L}\p{N}]/u.test(target.charAt(found - 1))) starts += 1;
    from = found + letter.length;
  }
  // Letters strewn over a long name mean nothing, unless they begin its words.
  return starts === [...word].length ? 60 : word.length >= 3 ? 5 : 0;
}

/** Those that fit, best first; as they were where they fit alike. */
export function fitting<T>(typed: string, all: readonly T[], name: (one: T) => string): T[] {
  if (typed.trim() === "") return [...all];
  const found = all.map((one) => ({ one, fits: fit(typed, name(one)) })).filter(({ fits }) => fits > 0);
  return found.sort((one, other) => other.fits - one.fits).map(({ one }) => one);
}
