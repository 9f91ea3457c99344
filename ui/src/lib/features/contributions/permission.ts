// How a permission reads: what may be done, in a few words, and whether that is a warning.
import type { Messages } from "$lib/messages/index.svelte";
import type { AttributionRule, Basis, Consent, ContributionRow, Permissions, Wording } from "$lib/platform";

type Key = keyof Messages;

export const QUESTIONS = [
  { field: "share", asked: "share", label: "ask-share" },
  { field: "quote", asked: "quote", label: "ask-quote" },
  { field: "nameOrganisation", asked: "name-organisation", label: "ask-name-organisation" },
  { field: "namePerson", asked: "name-person", label: "ask-name-person" },
] as const satisfies readonly { field: keyof Permissions; asked: string; label: Key }[];

export const CONSENT = {
  given: "consent-given",
  refused: "consent-refused",
  "not-asked": "consent-not-asked",
} as const satisfies Record<Consent, Key>;

export const ANSWER = {
  given: "answer-given",
  refused: "answer-refused",
  "not-asked": "answer-not-asked",
} as const satisfies Record<Consent, Key>;

export const BASIS = {
  announcement: "basis-announcement",
  form: "basis-form",
  "in-person": "basis-in-person",
  clearance: "basis-clearance",
} as const satisfies Record<Basis, Key>;

export const WORDING = {
  verbatim: "wording-verbatim",
  paraphrase: "wording-paraphrase",
  interpreted: "wording-interpreted",
} as const satisfies Record<Wording, Key>;

export const RULE = {
  "chatham-house": "rule-chatham-house",
  "organisation-only": "rule-organisation-only",
  "on-the-record": "rule-on-the-record",
} as const satisfies Record<AttributionRule, Key>;

/** What may be done with the words themselves. Only what was taken down word for word can be quoted. */
export type Quoting = "not-shared" | "no" | "paraphrase" | "yes";

export function quoting({ permissions, wording }: Pick<ContributionRow, "permissions" | "wording">): Quoting {
  if (permissions.share.consent === "refused") return "not-shared";
  if (permissions.quote.consent !== "given") return "no";
  return wording === "verbatim" ? "yes" : "paraphrase";
}

/** In the line under a contribution. */
export const QUOTING_SHORT = {
  "not-shared": "row-not-shared",
  no: "row-paraphrase-only",
  paraphrase: "row-paraphrase-only",
  yes: "row-may-be-quoted",
} as const satisfies Record<Quoting, Key>;

/** Above an opened contribution. */
export const QUOTING = {
  "not-shared": "quote-not-shared",
  no: "quote-no",
  paraphrase: "quote-paraphrase",
  yes: "quote-yes",
} as const satisfies Record<Quoting, Key>;
