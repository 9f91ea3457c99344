// `@` and `#` typed at the start of a word, as in other programs: a group, an objective or a principle, without leaving the
// text. An address, "#1" or a price stay as they were typed unless somebody takes what is offered. An input method types both
// as wide signs, and where a script puts no blanks between words, a word begins anywhere.

export type Mention = {
  sign: "@" | "#";
  /** Where the sign stands, and where what follows it ends: the caret. */
  from: number;
  to: number;
  /** What follows the sign. */
  typed: string;
};

/** So many characters after the sign are looked at. */
const LONGEST = 40;

/** A sign behind a blank, an opening bracket or quotation mark, or what belongs to a script without blanks. */
const BEGINS = new RegExp(
  String.raw`(?:^|[\s([{«“„"'’‘（「『《，。、；：？！،؛]|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])` +
    String.raw`([@#＠＃])([\p{L}\p{M}\p{N}’'-]*)$`,
  "u",
);

/** What is being typed at the caret, if it begins with a sign and a word begins there. */
export function mentionAt(text: string, caret: number): Mention | null {
  const before = text.slice(Math.max(0, caret - LONGEST), caret);
  const found = BEGINS.exec(before);
  if (!found) return null;
  const [, sign, typed = ""] = found;
  const from = caret - typed.length - 1;
  // Cut in the middle of a long word, the beginning would be none.
  if (from > 0 && before.length === LONGEST && found.index === 0 && found[0].startsWith(sign ?? "@")) return null;
  return { sign: sign === "#" || sign === "＃" ? "#" : "@", from, to: caret, typed };
}

/** The text without it, and where the caret stands then. No blank stands there twice. */
export function without(text: string, { from, to }: Mention): { text: string; caret: number } {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const blank = (before === "" || /\s$/u.test(before)) && /^[^\S\n]/u.test(after);
  return { text: before + (blank ? after.slice(1) : after), caret: from };
}
