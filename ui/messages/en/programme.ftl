# The overview and the programme.

nav-overview = Overview
nav-programme = Programme
overview-recorded = { $count ->
    [0] nothing yet
    [one] { $count } contribution
   *[other] { $count } contributions
}
overview-no-rounds = No rounds yet.
overview-no-programme = A programme has stages, sessions and rounds: lay it out here before the day begins.
overview-edit = Edit the programme
overview-next = What to do next
overview-waits = How things stand
overview-all = Contributions
overview-without-node = Without an objective or principle
overview-without-group = Without a group
overview-without-round = Without a round
overview-briefs = Briefs
overview-round-open = “{ $round }” is open on this computer.
overview-round-closed = “{ $round }” is over and waits to be tidied up.
overview-parked = { $count ->
    [one] One draft is parked.
   *[other] { $count } drafts are parked.
}
overview-to-capture = Go to Capture
next-programme = Lay out the programme
next-programme-why = There is no round yet in which something could be said.
next-tidy = Look through the contributions
next-tidy-why = { $count ->
    [one] One contribution still lacks a group or an objective.
   *[other] { $count } contributions still lack a group or an objective.
}
next-conflicts = Settle
next-conflicts-why = { $count ->
    [one] One thing was changed on both sides and waits to be settled.
   *[other] { $count } things were changed on both sides and wait to be settled.
}
next-pairs = Decide
next-pairs-why = { $count ->
    [one] One thing may have been noted twice: it should count once.
   *[other] { $count } things may have been noted twice: each should count once.
}
overview-notes = { $count ->
    [one] In one note: what is noted twice counts once.
   *[other] In { NUMBER($count) } notes: what is noted twice counts once.
}
next-read = Go on with the briefs
next-read-why = Everything has a group and an objective.
plan-lead = What is changed here is kept at once, and can be undone. A rule that was made stricter stays so.
plan-stages = Stages, sessions, rounds
plan-groups = Stakeholder groups
plan-consultation = Consultation
plan-stage = Stage
plan-session = Session
plan-round = Round
plan-group = Stakeholder group
plan-new-stage = New stage
plan-new-session = New session
plan-new-round = New round
plan-new-group = New group
plan-add = Add: { $what }
plan-add-stage = Add a stage
plan-add-session = Add a session
plan-add-round = Add a round
plan-add-group = Add a group
plan-up = Move up
plan-down = Move down
plan-remove = Take off the programme
plan-removed = “{ $name }” is off the programme.
plan-name = Name
plan-starts = First day
plan-ends = Last day
plan-starts-at = Begins
plan-ends-at = Ends
plan-date-wrong = This is not a date: write it like { $example }. The old one is kept.
plan-questions = Questions put to the room
plan-questions-hint = One on each line.
plan-rule = Rule of attribution
plan-rule-chatham-house = Chatham House Rule
plan-rule-organisation-only = Organisation only
plan-rule-on-the-record = On the record
plan-limit = Time for one speaker
plan-basis = What recording rests on
plan-basis-none = Not said
plan-basis-announcement = Announced to the room
plan-basis-form = A form that was signed
plan-basis-in-person = Asked in person
plan-basis-clearance = Cleared afterwards
plan-quote = Quoting, until a speaker says otherwise
plan-quote-not-asked = Not asked, so no
plan-quote-given = Allowed
plan-quote-refused = Refused
plan-expected = Expected in this round
plan-in-use = In use in this consultation
next-capture = Record the first contribution
next-capture-why = The programme stands. What is said is recorded in Capture, round by round.
next-brief = Write the first brief
next-brief-why = Everything has a group and an objective. A brief carries it into the formal session.
