// A history as a person reads it: what one person did at one moment is one entry, and bookkeeping is left out.
import type { Messages } from "$lib/messages/index.svelte";
import type { ChangeView } from "$lib/platform";

export const FIELD = {
  text: "field-text",
  "kind-key": "field-kind",
  groups: "field-groups",
  tags: "field-tags",
  language: "field-language",
  "segment-of": "field-round",
  share: "field-share",
  quote: "field-quote",
  "name-organisation": "field-name-organisation",
  "name-person": "field-name-person",
  wording: "field-wording",
  rule: "field-rule",
  state: "field-state",
  "speaker-of": "field-speaker",
  "said-at": "field-said-at",
  question: "field-question",
  translations: "field-translations",
  "attached-to": "field-files",
  doubles: "field-doubles",
  apart: "field-apart",
} as const satisfies Record<string, keyof Messages>;

const DEED = {
  record: "deed-record",
  edit: "deed-edit",
  tag: "deed-tag",
  import: "deed-import",
  erase: "deed-erase",
  undo: "deed-undo",
  redo: "deed-redo",
  settle: "deed-settle",
  permission: "deed-permission",
  consolidate: "deed-consolidate",
  attach: "deed-attach",
} as const satisfies Record<string, keyof Messages>;

/** Follows from another change, or says nothing to a person. */
const BOOKKEEPING: ReadonlySet<string> = new Set(["segments-been", "reference", "key", "order"]);

function known<Names extends object>(names: Names, name: string): name is Extract<keyof Names, string> {
  return Object.hasOwn(names, name);
}

/** What a field is called; one of a newer version is something else. */
export function fieldName(field: string): (typeof FIELD)[keyof typeof FIELD] | "field-other" {
  return known(FIELD, field) ? FIELD[field] : "field-other";
}

export type Entry = {
  at: number;
  who: string;
  /** On whose laptop; empty where it was their own. */
  laptop: string;
  deed: (typeof DEED)[keyof typeof DEED] | "deed-other";
  /** What it changed. Empty for the first entry: what was recorded is what is shown. */
  changes: ChangeView[];
};

/** The entries, oldest first. */
export function entries(history: readonly ChangeView[]): Entry[] {
  const made: Entry[] = [];
  let last: ChangeView | undefined;
  for (const change of [...history].sort((a, b) => a.at - b.at)) {
    const goesOn =
      last?.at === change.at && last.who === change.who && last.laptop === change.laptop && last.deed === change.deed;
    last = change;
    if (!goesOn) {
      const deed = known(DEED, change.deed) ? DEED[change.deed] : "deed-other";
      made.push({ at: change.at, who: change.who, laptop: change.laptop, deed, changes: [] });
    }
    const entry = made.at(-1);
    const begins = change.deed === "record" || change.deed === "import";
    if (entry && !begins && !BOOKKEEPING.has(change.field)) entry.changes.push(change);
  }
  return made;
}
