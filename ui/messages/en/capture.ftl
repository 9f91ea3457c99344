# Taking down a round.

nav-capture = Capture
capture-title = Capture

begin-title = Open a round
begin-lead = Open the round that is being held. Its rule, its questions and what was announced hold for everything you take down.
begin-none = There is no round yet. Rounds are set up in the programme: stages, sessions, rounds.
begin-late = It began
begin-late-minutes = minutes ago
begin-do = Open the round
begin-starts = begins { $at }

round-room-screen = Room screen
round-room-screen-hide = Hide the room screen
round-room-screen-close = Close the room screen
round-close = Close the round…
round-question = Question { NUMBER($number) }
round-question-none = No question
round-question-next = Next question

speaker = Speaker { NUMBER($number) }
speaker-no-group = choose the group
speaker-choose-group = Group of the speaker
speaker-choose-again = Somebody who spoke before
speaker-organisation = Organisation
speaker-organisation-none = not noted
speaker-organisation-new = New: { $name }
speaker-language = Language
speaker-language-guess = Guess it from the words
speaker-language-guessed = { $language }, guessed
speaker-interpreted = Through interpreter
speaker-verbatim = Word for word
speaker-verbatim-not = Word for word is not possible through an interpreter.
speaker-back-to = Then Speaker { NUMBER($number) } again
speaker-changed = { $who } is speaking. { $may }.

may-share-refused = May not be shared
may-quote = May be quoted
may-not-quote = May not be quoted
may-because-not-asked = not asked, so no
may-because-refused = refused
may-organisation = organisation may be named
may-person = person may be named
may-organisation-capped = naming agreed to, but the rule of the round says no
may-choose = What may be done with these words?
may-choose-quote = May be quoted, nobody named
may-choose-organisation = May be quoted, organisation named
may-choose-person = May be quoted, organisation and person named
may-choose-paraphrase = In other words only, organisation named
may-choose-no = May not be quoted
may-choose-not-shared = May not be shared at all
may-basis = What does that rest on?
may-basis-in-person = Asked just now, in person
may-basis-form = On a form
may-also = { $count ->
    [one] Also for the one recorded before in this intervention?
   *[other] Also for the { NUMBER($count) } recorded before in this intervention?
}
may-also-yes = Yes, for those too
may-also-no = No, only from now on

rule-title = The rule of the round
rule-short-on-the-record = whoever agreed may be named
rule-short-organisation-only = organisations may be named, people not
rule-short-chatham-house = groups may be named, organisations and people not
rule-short-strict = nobody is named, no group either
rule-since = from now on; for the round: { $rule }
rule-means-on-the-record = What is said may be told with the name of the organisation and of the person, as far as the speaker agreed to it.
rule-means-organisation-only = What is said may be told with the name of the organisation, where the speaker agreed to it. People are never named.
rule-means-chatham-house = What is said may be told, but not who said it: no person, no organisation. A group is named only where at least { NUMBER($small) } of its organisations spoke and none of them said more than half; otherwise it reads “a participant”.
rule-means-strict = What is said may be told, but not who said it: no person, no organisation, no group.
rule-stricter = Make it stricter?
rule-strictest = There is no stricter one.
rule-for-what = { $rule }: for what?
rule-from-now-on = Only for what is recorded from now on
rule-whole-round = For the whole round, what is recorded already included
rule-not-back = It is not made looser again here, and undo does not do it either: that is chosen in the programme, with the speakers’ consent.
rule-leave = Leave it as it is
rule-tightened = { $rule } holds now.

compose-label = What is being said
compose-placeholder = Type what is said…
compose-kept = draft kept { $at }
compose-kinds = Kind
compose-nodes = Objectives and principles
compose-suggested = Suggested
compose-suggested-ours = by our own list of words
compose-next = next
compose-dismiss = dismiss
compose-accept = Take the suggestion that is next
compose-dismiss-all = Send the suggestions away
compose-add-node = Add objective
compose-add-node-label = Add an objective or principle
mention-hint = { $take } takes it, { $leave } leaves what was typed
compose-remove = Remove { $name }
compose-record = Record
compose-record-next = Record and next speaker
compose-park = Park draft
compose-do-not-keep = Do not keep
compose-armed = What stands here goes for good: neither undo nor the journal will hold it. Press again to let go of it.
compose-armed-recorded = { $reference } is erased for good, and undo cannot bring it back. Press again to erase: “{ $text }”
compose-armed-parked = This draft goes for good. Press again to let go of it.
compose-let-go = Gone. No copy of it is kept.
compose-recorded = Recorded as { $reference }
compose-parked = Parked.

recorded-title = { $count ->
    [0] Recorded in this round
    [one] Recorded in this round: { NUMBER($count) }
   *[other] Recorded in this round: { NUMBER($count) }
}
recorded-none = Nothing yet. Type what is said and press Enter: only the words are required.
recorded-no-group = no group yet
recorded-no-node = no objective yet
recorded-reassign = Give the last ones to another…

aside-clock = This intervention
aside-clock-of = of { $limit }
aside-clock-over = { $over } over
aside-clock-restart = Restart the clock
aside-not-heard = In the room, not yet heard
aside-not-heard-none = Everybody who is in the room was heard.
aside-presence-none = Nobody was noted as being in the room.
aside-presence = Who is in the room…
aside-heard = Heard in this round
aside-not-there = Not in the room
aside-heard-count = { $count ->
    [one] { NUMBER($count) } speaker
   *[other] { NUMBER($count) } speakers
}
aside-organisations = { $count ->
    [one] { NUMBER($count) } organisation
   *[other] { NUMBER($count) } organisations
}
compose-paste-too-long = { $count } characters are more than a contribution holds. Nothing was pasted, and what you typed is as it was. Split the text, or attach it to a contribution as a file.
aside-parked = Parked
aside-parked-count = Parked: { NUMBER($count) }
aside-go-parked = Go to the parked drafts
aside-resume = Resume
aside-record-as-is = Record as it is
aside-notes = Notes for yourself
aside-note = Note…
aside-typing = Typing now: { $name }
aside-typing-nobody = Typing now…

presence-title = Who is in the room
presence-lead = Arrows go from group to group; 1, 2 and 3 say how it is there.
presence-not-expected = Not expected
presence-expected = Expected
presence-in-the-room = In the room
presence-spoke = Spoke

note-title = A note for yourself
note-lead = It stays beside the round: no contribution, in no brief.
note-label = Note
note-do = Keep the note

typing-title = Who is typing?
typing-lead = What is recorded from now on names them. The consultation stays open.
typing-new = Somebody new: { $name }

typing-owner = Whom this computer belongs to
typing-carried = { $name } was typing before the consultation was locked, and is named for what is recorded now.
typing-goes-on = { $name } goes on
typing-another = Somebody else

reassign-title = Give to another
reassign-lead = What was recorded last. Choose how many, then to whom or to what. Of two answers and two rules the stricter holds.
reassign-last = { $count ->
    [one] The last one
   *[other] The last { NUMBER($count) }
}
reassign-fewer = One fewer
reassign-more = One more
reassign-to = To whom, or to what
reassign-speaker = A speaker
reassign-new = A speaker not noted yet
reassign-group = Another group
reassign-question = Another question
reassign-round = Another round
reassign-done = { $count ->
    [one] Given to another.
   *[other] { NUMBER($count) } given to another.
}

tidy-title = { $round } closed
tidy-none = { $recorded ->
    [0] Nothing was recorded.
    [one] { NUMBER($recorded) } contribution recorded; it lacks nothing.
   *[other] { NUMBER($recorded) } contributions recorded; none lacks anything.
}
tidy-some = { NUMBER($recorded) } recorded: { NUMBER($complete) } complete, { $lacking ->
    [one] one lacks something
   *[other] { NUMBER($lacking) } lack something
}
tidy-parked = { $count ->
    [one] { NUMBER($count) } draft is parked
   *[other] { NUMBER($count) } drafts are parked
}
tidy-done = Done
tidy-reopen = Back to the round
tidy-finish = Finish it
tidy-list = What lacks something
tidy-lacks-node = no objective
tidy-lacks-group = no group
tidy-lacks-end = no end
tidy-open = { $count ->
    [one] { NUMBER($count) } intervention has no end
   *[other] { NUMBER($count) } interventions have no end
}
tidy-began = began { $at }
tidy-turn-recorded = { $count ->
    [0] nothing recorded
    [one] { NUMBER($count) } contribution
   *[other] { NUMBER($count) } contributions
}
tidy-ended-last = Ended with its last contribution, { $at }
tidy-ended-next = Ended when the next one began, { $at }
tidy-ended-closed = Ended when the round was closed, { $at }
tidy-ended-type = Type a time
tidy-ended-at = Ended at
tidy-ended-say = Keep
tidy-is-parked = parked, not recorded
tidy-choose-group = Choose the group
tidy-leave = or leave it: a contribution without a group counts, but under none
tidy-leave-node = or leave it
tidy-foot = What you leave stays in Contributions.
tidy-foot-group = Without a group
tidy-foot-node = Without an objective or principle
tidy-whole = Nothing is left to tidy up.

picker-none = Nothing fits.
picker-more = { $keys } for several

screen-hidden = Hidden
screen-waiting = No round is open.
screen-speaker = Speaker { NUMBER($number) }
screen-not-heard = In the room, not yet heard
screen-time = Time of this intervention

practice-title = Practice, step by step
practice-progress = { $done } of { $of }
practice-open = Open the round below. Imagine that four groups are in the room.
practice-record = Somebody speaks: type a sentence, and record it.
practice-kind = Type another one, say what kind it is, and record it.
practice-next = Somebody else takes the floor: record, and go to the next speaker.
practice-park = Two speak at once: half-way through a sentence, park it.
practice-close = Close the round, and see what it asks you to tidy up.
practice-over = That is all there is to it. Nothing of this is kept: the next practice begins with an empty one.
