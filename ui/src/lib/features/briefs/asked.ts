// What is asked by a paragraph's number, and of which brief first.

/** The most that a number is asked for: more has no brief. */
const LONGEST = 6;

/** The number that was typed, in the digits of whatever script; `null` where it is none. */
export function numberIn(typed: string): number | null {
  const plain = typed.trim().replace(/[٠-٩۰-۹]/gu, (digit) => String(((digit.codePointAt(0) ?? 0) & 0xff) % 0x10));
  return /^[0-9]+$/.test(plain) && plain.length <= LONGEST ? Number(plain) : null;
}

/** The briefs in the order in which they are asked: `first`, then those opened last, then as they stood. */
export function inOrder<Card extends { id: string }>(
  cards: readonly Card[],
  recent: readonly string[],
  first: string | null,
): Card[] {
  const order = first === null ? recent : [first, ...recent];
  const place = ({ id }: Card) => (order.includes(id) ? order.indexOf(id) : order.length);
  return cards.toSorted((one, other) => place(one) - place(other));
}
