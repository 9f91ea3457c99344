// A value from a history or a conflict, as a person reads it: what is a choice, a language or a time is said in the
// language of the window; everything else stands as it was written.
import { languageName, t, whenSaid } from "$lib/messages/index.svelte";
import { TYPES } from "$lib/features/briefs/words";
import { BASIS, CONSENT, RULE, WORDING } from "./permission";

const STATE = { accepted: "state-accepted", "set-aside": "state-set-aside" } as const;

const CONSENTS: ReadonlySet<string> = new Set(["share", "quote", "name-organisation", "name-person"]);

function known<Names extends object>(names: Names, name: string): name is Extract<keyof Names, string> {
  return Object.hasOwn(names, name);
}

/** `given (in-person)`: an answer, and what it rests on. */
function consent(value: string): string {
  const [, answer = "", basis = ""] = /^([a-z-]+)(?: \(([a-z-]+)\))?$/.exec(value) ?? [];
  if (!known(CONSENT, answer)) return value;
  return known(BASIS, basis) ? `${t(CONSENT[answer])} (${t(BASIS[basis])})` : t(CONSENT[answer]);
}

/** `2020-11-09 16:15:00`, in UTC; `2020-11-09` where nothing but the day is known. */
function time(value: string): string {
  const at = Date.parse(value.includes(" ") ? `${value.replace(" ", "T")}Z` : value);
  return Number.isNaN(at) ? value : whenSaid(at);
}

export function readValue(field: string, value: string): string {
  if (value === "") return t("value-none");
  if (CONSENTS.has(field)) return consent(value);
  if (field === "language") return languageName(value);
  if (field === "said-at" || field === "starts" || field === "ends") return time(value);
  if (field === "rule" && known(RULE, value)) return t(RULE[value]);
  if (field === "wording" && known(WORDING, value)) return t(WORDING[value]);
  if (field === "basis" && known(BASIS, value)) return t(BASIS[value]);
  if (field === "type" && known(TYPES, value)) return t(TYPES[value]);
  if (field === "state" && known(STATE, value)) return t(STATE[value]);
  return value;
}
