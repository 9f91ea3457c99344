// Made from src-tauri/commands.in by ANTEROOM_WRITE_CLIENT=1 cargo test -p anteroom-window; a test fails where this differs from it.
import { invoke } from "@tauri-apps/api/core";
import { long, type Long } from "./long";

/**
 * Who accepts an invitation.
 */
export type Accept = { name: string, passphrase: string, toldOfHelp: boolean, };

/**
 * Who accepted an invitation, before they are let in.
 */
export type AcceptanceView = { device: string, 
/**
 * By what name they were invited, and what they call themselves.
 */
name: string, ownName: string, roles: Array<Role>, 
/**
 * The four words that stand on their screen too.
 */
checkWords: string, };

/**
 * Something to add: at the end of its like.
 */
export type Addition = { 
/**
 * `stage`, `session`, `round` or `group`.
 */
what: string, 
/**
 * The id of the stage of a session, or of the session of a round.
 */
parent: string, name: string, };

/**
 * How a laptop is let in.
 */
export type Admission = { 
/**
 * Its id, or how it begins, or the name it goes by.
 */
device: string, 
/**
 * None: facilitator.
 */
roles: Array<Role>, 
/**
 * The member whose second laptop it is; empty: somebody new.
 */
personOf: string, 
/**
 * The lost laptop in whose place it comes: it belongs to the same member, and that one is cut off. Empty: none is lost.
 */
insteadOf: string, };

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
 * Which half-made thing of which contribution.
 */
export type AskHalf = { id: string, what: HalfMade, 
/**
 * The language of a translation that is there already and is being changed; empty for anything else.
 */
language: string, };

/**
 * Which pairs to show.
 */
export type AskPairs = { 
/**
 * `open`, `accepted` or `refused`; empty: all.
 */
which: string, offset: number, 
/**
 * 0: as many as are handed out at once.
 */
limit: number, };

/**
 * A brief, and for whom.
 */
export type AskRelease = { brief: string, audience: Audience, };

/**
 * A table, and what its columns mean.
 */
export type AskTable = { token: number, mapping: Mapping, };

/**
 * A paragraph by its number.
 */
export type AskWho = { brief: string, number: number, };

/**
 * A file attached to a contribution.
 */
export type AttachmentView = { id: string, 
/**
 * As the file was called.
 */
name: string, 
/**
 * `image/jpeg`; `application/octet-stream` where its bytes do not say.
 */
mediaType: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Whether a window can show it by itself.
 */
isPicture: boolean, 
/**
 * When it was attached: milliseconds since 1970, UTC.
 */
at: number, who: string, };

/**
 * The rule under which a segment is held, most protective first.
 */
export type AttributionRule = "chatham-house" | "organisation-only" | "on-the-record";

/**
 * Who is going to read a document, the closest first.
 */
export type Audience = "organisers" | "participants" | "states" | "public";

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
 * A paragraph to begin.
 */
export type BeginParagraph = { brief: string, 
/**
 * The key of its section.
 */
section: string, 
/**
 * Behind this one; at the end of the section where it is `None`.
 */
after: string | null, };

/**
 * What one of two laptops wrote that wrote under one key.
 */
export type BranchView = { 
/**
 * Its first entry, in hexadecimal: by how it begins, a branch is named.
 */
first: string, actions: number, contributions: number, 
/**
 * When the first and the newest of them were made, by the clock there. Milliseconds since 1970, UTC.
 */
begun: number, newest: number, 
/**
 * What an organiser decided; none: it waits.
 */
isApproved: boolean | null, };

/**
 * A brief in a list.
 */
export type BriefCard = { id: string, title: string, 
/**
 * BCP 47.
 */
language: string, template: string, paragraphs: number, words: number, 
/**
 * In words; 0 where its sections have none.
 */
budget: number, 
/**
 * How many paragraphs cite or quote something that was erased since.
 */
gone: number, };

/**
 * What a new brief can be: by which template, about what.
 */
export type BriefChoices = { templates: Array<TemplateView>, 
/**
 * The formal roundtables, each by its mark and title.
 */
roundtables: Array<Labelled>, sessions: Array<Labelled>, 
/**
 * The languages in which templates have their words, BCP 47.
 */
languages: Array<string>, };

/**
 * A brief, opened.
 */
export type BriefView = { id: string, title: string, 
/**
 * The language it is written in, BCP 47.
 */
language: string, 
/**
 * The name of the template it was laid out by.
 */
template: string, 
/**
 * The roundtable or session it is about; empty where it is about neither.
 */
about: string, audience: Audience, words: number, 
/**
 * In words; 0 where its sections have none.
 */
budget: number, sections: Array<SectionView>, 
/**
 * What stops a release to this audience.
 */
stops: number, 
/**
 * Quotations, and how many of them still stand in their sources as they were quoted.
 */
quotations: number, quotationsStanding: number, };

/**
 * A laptop that the sheet cuts off.
 */
export type BySheet = { suspension: Suspension, words: string, };

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
recorded: Array<ContributionRow>, total: number, remarks: Array<RemarkView>, 
/**
 * A note that is half typed.
 */
noting: string, };

/**
 * What a brief is called and for whom it is; what is `None` stays.
 */
export type ChangeBrief = { brief: string, title: string | null, audience: Audience | null, };

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
 * By what name the laptop goes where it was typed, or its owner; empty where that is who typed.
 */
laptop: string, 
/**
 * A code of what was done: `record`, `tag`, `import`, `erase`, `undo`, …
 */
deed: string, field: string, from: string, to: string, };

/**
 * What became of those that were selected.
 */
export type Changed = { selected: number, 
/**
 * The others were so already.
 */
changed: number, };

/**
 * Whether a consultation is as it was signed, as a person reads it.
 */
export type CheckView = { 
/**
 * Entries, each an action that somebody signed.
 */
commits: number, contributions: number, 
/**
 * What is wrong, for whoever mends it: without a word of a contribution. None where all is well.
 */
problems: Array<string>, 
/**
 * Whether nothing that anybody did is touched, and reading the journal anew mends it.
 */
isMendedByRebuilding: boolean, };

/**
 * A table that a person chose, with the token that stands for it.
 */
export type ChosenTable = { token: number, table: TableView, };

/**
 * A paragraph, and a contribution that it cites or no longer cites.
 */
export type CiteEvidence = { paragraph: string, 
/**
 * Its id or short reference.
 */
contribution: string, };

/**
 * A clock that is off.
 */
export type ClockView = { name: string, 
/**
 * `ahead` of the clock here; `behind` it, by as much at least; `put-back` from one entry to the next.
 */
how: string, minutes: number, };

/**
 * A column with what stands in it first.
 */
export type ColumnView = { name: string, first: string, };

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
 * A field with several values, until somebody settles it.
 */
export type ConflictView = { 
/**
 * The id of its record.
 */
record: string, 
/**
 * A word for what it is: `contribution`, `paragraph`, `round`, …
 */
kind: string, 
/**
 * The same as a person reads it.
 */
kindName: string, 
/**
 * A word for the field, by which it is settled: `text`, `language`, …
 */
field: string, fieldName: string, 
/**
 * How its record is spoken of: a contribution's short reference, the title of a paragraph's brief, a name.
 */
reference: string, 
/**
 * The words that it is about, where those stand in no conflict; empty otherwise.
 */
about: string, 
/**
 * BCP 47; `und` where nobody knows.
 */
language: string, 
/**
 * Whether it is somebody's words rather than a choice.
 */
isWords: boolean, 
/**
 * Whether something else can be written in their place.
 */
canWrite: boolean, 
/**
 * Whether each wording can become a record of its own.
 */
canSplit: boolean, 
/**
 * All different values, the latest first.
 */
values: Array<StandingValue>, 
/**
 * What stood there before; `null` where nothing did, or nobody here has it.
 */
before: StandingValue | null, };

/**
 * Where a server is, and who looks after it.
 */
export type Connect = { address: string, password: string, };

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
 * The translation, or the name of a file, that holds more of the words asked for than `text` does.
 */
foundIn: FoundInView | null, 
/**
 * BCP 47; `und` where nobody knows.
 */
language: string, kind: Labelled | null, groups: Array<Labelled>, nodes: Array<NodeLabel>, permissions: Permissions, wording: Wording, state: string, 
/**
 * The round it was given in; empty while that is to be tidied up.
 */
segment: string, session: string, 
/**
 * Which question of the round it answers, counted from 1; 0: none.
 */
question: number, speaker: string, organisation: string, source: string, 
/**
 * Milliseconds since 1970, UTC.
 */
recordedAt: number, saidAt: number | null, 
/**
 * Names of the fields that were changed on two sides.
 */
conflicts: Array<string>, 
/**
 * How many files are attached to it.
 */
files: number, 
/**
 * The short references of others that note the same: together they count once.
 */
doubles: Array<string>, };

/**
 * A contribution, opened.
 */
export type ContributionView = { row: ContributionRow, rule: AttributionRule, 
/**
 * The id of the round it was given in; empty while that is to be tidied up.
 */
round: string, 
/**
 * The question that it answers, as it was put; empty where there was none.
 */
asked: string, history: Array<ChangeView>, 
/**
 * Each field in conflict, with all the values that stand against each other.
 */
standingAgainst: Array<Standing>, 
/**
 * By language.
 */
translations: Array<TranslationView>, 
/**
 * The first one first.
 */
attachments: Array<AttachmentView>, 
/**
 * What somebody has begun and not given yet.
 */
halves: Array<HalfView>, };

/**
 * A contribution, and what is to be put right in it.
 */
export type CorrectOne = { id: string, correction: Correction, };

/**
 * What is to be put right; what is `None` stays.
 */
export type Correction = { text: string | null, language: string | null, kind: string | null, groups: Array<string> | null, 
/**
 * How it was taken down.
 */
wording: Wording | null, segment: string | null, 
/**
 * To which question of its round it was said, counted from 1; 0: none. Without it a move leaves it to none.
 */
question: number | null, 
/**
 * The name that the speaker goes by; made if nobody goes by it yet. Empty: nobody knows who said it.
 */
speaker: string | null, };

/**
 * What is not to be kept.
 */
export type DoNotKeep = "composed" | { "parked": string } | { "recorded": string };

/**
 * When a turn ended.
 */
export type EndTurn = { 
/**
 * Its id.
 */
turn: string, 
/**
 * Milliseconds since 1970, UTC.
 */
at: number, };

/**
 * A contribution that a paragraph cites.
 */
export type EvidenceView = { id: string, 
/**
 * `None` where it was erased.
 */
row: ContributionRow | null, 
/**
 * Whether the paragraph also quotes it.
 */
quoted: boolean, };

/**
 * The groups that are expected in a round: these and no others.
 */
export type Expectation = { round: string, groups: Array<string>, };

/**
 * What would become of all rows.
 */
export type Expected = { recorded: number, already: number, refused: number, 
/**
 * The first of those refused.
 */
firstRefused: Array<RefusedRow>, 
/**
 * The first names that no group of the consultation has, whatever was said of them: most rows first.
 */
unknownGroups: Array<MetGroup>, 
/**
 * So many there are.
 */
unknownGroupCount: number, };

/**
 * What an export left behind.
 */
export type ExportedBrief = { file: string, paragraphs: number, evidence: number, };

/**
 * What a list can be narrowed by.
 */
export type FiltersView = { sessions: Array<SessionView>, groups: Array<Labelled>, nodes: Array<NodeLabel>, kinds: Array<Labelled>, languages: Array<string>, };

/**
 * What to find. Everything empty: all contributions, newest first. Of session, segment, group, node and kind `-` asks for
 * what has none.
 */
export type FindContributions = { words: string, session: string | null, segment: string | null, group: string | null, node: string | null, kind: string | null, language: string | null, speaker: string | null, 
/**
 * `share`, `quote`, `name-organisation` or `name-person`, then `:given`, `:refused` or `:not-asked`.
 */
permission: string | null, state: string | null, 
/**
 * Whether something is attached.
 */
files: boolean | null, 
/**
 * Only what was changed on two sides and is not settled.
 */
conflicts: boolean, sort: Sort, offset: number, limit: number, };

/**
 * A translation, or the name of an attached file, in which the words asked for stand.
 */
export type FoundInView = { 
/**
 * BCP 47; empty of the name of a file.
 */
language: string, text: string, isFileName: boolean, 
/**
 * What matched, as `[from, to)` in UTF-16 code units of `text`.
 */
highlights: Array<[number, number]>, };

/**
 * A page of contributions, and how many there are in all.
 */
export type FoundView = { total: number, 
/**
 * How many of them are noted by somebody else, too, among them: so many fewer things were said.
 */
doubles: number, rows: Array<ContributionRow>, };

/**
 * A framework that a consultation can be founded with.
 */
export type FrameworkView = { key: string, name: string, version: string, 
/**
 * How it is cited: `A/RES/73/195`.
 */
citation: string, };

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
 * The same, with how it stands.
 */
export type Half = { id: string, what: HalfMade, 
/**
 * The language of a translation that is there already and is being changed; empty for anything else.
 */
language: string, 
/**
 * As whoever asks for it writes it down; empty where nothing is to be kept.
 */
words: string, };

/**
 * What can be begun with a contribution and given later.
 */
export type HalfMade = "correction" | "translation";

/**
 * Something half made of a contribution.
 */
export type HalfView = { what: HalfMade, 
/**
 * The language of a translation that is there already and is being changed; empty for anything else.
 */
language: string, };

/**
 * What is to be handed over.
 */
export type HandOverInput = { 
/**
 * Names or ids; none: everybody who takes part.
 */
to: Array<string>, 
/**
 * All of it, also what the others have.
 */
whole: boolean, 
/**
 * Names and contacts too.
 */
names: boolean, };

/**
 * What was handed over.
 */
export type HandedOverView = { 
/**
 * For whom, by name.
 */
to: Array<string>, commits: number, contributions: number, 
/**
 * Bytes.
 */
size: number, };

/**
 * The words that open a laptop whose passphrase was forgotten.
 */
export type HelpView = { 
/**
 * By what name the laptop goes here; empty where nothing ever came from it.
 */
name: string, checkWords: string, 
/**
 * Twelve words, to be said to whoever sits before it.
 */
words: string, };

/**
 * What became of the rows.
 */
export type ImportReport = { recorded: number, 
/**
 * Rows that were recorded before, here or on another laptop; also those erased since. A row whose import was taken back
 * is recorded again.
 */
already: number, refused: Array<RefusedRow>, };

/**
 * Somebody who spoke in the round.
 */
export type InterventionView = { turn: string, speaker: string, groups: Array<Labelled>, 
/**
 * Milliseconds since 1970, UTC.
 */
began: number, };

/**
 * Whom an organiser invites.
 */
export type Invite = { name: string, roles: Array<Role>, };

/**
 * What joining gives.
 */
export type Joined = { consultation: string, device: string, 
/**
 * The four words that the organiser should read too: of this laptop, and of the consultation.
 */
ownWords: string, consultationWords: string, };

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

/**
 * A laptop that another one let in.
 */
export type LetInView = { device: string, name: string, 
/**
 * The names of those that stand and fall with it.
 */
with: Array<string>, };

/**
 * Who may come in now.
 */
export type Logins = { 
/**
 * Where the server is, without who logs in.
 */
address: string, 
/**
 * By name, who got a login that lies in the next hand-over file.
 */
added: Array<string>, 
/**
 * By name, whose login was dropped, because they take part no longer.
 */
dropped: Array<string>, 
/**
 * By name, who can get none yet, because nothing can be sealed to them: their laptop has to hand over a file first.
 */
without: Array<string>, };

export type Look = { theme: Theme, 
/**
 * BCP 47; empty: as the system has it.
 */
language: string, textSize: TextSize, 
/**
 * After how many seconds without a touch the consultation locks; 0: never.
 */
lockAfter: number, 
/**
 * The keys that were chosen, by the name of the action; an empty one: it has none. The page knows the others.
 */
keys: { [key in string]: string }, };

/**
 * What the columns of a table mean. Each is a value for all rows, or `column:NAME`; `text` names a column. What is not
 * said, our own sheet and an export of Polis say themselves.
 */
export type Mapping = { text: string | null, language: string | null, group: string | null, kind: string | null, node: string | null, source: string | null, date: string | null, speaker: string | null, state: string | null, share: string | null, quote: string | null, nameOrganisation: string | null, namePerson: string | null, 
/**
 * What the given permissions rest on; in person where it is not said.
 */
basis: Basis | null, round: string | null, 
/**
 * What becomes of names that no group has, each by its name.
 */
unknownGroups: { [key in string]: UnknownGroup }, 
/**
 * What becomes of all others; their rows are refused where nothing is said.
 */
otherUnknownGroups: UnknownGroup, };

/**
 * A laptop that takes part.
 */
export type MemberView = { 
/**
 * Its key, in hexadecimal.
 */
device: string, 
/**
 * To whom it belongs; laptops of one person say the same.
 */
person: string, 
/**
 * By what name that person goes; empty where nobody said.
 */
name: string, roles: Array<Role>, isOwn: boolean, isFounder: boolean, 
/**
 * Whether it is an organiser's who stands before this computer: only the recovery sheet ends what it decides.
 */
standsBefore: boolean, 
/**
 * Whether an organiser has let it in and nobody has suspended it.
 */
isConfirmed: boolean, isSuspended: boolean, 
/**
 * Contributions it made.
 */
contributions: number, 
/**
 * Actions of it that wait for an organiser.
 */
waiting: number, 
/**
 * Whether two laptops have written under its key since a certain moment, and nobody has decided yet.
 */
hasForked: boolean, 
/**
 * What each of them wrote since then, decided or not.
 */
branches: Array<BranchView>, 
/**
 * Whether something of it waits for what nobody has brought yet.
 */
hasGap: boolean, 
/**
 * When it last did something that is here, and when its last file came. Milliseconds since 1970, UTC.
 */
newest: number | null, cameAt: number | null, 
/**
 * Whether files can be sealed to it.
 */
canReceive: boolean, };

/**
 * Everybody.
 */
export type MembersView = { members: Array<MemberView>, strangers: Array<StrangerView>, 
/**
 * Whether whoever sits here may let in and suspend.
 */
mayDecide: boolean, 
/**
 * Whether this computer has been let in.
 */
isConfirmed: boolean, 
/**
 * By what name this computer goes.
 */
ownName: string, 
/**
 * The four words of this computer's key, and of the consultation: to be compared with another screen.
 */
ownWords: string, consultationWords: string, 
/**
 * Contributions hidden because somebody erased more than one laptop may, until a second organiser confirms.
 */
unconfirmed: number, 
/**
 * Whether anything is: a name may be, or a file, and no contribution with it.
 */
awaitsSecond: boolean, 
/**
 * Whether this laptop can be the second one for any of them.
 */
mayConfirm: boolean, };

/**
 * What one merge brought.
 */
export type MergeView = { 
/**
 * When it came. Milliseconds since 1970, UTC.
 */
at: number, 
/**
 * From whom.
 */
from: string, device: string, madeAt: number, 
/**
 * Entries that were not here.
 */
commits: number, new: number, changed: number, 
/**
 * Ids of contributions in which something stands against something else now.
 */
conflicts: Array<string>, erased: number, hidden: number, waiting: Array<WaitsView>, strangers: Array<string>, refused: Array<RefusedView>, 
/**
 * Entries that others name and nobody has brought yet.
 */
lacksEntries: number, lacksWords: number, clocks: Array<ClockView>, isCloned: boolean, isNews: boolean, 
/**
 * All of it, as text.
 */
text: string, };

/**
 * A name of a group that the consultation does not have.
 */
export type MetGroup = { 
/**
 * As it was met first.
 */
name: string, 
/**
 * So many rows name it.
 */
rows: number, 
/**
 * The groups that come nearest.
 */
nearest: Array<Labelled>, };

/**
 * Where a paragraph is to stand.
 */
export type MoveParagraph = { paragraph: string, 
/**
 * The key of the section.
 */
section: string, 
/**
 * Before this one; at the end where it is `None`.
 */
before: string | null, };

/**
 * Two contributions by id or short reference, as a window names them.
 */
export type NameOfPair = { one: string, other: string, };

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
 * A new brief: for a formal roundtable or a session of the consultation.
 */
export type NewBrief = { 
/**
 * `roundtable-brief` or `stakeholder-summary`.
 */
template: string, 
/**
 * A formal roundtable, by its number or id.
 */
roundtable: string | null, 
/**
 * Or a session, by its name or id.
 */
session: string | null, 
/**
 * The title; that of what it is about where it is empty.
 */
title: string, 
/**
 * BCP 47; English where it is empty.
 */
language: string, };

/**
 * What a new consultation begins with.
 */
export type NewConsultation = { name: string, framework: string, 
/**
 * Midnight of the first and the last day, milliseconds since 1970, UTC, as far as they are known.
 */
starts: number | null, ends: number | null, passphrase: string, };

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
colour: string, grouping: string, 
/**
 * What the framework calls such a grouping, and what this one is about.
 */
groupingLevel: string, groupingTitle: string, };

/**
 * One of the two.
 */
export type NoteView = { row: ContributionRow, 
/**
 * Who noted it, where they have a name here; empty otherwise.
 */
who: string, 
/**
 * The letters of the series: which computer.
 */
series: string, 
/**
 * Whether it was noted on this computer.
 */
here: boolean, };

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

/**
 * An intervention without an end.
 */
export type OpenTurnView = { turn: string, speaker: string, groups: Array<Labelled>, 
/**
 * Milliseconds since 1970, UTC; so the next two.
 */
began: number, 
/**
 * When the last of it was recorded.
 */
last: number | null, 
/**
 * When the next one in the round began.
 */
next: number | null, 
/**
 * How many contributions were recorded of it.
 */
recorded: number, };

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
illustration: string, framework: string, 
/**
 * What was said: what is noted twice counts once.
 */
contributions: number, 
/**
 * How many notes there are beyond that.
 */
doubles: number, };

/**
 * An event pack that was made.
 */
export type PackView = { 
/**
 * The six words that open it. They are kept nowhere.
 */
words: string, 
/**
 * The four words by which tables know that it is this consultation.
 */
checkWords: string, size: number, };

/**
 * What people said of two contributions that might be one.
 */
export type PairState = "proposed" | "accepted" | "refused" | "contested";

/**
 * Two contributions that are one, or may be.
 */
export type PairView = { state: PairState, 
/**
 * The one that was noted first, by the clocks.
 */
one: NoteView, other: NoteView, 
/**
 * Minutes between the two, by the clock of each computer; `null` where only a day is known.
 */
minutes: number | null, 
/**
 * How alike they read, from 0 to 100; `null` where a person put them together.
 */
likeness: number | null, 
/**
 * The short references of others that are one with these.
 */
with: Array<string>, };

/**
 * Pairs of one kind, and how many there are of each.
 */
export type PairsView = { 
/**
 * Nobody has said anything of them, or two laptops said different things.
 */
open: number, accepted: number, refused: number, 
/**
 * Those that were asked for, in the order in which they were noted.
 */
pairs: Array<PairView>, 
/**
 * How many of these there are in all.
 */
total: number, };

/**
 * A paragraph as it is written and read.
 */
export type ParagraphView = { id: string, 
/**
 * Its number in the document, from 1; `None` while it has no words.
 */
number: number | null, statementType: StatementType, text: string, quotations: Array<QuotationView>, 
/**
 * Words in quotation marks that stand in nothing cited.
 */
unknown: Array<SpanView>, words: number, 
/**
 * Whether it was changed on two sides and nobody has settled which holds.
 */
unsettled: boolean, 
/**
 * All that it says, where that is more than one thing.
 */
standing: Array<string>, evidence: Array<EvidenceView>, 
/**
 * Distinct organisations behind it; an unaffiliated person is one.
 */
organisations: number, 
/**
 * Distinct groups behind it.
 */
groups: number, 
/**
 * Whether it is a finding that cites nothing that is still there.
 */
lacksEvidence: boolean, 
/**
 * How many contributions it cites that were erased since: it may not hold any more.
 */
gone: number, };

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
 * What is to be put right; what is `null` stays.
 */
export type PlanChange = { id: string, name: string | null, 
/**
 * Milliseconds since 1970, UTC; a negative one takes the date away.
 */
starts: number | null, ends: number | null, questions: Array<string> | null, 
/**
 * Seconds; 0 takes the limit away.
 */
timeLimit: number | null, rule: AttributionRule | null, basis: Basis | null, 
/**
 * What holds for quoting until a speaker says otherwise.
 */
quote: Consent | null, inUse: boolean | null, };

export type PlanGroup = { id: string, key: string, name: string, inUse: boolean, };

/**
 * One place up or down among its like.
 */
export type PlanMove = { id: string, up: boolean, };

export type PlanRound = { id: string, name: string, 
/**
 * Milliseconds since 1970, UTC.
 */
starts: number | null, ends: number | null, questions: Array<string>, 
/**
 * Seconds that a speaker has.
 */
timeLimit: number | null, rule: AttributionRule, 
/**
 * What sharing with the organisers rests on, as it is announced.
 */
basis: Basis | null, 
/**
 * What holds until a speaker says otherwise.
 */
permissions: Permissions, 
/**
 * Keys of the groups that are expected.
 */
expected: Array<string>, contributions: number, };

export type PlanSession = { id: string, name: string, 
/**
 * Milliseconds since 1970, UTC.
 */
starts: number | null, ends: number | null, rounds: Array<PlanRound>, };

export type PlanStage = { id: string, name: string, starts: number | null, ends: number | null, sessions: Array<PlanSession>, };

/**
 * Everything that can be laid out.
 */
export type PlanView = { id: string, name: string, 
/**
 * The framework by name, and how it is cited.
 */
framework: string, citation: string, 
/**
 * Milliseconds since 1970, UTC: midnight of the first and the last day.
 */
starts: number | null, ends: number | null, stages: Array<PlanStage>, groups: Array<PlanGroup>, };

/**
 * Who is there.
 */
export type PresenceView = { 
/**
 * Whether anybody noted who is in the room.
 */
noted: boolean, groups: Array<GroupPresence>, };

/**
 * One row as it would be recorded, or why it would not be.
 */
export type PreviewRow = { 
/**
 * From 1, not counting the header.
 */
row: number, text: string, language: string, groups: Array<Labelled>, kind: Labelled | null, nodes: Array<NodeLabel>, speaker: string, 
/**
 * The round.
 */
segment: string, saidAt: number | null, state: string, permissions: Permissions, 
/**
 * Why it would be refused; empty where it would not.
 */
refused: string, };

/**
 * What became of a page that was to be printed.
 */
export type Printed = "done" | "called-off" | "not-told";

/**
 * A contribution that a paragraph could cite.
 */
export type ProposalView = { row: ContributionRow, 
/**
 * Whether it speaks to what the brief is about.
 */
onSubject: boolean, 
/**
 * The numbers of the paragraphs that cite it already.
 */
citedBy: Array<number>, };

/**
 * What could be cited, the most relevant first.
 */
export type ProposalsView = { 
/**
 * How many there are in all.
 */
total: number, 
/**
 * Whether they are here because they read like the paragraph.
 */
alike: boolean, rows: Array<ProposalView>, };

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
 * A quotation in a paragraph.
 */
export type QuotationView = { 
/**
 * Of the words without their marks, in UTF-16 code units.
 */
from: number, to: number, contribution: string, reference: string, 
/**
 * Whether its words still stand in the source as they were quoted. Where they do not, `…` stands for them.
 */
stands: boolean, };

/**
 * How far it would reach.
 */
export type ReachView = { 
/**
 * How many contributions.
 */
contributions: number, 
/**
 * The short references of others that note the same words: they go, too.
 */
doubles: Array<string>, 
/**
 * The short references of what belongs to it and stays, because others recorded it: an organiser has to withdraw it.
 */
left: Array<string>, 
/**
 * The paragraphs that rest on any of it.
 */
resting: Array<Resting>, 
/**
 * How many of the contributions others recorded, beyond what one laptop may erase by itself: these are hidden at once, and gone
 * once another organiser confirms.
 */
beyond: number, };

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
 * A consultation that was opened on this computer.
 */
export type RecentView = { name: string, place: string, 
/**
 * Milliseconds since 1970, UTC.
 */
openedAt: number, 
/**
 * Whether it is still where it was.
 */
there: boolean, };

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
 * A row that was not recorded.
 */
export type RefusedRow = { 
/**
 * From 1, not counting the header.
 */
row: number, why: string, };

/**
 * Something that was not taken in.
 */
export type RefusedView = { what: string, why: string, count: number, name: string, };

/**
 * What the release check says.
 */
export type ReleaseView = { audience: Audience, paragraphs: number, 
/**
 * Distinct contributions that paragraphs cite.
 */
evidence: number, quotations: number, stops: Array<StopView>, warnings: Array<WarningView>, };

/**
 * What a facilitator noted for themselves.
 */
export type RemarkView = { text: string, 
/**
 * Milliseconds since 1970, UTC.
 */
at: number, };

/**
 * Whose name is to be another one.
 */
export type Rename = { 
/**
 * A member or a laptop; empty: this computer's own person.
 */
member: string, name: string, };

/**
 * What mends a stop, in one action.
 */
export type Repair = "own-words" | "unquote" | "quote-exactly" | "name-group" | "drop-reference" | "leave-out" | "make-remark" | "ask";

/**
 * A repair to apply.
 */
export type RepairParagraph = { brief: string, paragraph: string, audience: Audience, stop: string, about: string, contribution: string, repair: Repair, 
/**
 * What a given answer rests on; only for `ask`.
 */
basis: Basis | null, };

/**
 * Something that mends a stop.
 */
export type RepairView = { repair: Repair, 
/**
 * What would stand there instead; empty where nothing would.
 */
instead: string, };

/**
 * The paragraphs of one brief that rest on something.
 */
export type Resting = { 
/**
 * The title of the brief.
 */
brief: string, 
/**
 * By number; of a paragraph without words there is none.
 */
paragraphs: Array<number>, 
/**
 * How many of them quote it.
 */
quoting: number, };

/**
 * A parked draft is to be taken up; what stands in the composer is parked in its stead.
 */
export type Resume = { name: string, composed: Composed, };

/**
 * What a paragraph is to be.
 */
export type RetypeParagraph = { paragraph: string, statementType: StatementType, };

/**
 * What a paragraph is to read.
 */
export type RewriteParagraph = { paragraph: string, text: string, };

/**
 * What somebody may do. A member can have several.
 */
export type Role = "facilitator" | "organiser" | "rapporteur" | "observer";

/**
 * What the projector may show: nothing that anybody said.
 */
export type RoomScreenView = { round: string, session: string, question: string, timeLimit: number | null, 
/**
 * Milliseconds since 1970, UTC.
 */
began: number, number: number, notHeard: Array<string>, };

/**
 * The round that is open here, and who speaks.
 */
export type RoomView = { round: string, name: string, session: string, 
/**
 * The rule for what is recorded now: the round's, or a stricter one.
 */
rule: AttributionRule, 
/**
 * The round's own.
 */
roundRule: AttributionRule, 
/**
 * How many organisations of a group must have spoken before it is named under the Chatham House Rule.
 */
small: number, 
/**
 * Under the Chatham House Rule no groups at all.
 */
strict: boolean, 
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
 * A round that something was said in.
 */
export type RoundView = { 
/**
 * Its id.
 */
key: string, label: string, rule: AttributionRule, questions: Array<string>, };

/**
 * Whose work an organiser decides on, and how.
 */
export type RuleOn = { device: string, approve: boolean, };

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
 * What the projector shows.
 */
export type ScreenView = { 
/**
 * None while no round is open.
 */
room: RoomScreenView | null, 
/**
 * Whether nothing is to be seen.
 */
hidden: boolean, };

/**
 * What the page sends is the passphrase, the PIN or the words alone; what arrives is never shown.
 */
export type Secret = string;

/**
 * A section, with its paragraphs in order.
 */
export type SectionView = { key: string, heading: string, 
/**
 * What stands above its paragraphs; empty where nothing does.
 */
chapeau: string, bold: boolean, 
/**
 * What its paragraphs may be, the usual one first.
 */
types: Array<StatementType>, 
/**
 * In words; `None` where it has none.
 */
budget: number | null, words: number, paragraphs: Array<ParagraphView>, };

/**
 * What to look for as evidence.
 */
export type SeekEvidence = { brief: string, 
/**
 * For this paragraph: what it cites is left out, and without words its own are taken.
 */
paragraph: string | null, words: string, limit: number, };

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
 * What a shared server holds of one laptop.
 */
export type ServerDeviceView = { device: string, name: string, 
/**
 * Whether it may come in.
 */
hasLogin: boolean, entries: number, 
/**
 * When the newest of them came there, and when the laptop itself was last there. Milliseconds since 1970, UTC, by
 * the server's clock.
 */
newestAt: number | null, seenAt: number | null, 
/**
 * When the laptop last said there, and signed, that it knows of everybody who was let in or cut off, as far as that is
 * known here. Milliseconds since 1970, UTC, by its own clock; none: what it said last is older than that.
 */
membersConfirmedAt: number | null, };

/**
 * How it stands with the server.
 */
export type ServerState = { 
/**
 * Whether this laptop goes there at all.
 */
isVisited: boolean, isThereNow: boolean, 
/**
 * When it was last there to the end. Milliseconds since 1970, UTC.
 */
syncedAt: number | null, 
/**
 * Why the last visit failed, as a sentence; empty where it went well.
 */
trouble: string, 
/**
 * Whether the server did something that an honest one does not.
 */
hasNoticed: boolean, };

/**
 * What a shared server holds.
 */
export type ServerStatusView = { address: string, 
/**
 * Of PostgreSQL.
 */
version: string, devices: Array<ServerDeviceView>, entries: number, 
/**
 * Rows of words, sealed; a file has several.
 */
words: number, 
/**
 * Of all rows, as they are sealed.
 */
kilobytes: number, };

/**
 * How this laptop and the shared server stand.
 */
export type ServerView = { 
/**
 * Whether this laptop goes there. If not, `address` is where an organiser says that one is, or empty.
 */
isVisited: boolean, address: string, 
/**
 * Whether whoever sits here may make logins.
 */
mayDecide: boolean, 
/**
 * When it was last there, to the end. Milliseconds since 1970, UTC.
 */
syncedAt: number | null, 
/**
 * What the server did then that an honest one does not, a sentence each.
 */
noticed: Array<string>, };

/**
 * A session with its rounds.
 */
export type SessionView = { id: string, name: string, stage: string, rounds: Array<RoundView>, };

export type SetBy = { who: string, 
/**
 * Milliseconds since 1970, UTC, by the clock of the computer it was set on.
 */
at: number, 
/**
 * Whether it was set on this computer.
 */
here: boolean, };

/**
 * A conflict to settle, as a window asks.
 */
export type Settle = { 
/**
 * The id of the record.
 */
record: string, 
/**
 * The word for the field.
 */
field: string, 
/**
 * The revision whose value is kept.
 */
take: string | null, 
/**
 * Or what is to stand there instead of all of them.
 */
value: string | null, };

/**
 * The words that open a consultation when its passphrase is lost, and which of them are to be read back, from 1.
 */
export type SheetView = { words: Array<string>, asked: Array<number>, };

/**
 * How many there are, and the newest of them.
 */
export type SomeWordlessView = { count: number, 
/**
 * The newest first.
 */
newest: Array<WordlessView>, };

/**
 * The order of a list.
 */
export type Sort = "newest" | "oldest" | "reference" | "relevance";

/**
 * A stretch of a paragraph, `[from, to)` in UTF-16 code units.
 */
export type SpanView = { from: number, to: number, };

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
 * A contribution to part.
 */
export type Split = { record: string, 
/**
 * The revision whose wording the contribution keeps; the latest where it is not said.
 */
take: string | null, };

/**
 * The values that stand against each other in one field.
 */
export type Standing = { field: string, values: Array<string>, };

/**
 * One of the values that stand against each other.
 */
export type StandingValue = { 
/**
 * By which it is named where the conflict is settled.
 */
revision: string, value: string, 
/**
 * Who set it, and when; more than one where several set the same.
 */
by: Array<SetBy>, };

/**
 * What a table begins with.
 */
export type Start = { 
/**
 * The six words that were said aloud; none for the first file of somebody who was invited.
 */
words: string, name: string, passphrase: string, 
/**
 * Whether she was told that organisers can help where it is forgotten.
 */
toldOfHelp: boolean, };

/**
 * What a paragraph claims, and so what it must rest on.
 */
export type StatementType = "finding" | "process" | "context" | "remark";

/**
 * How far some work is.
 */
export type Step = { done: number, of: number, };

/**
 * Something that may not leave.
 */
export type StopView = { 
/**
 * The paragraph's number in the document, and its id.
 */
number: number, paragraph: string, 
/**
 * `not-cleared`, `too-few`, …
 */
stop: string, 
/**
 * The short reference, or the words in question.
 */
about: string, 
/**
 * The contribution's id; empty where it is about none.
 */
contribution: string, 
/**
 * What is wrong, in a sentence.
 */
says: string, 
/**
 * What mends it, the most likely first.
 */
repairs: Array<RepairView>, };

/**
 * A laptop that nobody has confirmed, and what waits with it.
 */
export type StrangerView = { device: string, 
/**
 * What it says of itself.
 */
name: string, notes: number, 
/**
 * The four words that stand on its screen too, if it is the laptop it says it is.
 */
checkWords: string, 
/**
 * Milliseconds since 1970, UTC.
 */
cameAt: number, 
/**
 * Whether another laptop goes by the same name.
 */
hasRival: boolean, };

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
 * How a laptop is suspended.
 */
export type Suspension = { device: string, 
/**
 * What it did from this moment on does not count; none: what comes from now on. Milliseconds since 1970, UTC.
 */
since: number | null, 
/**
 * A stolen laptop: what does not count is refused, and what it erased is asked for again.
 */
refusesAll: boolean, 
/**
 * The laptops that it let in since then and that stay, let in by whoever suspends it. None named: all of them, unless
 * it was stolen.
 */
keeps: Array<string> | null, };

/**
 * A table that a person chose.
 */
export type TableView = { 
/**
 * The file's name, without the folder.
 */
name: string, 
/**
 * How its letters are written down: `UTF-8`, `windows-1252`, …
 */
encoding: string, 
/**
 * What stands between its cells.
 */
delimiter: string, columns: Array<ColumnView>, rows: number, 
/**
 * What its columns seem to mean.
 */
proposed: Mapping, };

/**
 * An action, by its code and the number of contributions it touched; where it touched none, of records.
 */
export type Taken = { 
/**
 * `record`, `tag`, `import`, …; empty where a newer version did it.
 */
deed: string, records: number, };

/**
 * What came of one file.
 */
export type TakenIn = { 
/**
 * The file's name.
 */
file: string, 
/**
 * `None`: it was refused, and nothing of it was taken in.
 */
report: MergeView | null, refusal: string, };

/**
 * A template that a brief can be laid out by.
 */
export type TemplateView = { key: string, name: string, sections: number, 
/**
 * In words, all sections together.
 */
budget: number, };

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
place: string, open: boolean, 
/**
 * Whether this computer's keyring opens it, together with a PIN.
 */
hasPin: boolean, 
/**
 * Whether an organiser can help where its passphrase is forgotten.
 */
helped: boolean, 
/**
 * What is chosen is a backup, and this the name of what it is one of; nothing where it is none.
 */
backupOf: string | null, 
/**
 * Where that one is still, of what was opened on this computer; empty where it is not known to be anywhere.
 */
stillAt: string, 
/**
 * Whether a copy is written each time it is closed.
 */
isCopied: boolean, 
/**
 * Whether nobody has shown yet that the recovery sheet can be read.
 */
sheetUnread: boolean, 
/**
 * Whether the system encrypts the disk on which it lies; nothing where it does not say.
 */
diskEncrypted: boolean | null, 
/**
 * The last opened first.
 */
recent: Array<RecentView>, };

/**
 * What lacks something when the round closes.
 */
export type TidyView = { round: string, session: string, 
/**
 * How many were recorded.
 */
recorded: number, lacking: Array<ContributionRow>, 
/**
 * The interventions of which nobody knows when they ended.
 */
open: Array<OpenTurnView>, 
/**
 * When the round was closed. Milliseconds since 1970, UTC.
 */
closed: number | null, parked: Array<ParkedView>, };

/**
 * A stricter rule.
 */
export type Tighten = { rule: AttributionRule, 
/**
 * For all of the round, what is recorded already included; otherwise for what is recorded in it from now on, also when
 * it is opened anew.
 */
wholeRound: boolean, };

/**
 * Something that a screen shows.
 */
export type Topic = "programme" | "contributions" | "turns" | "presence" | "briefs" | "drafts" | "members";

/**
 * A contribution in another language.
 */
export type Translate = { id: string, language: string, 
/**
 * Empty: no longer.
 */
text: string, reviewed: boolean, };

/**
 * What was said, in another language.
 */
export type TranslationView = { 
/**
 * BCP 47.
 */
language: string, text: string, 
/**
 * Whether somebody else has read it against the words; a draft otherwise.
 */
reviewed: boolean, };

/**
 * Who may be typing.
 */
export type TypingView = { 
/**
 * Persons, by the names they go by.
 */
known: Array<Labelled>, 
/**
 * Who is; without a name where it is whom the computer belongs to and nobody said it.
 */
now: Labelled, 
/**
 * Whether they were typing before the consultation was locked, and nobody has said since that they go on.
 */
carried: boolean, };

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
deed: string, 
/**
 * How many contributions; where it is about none, how many records.
 */
records: number, 
/**
 * How many drafts are parked again.
 */
parked: number, 
/**
 * A sentence for each thing that stays as it is.
 */
leftOut: Array<string>, };

/**
 * What becomes of a name that no group of the consultation has.
 */
export type UnknownGroup = "refuse" | "add" | "leaveOut" | { "means": string };

/**
 * What a visit brought.
 */
export type Visit = { 
/**
 * What came from there, as a merge of a file tells it.
 */
came: MergeView, 
/**
 * Entries that were brought there.
 */
brought: number, 
/**
 * What the server did that an honest one does not, a sentence each.
 */
noticed: Array<string>, 
/**
 * When. Milliseconds since 1970, UTC.
 */
at: number, };

/**
 * What waits for somebody.
 */
export type WaitingView = { 
/**
 * How many contributions have no group, no tag, no round.
 */
withoutGroup: number, withoutNode: number, withoutRound: number, briefs: number, 
/**
 * Half-typed drafts that were put aside, and the round that is open on this computer or not tidied up yet.
 */
parked: number, openRound: string | null, closed: boolean, 
/**
 * How many fields were changed on two sides and are not settled.
 */
conflicts: number, };

/**
 * What waits of one laptop for one reason.
 */
export type WaitsView = { device: string, name: string, 
/**
 * `role`, `no-member`, `fork`, `gap`.
 */
why: string, commits: number, contributions: number, };

/**
 * Something to look at, which stops nothing.
 */
export type WarningView = { 
/**
 * `over-budget`, `empty-sections`, `gap`, `evidence-conflict`, `evidence-set-aside`.
 */
warning: string, 
/**
 * The paragraph's number and id; 0 and empty where it is about sections.
 */
number: number, paragraph: string, says: string, };

/**
 * Who said that.
 */
export type WhoView = { number: number, paragraph: string, text: string, 
/**
 * The one line that is safe to say aloud, whoever listens.
 */
aloud: string, 
/**
 * How much of the evidence the line is silent about.
 */
unspoken: number, 
/**
 * For the eyes of whoever works on the brief.
 */
evidence: Array<EvidenceView>, };

/**
 * What a speaker withdraws.
 */
export type Withdraw = { 
/**
 * The id of a contribution.
 */
contribution: string, 
/**
 * All that its speaker said.
 */
all: boolean, 
/**
 * Only a permission: `share`, `quote`, `name-organisation` or `name-person`. `null`: the words themselves.
 */
permission: string | null, };

/**
 * What a withdrawal would reach, told before anything is done.
 */
export type WithdrawalView = { 
/**
 * Of the one contribution alone.
 */
this: ReachView, 
/**
 * Of all that its speaker said; `null` where nobody knows who spoke.
 */
all: ReachView | null, 
/**
 * By which name the speaker goes, and for whom they spoke.
 */
speaker: string, organisation: string, 
/**
 * Whether a name or a contact of theirs is kept, which goes with all they said.
 */
isNamed: boolean, };

/**
 * What became of it.
 */
export type Withdrawn = { 
/**
 * How many contributions were erased, or have another answer now.
 */
contributions: number, 
/**
 * How many of these contributions wait, hidden, for another organiser to confirm.
 */
waits: number, 
/**
 * The short references of what stays, because others recorded it: an organiser has to withdraw it.
 */
left: Array<string>, };

/**
 * How the words were taken down, most protective first: only what is word for word can be quoted.
 */
export type Wording = "interpreted" | "paraphrase" | "verbatim";

/**
 * A contribution of which nothing but that it was made is here.
 */
export type WordlessView = { id: string, 
/**
 * Who made it, and on which laptop.
 */
who: string, device: string, 
/**
 * Milliseconds since 1970, UTC, by the clock there.
 */
recordedAt: number, };

/** Which consultation the window is about, and whether it stands open. */
export const threshold = (): Promise<Threshold> => invoke("threshold");
/** Lets a person choose a consultation's folder, in a dialog of the system. */
export const choose = (): Promise<Threshold> => invoke("choose");
/** Lets a person choose a backup, out of which a consultation is made somewhere else. */
export const chooseBackup = (): Promise<Threshold> => invoke("choose_backup");
/** Chooses one of those opened before, by its place in the list. */
export const pick = (input: number): Promise<Threshold> => invoke("pick", { input });
/** Takes one off that list; its folder stays. */
export const forgetRecent = (input: number): Promise<Threshold> => invoke("forget_recent", { input });
/** Closes it and goes back to where one chooses. */
export const leave = (): Promise<Threshold> => invoke("leave");
/** Opens it with its passphrase. */
export const unlock = (input: Secret, told: (step: Step) => void): Long<OverviewView> => long("unlock", input, told);
/** Opens it with a PIN and this computer's keyring. */
export const unlockWithPin = (input: Secret, told: (step: Step) => void): Long<OverviewView> => long("unlock_with_pin", input, told);
/** Opens it with the twelve words of its recovery sheet. */
export const unlockWithSheet = (input: Secret, told: (step: Step) => void): Long<OverviewView> => long("unlock_with_sheet", input, told);
/** Its passphrase is forgotten: writes what an organiser needs to help where a person says; says whether it was written. */
export const askForHelp = (): Promise<boolean> => invoke("ask_for_help");
/** Opens the invented consultation that shows what Anteroom does. */
export const sample = (told: (step: Step) => void): Long<OverviewView> => long("sample", undefined, told);
/** Opens an empty consultation to practise in. */
export const practise = (): Promise<OverviewView> => invoke("practise");
/** Closes it: no key and no word of it stays in memory, and this page ends. */
export const lock = (told: (step: Step) => void): Long<null> => long("lock", undefined, told);
/** Waits until the one that is being closed is closed; refuses with what was not well about it. */
export const closed = (told: (step: Step) => void): Long<null> => long("closed", undefined, told);
/** Somebody touched the window: it does not lock by itself yet. */
export const touch = (): Promise<null> => invoke("touch");
/** The frameworks that a consultation can be founded with. */
export const frameworks = (): Promise<Array<FrameworkView>> => invoke("frameworks");
/** Lets a person choose where a new or a restored consultation of this name is to be; says the place. */
export const choosePlace = (input: string): Promise<string> => invoke("choose_place", { input });
/** Makes a consultation there and opens it. */
export const found = (input: NewConsultation): Promise<SheetView> => invoke("found", { input });
/** The recovery sheet of a new consultation, until it was read back. */
export const sheet = (): Promise<SheetView | null> => invoke("sheet");
/** Whether these are the words that were asked for. */
export const readBack = (input: Array<string>): Promise<boolean> => invoke("read_back", { input });
/** Writes the recovery sheet where a person chooses; says under which name. */
export const saveSheet = (): Promise<string | null> => invoke("save_sheet");
/** Prints it; says what became of it. */
export const printSheet = (): Promise<Printed> => invoke("print_sheet");
/** Proves that somebody holds the recovery sheet: these words open the consultation. */
export const checkSheet = (input: Secret): Promise<null> => invoke("check_sheet", { input });
/** Gives the consultation another passphrase. */
export const renew = (input: Secret): Promise<null> => invoke("renew", { input });
/** Lets this computer's keyring open it, together with a PIN. */
export const setPin = (input: Secret): Promise<null> => invoke("set_pin", { input });
/** Takes that back. */
export const forgetPin = (): Promise<null> => invoke("forget_pin");
/** Who takes part, who waits to be let in, and how this computer stands. */
export const members = (): Promise<MembersView> => invoke("members");
/** Lets in a laptop that waits. */
export const approve = (input: Admission): Promise<MergeView> => invoke("approve", { input });
/** Lets a suspended laptop in again, or gives a member other roles. */
export const readmit = (input: Admission): Promise<MergeView> => invoke("readmit", { input });
/** Refuses laptops that wait. */
export const refuseLaptops = (input: Array<string>): Promise<null> => invoke("refuse_laptops", { input });
/** Approves or refuses what waits of a member; says how much there was. */
export const ruleOn = (input: RuleOn): Promise<number> => invoke("rule_on", { input });
/** Declares entries of a laptop lost that nobody has any more; says how many there were. */
export const giveUp = (input: string): Promise<number> => invoke("give_up", { input });
/** Cuts a laptop off. */
export const suspend = (input: Suspension): Promise<null> => invoke("suspend", { input });
/** The same by the recovery sheet, which comes before the founder and every organiser. */
export const suspendBySheet = (input: BySheet): Promise<null> => invoke("suspend_by_sheet", { input });
/** The laptops that a laptop let in since a moment, and that fall with it unless they are kept. */
export const letInSince = (input: Suspension): Promise<Array<LetInView>> => invoke("let_in_since", { input });
/** Lets this laptop in by the recovery sheet, in every role. */
export const letInBySheet = (input: Secret): Promise<null> => invoke("let_in_by_sheet", { input });
/** Gives a member another name. */
export const renameMember = (input: Rename): Promise<null> => invoke("rename_member", { input });
/** Confirms erasures that reach beyond what one laptop may erase; says how many contributions that are. */
export const confirmErasures = (): Promise<number> => invoke("confirm_erasures");
/** Refuses them: what waited is shown again; says how much that is. */
export const refuseErasures = (): Promise<number> => invoke("refuse_erasures");
/** Contributions that belong here and of which no words are: how many, and the newest. */
export const wordless = (): Promise<SomeWordlessView> => invoke("wordless");
/** What the newest merges brought. */
export const mergeReports = (): Promise<Array<MergeView>> => invoke("merge_reports");
/** Lets a person choose hand-over files and takes them in. */
export const takeIn = (told: (step: Step) => void): Long<Array<TakenIn>> => long("take_in", undefined, told);
/** Takes in the hand-over files that were dropped on the window. */
export const takeInDropped = (told: (step: Step) => void): Long<Array<TakenIn>> => long("take_in_dropped", undefined, told);
/** What came of the files that were taken in last, in the language that is spoken now. */
export const whatCame = (): Promise<Array<TakenIn>> => invoke("what_came");
/** Writes a hand-over file where a person says. */
export const saveHandOver = (input: HandOverInput, told: (step: Step) => void): Long<HandedOverView | null> => long("save_hand_over", input, told);
/** Writes an event pack where a person says. */
export const savePack = (told: (step: Step) => void): Long<PackView | null> => long("save_pack", undefined, told);
/** Writes an invitation where a person says. */
export const saveInvitation = (input: Invite): Promise<boolean> => invoke("save_invitation", { input });
/** Lets a person choose an acceptance, and says who it is. */
export const chooseAcceptance = (): Promise<AcceptanceView | null> => invoke("choose_acceptance");
/** Lets in whoever accepted. */
export const admitAccepted = (): Promise<AcceptanceView> => invoke("admit_accepted");
/** Lets a person choose an event pack, an invitation or a first file; says its name. */
export const chooseBeginning = (): Promise<string> => invoke("choose_beginning");
/** Whether what was chosen declares that organisers can help where a passphrase is forgotten; with an event pack's words. */
export const declaresHelp = (input: Secret): Promise<boolean> => invoke("declares_help", { input });
/** Begins a consultation on this computer from what was chosen. */
export const start = (input: Start, told: (step: Step) => void): Long<OverviewView> => long("start", input, told);
/** Accepts the chosen invitation. */
export const acceptInvitation = (input: Accept): Promise<Joined | null> => invoke("accept_invitation", { input });
/** Whether organisers can help where a passphrase is forgotten, on laptops that join from now on. */
export const helps = (): Promise<boolean> => invoke("helps");
/** Says whether they can. */
export const allowHelp = (input: boolean): Promise<boolean> => invoke("allow_help", { input });
/** Lets an organiser choose what somebody wrote who forgot a passphrase; says the words that open that laptop. */
export const help = (): Promise<HelpView | null> => invoke("help");
/** What a withdrawal would reach: of one contribution, and of all its speaker said. */
export const withdrawing = (input: string): Promise<WithdrawalView> => invoke("withdrawing", { input });
/** A speaker withdraws a contribution, all they said, or only a permission. */
export const withdraw = (input: Withdraw): Promise<Withdrawn> => invoke("withdraw", { input });
/** How this laptop and the shared server stand. */
export const server = (): Promise<ServerView> => invoke("server");
/** The same in few words, as the window shows it wherever one is. */
export const serverState = (): Promise<ServerState> => invoke("server_state");
/** What the shared server holds, of whom, and when each laptop was last there. */
export const serverStatus = (told: (step: Step) => void): Long<ServerStatusView> => long("server_status", undefined, told);
/** Lets a person choose the certificate of the authority by which a server is known; says its name. */
export const chooseAuthority = (): Promise<string> => invoke("choose_authority");
/** Makes logins on a shared server, and visits it from now on. */
export const connectServer = (input: Connect, told: (step: Step) => void): Long<Logins> => long("connect_server", input, told);
/** Visits the shared server now, and from now on. */
export const visitServer = (told: (step: Step) => void): Long<Visit> => long("visit_server", undefined, told);
/** Visits it no longer. */
export const leaveServer = (): Promise<null> => invoke("leave_server");
/** Proves that everything is as it was signed. */
export const check = (told: (step: Step) => void): Long<CheckView> => long("check", undefined, told);
/** Makes anew what is read of the journal; says how many records there are. */
export const rebuild = (told: (step: Step) => void): Long<number> => long("rebuild", undefined, told);
/** The consultation at a glance. */
export const overview = (): Promise<OverviewView> => invoke("overview");
/** The programme as it is laid out. */
export const plan = (): Promise<PlanView> => invoke("plan");
/** What waits for somebody. */
export const waiting = (): Promise<WaitingView> => invoke("waiting");
/** Adds a stage, a session, a round or a group; says its id. */
export const addToPlan = (input: Addition): Promise<string> => invoke("add_to_plan", { input });
/** Corrects a part of the programme. */
export const changePlan = (input: PlanChange): Promise<null> => invoke("change_plan", { input });
/** Moves a part up or down among its like. */
export const moveInPlan = (input: PlanMove): Promise<null> => invoke("move_in_plan", { input });
/** Takes a part off the programme. */
export const putAway = (input: string): Promise<null> => invoke("put_away", { input });
/** Says which groups are expected in a round. */
export const expect = (input: Expectation): Promise<null> => invoke("expect", { input });
/** What a list can be narrowed by. */
export const filters = (): Promise<FiltersView> => invoke("filters");
/** A page of the contributions that fit. */
export const find = (input: FindContributions): Promise<FoundView> => invoke("find", { input });
/** One contribution with its history. */
export const show = (input: string): Promise<ContributionView> => invoke("show", { input });
/** The ids of a stretch of a list, at most 5,000. */
export const stretch = (input: FindContributions): Promise<Array<string>> => invoke("stretch", { input });
/** Changes many contributions in one action, and says how many of them read differently now. */
export const changeMany = (input: ChangeMany, told: (step: Step) => void): Long<Changed> => long("change_many", input, told);
/** Lets a person choose a table to import, in a dialog of the system. */
export const chooseTable = (): Promise<ChosenTable | null> => invoke("choose_table");
/** A table that was dropped on the window. */
export const takenTable = (input: number): Promise<ChosenTable> => invoke("taken_table", { input });
/** The first rows of a table as they would be recorded. */
export const previewTable = (input: AskTable): Promise<Array<PreviewRow>> => invoke("preview_table", { input });
/** What would become of every row of a table. */
export const expectTable = (input: AskTable, told: (step: Step) => void): Long<Expected> => long("expect_table", input, told);
/** Records each row of a table once, in one action. */
export const importTable = (input: AskTable, told: (step: Step) => void): Long<ImportReport> => long("import_table", input, told);
/** Writes the rows that were refused where a person says. */
export const saveRefused = (input: number): Promise<boolean> => invoke("save_refused", { input });
/** Puts one contribution right, in one action. */
export const correct = (input: CorrectOne): Promise<ContributionRow> => invoke("correct", { input });
/** Keeps a translation. */
export const translate = (input: Translate): Promise<null> => invoke("translate", { input });
/** Lets a person choose files and attaches them to a contribution; says how many. */
export const attach = (input: string): Promise<number> => invoke("attach", { input });
/** Attaches the files that were dropped on the window last; says how many. */
export const attachDropped = (input: string): Promise<number> => invoke("attach_dropped", { input });
/** An attached picture, as a page shows it; empty where the file is none. */
export const picture = (input: string): Promise<string> => invoke("picture", { input });
/** Writes an attached file where a person says; says whether it was. */
export const saveAttached = (input: string): Promise<boolean> => invoke("save_attached", { input });
/** Erases an attached file for good. */
export const eraseAttached = (input: string): Promise<null> => invoke("erase_attached", { input });
/** Erases contributions for good, and says how many. */
export const erase = (input: Array<string>): Promise<number> => invoke("erase", { input });
/** Everything that was changed on two sides and is not settled. */
export const conflicts = (): Promise<Array<ConflictView>> => invoke("conflicts");
/** Settles one of these. */
export const settle = (input: Settle): Promise<null> => invoke("settle", { input });
/** Lets each wording of a contribution be one of its own; says the short references of the new ones. */
export const splitConflict = (input: Split): Promise<Array<string>> => invoke("split_conflict", { input });
/** What two people may have noted of the same words, and what was said of it. */
export const pairs = (input: AskPairs): Promise<PairsView> => invoke("pairs", { input });
/** How many wait for somebody to say whether they are one. */
export const countPairs = (): Promise<number> => invoke("count_pairs");
/** Two contributions are one: they count once, and both wordings stay. */
export const acceptPair = (input: NameOfPair): Promise<null> => invoke("accept_pair", { input });
/** Two contributions are two, however alike; what was paired is parted, and the second leaves the rest. */
export const refusePair = (input: NameOfPair): Promise<null> => invoke("refuse_pair", { input });
/** Calls off what takes long, by the number of its channel. */
export const callOff = (input: number): Promise<null> => invoke("call_off", { input });
/** Takes back the last action that holds. */
export const undo = (told: (step: Step) => void): Long<Undone> => long("undo", undefined, told);
/** Does again what was taken back last. */
export const redo = (told: (step: Step) => void): Long<Undone> => long("redo", undefined, told);
/** What undo and redo would do now. */
export const undoable = (): Promise<Undoable> => invoke("undoable");
/** What a text may be about, likeliest first: shown, never applied unasked. */
export const suggest = (input: SuggestObjectives): Promise<Array<Suggestion>> => invoke("suggest", { input });
/** Every brief, with its words counted. */
export const briefs = (): Promise<Array<BriefCard>> => invoke("briefs");
/** What a new brief can be. */
export const briefChoices = (): Promise<BriefChoices> => invoke("brief_choices");
/** Lays out a brief and says its id. */
export const newBrief = (input: NewBrief): Promise<string> => invoke("new_brief", { input });
/** A brief, opened. */
export const brief = (input: string): Promise<BriefView> => invoke("brief", { input });
/** Says what a brief is called and for whom it is. */
export const changeBrief = (input: ChangeBrief): Promise<null> => invoke("change_brief", { input });
/** Puts a brief away; an undo brings it back. */
export const putBriefAway = (input: string): Promise<null> => invoke("put_brief_away", { input });
/** Begins a paragraph without words and says its id. */
export const beginParagraph = (input: BeginParagraph): Promise<string> => invoke("begin_paragraph", { input });
/** Writes a paragraph anew; says what it quoted and quotes no longer, by short reference. */
export const rewriteParagraph = (input: RewriteParagraph): Promise<Array<string>> => invoke("rewrite_paragraph", { input });
/** Says what a paragraph is. */
export const retypeParagraph = (input: RetypeParagraph): Promise<null> => invoke("retype_paragraph", { input });
/** Moves a paragraph before another one, or to the end of a section. */
export const moveParagraph = (input: MoveParagraph): Promise<null> => invoke("move_paragraph", { input });
/** Puts a paragraph away; an undo brings it back. */
export const putParagraphAway = (input: string): Promise<null> => invoke("put_paragraph_away", { input });
/** Cites a contribution. */
export const citeEvidence = (input: CiteEvidence): Promise<null> => invoke("cite_evidence", { input });
/** Cites a contribution no longer. */
export const unciteEvidence = (input: CiteEvidence): Promise<null> => invoke("uncite_evidence", { input });
/** What a paragraph could cite. */
export const seekEvidence = (input: SeekEvidence): Promise<ProposalsView> => invoke("seek_evidence", { input });
/** Who said what stands in a paragraph, and what of it may be said aloud. */
export const whoSaid = (input: AskWho): Promise<WhoView> => invoke("who_said", { input });
/** What stops a brief for an audience, and what mends it. */
export const checkRelease = (input: AskRelease): Promise<ReleaseView> => invoke("check_release", { input });
/** Mends one stop. */
export const repairParagraph = (input: RepairParagraph): Promise<null> => invoke("repair_paragraph", { input });
/** Writes a brief for an audience, where a person says in a dialog of the system. */
export const exportBrief = (input: AskRelease): Promise<ExportedBrief | null> => invoke("export_brief", { input });
/** In which language labels are read and refusals are said. BCP 47. */
export const speak = (input: string): Promise<null> => invoke("speak", { input });
/** Where copies go when a consultation is closed; empty where nowhere. */
export const backups = (): Promise<string> => invoke("backups");
/** Lets a person choose where they go. */
export const chooseBackups = (): Promise<string> => invoke("choose_backups");
/** Makes no more of them. */
export const noBackups = (): Promise<string> => invoke("no_backups");
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
/** Opens the round that was closed last once more. */
export const reopenRound = (): Promise<CaptureView> => invoke("reopen_round");
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
/** Makes the rule of the round stricter. */
export const tighten = (input: Tighten): Promise<RoomView> => invoke("tighten", { input });
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
/** Says when a turn ended. */
export const endTurn = (input: EndTurn): Promise<TidyView> => invoke("end_turn", { input });
/** Who is there. */
export const presence = (): Promise<PresenceView> => invoke("presence");
/** Says how somebody is there. */
export const sayPresence = (input: SayPresence): Promise<PresenceView> => invoke("say_presence", { input });
/** Those who spoke in the round. */
export const interventions = (): Promise<Array<InterventionView>> => invoke("interventions");
/** Gives contributions to another speaker, group, question or round. */
export const reassign = (input: Reassign): Promise<CaptureView> => invoke("reassign", { input });
/** A correction or a translation that is half made, as it was kept; empty where there is none. */
export const half = (input: AskHalf): Promise<string> => invoke("half", { input });
/** Keeps it as it stands; an empty one is no longer kept. */
export const keepHalf = (input: Half): Promise<null> => invoke("keep_half", { input });
/** Lets go of what nobody wants any more. */
export const letGoHalf = (input: AskHalf): Promise<null> => invoke("let_go_half", { input });
/** Keeps a facilitator's own note. */
export const note = (input: string): Promise<CaptureView> => invoke("note", { input });
/** Keeps a note that is half typed. */
export const keepNote = (input: string): Promise<null> => invoke("keep_note", { input });
/** Who may be typing, and who is. */
export const typing = (): Promise<TypingView> => invoke("typing");
/** Somebody else is typing from now on. */
export const handOver = (input: string): Promise<TypingView> => invoke("hand_over", { input });
/** Hides everything on the room screen, or shows it again; says whether it shows. */
export const hideRoomScreen = (): Promise<boolean> => invoke("hide_room_screen");
/** Closes the room screen; says whether it stood. */
export const closeRoomScreen = (): Promise<boolean> => invoke("close_room_screen");
/** What the projector may show. */
export const roomScreen = (): Promise<ScreenView> => invoke("room_screen");
