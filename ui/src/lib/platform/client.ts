// Made from src-tauri/commands.in by ANTEROOM_WRITE_CLIENT=1 cargo test -p anteroom-window; a test fails where this differs from it.
import { invoke } from "@tauri-apps/api/core";
import { long, type Long } from "./long";

/**
 * A refusal or a failure.
 */
export type AppError = { 
/**
 * What a shell acts on; never changes its meaning.
 */
code: string, 
/**
 * A plain sentence.
 */
message: string, 
/**
 * What else there is to say, one line each: the refusals of a release check, the nearest names.
 */
details: Array<string>, };

/**
 * The rule under which a segment is held, most protective first.
 */
export type AttributionRule = "chatham-house" | "organisation-only" | "on-the-record";

/**
 * What a permission rests on.
 */
export type Basis = "announcement" | "form" | "in-person" | "clearance";

/**
 * What is to become of them; what is not said stays.
 */
export type Becomes = { tag: Array<string>, untag: Array<string>, addGroups: Array<string>, removeGroups: Array<string>, 
/**
 * An empty text takes the kind away.
 */
kind: string | null, state: string | null, answer: NewAnswer | null, };

/**
 * One action on many contributions.
 */
export type ChangeMany = { selected: Selected, becomes: Becomes, };

/**
 * One change in a contribution's history.
 */
export type ChangeView = { 
/**
 * Milliseconds since 1970, UTC.
 */
at: number, who: string, 
/**
 * A code of what was done: `record`, `tag`, `import`, `erase`, `undo`, …
 */
deed: string, field: string, from: string, to: string, };

/**
 * The answer to one question of consent, most protective first. Not having been asked counts as no.
 */
export type Consent = "refused" | "not-asked" | "given";

/**
 * One line of a list of contributions.
 */
export type ContributionRow = { id: string, reference: string, text: string, 
/**
 * What matched, as `[from, to)` in UTF-16 code units of `text`.
 */
highlights: Array<[number, number]>, 
/**
 * BCP 47; `und` where nobody knows.
 */
language: string, kind: Labelled | null, groups: Array<Labelled>, nodes: Array<NodeLabel>, permissions: Permissions, wording: Wording, state: string, 
/**
 * The round it was given in; empty while that is to be tidied up.
 */
segment: string, session: string, speaker: string, organisation: string, source: string, 
/**
 * Milliseconds since 1970, UTC.
 */
recordedAt: number, saidAt: number | null, 
/**
 * Names of the fields that were changed on two sides.
 */
conflicts: Array<string>, };

/**
 * A contribution, opened.
 */
export type ContributionView = { row: ContributionRow, rule: AttributionRule, history: Array<ChangeView>, 
/**
 * Each field in conflict, with all the values that stand against each other.
 */
standingAgainst: Array<Standing>, };

/**
 * What a list can be narrowed by.
 */
export type FiltersView = { sessions: Array<SessionView>, groups: Array<Labelled>, nodes: Array<NodeLabel>, kinds: Array<Labelled>, languages: Array<string>, };

/**
 * What to find. Everything empty: all contributions, newest first.
 */
export type FindContributions = { words: string, session: string | null, segment: string | null, group: string | null, node: string | null, kind: string | null, language: string | null, speaker: string | null, 
/**
 * `share`, `quote`, `name-organisation` or `name-person`, then `:given`, `:refused` or `:not-asked`.
 */
permission: string | null, state: string | null, sort: Sort, offset: number, limit: number, };

/**
 * A page of contributions, and how many there are in all.
 */
export type FoundView = { total: number, rows: Array<ContributionRow>, };

/**
 * A key and what people read for it.
 */
export type Labelled = { key: string, label: string, };

export type Look = { theme: Theme, 
/**
 * BCP 47; empty: as the system has it.
 */
language: string, textSize: TextSize, };

/**
 * An answer to one question of consent.
 */
export type NewAnswer = { 
/**
 * `share`, `quote`, `name-organisation` or `name-person`.
 */
question: string, consent: Consent, 
/**
 * What it rests on. Whatever loosens an answer names this.
 */
basis: Basis | null, };

/**
 * An objective, principle or goal as a tag.
 */
export type NodeLabel = { key: string, level: string, 
/**
 * How it is addressed in speech: `6`, `b`.
 */
mark: string, short: string, title: string, 
/**
 * Whether the title stands in English because the asked language has none on record.
 */
titleFallsBack: boolean, 
/**
 * The colour and mark of the formal grouping it belongs to; empty where it belongs to none.
 */
colour: string, grouping: string, };

/**
 * A consultation at a glance.
 */
export type OverviewView = { name: string, 
/**
 * `sample` or `practice` where it is not a real one; empty otherwise.
 */
illustration: string, framework: string, contributions: number, };

/**
 * One answer with what it rests on.
 */
export type Permission = { consent: Consent, basis: Basis | null, };

/**
 * What the speaker allowed, question by question.
 */
export type Permissions = { share: Permission, quote: Permission, nameOrganisation: Permission, namePerson: Permission, };

/**
 * Which contributions an action is about.
 */
export type Selected = { 
/**
 * All that fit this question. `null`: only those that are listed.
 */
allOf: FindContributions | null, 
/**
 * By id or short reference: those that are meant; beside a question those that are not.
 */
ids: Array<string>, };

/**
 * A session with its rounds.
 */
export type SessionView = { id: string, name: string, stage: string, rounds: Array<Labelled>, };

/**
 * The order of a list.
 */
export type Sort = "newest" | "oldest" | "reference" | "relevance";

/**
 * The values that stand against each other in one field.
 */
export type Standing = { field: string, values: Array<string>, };

/**
 * How far some work is.
 */
export type Step = { done: number, of: number, };

/**
 * A text that is perhaps still being typed.
 */
export type SuggestObjectives = { text: string, 
/**
 * BCP 47. Empty or `und`: it is guessed.
 */
language: string, };

/**
 * An objective, principle or goal that a text may be about.
 */
export type Suggestion = { node: NodeLabel, 
/**
 * Whether it rests on our list of words rather than on the framework's own.
 */
ours: boolean, };

/**
 * An action, by its code and the number of records it touched.
 */
export type Taken = { 
/**
 * `record`, `tag`, `import`, …; empty where a newer version did it.
 */
deed: string, records: number, };

/**
 * How large everything in the window is.
 */
export type TextSize = "small" | "normal" | "large" | "largest";

export type Theme = "system" | "light" | "dark";

/**
 * What stands before the page.
 */
export type Threshold = { 
/**
 * The name of the chosen folder, without its ending; empty while none is chosen.
 */
name: string, 
/**
 * Where it lies.
 */
place: string, open: boolean, };

/**
 * Something that a screen shows.
 */
export type Topic = "programme" | "contributions" | "turns" | "presence" | "briefs" | "drafts";

/**
 * What undo and redo would do now.
 */
export type Undoable = { undo: Taken | null, redo: Taken | null, };

/**
 * What was taken back or done again, and what was not.
 */
export type Undone = { 
/**
 * A code of the action: `record`, `tag`, `import`, …
 */
deed: string, records: number, 
/**
 * A sentence for each thing that stays as it is.
 */
leftOut: Array<string>, };

/**
 * What the page sends is the passphrase alone; what arrives is never shown.
 */
export type Unlocking = string;

/**
 * How the words were taken down, most protective first: only what is word for word can be quoted.
 */
export type Wording = "interpreted" | "paraphrase" | "verbatim";

/** Which consultation the window is about, and whether it stands open. */
export const threshold = (): Promise<Threshold> => invoke("threshold");
/** Lets a person choose a consultation's folder, in a dialog of the system. */
export const choose = (): Promise<Threshold> => invoke("choose");
/** Opens it. */
export const unlock = (input: Unlocking): Promise<OverviewView> => invoke("unlock", { input });
/** Closes it: no key and no word of it stays in memory. */
export const lock = (): Promise<Threshold> => invoke("lock");
/** The consultation at a glance. */
export const overview = (): Promise<OverviewView> => invoke("overview");
/** What a list can be narrowed by. */
export const filters = (): Promise<FiltersView> => invoke("filters");
/** A page of the contributions that fit. */
export const find = (input: FindContributions): Promise<FoundView> => invoke("find", { input });
/** One contribution with its history. */
export const show = (input: string): Promise<ContributionView> => invoke("show", { input });
/** The ids of a stretch of a list, at most 5,000. */
export const stretch = (input: FindContributions): Promise<Array<string>> => invoke("stretch", { input });
/** Changes many contributions in one action, and says how many. */
export const changeMany = (input: ChangeMany, told: (step: Step) => void): Long<number> => long("change_many", input, told);
/** Calls off what takes long, by the number of its channel. */
export const callOff = (input: number): Promise<null> => invoke("call_off", { input });
/** Takes back the last action that holds. */
export const undo = (): Promise<Undone> => invoke("undo");
/** Does again what was taken back last. */
export const redo = (): Promise<Undone> => invoke("redo");
/** What undo and redo would do now. */
export const undoable = (): Promise<Undoable> => invoke("undoable");
/** What a text may be about, likeliest first: shown, never applied unasked. */
export const suggest = (input: SuggestObjectives): Promise<Array<Suggestion>> => invoke("suggest", { input });
/** In which language labels are read and refusals are said. BCP 47. */
export const speak = (input: string): Promise<null> => invoke("speak", { input });
/** How the window looks, as it was left. */
export const look = (): Promise<Look> => invoke("look");
/** Keeps how the window is to look. */
export const keepLook = (input: Look): Promise<Look> => invoke("keep_look", { input });
