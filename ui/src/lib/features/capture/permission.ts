// What a speaker allows, as it is said above the text and chosen from a short list.
import type { Messages } from "$lib/messages/index.svelte";
import type { AttributionRule, Consent, Permissions, Permit, RoomView } from "$lib/platform";

type Plain = { [Key in keyof Messages]: Messages[Key] extends null ? Key : never }[keyof Messages];

type Answers = Pick<Permit, "share" | "quote" | "nameOrganisation" | "namePerson">;

/** What can be chosen, by one key each. */
export const CHOICES = [
  { label: "may-choose-quote", answers: answers("given", "given", "not-asked", "not-asked") },
  { label: "may-choose-organisation", answers: answers("given", "given", "given", "not-asked") },
  { label: "may-choose-person", answers: answers("given", "given", "given", "given") },
  { label: "may-choose-paraphrase", answers: answers("given", "refused", "given", "not-asked") },
  { label: "may-choose-no", answers: answers("given", "refused", "refused", "refused") },
  { label: "may-choose-not-shared", answers: answers("refused", "refused", "refused", "refused") },
] as const satisfies readonly { label: Plain; answers: Answers }[];

function answers(share: Consent, quote: Consent, nameOrganisation: Consent, namePerson: Consent): Answers {
  return { share, quote, nameOrganisation, namePerson };
}

const QUESTIONS = ["share", "quote", "nameOrganisation", "namePerson"] as const;
const RANK: Record<Consent, number> = { refused: 0, "not-asked": 1, given: 2 };

/** Whether an answer allows more than what holds now. */
export function loosens(now: Permissions, to: Answers): boolean {
  return QUESTIONS.some((question) => RANK[to[question]] > RANK[now[question].consent]);
}

/** What may be done with the words, in one line. */
export function may({ share, quote }: Permissions): Plain {
  if (share.consent === "refused") return "may-share-refused";
  return quote.consent === "given" ? "may-quote" : "may-not-quote";
}

/** How far the speaker may be named, where they agreed to it. The rule of the round caps what they said. */
export function naming({ nameOrganisation, namePerson, share }: Permissions, rule: AttributionRule): Plain | null {
  if (share.consent === "refused" || nameOrganisation.consent !== "given") return null;
  if (rule === "chatham-house") return "may-organisation-capped";
  return rule === "on-the-record" && namePerson.consent === "given" ? "may-person" : "may-organisation";
}

/** What the answer about quoting rests on. */
export function because({ permissions: { share, quote } }: Pick<RoomView, "permissions">): Plain {
  const answer = share.consent === "refused" ? share : quote;
  if (answer.consent === "not-asked") return "may-because-not-asked";
  if (answer.consent === "refused") return "may-because-refused";
  return BASIS[answer.basis ?? "in-person"];
}

const BASIS = {
  announcement: "basis-announcement",
  form: "basis-form",
  "in-person": "basis-in-person",
  clearance: "basis-clearance",
} as const;

/** What a rule is called, large. */
export const RULE_NAME = {
  "chatham-house": "plan-rule-chatham-house",
  "organisation-only": "plan-rule-organisation-only",
  "on-the-record": "plan-rule-on-the-record",
} as const satisfies Record<AttributionRule, Plain>;

type Held = Pick<RoomView, "rule" | "strict">;

/** What the rule means for naming, in a few words. */
export function ruleInShort({ rule, strict }: Held): Plain {
  if (rule === "chatham-house") return strict ? "rule-short-strict" : "rule-short-chatham-house";
  return rule === "organisation-only" ? "rule-short-organisation-only" : "rule-short-on-the-record";
}

/** Every rule, the most protective first. */
const RULES = ["chatham-house", "organisation-only", "on-the-record"] as const satisfies readonly AttributionRule[];

const isStricter = (one: AttributionRule, other: AttributionRule) => RULES.indexOf(one) < RULES.indexOf(other);

/** The rules that can be chosen in the middle of a round, and for what: stricter ones alone, the next one first. */
export function stricter({ rule, roundRule }: Pick<RoomView, "rule" | "roundRule">) {
  return RULES.toReversed()
    .map((to) => ({ rule: to, wholeRound: isStricter(to, roundRule), fromNowOn: isStricter(to, rule) }))
    .filter(({ wholeRound, fromNowOn }) => wholeRound || fromNowOn);
}
