# The list of contributions, and one of them opened.

contributions-title = Contributions
contributions-all = { $count ->
    [one] { NUMBER($count) } contribution
   *[other] { NUMBER($count) } contributions
}
contributions-found = { NUMBER($found) } of { NUMBER($all) }
contributions-announced = { $found ->
    [0] Nothing found
    [one] { NUMBER($found) } found
   *[other] { NUMBER($found) } found
}
contributions-list = Contributions found

search-label = Search contributions
search-placeholder = Search in any language
search-clear = Clear the search

filter-label = Narrow the list
filter-round = Session or round
filter-round-any = Sessions: all
filter-round-none = Without a round
filter-round-whole = { $session }, all rounds
filter-group = Stakeholder group
filter-group-any = Groups: all
filter-group-none = Without a group
filter-node = Objective or principle
filter-node-any = Objectives: all
filter-node-none = Without an objective or principle
filter-kind = Kind
filter-kind-any = Kinds: all
filter-kind-none = Without a kind
filter-language = Language
filter-language-any = Languages: all
filter-permission = Permission
filter-permission-any = Permissions: all
filter-clear = Show all

sort-label = Order
sort-newest = Newest first
sort-oldest = Oldest first
sort-reference = By reference
sort-relevance = Best match first

ask-share = Sharing
ask-quote = Quoting
ask-name-organisation = Naming the organisation
ask-name-person = Naming the person
answer-given = { $question }: allowed
answer-refused = { $question }: refused
answer-not-asked = { $question }: not asked

empty-lead = Everything said or handed in comes to stand here, with who said it and what may be done with it.
empty-how = Nothing is recorded in this consultation yet. Take down a round, or bring in a table of comments.
none-lead = Nothing fits.
none-words = No contribution holds “{ $words }”.
none-words-filters = No contribution that fits the filters holds “{ $words }”.
none-filters = No contribution fits these filters together.
none-how = Every word must occur; the last one, or one with a * after it, may be only a beginning. “Quotation marks” find words side by side, and a minus before a word leaves it out.
find-failed = The list could not be read.
find-again = Try again

row-no-group = no group noted
row-may-be-quoted = may be quoted
row-paraphrase-only = paraphrase only
row-not-shared = may not be shared
row-conflict = changed on both sides
row-erased = erased
row-loading = on its way

detail-label = The contribution opened
detail-hint = Choose a contribution to read it in full.
detail-hint-keys = { $arrows } in the list, { $enter } to open, { $slash } to search.
detail-close = Close
detail-groups = Who
detail-no-group = No group noted
detail-recorded = recorded { $when }
detail-said = said { $when }
detail-round = Given in
detail-no-round = No round noted
detail-tags = Speaks to
detail-no-tags = No objective yet
node-grouping = { $level } { $mark }
node-grouping-about = { $grouping }: { $title }
language-unknown = Language not known
detail-source = Source
detail-permissions = What may be done with it
detail-history = History
detail-laptop = typed on: { $name }
detail-title-falls-back = The title stands in English: there is no official one on record in this language.

quote-yes = May be quoted
quote-no = May not be quoted
quote-paraphrase = Paraphrase only
quote-not-shared = May not be shared

consent-given = allowed
consent-refused = refused
consent-not-asked = not asked, so no

basis-announcement = announced to the room
basis-form = by form
basis-in-person = asked in person
basis-clearance = cleared afterwards

wording-verbatim = word for word
wording-paraphrase = in the note-taker’s words
wording-interpreted = through an interpreter

rule-chatham-house = Chatham House Rule: groups may be named, organisations and people not
rule-organisation-only = Organisation only: organisations may be named, people not
rule-on-the-record = On the record

state-accepted = accepted
state-set-aside = set aside

conflict-title = Changed on both sides: { $field }
conflict-explained = These stand against each other until somebody settles it.

deed-record = recorded
deed-edit = corrected
deed-tag = tagged
deed-import = imported
deed-erase = erased
deed-undo = undid
deed-redo = did again
deed-settle = settled
deed-permission = changed a permission
deed-consolidate = put together or apart
deed-attach = attached
deed-other = changed

field-text = the wording
field-kind = the kind
field-groups = the groups
field-tags = the tags
field-language = the language
field-round = the round
field-share = sharing
field-quote = quoting
field-name-organisation = naming the organisation
field-name-person = naming the person
field-wording = how it was taken down
field-rule = the rule of the round
field-state = the state
field-speaker = the speaker
field-said-at = when it was said
field-other = something else

value-none = nothing

filter-state = State
filter-state-any = States: all
filter-files = Attached files
filter-files-any = Files: any
filter-files-with = With files
filter-files-without = Without files
state-new = not looked at yet
kind-none = No kind yet
# Before a translation in which the words asked for stand
row-found-in = { $language }:
row-found-in-file = In the name of a file:
row-files = { $count ->
    [one] { NUMBER($count) } file attached
   *[other] { NUMBER($count) } files attached
}
row-more = +{ NUMBER($count) }

many-bar = What to do with those selected
many-count = { $count ->
    [one] { NUMBER($count) } selected
   *[other] { NUMBER($count) } selected
}
many-all = All { NUMBER($count) } selected
many-select-all = Select all { NUMBER($count) } that are listed
many-clear = Select nothing
many-cancel = Cancel
many-apply = { $count ->
    [one] Change { NUMBER($count) } contribution
   *[other] Change { NUMBER($count) } contributions
}
many-apply-one = Change it
many-tags = Tags…
many-tags-title = { $count ->
    [one] Tags of this contribution
   *[other] Tags of { NUMBER($count) } contributions
}
many-tags-done = { $count ->
    [one] Tags of one contribution changed.
   *[other] Tags of { NUMBER($count) } contributions changed.
}
many-groups = Groups…
many-groups-title = { $count ->
    [one] Groups of this contribution
   *[other] Groups of { NUMBER($count) } contributions
}
many-groups-done = { $count ->
    [one] Groups of one contribution changed.
   *[other] Groups of { NUMBER($count) } contributions changed.
}
many-kind = Kind…
many-kind-title = { $count ->
    [one] Kind of this contribution
   *[other] Kind of { NUMBER($count) } contributions
}
many-kind-done = { $count ->
    [one] Kind of one contribution changed.
   *[other] Kind of { NUMBER($count) } contributions changed.
}
many-state = State…
many-state-title = { $count ->
    [one] State of this contribution
   *[other] State of { NUMBER($count) } contributions
}
many-state-done = { $count ->
    [one] State of one contribution changed.
   *[other] State of { NUMBER($count) } contributions changed.
}
many-permission = Permission…
many-permission-title = { $count ->
    [one] What may be done with this contribution
   *[other] What may be done with { NUMBER($count) } contributions
}
many-permission-done = { $count ->
    [one] Permission of one contribution changed.
   *[other] Permissions of { NUMBER($count) } contributions changed.
}
# Behind what was done: of those selected some did not change
many-rest = { $count ->
    [one] The other one already was so.
   *[other] The other { NUMBER($count) } already were so.
}
many-none = { $count ->
    [one] Nothing changed: it already was so.
   *[other] Nothing changed: all { NUMBER($count) } already were so.
}
palette-many = { $name } ({ NUMBER($count) } selected)
palette-one = { $name } (the one open)

pick-node = Find an objective or principle
pick-group = Find a stakeholder group
pick-none = Nothing goes by these letters.
pick-as-is = stays as it is
pick-on = put on
pick-off = taken off

permission-question = Which question
permission-answer = Their answer
permission-basis = What that rests on
permission-hint = Whoever widens a permission says what that rests on. Undo never widens one.

work-changing = Changing…
work-cancel = Cancel
work-cancelled = Cancelled. Everything is as it was.
filter-open = Filters
filter-open-some = Filters ({ NUMBER($count) })
filter-done = Done

detail-change = Change
detail-change-kind = Change the kind
detail-change-state = Change the state
detail-change-groups = Change the groups
detail-change-tags = Change the tags
detail-change-permission = Change: { $question }
detail-untag = Take off { $node }
field-translations = the translations
field-files = the files

half-let-go = Let the changes go
half-later = Later
correct-go-on = Go on correcting…
translate-go-on = Go on translating…
correct-open = Correct…
correct-name = Correct the words, how they were taken down, the speaker or the round
correct-title = Correct { $reference }
correct-do = Correct
correct-done = { $reference } corrected.
correct-wording = Taken down
correct-wording-hint = Only what was taken down word for word can be quoted. Taking this back never makes words fit to be quoted again.
correct-round = Round
correct-round-hint = The strictest rule of all the rounds it has been in keeps holding, here and in every brief. Taking the move back does not loosen it.
correct-question = Question
correct-no-question = To no question
detail-question = To question { $number }
detail-change-round = Change the round or the question
field-question = the question of the round

translate-open = Translate…
translate-name = Add a translation
translate-title = Translation of { $reference }
translate-into = Into
translate-text = Translation
translate-reviewed = Somebody else has read it against the words
translate-do = Keep the translation
translate-done = Translation of { $reference } kept.
translation-draft = translation, draft
translation-reviewed = translation, reviewed

erase-open = Erase…
erase-name = Erase this contribution for good
erase-title = Erase { $reference }?
erase-cannot = This cannot be undone.
erase-what = Its words, its translations and its history leave this consultation, and every quotation of it. Copies already handed over, and backups made before now, still hold them.
erase-not = Keep it
erase-do = Erase for good
erase-done = { $reference } is erased.

## Files attached to a contribution
attached-title = Attached files
attached-none = A photo of the flip chart or a written statement can be kept here, encrypted with everything else; or drop it on this window.
attach-open = Attach a file…
attach-name = Attach files to this contribution
attach-done = { $count ->
    [one] A file is attached to { $reference }.
   *[other] { $count } files are attached to { $reference }.
}
attached-save = Save a copy…
attached-save-name = Save a copy of { $name }
attached-save-warns = The copy is an ordinary file: it is not encrypted.
attached-saved = { $name } is saved. That copy is not encrypted.
attached-erase-name = Erase { $name }
attached-erase-what = The file and its name leave this consultation; the contribution stays. Copies already handed over, and backups made before now, still hold it.
attached-erased = { $name } is erased.
attached-enlarge = Enlarge { $name }
attached-unreadable = This picture cannot be shown. Save a copy to open it elsewhere.
# In the history, in the place of the name of an erased file
attached-gone = a file, whose name went with it

# What was changed on both sides, and how it is settled
conflicts-title = Changed on both sides
conflicts-go = Settle what was changed on both sides
conflicts-count = { $count ->
    [0] { "" }
    [one] One to settle
   *[other] { $count } to settle
}
conflicts-none = Nothing is left to settle.
conflicts-none-how = Where two laptops change the same thing without knowing of each other, both versions stay and wait here.
conflicts-leave = To the contributions
conflict-previous = Previous
conflict-next = Next
conflict-place = { $at } of { $count }
conflict-version = Version { $number }
conflict-keep = Keep this one
conflict-before = Before that, it was
conflict-written = What is to stand there instead ({ $field })
conflict-put = Put this in their place
conflict-put-not = Rather not
conflict-write = Write another one
conflict-split = { $count ->
    [2] Make two contributions of it
   *[other] Make { $count } contributions of it
}
conflict-settled = { $reference }: { $field } settled.
conflict-nameless = This
conflict-parted = { $count ->
    [one] { $reference } was parted: the other wording is { $others }.
   *[other] { $reference } was parted: the other wordings are { $others }.
}
conflict-settle = Settle it

pairs-title = Noted twice
pairs-go = See what was noted twice
pairs-what = Where two people took notes of the same words, both wordings stay and count once.
pairs-which = Which pairs to see
pairs-open = To decide
pairs-accepted = One
pairs-refused = Two
pairs-none = Nothing waits to be decided.
pairs-none-accepted = Nothing was said to be one so far.
pairs-none-refused = Nothing was said to be two so far.
pairs-none-how = What two laptops noted in one round within minutes, and what reads alike, is proposed here. Nothing is put together by itself.
pair-here = this laptop
pair-laptop = laptop { $series }
pair-no-speaker = No speaker, no group
pair-no-round = Without a round
pair-minutes = { $count ->
    [0] within a minute
    [one] one minute apart
   *[other] { NUMBER($count) } minutes apart
}
pair-contested = One laptop said that these are one, another that they are two. Until you say which, they count as two.
pair-with = { $count ->
    [one] { $others } is one with them, too.
   *[other] { $others } are one with them, too.
}
pair-leaves = If you part them, { $reference } leaves the others.
pair-accept = They are one
pair-refuse = They are two
pair-part = Part them
pair-counts-once = They count once.
pair-counts-twice = They count as two.
pair-accepted = { $one } and { $other } count once from now on.
pair-refused = { $one } and { $other } are two, and are proposed no more.
pair-parted = { $one } and { $other } are two again.
row-double = noted twice
detail-double = { $count ->
    [one] Also noted as { $others }: together they count once.
   *[other] Also noted as { $others }: together they count once.
}
detail-double-see = See both wordings
contributions-notes = { $count ->
    [one] in one note
   *[other] in { NUMBER($count) } notes
}
many-pair = They are one
field-doubles = what it is one with
field-apart = what it is not one with

withdraw-name = The speaker withdraws
withdraw-open = They withdraw…
withdraw-title = The speaker of { $reference } withdraws
withdraw-speaker = this speaker
withdraw-what = What is withdrawn
withdraw-this = This contribution, { $reference }
withdraw-all = { $count ->
    [one] Everything { $who } said: one contribution
   *[other] Everything { $who } said: { NUMBER($count) } contributions
}
withdraw-all-noted = { $count ->
    [one] Of everything { $who } said, what you noted: one contribution
   *[other] Of everything { $who } said, what you noted: { NUMBER($count) } contributions
}
withdraw-name-too = – with their name and contact
withdraw-permission = Only a permission; the words stay
withdraw-which = Which permission
withdraw-of-all = { $count ->
    [one] For everything { $who } said
   *[other] For everything { $who } said: { NUMBER($count) } contributions
}
withdraw-happens = What happens then
withdraw-cannot = This cannot be undone.
withdraw-everywhere = The words, their translations and attached files are erased here at once, and on every other laptop with the next hand-over.
withdraw-sticks = Hand-over files given out before, and backups made before, still hold them: those cannot be recalled.
withdraw-doubles = { $count ->
    [one] { $others } notes the same words, and goes with it.
   *[other] { $others } note the same words, and go with it.
}
withdraw-doubles-permission = { $count ->
    [one] { $others } notes the same words: the permission is taken back there, too.
   *[other] { $others } note the same words: the permission is taken back there, too.
}
withdraw-left = { $count ->
    [one] { $others } belongs to it too and stays, because somebody else noted it: please ask an organiser to withdraw it.
   *[other] { $others } belong to it too and stay, because others noted them: please ask an organiser to withdraw them.
}
withdraw-left-permission = { $count ->
    [one] { $others } belongs to it too and is allowed what it was, because somebody else noted it: please ask an organiser to take the permission back there.
   *[other] { $others } belong to it too and are allowed what they were, because others noted them: please ask an organiser to take the permission back there.
}
withdraw-beyond = { $count ->
    [one] One of them is hidden at once, and erased only when another organiser confirms it: this laptop has erased as much as one may.
   *[other] { NUMBER($count) } of them are hidden at once, and erased only when another organiser confirms it: this laptop has erased as much as one may.
}
withdraw-rests-nothing = No paragraph of a brief rests on it.
withdraw-rests = { $count ->
    [one] One paragraph rests on it, and is marked there:
   *[other] { NUMBER($count) } paragraphs rest on it, and are marked there:
}
withdraw-rests-permission = { $count ->
    [one] One paragraph rests on it; the release check says what of it may still leave:
   *[other] { NUMBER($count) } paragraphs rest on it; the release check says what of it may still leave:
}
withdraw-paragraphs = { $count ->
    [one] paragraph { $numbers }
   *[other] paragraphs { $numbers }
}
withdraw-permission-happens = From now on the answer is no, on every laptop with the next hand-over.
withdraw-permission-kept = No undo brings it back: only the speaker can allow it again.
withdraw-not = Change nothing
withdraw-do = { $count ->
    [one] Withdraw it for good
   *[other] Withdraw { NUMBER($count) } for good
}
withdraw-do-permission = Take the permission back
withdraw-done = { $count ->
    [0] Withdrawn.
    [one] Withdrawn: one contribution is erased for good.
   *[other] Withdrawn: { NUMBER($count) } contributions are erased for good.
}
withdraw-waits = { $count ->
    [one] One more is hidden until another organiser confirms it.
   *[other] { NUMBER($count) } more are hidden until another organiser confirms it.
}
withdraw-done-permission = { $count ->
    [0] That permission was refused already.
    [one] The permission is taken back.
   *[other] The permission is taken back for { NUMBER($count) } contributions.
}
