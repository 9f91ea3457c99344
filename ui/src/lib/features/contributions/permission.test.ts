import { expect, test } from "vitest";
import type { Consent, Wording } from "$lib/platform";
import { quoting } from "./permission";

const said = (share: Consent, quote: Consent, wording: Wording) => ({
  wording,
  permissions: {
    share: { consent: share, basis: null },
    quote: { consent: quote, basis: null },
    nameOrganisation: { consent: "not-asked" as const, basis: null },
    namePerson: { consent: "not-asked" as const, basis: null },
  },
});

test("what may not be shared may not be quoted either", () => {
  expect(quoting(said("refused", "given", "verbatim"))).toBe("not-shared");
});

test("not having been asked counts as no", () => {
  expect(quoting(said("given", "not-asked", "verbatim"))).toBe("no");
});

test("only what was taken down word for word can be quoted", () => {
  expect(quoting(said("given", "given", "verbatim"))).toBe("yes");
  expect(quoting(said("given", "given", "paraphrase"))).toBe("paraphrase");
  expect(quoting(said("given", "given", "interpreted"))).toBe("paraphrase");
});
