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
 * What can be chosen while something is taken down.
 */
export type CaptureLists = { kinds: Array<Labelled>, groups: Array<Labelled>, nodes: Array<NumberedNode>, organisations: Array<OrganisationLabel>, };

/**
 * All of the screen.
 */
export type CaptureView = { room: RoomView | null, 
/**
 * Where none is open: what can be opened.
 */
rounds: Array<RoundChoice>, composed: Composed, parked: Array<ParkedView>, 
/**
 * What was recorded in the round, newest first: the last fifty.
 */
recorded: Array<ContributionRow>, total: number, remarks: Array<RemarkView>, };

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
 * What stands in the composer. Kind, objectives and word for word hold for this text alone.
 */
export type Composed = { text: string, 
/**
 * Key.
 */
kind: string | null, 
/**
 * Keys.
 */
nodes: Array<string>, verbatim: boolean, };

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
 * What is not to be kept.
 */
export type DoNotKeep = "composed" | { "parked": string } | { "recorded": string };

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
 * How a group is there.
 */
export type GroupPresence = { group: Labelled, 
/**
 * One of `not-expected`, `expected`, `in-the-room`, `spoke`.
 */
is: string, 
/**
 * How many of its organisations are in the room or spoke; 0 where nobody counted.
 */
organisations: number, 
/**
 * How many speakers of it were heard.
 */
heard: number, };

/**
 * Somebody who spoke in the round.
 */
export type InterventionView = { turn: string, speaker: string, groups: Array<Labelled>, 
/**
 * Milliseconds since 1970, UTC.
 */
began: number, };

/**
 * After a draft was kept.
 */
export type Kept = { 
/**
 * Milliseconds since 1970, UTC.
 */
at: number, 
/**
 * BCP 47; none where it cannot be said yet.
 */
language: string | null, };

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
 * An objective or principle, with the words it is found by.
 */
export type NumberedNode = { node: NodeLabel, 
/**
 * In the window's language and in English.
 */
words: string, };

/**
 * A round is to be opened.
 */
export type OpenRound = { 
/**
 * Its id.
 */
round: string, 
/**
 * So many minutes ago, where somebody comes late to take it down.
 */
minutesAgo: number, };

export type OrganisationLabel = { name: string, 
/**
 * Keys.
 */
groups: Array<string>, };

/**
 * A consultation at a glance.
 */
export type OverviewView = { name: string, 
/**
 * `sample` or `practice` where it is not a real one; empty otherwise.
 */
illustration: string, framework: string, contributions: number, };

/**
 * A draft that waits while somebody else is heard.
 */
export type ParkedView = { name: string, text: string, number: number, groups: Array<Labelled>, 
/**
 * Milliseconds since 1970, UTC.
 */
at: number, 
/**
 * The round it belongs to, where that is not the one that is open.
 */
elsewhere: string, };

/**
 * One answer with what it rests on.
 */
export type Permission = { consent: Consent, basis: Basis | null, };

/**
 * What the speaker allowed, question by question.
 */
export type Permissions = { share: Permission, quote: Permission, nameOrganisation: Permission, namePerson: Permission, };

/**
 * What the speaker answers.
 */
export type Permit = { share: Consent, quote: Consent, nameOrganisation: Consent, namePerson: Consent, 
/**
 * What a new answer rests on; in person where it is not said.
 */
basis: Basis | null, 
/**
 * Whether it holds for what was recorded of this turn before, too.
 */
alsoBefore: boolean, };

/**
 * Who is there.
 */
export type PresenceView = { groups: Array<GroupPresence>, };

/**
 * What is to be added to a contribution.
 */
export type PutRight = { 
/**
 * Its id.
 */
contribution: string, 
/**
 * Labels or keys.
 */
groups: Array<string>, 
/**
 * Ids, numbers, letters.
 */
nodes: Array<string>, };

/**
 * To whom or to what contributions are to be given; what is empty stays as it is.
 */
export type Reassign = { 
/**
 * Ids.
 */
contributions: Array<string>, 
/**
 * The turn of somebody who spoke; `new` for somebody who has not been noted yet.
 */
turn: string | null, 
/**
 * Labels or keys, in the place of those that stand there.
 */
groups: Array<string> | null, 
/**
 * Counted from 1; 0: none.
 */
question: number | null, 
/**
 * The id of a round.
 */
round: string | null, };

/**
 * What stands in the composer is to be recorded.
 */
export type RecordInTurn = { composed: Composed, 
/**
 * Whether somebody else speaks from now on. Then nothing need stand there.
 */
next: boolean, };

/**
 * After something was recorded.
 */
export type Recorded = { 
/**
 * Where something was.
 */
row: ContributionRow | null, room: RoomView, };

/**
 * What a facilitator noted for themselves.
 */
export type RemarkView = { text: string, 
/**
 * Milliseconds since 1970, UTC.
 */
at: number, };

/**
 * A parked draft is to be taken up; what stands in the composer is parked in its stead.
 */
export type Resume = { name: string, composed: Composed, };

/**
 * The round that is open here, and who speaks.
 */
export type RoomView = { round: string, name: string, session: string, rule: AttributionRule, 
/**
 * What was announced to the round.
 */
announced: Permissions, questions: Array<string>, 
/**
 * Counted from 1; 0: none.
 */
question: number, 
/**
 * Seconds that a speaker has.
 */
timeLimit: number | null, 
/**
 * Milliseconds since 1970, UTC; so the next two.
 */
opened: number, closed: number | null, began: number, 
/**
 * The how manieth speaker of the round.
 */
number: number, groups: Array<Labelled>, organisation: string, 
/**
 * Empty where it is guessed, text by text.
 */
language: string, interpreted: boolean, permissions: Permissions, 
/**
 * What was recorded of this intervention so far.
 */
recorded: Array<string>, 
/**
 * Who speaks again once the draft that was taken up is recorded; 0: nobody.
 */
backTo: number, };

/**
 * A round that can be opened.
 */
export type RoundChoice = { id: string, name: string, session: string, rule: AttributionRule, questions: Array<string>, 
/**
 * When it is to begin, where somebody said so. Milliseconds since 1970, UTC.
 */
starts: number | null, };

/**
 * How a group or an organisation is there.
 */
export type SayPresence = { 
/**
 * The key of a group, or a name.
 */
who: string, 
/**
 * One of `not-expected`, `expected`, `in-the-room`, `spoke`.
 */
is: string, };

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
 * What is said about who is speaking; all of it, each time.
 */
export type Speaking = { 
/**
 * Labels or keys.
 */
groups: Array<string>, 
/**
 * By name; empty where nobody noted it.
 */
organisation: string, 
/**
 * BCP 47; empty where it is to be guessed.
 */
language: string, interpreted: boolean, 
/**
 * The turn of somebody who speaks again.
 */
again: string | null, };

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
 * What lacks something when the round closes.
 */
export type TidyView = { round: string, session: string, 
/**
 * How many were recorded.
 */
recorded: number, lacking: Array<ContributionRow>, parked: Array<ParkedView>, };

/**
 * Something that a screen shows.
 */
export type Topic = "programme" | "contributions" | "turns" | "presence" | "briefs" | "drafts";

/**
 * Who may be typing.
 */
export type TypingView = { 
/**
 * Persons, by the names they go by.
 */
known: Array<Labelled>, 
/**
 * Who is; empty where it is whom the computer belongs to and they have no name.
 */
now: Labelled, };

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
/** The round that is open here, with what is half typed and what was recorded last. */
export const capture = (): Promise<CaptureView> => invoke("capture");
/** What can be chosen while something is taken down. */
export const captureLists = (): Promise<CaptureLists> => invoke("capture_lists");
/** Opens a round: the first speaker has the floor. */
export const openRound = (input: OpenRound): Promise<CaptureView> => invoke("open_round", { input });
/** The next question is asked. Counted from 1; 0: none. */
export const askQuestion = (input: number): Promise<CaptureView> => invoke("ask_question", { input });
/** The speaker begins only now. */
export const restartClock = (): Promise<CaptureView> => invoke("restart_clock");
/** Closes the round, and says what lacks something. */
export const closeRound = (input: Composed): Promise<TidyView> => invoke("close_round", { input });
/** The round is done with: another one can be opened. */
export const leaveRound = (): Promise<CaptureView> => invoke("leave_round");
/** Keeps what is half typed. */
export const keepDraft = (input: Composed): Promise<Kept> => invoke("keep_draft", { input });
/** Records what stands in the composer; then, if so asked, the next one speaks. */
export const record = (input: RecordInTurn): Promise<Recorded> => invoke("record", { input });
/** Says who is speaking. */
export const speaking = (input: Speaking): Promise<RoomView> => invoke("speaking", { input });
/** Says what may be done with the speaker's words from now on. */
export const permit = (input: Permit): Promise<RoomView> => invoke("permit", { input });
/** Parks what stands in the composer. */
export const park = (input: Composed): Promise<CaptureView> => invoke("park", { input });
/** Takes a parked draft up. */
export const resume = (input: Resume): Promise<CaptureView> => invoke("resume", { input });
/** Records a parked draft as it is. */
export const recordParked = (input: string): Promise<CaptureView> => invoke("record_parked", { input });
/** Lets go of words for good. */
export const doNotKeep = (input: DoNotKeep): Promise<CaptureView> => invoke("do_not_keep", { input });
/** What lacks something in the round. */
export const tidy = (): Promise<TidyView> => invoke("tidy");
/** Adds what a contribution lacked. */
export const putRight = (input: PutRight): Promise<TidyView> => invoke("put_right", { input });
/** Who is there. */
export const presence = (): Promise<PresenceView> => invoke("presence");
/** Says how somebody is there. */
export const sayPresence = (input: SayPresence): Promise<PresenceView> => invoke("say_presence", { input });
/** Those who spoke in the round. */
export const interventions = (): Promise<Array<InterventionView>> => invoke("interventions");
/** Gives contributions to another speaker, group, question or round. */
export const reassign = (input: Reassign): Promise<CaptureView> => invoke("reassign", { input });
/** Keeps a facilitator's own note. */
export const note = (input: string): Promise<CaptureView> => invoke("note", { input });
/** Who may be typing, and who is. */
export const typing = (): Promise<TypingView> => invoke("typing");
/** Somebody else is typing from now on. */
export const handOver = (input: string): Promise<TypingView> => invoke("hand_over", { input });
