# Every sentence that the core says to a person. A name, once used by a shell, keeps its meaning.

# Refusals
empty-text = There is no text to record.
text-too-long = This text has { $bytes } bytes; a contribution holds at most { $most }. Split it, or add it to the library as a document.
unknown-framework = There is no framework called “{ $name }”. Known: { $known }.
unknown-node = There is no objective, principle or other part of the framework called “{ $name }”. Nearest: { $nearest }.
unknown-group = There is no stakeholder group called “{ $name }”. Nearest: { $nearest }.
unknown-kind = There is no kind of contribution called “{ $name }”. Nearest: { $nearest }.
unknown-session = There is no session called “{ $name }”. Nearest: { $nearest }.
unknown-round = There is no round called “{ $name }”. Nearest: { $nearest }.
unknown-grouping = There is no formal roundtable “{ $name }”. Known: { $known }.
unknown-contribution = There is no contribution “{ $name }” in this consultation.
unknown-brief = There is no brief “{ $name }” in this consultation.
unknown-section = There is no section “{ $name }” in this brief. Known: { $known }.
unknown-template = There is no template called “{ $name }”. Known: { $known }.
unknown-column = The table has no column “{ $name }”. It has: { $known }.
unknown-state = There is no state “{ $name }”. Known: { $known }.
unknown-permission = “{ $name }” is not a question of consent. Known: share, quote, name-organisation, name-person, each with :given, :refused or :not-asked.
unknown-audience = There is no audience called “{ $name }”. Known: { $known }.
unknown-language = “{ $name }” is not a language tag such as en, fr or zh-Hans.
erased-contribution = “{ $name }” was erased; nothing of it can be changed.
not-verbatim-interpreted = What was heard through an interpreter cannot be word for word.
not-allowed = Your role does not allow this.
nothing-to-undo = There is nothing to undo.
empty-table = This file holds no table: { $why }
quotation-not-found = The quotation “{ $words }” stands in none of the cited contributions. Quotation marks are for their exact words.
nothing-cited = A quotation needs the contribution it comes from: cite it.
release-refused = { $count ->
    [one] The brief may not leave yet: one thing stops it.
   *[other] The brief may not leave yet: { $count } things stop it.
}
empty-brief = This brief has no paragraph yet.
empty-name = A name is missing.
cannot-write = “{ $path }” could not be written: { $why }
cannot-read = “{ $path }” could not be read: { $why }
exists-already = “{ $path }” exists already.
cancelled = Cancelled. Nothing was recorded.

# What stops a release, with its repair
stop-no-evidence = Paragraph { $paragraph }: this finding cites nothing. Cite a contribution, or make it a remark.
stop-not-shared = Paragraph { $paragraph }: the speaker of { $about } refused that it be shared. Take the citation out.
stop-not-cleared = Paragraph { $paragraph }: the words of { $about } are not cleared for quotation. Ask the speaker, or say it in your own words.
stop-not-verbatim = Paragraph { $paragraph }: { $about } was not taken down word for word. Say it in your own words.
stop-quotation-gone = Paragraph { $paragraph }: what was quoted from { $about } was erased or worded anew. Quote it again, or take it out.
stop-too-few = Paragraph { $paragraph }: under the Chatham House Rule too few spoke in that round for “a participant” to hide the speaker of { $about }. Cite others beside it from a larger round, or take the citation out.
stop-language-names = Paragraph { $paragraph }: so few spoke this language in that round that the words of { $about } would name their speaker. Say it in the brief's language.
stop-name-in-text = Paragraph { $paragraph }: “{ $about }” is named without permission, or against the rule of the round. Take the name out.
stop-reference-in-text = Paragraph { $paragraph }: the text holds the short reference { $about }, which never leaves. Take it out.

# Rows of an import that are not recorded
row-unreadable-date = “{ $name }” is not a date that can be read.

# Words in a document
brief-annex = Annex: evidence
brief-annex-note = References are of this document alone. Who spoke is named as far as the rule of the round and the speaker's permission allow.
brief-reference = Reference
brief-who = Who
brief-kind = Kind
brief-about = Speaks to
brief-words = Words
brief-not-quoted = not cleared for quotation
brief-a-participant = a participant
brief-evidence = Evidence
brief-note-public = For the public
brief-note-states = For States and the secretariat
brief-note-participants = For those who took part
brief-note-organisers = Working paper of the organisers, not to be passed on
brief-illustration = Illustration: invented organisations, persons and words
row-unknown-answer = “{ $name }” is neither yes nor no.
not-a-sheet = This is not a sheet made by Anteroom: say with --text which column holds the words.
unknown-stage = There is no such stage. Known: { $known }.
unknown-presence = “{ $name }” is not a way of being there. Known: { $known }.
no-randomness = This system gives no random numbers; nothing was done.

# What an undo leaves as it is
undo-changed-since = Something was changed since; that stays.
undo-permission = A permission is never loosened by undoing: that stays.
undo-erased = What was erased does not come back.
undo-nothing-before = There was nothing before it to go back to.
sample-damaged = The sample that ships with the program cannot be read: { $why }
