// Every action of the window that has a key or can be given one: where it is possible, what it is called, and the key it comes
// with. Known before its screen is loaded, so that each can be looked up and given another key.
import { t, type Messages } from "$lib/messages/index.svelte";
import { unfit, type Chord } from "./chord";

type Plain = { [Key in keyof Messages]: Messages[Key] extends null ? Key : never }[keyof Messages];

/** Where actions are possible; two with one key are never possible at once but by what is possible everywhere. */
export const PLACED = {
  everywhere: "keys-everywhere",
  capture: "nav-capture",
  tidy: "keys-tidy",
  contributions: "nav-contributions",
  conflicts: "conflicts-title",
  pairs: "pairs-title",
  import: "import-title",
  briefs: "nav-briefs",
  brief: "keys-brief",
  release: "release-title",
  programme: "nav-programme",
  exchange: "nav-exchange",
  dialog: "keys-dialog",
} as const satisfies Record<string, Plain>;
export type Placed = keyof typeof PLACED;

type Listed = {
  where: Placed;
  name: () => string;
  /** Other words that people look for it by; never shown. */
  words?: () => string;
  /** Empty where it comes without a key. */
  chord: Chord;
  /** A second key for it, which other programs have for the same. */
  also?: Chord;
  /** What has the focus reads the key itself, and it means something else elsewhere: it is shown, and stays as it is. */
  fixed?: boolean;
  /** In a text field the key is the field's own: undo, for one. */
  notWhileWriting?: boolean;
  /** Also while a dialog lies over the rest. */
  overDialogs?: boolean;
};

const go = (place: Plain, number: number): Listed => ({
  where: "everywhere",
  name: () => t("palette-go", { place: t(place) }),
  chord: `alt+${number}`,
});
const kind = (number: number): Listed => ({
  where: "capture",
  name: () => t("keys-kind", { number }),
  chord: `ctrl+${number}`,
});
const make = (type: Plain): Listed => ({
  where: "brief",
  name: () => t("brief-make", { type: t(type) }),
  chord: "",
});
const one = (where: Placed, name: Plain, chord: Chord, more: Partial<Listed> = {}): Listed => ({
  where,
  name: () => t(name),
  chord,
  ...more,
});
const fixed = (where: Placed, name: Plain, chord: Chord) => one(where, name, chord, { fixed: true });

export const ACTIONS = {
  palette: one("everywhere", "palette-title", "ctrl+k"),
  "go-overview": go("nav-overview", 1),
  "go-capture": go("nav-capture", 2),
  "go-contributions": go("nav-contributions", 3),
  "go-briefs": go("nav-briefs", 4),
  "go-programme": go("nav-programme", 5),
  "go-exchange": go("nav-exchange", 6),
  "go-conflicts": one("everywhere", "conflicts-go", ""),
  "go-pairs": one("everywhere", "pairs-go", ""),
  undo: one("everywhere", "undo-do", "ctrl+z", { notWhileWriting: true }),
  redo: one("everywhere", "redo-do", "ctrl+shift+z", { also: "ctrl+y", notWhileWriting: true }),
  settings: one("everywhere", "settings-title", "ctrl+,"),
  who: one("everywhere", "who-anywhere", "ctrl+shift+b"),
  "who-number": fixed("everywhere", "keys-who-number", "digit"),
  lock: one("everywhere", "nav-lock", "ctrl+shift+l", { overDialogs: true }),
  check: one("everywhere", "check-title", ""),

  "take-in": one("exchange", "exchange-take-in", "ctrl+shift+o"),
  "visit-server": one("exchange", "server-visit", ""),
  "hand-over": one("exchange", "exchange-hand-over", "ctrl+shift+s"),
  pack: one("exchange", "exchange-pack", ""),
  invite: one("exchange", "exchange-invite", ""),
  forgotten: one("exchange", "help-forgotten", ""),

  record: fixed("capture", "compose-record", "enter"),
  "line-break": fixed("capture", "keys-line-break", "shift+enter"),
  next: one("capture", "compose-record-next", "ctrl+enter"),
  group: one("capture", "speaker-choose-group", "ctrl+g"),
  organisation: one("capture", "speaker-organisation", "ctrl+shift+g"),
  language: one("capture", "speaker-language", "ctrl+l"),
  interpreted: one("capture", "speaker-interpreted", "ctrl+i"),
  verbatim: one("capture", "speaker-verbatim", "ctrl+b"),
  may: one("capture", "may-choose", "ctrl+u"),
  rule: one("capture", "rule-title", "ctrl+e"),
  node: one("capture", "compose-add-node-label", "ctrl+j"),
  accept: fixed("capture", "compose-accept", "tab"),
  "turn-to-next": fixed("capture", "keys-next-suggestion", "arrowdown"),
  dismiss: fixed("capture", "compose-dismiss-all", "escape"),
  "kind-1": kind(1),
  "kind-2": kind(2),
  "kind-3": kind(3),
  "kind-4": kind(4),
  "kind-5": kind(5),
  "kind-6": kind(6),
  "kind-7": kind(7),
  "kind-8": kind(8),
  "kind-9": kind(9),
  park: one("capture", "compose-park", "ctrl+d"),
  parked: one("capture", "aside-go-parked", "ctrl+shift+a"),
  resume: one("capture", "keys-resume", "ctrl+shift+d"),
  "do-not-keep": one("capture", "compose-do-not-keep", "ctrl+shift+backspace"),
  reassign: one("capture", "recorded-reassign", "ctrl+shift+j"),
  presence: one("capture", "aside-presence", "ctrl+shift+p"),
  note: one("capture", "note-title", "ctrl+shift+n"),
  question: one("capture", "round-question-next", "ctrl+shift+o"),
  clock: one("capture", "aside-clock-restart", "ctrl+shift+s"),
  typing: one("capture", "typing-title", "ctrl+shift+y"),
  "goes-on": one("capture", "keys-goes-on", "alt+enter"),
  screen: one("capture", "keys-screen", "f9"),
  "screen-close": one("capture", "round-room-screen-close", "shift+f9"),
  "close-round": one("capture", "round-close", "ctrl+shift+k"),

  "tidy-leave": fixed("tidy", "keys-tidy-leave", "enter"),
  "tidy-suggested": fixed("tidy", "keys-tidy-suggested", "digit"),
  "tidy-group": fixed("tidy", "tidy-choose-group", "g"),
  "tidy-node": fixed("tidy", "compose-add-node-label", "j"),
  "tidy-ended": fixed("tidy", "keys-tidy-ended", "t"),
  "tidy-reopen": one("tidy", "tidy-reopen", "ctrl+shift+k"),
  "tidy-done": one("tidy", "keys-tidy-done", "ctrl+enter"),

  search: one("contributions", "search-label", "ctrl+f"),
  "search-sign": fixed("contributions", "search-label", "/"),
  open: fixed("contributions", "keys-open", "enter"),
  select: fixed("contributions", "keys-select", "space"),
  "select-down": fixed("contributions", "keys-select-stretch", "shift+arrowdown"),
  "select-all": fixed("contributions", "keys-select-all", "ctrl+a"),
  "change-tags": one("contributions", "many-tags", "ctrl+shift+t"),
  "change-groups": one("contributions", "many-groups", "ctrl+shift+g"),
  "change-kind": one("contributions", "many-kind", "ctrl+shift+k"),
  "change-state": one("contributions", "many-state", "ctrl+shift+s"),
  "change-permission": one("contributions", "many-permission", "ctrl+shift+p"),
  pair: one("contributions", "many-pair", ""),
  correct: one("contributions", "correct-name", "ctrl+e"),
  translate: one("contributions", "translate-name", ""),
  attach: one("contributions", "attach-name", "ctrl+shift+a"),
  withdraw: one("contributions", "withdraw-name", ""),
  erase: one("contributions", "erase-name", ""),
  "close-opened": fixed("contributions", "keys-close-opened", "escape"),

  "conflict-keep": fixed("conflicts", "keys-conflict-digit", "digit"),
  "conflict-next": fixed("conflicts", "conflict-next", "n"),
  "conflict-previous": fixed("conflicts", "conflict-previous", "p"),

  "pair-accept": fixed("pairs", "pair-accept", "a"),
  "pair-refuse": fixed("pairs", "pair-refuse", "r"),
  "pair-next": fixed("pairs", "conflict-next", "n"),
  "pair-previous": fixed("pairs", "conflict-previous", "p"),

  "import-choose": one("everywhere", "import-choose-table", "", { words: () => t("import-found-by") }),
  "import-cancel": one("import", "import-cancel", "escape"),
  "import-record": one("import", "keys-import-record", "ctrl+enter"),

  "brief-new": one("briefs", "brief-new", "ctrl+n"),

  "brief-who": one("brief", "who-this", "ctrl+e"),
  "brief-release": one("brief", "brief-release", "ctrl+shift+e"),
  "brief-next-repair": one("brief", "brief-next-repair", "f8"),
  "brief-last-repair": one("brief", "brief-last-repair", "shift+f8"),
  "brief-outline": one("brief", "brief-outline", "f6"),
  "brief-evidence": one("brief", "brief-evidence", "f7"),
  "brief-seek": one("brief", "brief-seek", "ctrl+j"),
  "brief-split": fixed("brief", "keys-brief-split", "enter"),
  "brief-line-break": fixed("brief", "keys-line-break", "shift+enter"),
  "brief-below": one("brief", "brief-begin-below", "ctrl+enter"),
  "brief-up": one("brief", "brief-move-up", "alt+arrowup"),
  "brief-down": one("brief", "brief-move-down", "alt+arrowdown"),
  "brief-type-finding": make("brief-type-finding"),
  "brief-type-process": make("brief-type-process"),
  "brief-type-context": make("brief-type-context"),
  "brief-type-remark": make("brief-type-remark"),
  "brief-put-away": one("brief", "brief-put-away-named", ""),
  "brief-rename": one("brief", "brief-rename", ""),
  "brief-close": one("brief", "brief-close", ""),

  "release-mend": fixed("release", "keys-release-mend", "enter"),
  "release-mend-number": fixed("release", "keys-release-mend-number", "digit"),
  "release-go": fixed("release", "keys-release-go", "g"),

  "plan-add": one("programme", "keys-plan-add", "ctrl+n"),
  "plan-up": one("programme", "plan-up", "alt+arrowup"),
  "plan-down": one("programme", "plan-down", "alt+arrowdown"),
  "plan-remove": one("programme", "plan-remove", "delete", { notWhileWriting: true }),

  "dialog-do": one("dialog", "keys-dialog-do", "ctrl+enter"),
} as const satisfies Record<string, Listed>;

export type ActionId = keyof typeof ACTIONS;

/** The kinds that have a key, in the order in which they stand. */
export const KINDS = [
  "kind-1",
  "kind-2",
  "kind-3",
  "kind-4",
  "kind-5",
  "kind-6",
  "kind-7",
  "kind-8",
  "kind-9",
] as const satisfies readonly ActionId[];

/** In the order in which they stand above. */
export const IDS = Object.keys(ACTIONS) as readonly ActionId[];

export const listed = (id: ActionId): Listed => ACTIONS[id];

/** Chosen keys, by action; an empty one: it has none. */
export type Chosen = Readonly<Partial<Record<ActionId, Chord>>>;

/** What was kept, without what can no longer be gone by: an action that is no more, a key that nobody can choose. */
export function valid(kept: Readonly<Record<string, string>>): Chosen {
  const fits = ([id, chord]: [string, string]) =>
    Object.hasOwn(ACTIONS, id) &&
    !listed(id as ActionId).fixed &&
    (chord === "" || chord === listed(id as ActionId).chord || unfit(chord) === null);
  return Object.fromEntries(Object.entries(kept).filter(fits));
}

/** The key of an action; empty where it has none. */
export function chordFor(id: ActionId, chosen: Chosen): Chord {
  return chosen[id] ?? listed(id).chord;
}

/** Every key that does an action. */
export function chordsFor(id: ActionId, chosen: Chosen): readonly Chord[] {
  return [chordFor(id, chosen), listed(id).also ?? ""].filter((chord) => chord !== "");
}

/** The action that has this key already where the other one would want it. */
export function holder(chord: Chord, wanting: ActionId, chosen: Chosen): ActionId | undefined {
  const { where } = listed(wanting);
  const meet = (other: Placed) => other === where || other === "everywhere" || where === "everywhere";
  return IDS.find((id) => id !== wanting && meet(listed(id).where) && chordsFor(id, chosen).includes(chord));
}

/** As `holder`, where it can give the key away: one that is fixed, or has it as its second key, cannot. */
export function canGive(id: ActionId, chord: Chord): boolean {
  const { fixed, also } = listed(id);
  return !fixed && also !== chord;
}

/** The chosen keys with one more; what had it before has none then. */
export function withKey(chosen: Chosen, id: ActionId, chord: Chord): Chosen {
  const before = chord === "" ? undefined : holder(chord, id, chosen);
  return withOwn(before ? withOwn(chosen, before, "") : chosen, id, chord);
}

/** What an action comes with is not kept: it changes where that does. */
function withOwn(chosen: Chosen, id: ActionId, chord: Chord): Chosen {
  const others = Object.entries(chosen).filter(([other]) => other !== id);
  return Object.fromEntries(listed(id).chord === chord ? others : [...others, [id, chord]]);
}
