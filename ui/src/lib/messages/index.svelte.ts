// What the window says, in the language it speaks: Fluent messages, and dates and numbers the way that language has them.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Messages } from "./keys";

export type { Messages };

/** The languages that the window speaks, by their own names. */
export const SPOKEN = { en: "English", fr: "Français", ar: "العربية" } as const;
export type Spoken = keyof typeof SPOKEN;

const sources = import.meta.glob<string>("../../../messages/*/*.ftl", { query: "?raw", import: "default", eager: true });

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar"]);

let spoken = $state<Spoken>("en");
const bundle = $derived(bundleOf(spoken));

function bundleOf(language: Spoken): FluentBundle {
  const made = new FluentBundle([language, "en"]);
  // English first: what another language lacks is said in English.
  for (const said of ["en", language]) {
    for (const [path, source] of Object.entries(sources)) {
      if (path.includes(`/messages/${said}/`)) made.addResource(new FluentResource(source), { allowOverrides: true });
    }
  }
  return made;
}

function isSpoken(language: string): language is Spoken {
  return Object.hasOwn(SPOKEN, language);
}

/** The language of the window: the one asked for, else the first of the system's that it speaks, else English. */
export function choose(asked: string, system: readonly string[]): Spoken {
  const wanted = [asked, ...system].map((tag) => tag.split("-")[0] ?? "");
  return wanted.find(isSpoken) ?? "en";
}

/** Makes the window speak this language, and read in its direction. */
export function speak(language: Spoken): void {
  spoken = language;
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}

/** The message `key` with what it needs to be told. */
export function t<K extends keyof Messages>(key: K, ...told: Messages[K] extends null ? [] : [Messages[K]]): string {
  const pattern = bundle.getMessage(key)?.value;
  return pattern ? bundle.formatPattern(pattern, told[0] ?? null, []) : key;
}

/** Day and month, with the year where it is not this one. */
export function day(at: number): string {
  const date = new Date(at);
  const year = date.getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat(spoken, { day: "numeric", month: "short", ...year }).format(date);
}

export function clock(at: number): string {
  return new Intl.DateTimeFormat(spoken, { hour: "2-digit", minute: "2-digit" }).format(at);
}

export function dayAndTime(at: number): string {
  return new Intl.DateTimeFormat(spoken, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

export function number(value: number): string {
  return new Intl.NumberFormat(spoken).format(value);
}

/** A language by the name the window's language has for it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(spoken, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag; // What is no language tag is shown as it was written.
  }
}

export function list(items: readonly string[]): string {
  return new Intl.ListFormat(spoken, { type: "unit", style: "short" }).format(items);
}
