// What a table's columns can mean, as a person chooses it: a column, or one value for all rows.
import type { Messages } from "$lib/messages/index.svelte";
import type { FiltersView, Mapping } from "$lib/platform";

type Plain = { [Key in keyof Messages]: Messages[Key] extends null ? Key : never }[keyof Messages];

export type Field = Exclude<keyof Mapping, "basis" | "source" | "unknownGroups" | "otherUnknownGroups">;

/** One value for all rows: `name` where it is somebody's word, `says` where it is ours. */
export type Fixed = { value: string; name?: string; says?: Plain };

export type Target = {
  field: Field;
  label: Plain;
  /** What holds where nothing is chosen. */
  nothing: Plain;
};

export const TARGETS: readonly Target[] = [
  { field: "text", label: "import-text", nothing: "import-choose" },
  { field: "language", label: "filter-language", nothing: "import-guessed" },
  { field: "group", label: "filter-group", nothing: "import-nothing" },
  { field: "speaker", label: "import-speaker", nothing: "import-nothing" },
  { field: "kind", label: "filter-kind", nothing: "import-nothing" },
  { field: "node", label: "filter-node", nothing: "import-nothing" },
  { field: "date", label: "import-when", nothing: "import-nothing" },
  { field: "round", label: "import-round", nothing: "import-nothing" },
  { field: "state", label: "filter-state", nothing: "import-nothing" },
];

export const PERMISSIONS: readonly Target[] = [
  { field: "share", label: "ask-share", nothing: "import-not-asked" },
  { field: "quote", label: "ask-quote", nothing: "import-not-asked" },
  { field: "nameOrganisation", label: "ask-name-organisation", nothing: "import-not-asked" },
  { field: "namePerson", label: "ask-name-person", nothing: "import-not-asked" },
];

const LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"];

/** The values that all rows can have, beside those of a column. */
export function fixed(field: Field, view: FiltersView, language: (tag: string) => string): Fixed[] {
  switch (field) {
    case "language":
      return [...new Set([...LANGUAGES, ...view.languages])]
        .filter((tag) => tag !== "und")
        .map((tag) => ({ value: tag, name: language(tag) }));
    case "group":
      return view.groups.map(({ key, label }) => ({ value: key, name: label }));
    case "kind":
      return view.kinds.map(({ key, label }) => ({ value: key, name: label }));
    case "node":
      return view.nodes.map(({ key, mark, short }) => ({ value: key, name: `${mark} ${short}` }));
    case "round":
      return view.sessions.flatMap((session) =>
        session.rounds.map((round) => ({ value: round.key, name: `${session.name} · ${round.label}` })),
      );
    case "state":
      return [
        { value: "accepted", says: "state-accepted" },
        { value: "set-aside", says: "state-set-aside" },
      ];
    case "share":
    case "quote":
    case "nameOrganisation":
    case "namePerson":
      return [
        { value: "given", says: "consent-given" },
        { value: "refused", says: "consent-refused" },
      ];
    default:
      return [];
  }
}

/** Whether some permission is given, so that it has to rest on something. */
export function widens(mapping: Mapping): boolean {
  return PERMISSIONS.some(({ field }) => mapping[field] !== null && mapping[field] !== "refused");
}
