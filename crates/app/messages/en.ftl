# Every sentence that the core says to a person. A name, once used by a shell, keeps its meaning.

# Refusals
empty-text = There is no text to record. Nothing was changed: write at least a word.
text-too-long = This text takes { $bytes } bytes; a contribution holds at most { $most }. Nothing was recorded: split it.
unknown-framework = There is no framework called “{ $name }”. Known: { $known }.
unknown-node = There is no objective, principle or other part of the framework called “{ $name }”.{ $near ->
    [0] { "" }
   *[other] { " " }Nearest: { $nearest }.
}
unknown-group = There is no stakeholder group called “{ $name }”.{ $near ->
    [0] { "" }
   *[other] { " " }Nearest: { $nearest }.
}
unknown-kind = There is no kind of contribution called “{ $name }”.{ $near ->
    [0] { "" }
   *[other] { " " }Nearest: { $nearest }.
}
unknown-session = There is no session called “{ $name }”.{ $near ->
    [0] { "" }
   *[other] { " " }Nearest: { $nearest }.
}
unknown-round = There is no round called “{ $name }”.{ $near ->
    [0] { "" }
   *[other] { " " }Nearest: { $nearest }.
}
unknown-grouping = The framework has no grouping “{ $name }”. Known: { $known }.
unknown-contribution = There is no contribution “{ $name }” in this consultation. Nothing was changed: look for it by its words.
unknown-brief = There is no brief “{ $name }” in this consultation.{ $near ->
    [0] { "" }
   *[other] { " " }Nearest: { $nearest }.
}
unknown-speaker = There is no speaker called “{ $name }”.{ $near ->
    [0] { "" }
   *[other] { " " }Nearest: { $nearest }.
}
unknown-section = There is no section “{ $name }” in this brief. Known: { $known }.
unknown-template = There is no template called “{ $name }”. Known: { $known }.
unknown-column = The table has no column “{ $name }”. It has: { $known }.
unknown-state = There is no state “{ $name }”. Known: { $known }.
unknown-permission = “{ $name }” is not a question of consent. Known: share, quote, name-organisation, name-person, each with :given, :refused or :not-asked.
unknown-audience = There is no audience called “{ $name }”. Known: { $known }.
unknown-language = “{ $name }” is not a language tag such as en, fr or zh-Hans.
erased-contribution = This was erased; nothing of it can be changed.
not-allowed = Your role in this consultation does not allow this. Nothing was changed: ask an organiser.
too-many-files = { $count } files are more than can be attached at once ({ $most }). Nothing was attached: choose fewer, and the rest after them.
file-too-large = “{ $name }” has { $size } MB; at most { $most } MB can be attached. Nothing was attached: make it smaller, or attach a part of it.
file-empty = “{ $name }” is empty. Nothing was attached: see whether it was saved to the end.
not-a-file = “{ $name }” is not a file. Nothing was attached: choose the files in it.
unknown-attachment = This attached file is not here any more. Nothing was changed.
dialog-hand-over = Hand-over file
dialog-pack = Event pack
dialog-invitation = Invitation
dialog-acceptance = Acceptance
dialog-forgotten = Forgotten passphrase
dialog-beginning = Event pack, invitation or hand-over file
dialog-table = Tables (CSV)
dialog-refused-name = Refused rows of { $table }
not-to-be-shared = These words may not be shared, so they are not translated. Nothing was kept.
basis-needed = What does this permission rest on? Whoever widens one says whether it was announced, signed, asked in person or cleared afterwards.
too-many = One action changes at most { $most } contributions. Narrow the list, and take the rest in a second one.
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to do again.
empty-table = This file holds no table: { $why }. Nothing was recorded.
too-many-rows = This file has more than { $most } rows, which is more than one import takes. Nothing was recorded: split it and import one part after the other.
quotation-not-found = The quotation “{ $words }” stands in none of the cited contributions. Quotation marks are for their exact words.
nothing-cited = A quotation needs the contribution it comes from: cite it.
unknown-paragraph = There is no paragraph “{ $name }” in this consultation any more.
still-quoted = This paragraph quotes { $name }. Take the quotation out first, then the citation.
no-such-number = This brief has no paragraph { $number }: they go from 1 to { $last }.
nothing-to-repair = This was mended or changed meanwhile. Nothing was done.
release-refused = { $count ->
    [one] The brief may not leave yet: one thing stops it.
   *[other] The brief may not leave yet: { $count } things stop it.
}
empty-brief = This brief has no paragraph yet. Write one first.
no-round = No round is open here. Open one first.
only-stricter = Here a rule can only be made stricter. A looser one is chosen in the programme, and needs the consent of whoever spoke.
ends-before-it-began = An intervention cannot end before it began.
ends-later-than-now = That time has not come yet.
round-open = A round is open here already. Close it first.
unknown-draft = This draft is no longer there: it was recorded or thrown away meanwhile.
parked-elsewhere = This draft was parked in another round and is finished there: open that round, or record it as it is.
speaker-numbered = Speaker { $number }
empty-name = A name is missing. Nothing was changed: give it one.
name-too-long = This name has { $count } characters; a name holds at most { $most }. Nothing was changed: shorten it.
ends-before-start = The last day (or hour) stands before the first. Nothing was changed: put one of them right.
cannot-write = “{ $path }” could not be written: { $why }. In the consultation everything is as it was: choose another place, and try again.
cannot-read = “{ $path }” could not be read: { $why }. Nothing was recorded.
no-randomness = This system gives no random numbers, without which nothing can be encrypted. Nothing was done: start the computer anew and try again.
cancelled = Cancelled. Everything is as it was.

# Opening a consultation, and what the disk says
wrong-passphrase = The passphrase is wrong. Nothing was changed: try again, or open it with the recovery sheet.
wrong-recovery-words = These are not the words of this consultation's recovery sheet. Nothing was changed: is it the sheet of another one?
not-recovery-words = These are not the twelve words of a recovery sheet: one is misspelled, missing or in another place. Nothing was changed: compare them with the sheet.
wrong-pin = The PIN is wrong, or this computer's keyring does not hold this consultation's key. Nothing was changed: try again, or use the passphrase.
empty-passphrase = The passphrase is empty. Nothing was changed: type one.
short-pin = The PIN is too short: it needs at least four characters. Nothing was changed.
keyring = This computer's keyring cannot be used: { $why }. Nothing was changed: use the passphrase.
not-there = There is nothing at “{ $path }”. Was the folder moved, or is a disk not plugged in?
exists-already = “{ $path }” exists already. It was left as it is: choose another name.
not-a-consultation = “{ $path }” is not a consultation of Anteroom's. It was left as it is: choose a folder whose name ends in .anteroom.
keys-missing = The file “keys” is missing from “{ $path }”. Without it nothing in the folder can be read: restore it from a backup. If the program was stopped while it made this consultation, nothing is in it yet: delete the folder and make it again.
keys-damaged = The file “keys” is damaged, and without it nothing can be read. Nothing was changed: restore “keys” from a backup; “contents.db” can stay.
keys-of-another = The file “keys” belongs to another consultation than “contents.db”. Nothing was changed: put back the one that belongs to it, from a backup.
contents-missing = The file “contents.db” is missing from “{ $path }”. Nothing was changed: restore the folder from a backup.
contents-empty = The file “contents.db” is empty. Nothing was changed: restore the folder from a backup.
contents-cut = The file “contents.db” has been cut short, as when a copy was stopped half-way. Nothing was changed: restore the folder from a backup, and keep this one until that is done.
contents-damaged = The file “contents.db” is damaged. Nothing was changed: restore the folder from a backup, and keep this one until that is done.
newer = This consultation was written by a newer version of Anteroom. Nothing was changed: please update this one first.
not-closed = “{ $path }” was not closed the last time, and not all of it stands in one file yet. Nothing was changed: open it and close it, then make a consultation of it.
open-elsewhere = This consultation is open elsewhere: in another window, or by another program. Nothing was changed: close it there first.
disk-full = The disk is full. What was not acknowledged was not recorded; everything before is there. Make room, and do it again.
read-only = “{ $path }” cannot be written to. Nothing was changed: choose another place, or ask whoever looks after this computer.
folder-read-only = This consultation's folder cannot be written to. What was not acknowledged was not recorded; everything before is there. Move the folder to where you may write.
disk = The disk does not answer as it should: { $why }. What was not acknowledged was not recorded; everything before is there. Make a copy of the folder on another disk.
database = The database does not answer as it should (SQLite code { $why }). What was not acknowledged was not recorded. Check this consultation in the settings: it says what is damaged and what to do.
device-key-damaged = The key of this computer for the consultation is damaged. Open it with the recovery sheet.
unknown-record = This is no longer in the consultation. Nothing was changed.
newer_format = This was written by a newer version of Anteroom. Nothing was changed: please update this one first.
malformed = An entry is damaged: { $why }.
too_large = An entry is larger than any that Anteroom writes.
contradicts_itself = An entry contradicts itself: { $why }.
signature = An entry's signature does not match: it was changed after it was signed.
other_consultation = An entry belongs to another consultation.
contents = The words of an entry do not match what was signed.

# What a check of a consultation finds wrong, for whoever mends it
problem-page = “contents.db”: { $about }.
problem-pages-unreadable = “contents.db” is damaged: some of its pages cannot be read.
problem-part-unreadable = A part of “contents.db” cannot be read.
problem-entry-missing = Entry { $about } is missing: others follow it.
problem-own-entry-missing = Entry { $about } is missing: this computer signed it.
problem-founding-missing = The founding entry is missing.
problem-entry-under-another-hash = An entry stands under another hash than its own.
problem-record-read-wrongly = What is read of record { $about } is not what the journal says.
problem-words-not-signed = The words of record { $about } are not those that were signed.
problem-words-of-erased = Record { $about } is erased, and words of it are still here.
problem-words-missing = Words of record { $about } are missing.
problem-words-of-nobody = There are words that no entry names.
problem-rows-of-nobody = There are rows of records that the journal does not know.
problem-file-not-attached = The attached file { $about } is not what was attached.
problem-file-of-nobody = There are bytes of an attached file { $about } that no entry names, or that was erased.
problem-search-wrong = The search does not find what the texts hold.
problem-groups-wrong = The list of groups is not what the contributions say.
problem-nodes-wrong = The list of objectives is not what the contributions say.

# What stops a release, with its repair
stop-no-evidence = Paragraph { $paragraph }: this finding cites nothing. Cite a contribution, or make it a remark.
stop-not-shared = Paragraph { $paragraph }: the speaker of { $about } refused that it be shared. Take the citation out.
stop-not-cleared = Paragraph { $paragraph }: the words of { $about } are not cleared for quotation. Ask the speaker, or say it in your own words.
stop-not-verbatim = Paragraph { $paragraph }: { $about } was not taken down word for word. Say it in your own words.
stop-quotation-gone = Paragraph { $paragraph }: what was quoted from { $about } was erased or worded anew. Quote it again, or take it out.
stop-quotation-unknown = Paragraph { $paragraph }: “{ $about }” stands in quotation marks, but in none of the cited contributions. Quote the exact words, or say it in your own.
stop-quotation-unsettled = Paragraph { $paragraph }: { $about }, which is quoted here, was worded anew on two sides. Settle which wording holds, or say it in your own words.
stop-paragraph-unsettled = Paragraph { $paragraph } was changed on two sides. Settle which of them holds.
stop-too-few = Paragraph { $paragraph }: under the Chatham House Rule too few spoke in that round for “a participant” to hide the speaker of { $about }. Cite others beside it from a larger round, or take the citation out.
stop-language-names = Paragraph { $paragraph }: so few spoke this language in that round that the words of { $about } would name their speaker. Say it in the brief's language.
stop-name-in-text = Paragraph { $paragraph }: “{ $about }” is named without permission, or against the rule of the round. Take the name out.
stop-reference-in-text = Paragraph { $paragraph }: the text holds the short reference { $about }, which never leaves. Take it out.

# What to look at before a release; it stops nothing
warning-over-budget = “{ $section }” has { $words } words, and { $budget } at most.
warning-empty-sections = { $count ->
    [one] One section has no paragraph and is left out: { $sections }.
   *[other] { $count } sections have no paragraph and are left out: { $sections }.
}
warning-evidence-conflict = Paragraph { $paragraph } rests on { $about }, which was changed on two sides.
warning-evidence-set-aside = Paragraph { $paragraph } rests on { $about }, which was set aside.
warning-gap = Paragraph { $paragraph } still has a gap, “[…]”, where words were taken out.

# The one line that is safe to say aloud about who stands behind a paragraph; its parts are joined by semicolons
aloud-organisations = { $organisations ->
    [one] One organisation
   *[other] { $organisations } organisations
}
aloud-organisations-of = { $organisations ->
    [one] One organisation
   *[other] { $organisations } organisations
} of { $count ->
    [one] one group
   *[other] { $count } groups
} ({ $groups })
aloud-named = { $count ->
    [one] one of them agrees to be named: { $names }
   *[other] { $count } of them agree to be named: { $names }
}
aloud-masked = { $beside ->
    [beside] beside them, participants
   *[alone] Participants
} under the Chatham House Rule
aloud-masked-of = { $beside ->
    [beside] beside them, participants
   *[alone] Participants
} under the Chatham House Rule, from { $groups }
aloud-masked-counted = { $beside ->
    [beside] beside them, participants
   *[alone] Participants
} of { $count } organisations under the Chatham House Rule
aloud-masked-counted-of = { $beside ->
    [beside] beside them, participants
   *[alone] Participants
} of { $count } organisations under the Chatham House Rule, from { $groups }
aloud-others = others
aloud-own = This paragraph rests on no contribution: it says how the consultation went, or what the rapporteur remarks.
aloud-nothing = Who stands behind this cannot be said.
# What stands between names, and between the parts of a sentence
list-comma = { ", " }
list-semicolon = { "; " }

# Rows of an import that are not recorded
row-unreadable-date = “{ $name }” is not a date that can be read.

# Why a file is no table; each reads on after “This file holds no table:”
table-empty = it is empty
table-packed = it is a spreadsheet or another packed file (such as XLSX, ODS, DOCX or ZIP). Save the table as CSV and import that
table-old-office = it is a spreadsheet or document of an old format (XLS or DOC). Save the table as CSV and import that
table-pdf = it is a PDF
table-picture = it is a picture
table-web-page = it is a web page. Save the table as CSV and import that
table-not-text = it is not text
table-header-unclosed = a quotation mark in its first row is never closed

# Why a row of a table cannot be read
table-too-many-cells = It has { $cells } cells, but { $columns ->
    [one] there is one column
   *[other] there are { $columns } columns
}. { $delimiter ->
    [comma] Words with a comma in them must stand in quotation marks.
    [semicolon] Words with a semicolon in them must stand in quotation marks.
    [tab] Words with a tab in them must stand in quotation marks.
    [bar] Words with a vertical bar in them must stand in quotation marks.
   *[other] Words with the sign that stands between the cells must stand in quotation marks.
}
table-unclosed = A quotation mark that opens here is never closed, so that everything below was taken into this row.
table-nul = It holds a NUL byte, which is no text.
table-not-in-encoding = It holds bytes that are no text in { $encoding }, the encoding of this file.
table-unreadable = It cannot be read.

# Why a document cannot be written; reads on after “could not be written:”
document-too-large = it is larger than a Word document can be

# Above the rows that an import refused, when they are written out
refused-row = Row
refused-why = Why it was not recorded

# The sheet that a note-taker without Anteroom fills in. A sheet is known by these words when it comes back: those that are
# in people's hands are lost when a heading, sheet-text-how, sheet-listed or sheet-begin is worded anew.
sheet-text = What was said
sheet-text-how = How to fill this in: one thing that was said per row, as it was said. Only this column must be filled in. Rows that begin with ### explain, and are passed over.
sheet-speaker = Speaker
sheet-speaker-how = A name or number by which you tell speakers apart
sheet-group = Group
sheet-group-how = One of the groups listed below; several with ; between them
sheet-kind = Kind
sheet-kind-how = One of the kinds listed below
sheet-objectives = Objectives
sheet-objectives-how = Numbers, with ; between them, such as 6; 16
sheet-language = Language
sheet-language-how = en, fr, ru and so on
sheet-quote = May be quoted
sheet-quote-how = yes or no; leave empty if nobody asked
sheet-organisation-named = Organisation may be named
sheet-organisation-named-how = yes or no; leave empty if nobody asked
sheet-listed = A group and a kind that you can copy
sheet-begin = Write below this row.
# What spreadsheets in this language expect between the cells
sheet-delimiter = ,

# Words in a document
brief-annex = Annex: evidence
brief-annex-note = References are of this document alone. Who spoke is named as far as the rule of the round and the speaker's permission allow.
brief-reference = Reference
brief-who = Who
brief-kind = Kind
brief-about = Speaks to
brief-words = Words
brief-not-quoted = not cleared for quotation
brief-unsettled = worded in two ways, not settled yet
brief-a-participant = a participant
brief-a-participant-of = a participant ({ $group })
brief-evidence = Evidence
brief-note-public = For the public
brief-note-states = For States and the secretariat
brief-note-participants = For those who took part
brief-note-organisers = Working paper of the organisers, not to be passed on
brief-illustration = Illustration: invented organisations, persons and words
row-unknown-answer = “{ $name }” is neither yes nor no.
not-a-sheet = This is not a sheet made by Anteroom: say with --text which column holds the words.
unknown-stage = There is no stage called “{ $name }”.{ $near ->
    [0] { "" }
   *[other] { " " }Nearest: { $nearest }.
}
unknown-presence = “{ $name }” is not a way of being there. Known: { $known }.

# What an undo leaves as it is
undo-changed-since = Something was changed since; that stays.
undo-permission = A permission, the rule of a round or how words were taken down is never loosened by undoing: that stays.
undo-erased = What was erased does not come back.
undo-nothing-before = There was nothing before it to go back to.
sample-damaged = The sample that ships with the program cannot be read: { $why }

# Other laptops
not-a-hand-over = This is no file that Anteroom hands over. Nothing was taken in.
newer-hand-over = This file was written by a newer version of Anteroom. Nothing was taken in: update this one first.
not-for-this-laptop = This file is for somebody else: this laptop cannot open it. Nothing was taken in: ask for one that is made for this laptop.
wrong-code = These are not the six words of this event pack. Check the spelling, and that it is the right file.
torn = This copy is torn: the file ends too early. Nothing was taken in: copy it again from where it was made.
damaged-hand-over = This file was damaged on its way. Nothing was taken in: copy it again from where it was made.
changed-after-signing = This file was changed after it was signed. Nothing was taken in: ask whoever it comes from.
bomb = This file holds far more than its size can. It is none that Anteroom writes, and nothing was taken in.
suspended = An organiser has suspended this laptop. It adds nothing to the consultation any more: ask an organiser.
unknown-laptop = No such laptop takes part here, or no file can be sealed to it. Nothing was changed.
unknown-member = Nobody called “{ $name }” takes part here, and no laptop of that id. Nothing was changed.
unknown-branch = Of “{ $name }” there is no branch that begins with “{ $branch }”. Nothing was changed: see the list of members.
several-members = Several laptops go by “{ $name }”: { $ids }. Nothing was changed: name one of these.
nobody-to-seal-to = There is nobody yet whose laptop a file could be sealed to. Nothing was written.
unknown-invitation = This invitation was not given out from here, or somebody has joined with it already. Nobody was let in.
takes-part-already = This computer takes part in this consultation already: open the consultation that is on it.
not-the-whole = This file holds only a part of the consultation. Ask for a whole one.
nothing-accepted = Nobody has accepted an invitation on this computer that this file could follow, or the passphrase is another one.
nobody-can-help = No organiser can help here: the consultation did not say so when this laptop joined. Only its passphrase opens it, or its recovery sheet.
help-untold = If the passphrase is forgotten, organisers can help on this laptop: with their words, what is on it can be read. Nothing was begun: begin again if that is as it should be.
too-much-waits = Too much waits from laptops that nobody has confirmed. Nothing was taken in: accept or refuse some of it first.
attached-differs = A file attached to a contribution is not what was attached. Nothing was taken in: ask whoever it comes from.
illustration-alone = This is no real consultation: it takes nothing in from others and hands nothing over.
no-role = Choose at least one role.
not-oneself = Nobody suspends the laptop they sit at. Another organiser can, or the recovery sheet.
own-erasures = Only your own erasures wait. Somebody else has to confirm them.
erasures-of-who-let-in = Whoever erased this has let this laptop in, so it cannot be the second signature. Another organiser has to confirm it. Nothing was changed.
a-laptop = laptop { $id }
this-laptop = this laptop
the-founder = the founder
merge-from = From { $name }
merge-nothing-new = Nothing new.
merge-entries = { $count ->
    [one] One action came that is about no contribution: members, the programme.
   *[other] { $count } actions came that are about no contribution: members, the programme.
}
merge-new = { $count ->
    [one] One contribution is new.
   *[other] { $count } contributions are new.
}
merge-changed = { $count ->
    [one] One contribution was changed.
   *[other] { $count } contributions were changed.
}
merge-conflicts = { $count ->
    [one] In one contribution two wordings stand against each other: settle it.
   *[other] In { $count } contributions something stands against something else: settle them.
}
merge-erased = { $count ->
    [one] One contribution was erased.
   *[other] { $count } contributions were erased.
}
merge-hidden = { $count ->
    [one] One contribution is hidden until an organiser decides: somebody erased it who may not, or more than one laptop may.
   *[other] { $count } contributions are hidden until an organiser decides: somebody erased them who may not, or more than one laptop may.
}
merge-lacks-entries = { $count ->
    [one] An entry is missing that others name: it is asked for with the next file.
   *[other] { $count } entries are missing that others name: they are asked for with the next file.
}
merge-lacks-words = { $count ->
    [one] Words of one entry did not come along: their speaker does not let them be passed on, or they are names.
   *[other] Words of { $count } entries did not come along: their speakers do not let them be passed on, or they are names.
}
merge-stranger = { $name } is not confirmed yet: what it recorded waits for an organiser.
merge-waits-role = { $count ->
    [one] An action of { $name } waits for an organiser: their role does not allow it.
   *[other] { $count } actions of { $name } wait for an organiser: their role does not allow them.
}
merge-waits-no-member = { $count ->
    [one] An action of { $name } waits for an organiser: they take part no more, or not yet.
   *[other] { $count } actions of { $name } wait for an organiser: they take part no more, or not yet.
}
merge-waits-fork = { $count ->
    [one] An action of { $name } waits for an organiser: two laptops have written under one key.
   *[other] { $count } actions of { $name } wait for an organiser: two laptops have written under one key.
}
merge-waits-gap = { $count ->
    [one] An action of { $name } waits: an earlier one is missing.
   *[other] { $count } actions of { $name } wait: an earlier one is missing.
}
merge-not-taken-refused = { $count ->
    [one] An action of { $name } was refused, as an organiser decided.
   *[other] { $count } actions of { $name } were refused, as an organiser decided.
}
merge-not-taken-erased = { $count ->
    [one] Words that were erased came along and were dropped.
   *[other] Words of { $count } entries that were erased came along and were dropped.
}
merge-not-taken-unnamed = { $count ->
    [one] Words that no entry names came along and were dropped.
   *[other] Words of { $count } revisions that no entry names came along and were dropped.
}
merge-clock = The clock of { $name } is ahead by { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
merge-clock-behind = The clock of { $name } is behind by { $minutes ->
    [one] one minute or more
   *[other] { $minutes } minutes or more
}.
merge-clock-put-back = The clock of { $name } went back by { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
} from one action to the next: its times are off before or after that.
merge-cloned = This laptop's copy goes on elsewhere under the same key. From now on this laptop writes under a key of its own, and waits for an organiser.

# The command line
cli-created =
    { $file } is ready.

    Recovery sheet – write these words down or print them now; they are not shown again:

    {"    "}{ $words }

    Whoever holds them can open this consultation and admit or suspend anyone. Keep them apart from this computer.
cli-sample = { $file }: { $count } contributions, all of them invented.
cli-all-is-well = All is well: { $commits } commits, { $revisions } revisions, { $records } records.
cli-something-is-wrong = { $count ->
    [one] This consultation is not as it was signed: one thing is wrong.
   *[other] This consultation is not as it was signed: { $count } things are wrong.
}
cli-words-lacking = { $count ->
    [one] The words of one revision are not here: nobody has brought them, or they may not be passed on. That is no damage.
   *[other] The words of { $count } revisions are not here: nobody has brought them, or they may not be passed on. That is no damage.
}
cli-files-lacking = { $count ->
    [one] One attached file is not here: nobody has brought it. That is no damage.
   *[other] { $count } attached files are not here: nobody has brought them. That is no damage.
}
cli-rebuilt = { $count } records were read anew from the journal.
cli-passphrase-changed = The passphrase is changed.
cli-encrypted-anew = The passphrase is changed, and everything is encrypted under a new key.
cli-remembered = This computer's keyring opens the consultation together with the PIN: use --pin.
cli-forgotten = This computer's keyring opens the consultation no more.
cli-organisers-help = Where a passphrase is forgotten, organisers can help on laptops that join from now on.
cli-nobody-helps = Where a passphrase is forgotten, nobody can help on laptops that join from now on.
cli-declared-help = If the passphrase is forgotten, an organiser can help. Whoever has an organiser's words and this laptop can read what is on it.
cli-forgotten-letter = { $file } is for an organiser, who can say the twelve words that open this consultation. Nobody else can read it.
cli-helped = The laptop of { $name }, check words { $check }. Say these twelve words only to somebody whose voice you know; whoever has them and the laptop can read what is on it:

    {"    "}{ $words }
cli-of = { $shown } of { $total }
cli-may-be-quoted = may be quoted
cli-not-asked-to-be-quoted = may not be quoted (not asked)
cli-refused-to-be-quoted = may not be quoted (refused)
cli-conflict = changed on two sides: { $fields }
cli-no-conflicts = Nothing stands in conflict.
cli-settled = Settled.
cli-settle-how = To settle one: anteroom settle FILE ID FIELD --take REVISION, or --value V.
cli-no-pairs = Nothing was noted twice.
cli-pair-how = To say that two are one: anteroom pair FILE ID ID; that they are two: --refuse; that they are two after all: --part.
cli-paired = They count once from now on. Both wordings stay.
cli-pair-refused = They are two, and are proposed no more.
cli-parted = They are two again, and count as two.
cli-pair-proposed = May be noted twice
cli-pair-accepted = Noted twice, counts once
cli-pair-two = Two, however alike
cli-pair-contested = Said to be one on one laptop, two on another
cli-pair-minutes = { $count ->
    [0] within a minute
    [one] one minute apart
   *[other] { $count } minutes apart
}
cli-pair-with = The same as { $others }
cli-of-doubles = { $count ->
    [one] One of them is noted twice and counts once.
   *[other] { $count } of them are noted twice and count once.
}
cli-of-wordless = { $count ->
    [0] Of every contribution the words are here.
    [one] Of one more contribution no words are here: nobody has brought them, or they may not be passed on.
   *[other] Of { $count } more contributions no words are here: nobody has brought them, or they may not be passed on.
}
cli-before = before
cli-file = in the name of a file
cli-changed = { $count } changed
cli-undone = Taken back: { $deed } ({ $count ->
    [one] one record
   *[other] { $count } records
})
cli-redone = Done again: { $deed } ({ $count ->
    [one] one record
   *[other] { $count } records
})
cli-attached = { $count } attached.
cli-attachment-saved = Written to “{ $path }”, where it is not encrypted.
cli-erased = { $count } erased. Copies already handed over, and backups made before now, still hold the words.
cli-imported = { $recorded } recorded, { $already } were there already, { $refused } refused
cli-row = row { $row }: { $why }
cli-more-refused = … --refused FILE.csv writes all of them.
cli-sheet = { $file } can be filled in with any spreadsheet.
cli-exported = { $file }: { $paragraphs } paragraphs, { $evidence } pieces of evidence
cli-writing-the-sample = Writing the sample
cli-verifying = Verifying
cli-rebuilding = Rebuilding
cli-importing = Importing
cli-undoing = Taking back
cli-redoing = Doing again
cli-ask-passphrase = Passphrase
cli-ask-new-passphrase = New passphrase
cli-ask-new-passphrase-helped = New passphrase (if it is forgotten, organisers can help: with their words and this laptop, what is on it can be read)
cli-ask-pin = PIN
cli-ask-new-pin = New PIN
cli-ask-recovery = Words of the recovery sheet
cli-ask-once-more = Once more
cli-two-differ = The two differ. Nothing was done.
cli-nobody-to-ask = There is nobody to ask for the passphrase: set { $variable }, or use --passphrase-fd.
cli-descriptor = Nothing could be read from descriptor { $number }: { $why }.
cli-passphrase-not-text = The passphrase is not text in UTF-8.
cli-passphrase-too-long = The passphrase is longer than { $most } bytes.
cli-not-hidden = The passphrase in the environment could not be hidden: { $why }.
cli-cannot-start = The program could not start: { $why }.
cli-unknown-option = there is no such option; a search for it would begin with a quotation mark
cli-no-pin-here = --pin opens a consultation that is there: it has no place with new, sample, or passphrase --recovery.

practice-name = Practice
practice-stage = Practice
practice-session = Practice session
practice-round = First round
practice-question = What would make the greatest difference where you live?
not-an-illustration = This is a real consultation, so it was not removed.
dialog-folder = Choose a folder
dialog-file = Choose a file
dialog-files = Choose files
dialog-place = Save as
sheet-file = Recovery sheet of { $name }
screen-title = Anteroom: room screen
recovery-sheet-text =
    Recovery sheet of “{ $name }”
    { "" }
    { $words }
    { "" }
    These twelve words open the consultation when its passphrase is lost, and let its founder take over when a laptop is stolen. Whoever has them can read everything. Print this sheet, delete the file, and keep the paper where you would keep a passport. Nobody can give you another one.
unknown-part = There is no such part of the programme any more: { $name }.
holds-contributions = { $count ->
    [one] A contribution was recorded there. Move it to another round first; nothing was taken off.
   *[other] { $count } contributions were recorded there. Move them to another round first; nothing was taken off.
}
not-backed-up = The consultation is closed and everything is in it, but the backup could not be written: { $why }. Is the place for backups there?
backup-damaged = The consultation is closed, but the backup that was just written could not be read back, so it was thrown away and all older ones were kept. Open the consultation and check it in the settings; if it is well, choose another place for backups.

# What the system says of a file; each stands at the end of a sentence, without its full stop
why-not-found = it is not there
why-no-permission = you may not do so there
why-full = the disk is full
why-read-only = the disk is read-only
why-a-folder = it is a folder
why-timed-out = it took too long
why-other = the system gives no reason
cli-ask-code = The six words of the event pack
cli-merging = Taking in
cli-handing-over = Handing over
cli-packed = { $file } is ready. It opens with these six words, which are kept nowhere; say them aloud, and do not write them on the stick:

    {"    "}{ $words }

    Check words of the consultation: { $check }
cli-started = { $file } is ready, for { $name }. Not yet confirmed by an organiser; recording begins at once.

    Check words of the consultation: { $consultation }
    Check words of this laptop: { $own }
cli-invited = The invitation is in { $file }.
cli-joined = The acceptance is in { $file }: give it to the organiser.

    Check words of the consultation: { $consultation }
    Check words of this laptop: { $own }
cli-admitted = { $name } takes part. Check words of their laptop: { $check }
cli-handed-over = { $file } is ready for { $names }: { $count ->
    [one] one contribution
   *[other] { $count } contributions
}.
cli-server-made = The shared server is set up.
cli-server-updated = The shared server was set up by an older version and is up to date now.
cli-server-was-there = The shared server was set up already. Nothing was changed.
cli-logins = This laptop visits { $address } from now on.
cli-logins-added = New logins, which the next hand-over file brings: { $names }.
cli-logins-dropped = Dropped: { $names }.
cli-logins-without = No login yet, because nothing can be sealed to them: { $names }.
cli-login-dropped = { $name } is let in no longer.
cli-login-was-not = { $name } had no login.
cli-server-left = This laptop visits no shared server any more.
cli-server-knows-none = This laptop visits no shared server.
cli-server-newest = newest entry { $time }
cli-server-members-confirmed = knew of everybody who takes part { $time }
cli-server-members-unconfirmed = has not yet said that it knows of everybody who was let in or cut off
cli-visiting = Visiting the shared server
cli-brought = { $count ->
    [0] Nothing had to be brought there.
    [one] One entry was brought there.
   *[other] { $count } entries were brought there.
}
cli-approved = { $name } takes part.
cli-ruled = { $count ->
    [0] Nothing waited.
    [one] One action was decided on.
   *[other] { $count } actions were decided on.
}
cli-refused = Refused.
cli-given-up = { $count ->
    [0] Nothing of it is missing.
    [one] One entry is given up: what follows counts without it.
   *[other] { $count } entries are given up: what follows counts without them.
}
cli-renamed = The name is { $name }.
cli-suspended = { $name } is suspended.
cli-suspended-with = These fell with it, because it had let them in: { $names }. They wait until they are let in again.
cli-suspended-stands-before = What this laptop decides as an organiser goes on counting, because it was let in before this one: only the recovery sheet (--sheet) ends that.
cli-recovered = The recovery sheet has let this laptop in, in every role.
cli-confirmed = { $count ->
    [0] No contribution waited for a second signature.
    [one] One contribution is erased for good.
   *[other] { $count } contributions are erased for good.
}
cli-erasures-refused = { $count ->
    [0] No contribution waited for a second signature.
    [one] One contribution is shown again.
   *[other] { $count } contributions are shown again.
}
cli-withdrawn = { $count ->
    [0] No contribution was there to erase.
    [one] One contribution was erased for good. What was handed over before cannot be called back.
   *[other] { $count } contributions were erased for good. What was handed over before cannot be called back.
}
cli-withdrawn-waits = { $count ->
    [one] One more is hidden until a second person confirms it.
   *[other] { $count } more are hidden until a second person confirms them.
}
cli-withdrawn-left = Still there, because others noted it: { $left }. Please ask an organiser to withdraw that, too.
cli-member-waits = waits to be confirmed: { $count ->
    [one] one contribution
   *[other] { $count } contributions
}, check words { $check }
cli-member-rival = Another laptop goes by the name “{ $name }” too: compare the words with the laptop’s own screen.
cli-branch-waits = branch { $branch }: { $count ->
    [one] one action
   *[other] { $count } actions
}, { $first } to { $last }, waits to be approved or refused
cli-branch-approved = branch { $branch }: { $count ->
    [one] one action
   *[other] { $count } actions
}, { $first } to { $last }, approved
cli-branch-refused = branch { $branch }: { $count ->
    [one] one action
   *[other] { $count } actions
}, { $first } to { $last }, refused
cli-branch-of-one = A branch is of one laptop: name only that one.
cli-backing-up = Copying
cli-backed-up = A backup is in { $file }.
cli-restored = { $file } is restored.

# What was changed on two sides
unknown-conflict = Nothing called “{ $field }” stands in conflict in “{ $name }”. Nothing was changed: see the list of conflicts.
settled-already = This was settled meanwhile. Nothing was changed.
pair-of-one = A contribution is no double note of itself. Nothing was changed.
pair-not-paired = These two are not paired. Nothing was changed.
pair-said-otherwise = { $one } and { $other } were said to be two. As long as that holds, what is one with the first cannot be one with the second: say that those two are one first, or part one of them. Nothing was changed.
not-one-of-them = “{ $name }” is none of the versions that stand against each other here. Nothing was changed: take one of those that are listed.
take-only = This cannot be written anew here. Nothing was changed: keep one of the versions that stand there.
conflict-this-laptop = this laptop
conflict-another-laptop = another laptop
conflict-in-use = in use
conflict-not-in-use = not in use
conflict-is-away = taken away
conflict-is-there = there
presence-not-expected = not expected
presence-expected = expected
presence-in-the-room = in the room
presence-spoke = spoke

# What a record is, and what stands in it
kind-contribution = Contribution
kind-paragraph = Paragraph
kind-brief = Brief
kind-section = Section
kind-consultation = Consultation
kind-stage = Stage
kind-session = Session
kind-round = Round
kind-group = Stakeholder group
kind-organisation = Organisation
kind-speaker = Speaker
kind-intervention = Intervention
kind-presence = Presence
kind-identity = Name and contact
kind-member = Member
kind-document = Document
kind-note = Note
kind-file = Attached file
kind-other = Part of the consultation
field-text = wording
field-language = language
field-kind = kind
field-round = round
field-question = question
field-speaker = speaker
field-intervention = intervention
field-state = state
field-said-at = when it was said
field-source = source
field-name = name
field-title = title
field-short-name = short name
field-place = where it belongs
field-starts = beginning
field-ends = end
field-questions = questions
field-time-limit = time limit
field-basis = basis
field-presence = presence
field-region = region
field-organisation = organisation
field-type = type of paragraph
field-body = wording
field-chapeau = opening words
field-audience = audience
field-about = subject
field-budget = number of words
field-note = note
field-contact = contact
field-put-away = whether it is there
field-other = another detail

# The shared server
not-an-address = This is not the address of a shared server. It looks like this: postgres://server.example.org/anteroom.
unknown-option = The address of the shared server says “{ $name }”, which is not understood.
less-than-verified = The address asks for less than a verified connection. Anteroom speaks to a shared server only over TLS, with its certificate verified.
no-login = The address names nobody to log in as.
authority = The certificate of the authority cannot be read from { $path }.
no-tls = The shared server does not speak TLS. Nothing was sent to it.
not-trusted = The shared server’s certificate is not to be trusted: { $why }. Nothing was sent to it.
unreachable = The shared server cannot be reached: { $why }.
too-slow = The shared server takes too long to answer. What was done so far stays.
login-refused = The shared server does not let this laptop in: its login was dropped, or its password is another one. Ask an organiser for a hand-over file.
no-database = The shared server has no database of this name.
crowded = Too many are connected to the shared server at the moment.
too-old = PostgreSQL 15 or newer is needed; this is version { $version }.
not-set-up = This database holds no shared server of Anteroom’s yet: it has to be set up first.
newer-server = This shared server was set up by a newer version of Anteroom. Update this one first.
older-server = This shared server was set up by an older version of Anteroom: whoever looks after it has to set it up again, which keeps everything.
not-its-owner = To set up a shared server, the database has to be one’s own, and one must be allowed to make logins.
login-of-another = This login belongs to another laptop or to another consultation. Ask an organiser for a new one.
server-does-not-allow = The shared server does not allow this.
too-many-erasures = Too much was erased on the shared server within one hour; the rest goes on a later visit.
server-busy = Another laptop keeps the shared server busy.
server-disk-full = The disk of the shared server is full.
too-large-for-server = An entry is larger than a shared server takes.
nonsense = The shared server answers with something that it was never given.
server-database = The shared server does not answer as it should (PostgreSQL code { $why }).
no-epoch = Nothing can be brought to the shared server yet: an organiser’s laptop has to visit it first, so that there is a key.
no-server = This laptop knows no shared server yet. An organiser adds it and hands over a file.
why-other-name = it was made for another name
why-time-over = its time is over
why-time-not-begun = its time has not begun; is this computer’s clock right?
why-signed-by-nobody = nobody known has signed it
why-not-verified = it cannot be verified
why-nobody-answers = nobody answers at this address
why-no-connection = there is no connection
the-server = the shared server
server-is-another = The shared server was set up anew, or is another one. It was given everything again.
server-went-back = The shared server shows an older state than before. What it lacks is brought again.
server-shows-another-history = The shared server shows another history than this laptop has seen. It may show laptops different things: exchange hand-over files, and tell whoever looks after it.
server-showed-another-history = The shared server shows another history than the file of { $name } tells. It may show laptops different things, or the file may tell what was not so: exchange hand-over files with others, and tell whoever looks after the server.
server-lost-rows = The shared server had lost entries. What it lacks is brought again.
server-broke-chain = What laptops have signed on the shared server does not hold together. Tell whoever looks after it.
server-has-false-head = The shared server shows something that the laptop named there did not sign.
server-withholds = The shared server holds back entries that another laptop has seen there. Exchange hand-over files.
server-rows-damaged = Somebody put entries on the shared server that were changed. They were left there.
