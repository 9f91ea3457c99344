// Days and hours as people write them into a field, and as they are kept: milliseconds since 1970. A day is kept as its
// midnight, UTC, because it is the same day everywhere; an hour is the hour of this computer.

export function toField(at: number | null): string {
  return at === null ? "" : new Date(at).toISOString().slice(0, 10);
}

/** The day and the hour where this computer is. */
export function toMoment(at: number | null): string {
  if (at === null) return "";
  const there = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${there.getFullYear()}-${two(there.getMonth() + 1)}-${two(there.getDate())}`;
  return `${day} ${two(there.getHours())}:${two(there.getMinutes())}`;
}

type Day = { year: number; month: number; day: number };

/** Digits as the Latin script has them, without the marks that keep directions apart. */
function plain(typed: string): string {
  return typed
    .replace(/[\u200e\u200f\u2066-\u2069]/g, "")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .trim();
}

const folded = (word: string) =>
  word
    .normalize("NFD")
    .replace(/\p{M}|\./gu, "")
    .toLowerCase();

/** The month that a word names in a language, or in English; from 1. */
function monthNamed(word: string, language: string): number | null {
  for (const spoken of [language, "en"]) {
    for (let month = 1; month <= 12; month += 1) {
      for (const length of ["long", "short"] as const) {
        const format = new Intl.DateTimeFormat(`${spoken}-u-nu-latn`, { month: length, timeZone: "UTC" });
        if (folded(format.format(Date.UTC(2026, month - 1, 1))) === folded(word)) return month;
      }
    }
  }
  return null;
}

/** `2026-11-09`, `9.11.2026`, `9/11/2026`, `9 November 2026`: the day stands before the month. */
function dayOf(typed: string, language: string): Day | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const numbers = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(typed);
  if (numbers) return { year: Number(numbers[3]), month: Number(numbers[2]), day: Number(numbers[1]) };
  const words = /^(\d{1,2})(?:er|\.)?\s+(?:de\s+)?(\p{L}[\p{L}\p{M}.]*)\s+(?:de\s+)?(\d{4})$/u.exec(typed);
  const month = words ? monthNamed(words[2] ?? "", language) : null;
  return words && month !== null ? { year: Number(words[3]), month, day: Number(words[1]) } : null;
}

/** A negative time where the field is empty: the date is to go. `null` where it holds no day. */
export function fromField(typed: string, language = "en"): number | null {
  const text = plain(typed);
  if (text === "") return -1;
  const told = dayOf(text, language);
  if (told === null) return null;
  const at = Date.UTC(told.year, told.month - 1, told.day);
  // The 31st of a month that has none is another day for the machine, and no day for a person.
  const [year, month, day] = toField(at).split("-").map(Number);
  return year === told.year && month === told.month && day === told.day ? at : null;
}

/** The same with an hour behind it: `9.11.2026 10:30`, `10h30`. Without one it is midnight. */
export function fromMoment(typed: string, language = "en"): number | null {
  const text = plain(typed);
  if (text === "") return -1;
  const hour = /^(.*?)[\s,]+(?:à\s+|at\s+)?(\d{1,2})\s*[:h]\s*(\d{2})?$/u.exec(text);
  const at = fromField(hour?.[1] ?? text, language);
  const [hours, minutes] = [Number(hour?.[2] ?? 0), Number(hour?.[3] ?? 0)];
  if (at === null || at < 0 || hours > 23 || minutes > 59) return null;
  const [year = 0, month = 0, day = 0] = toField(at).split("-").map(Number);
  return new Date(year, month - 1, day, hours, minutes).getTime();
}
