import { expect, test } from "vitest";
import type { AttributionRule, Consent, Permissions } from "$lib/platform";
import { because, CHOICES, loosens, may, naming, ruleInShort, stricter } from "./permission";

const answered = (share: Consent, quote: Consent, organisation: Consent, person: Consent): Permissions => ({
  share: { consent: share, basis: "announcement" },
  quote: { consent: quote, basis: quote === "given" ? "form" : null },
  nameOrganisation: { consent: organisation, basis: null },
  namePerson: { consent: person, basis: null },
});

test("not having been asked counts as no", () => {
  const permissions = answered("given", "not-asked", "not-asked", "not-asked");
  expect(may(permissions)).toBe("may-not-quote");
  expect(because({ permissions })).toBe("may-because-not-asked");
});

test("whose words may not be shared may not be quoted either", () => {
  expect(may(answered("refused", "given", "given", "given"))).toBe("may-share-refused");
  expect(naming(answered("refused", "given", "given", "given"), "on-the-record")).toBeNull();
});

test("the rule of the round caps what a speaker agreed to", () => {
  const willing = answered("given", "given", "given", "given");
  expect(naming(willing, "on-the-record")).toBe("may-person");
  expect(naming(willing, "organisation-only")).toBe("may-organisation");
  expect(naming(willing, "chatham-house")).toBe("may-organisation-capped");
});

test("only what allows more has to say what it rests on", () => {
  const now = answered("given", "given", "not-asked", "not-asked");
  const loosening = CHOICES.filter(({ answers }) => loosens(now, answers)).map(({ label }) => label);
  expect(loosening).toEqual(["may-choose-organisation", "may-choose-person", "may-choose-paraphrase"]);
});

test("in the middle of a round a rule can only become stricter", () => {
  const offered = (rule: AttributionRule, roundRule: AttributionRule) =>
    stricter({ rule, roundRule }).map((choice) => [choice.rule, choice.fromNowOn, choice.wholeRound]);
  expect(offered("on-the-record", "on-the-record")).toEqual([
    ["organisation-only", true, true],
    ["chatham-house", true, true],
  ]);
  // Stricter from now on already: the round can follow it.
  expect(offered("organisation-only", "on-the-record")).toEqual([
    ["organisation-only", false, true],
    ["chatham-house", true, true],
  ]);
  expect(offered("chatham-house", "chatham-house")).toEqual([]);
});

test("where the consultation names no groups, the rule does not promise any", () => {
  expect(ruleInShort({ rule: "chatham-house", strict: true })).toBe("rule-short-strict");
  expect(ruleInShort({ rule: "organisation-only", strict: true })).toBe("rule-short-organisation-only");
});
