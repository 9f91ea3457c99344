// What the window says, in the language it speaks: Fluent messages, and dates and numbers the way that language has them.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Messages } from "./keys";

export type { Messages };

/** The languages that the window speaks, by their own names. */
export const SPOKEN = { en: "English", fr: "Français", ar: "العربية" } as const;
export type Spoken = keyof typeof SPOKEN;

// English is always there: what another language lacks is said in it. Another one is fetched when it is spoken.
const english = import.meta.glob<string>("../../../messages/en/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
const others = import.meta.glob<string>("../../../messages/{fr,ar}/*.ftl", { query: "?raw", import: "default" });

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar"]);

/**
 * English with other letters, for a test: whatever on a screen still has none but plain ones does not come from here.
 * Nobody is offered it.
 */
const DISGUISED = "qps";

let spoken = $state<Spoken>("en");
let disguised = $state(false);
let said = $state.raw<readonly string[]>([]);
// Where a language differs by country: as the organisers of such consultations write it.
const PLACED = { en: "en-GB", fr: "fr", ar: "ar" } as const satisfies Record<Spoken, string>;
// References and times stand among the numbers, so all of them are written with the same digits, and hours up to 23.
const locale = $derived(`${PLACED[spoken]}-u-hc-h23-nu-latn`);
const bundle = $derived(bundleOf(said, locale, disguised));

const OTHER_LETTERS: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ó", u: "ú", y: "ý" };
const disguise = (text: string) => text.replace(/[aeiouy]/g, (letter) => OTHER_LETTERS[letter] ?? letter);

function bundleOf(texts: readonly string[], locale: string, disguised: boolean): FluentBundle {
  const made = new FluentBundle([locale, "en"], disguised ? { transform: disguise } : {});
  for (const text of [...Object.values(english), ...texts]) {
    made.addResource(new FluentResource(text), { allowOverrides: true });
  }
  return made;
}

function isSpoken(language: string): language is Spoken {
  return Object.hasOwn(SPOKEN, language);
}

/** The language of the window: the one asked for, else the first of the system's that it speaks, else English. */
export function choose(asked: string, system: readonly string[]): Spoken | typeof DISGUISED {
  if (asked === DISGUISED) return asked;
  const wanted = [asked, ...system].map((tag) => tag.split("-")[0] ?? "");
  return wanted.find(isSpoken) ?? "en";
}

/** Makes the window speak this language, and read in its direction, once its words are there. */
export async function speak(language: Spoken | typeof DISGUISED): Promise<void> {
  const words = Object.entries(others).filter(([path]) => path.includes(`/messages/${language}/`));
  const texts = await Promise.all(words.map(([, fetch]) => fetch()));
  disguised = language === DISGUISED;
  spoken = language === DISGUISED ? "en" : language;
  // Every message is read once more where these change.
  if (texts.length > 0 || said.length > 0) said = texts;
  document.documentElement.lang = spoken;
  document.documentElement.dir = RIGHT_TO_LEFT.has(spoken) ? "rtl" : "ltr";
}

/** The message `key` with what it needs to be told. */
export function t<K extends keyof Messages>(key: K, ...told: Messages[K] extends null ? [] : [Messages[K]]): string {
  const pattern = bundle.getMessage(key)?.value;
  return pattern ? bundle.formatPattern(pattern, told[0] ?? null, []) : key;
}

const formats = $derived({
  day: new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }),
  dayAndYear: new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" }),
  wholeDay: new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }),
  wholeDayAndYear: new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }),
  wholeYear: new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" }),
  year: new Intl.DateTimeFormat(locale, { year: "numeric" }),
  clock: new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }),
  dayAndTime: new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }),
  calendarDay: new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
  number: new Intl.NumberFormat(locale),
  kilobytes: new Intl.NumberFormat(locale, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 }),
  megabytes: new Intl.NumberFormat(locale, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }),
  percent: new Intl.NumberFormat(locale, { style: "percent" }),
  language: new Intl.DisplayNames(locale, { type: "language" }),
  list: new Intl.ListFormat(locale, { type: "unit" }),
  order: new Intl.Collator(locale, { numeric: true }),
});

/** Names one after the other, as the language parts them. */
export function listed(names: string[]): string {
  return formats.list.format(names);
}

/** How two names stand in a list, as the language sorts them, Table 10 after Table 9. */
export function inOrder(one: string, other: string): number {
  return formats.order.compare(one, other);
}

/** Day and month, with the year where it is not this one. Times are in milliseconds since 1970, UTC. */
export function day(at: number): string {
  const thisYear = formats.year.format(at) === formats.year.format(Date.now());
  return (thisYear ? formats.day : formats.dayAndYear).format(at);
}

/** A day of the calendar, the same everywhere: `at` is its midnight, UTC. */
export function calendarDay(at: number): string {
  return formats.calendarDay.format(at);
}

/** The days from one to another, as few words as the language needs. */
export function calendarDays(from: number, to: number): string {
  return formats.calendarDay.formatRange(from, to);
}

const DAY = 86_400_000;

/**
 * Whether the hour is known at which something was said. Where only the day was written down, it is kept as that day's
 * midnight, UTC; then the day is the same everywhere, and no hour is shown.
 */
export function hasHour(said: number): boolean {
  return said % DAY !== 0;
}

/** The day on which something was said. */
export function daySaid(said: number): string {
  if (hasHour(said)) return day(said);
  const thisYear = formats.wholeYear.format(said) === formats.year.format(Date.now());
  return (thisYear ? formats.wholeDay : formats.wholeDayAndYear).format(said);
}

/** When something was said, as far as it is known. */
export function whenSaid(said: number): string {
  return hasHour(said) ? dayAndTime(said) : formats.wholeDayAndYear.format(said);
}

export function clock(at: number): string {
  return formats.clock.format(at);
}

export function dayAndTime(at: number): string {
  return formats.dayAndTime.format(at);
}

export function number(value: number): string {
  return formats.number.format(value);
}

/** How large a file is, in bytes, as people say it. */
export function size(bytes: number): string {
  return bytes < 1e6 ? formats.kilobytes.format(Math.ceil(bytes / 1e3)) : formats.megabytes.format(bytes / 1e6);
}

/** A share from 0 to 1. */
export function percent(share: number): string {
  return formats.percent.format(share);
}

/** Which way somebody's words read: as their first letter does. */
export function directionOf(words: string): "ltr" | "rtl" {
  const rtl = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
  return rtl.test(words) ? "rtl" : "ltr";
}

/** Whether the window reads from right to left. */
export function readsRightToLeft(): boolean {
  return RIGHT_TO_LEFT.has(spoken);
}

/** The language of the window. */
export function spokenHere(): Spoken {
  return spoken;
}

/** Whether this is the language of the window. */
export function isSpokenHere(tag: string): boolean {
  return tag.split("-")[0] === spoken;
}

/** A language by the name the window's language has for it. */
export function languageName(tag: string): string {
  if (tag === "und") return t("language-unknown");
  try {
    return formats.language.of(tag) ?? tag;
  } catch {
    return tag; // What is no language tag is shown as it was written.
  }
}
