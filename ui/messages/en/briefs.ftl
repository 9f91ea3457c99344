# Briefs: the list, a brief on the desk, its evidence, who said what, the release.

nav-briefs = Briefs
briefs-title = Briefs
briefs-count = { $count ->
    [one] { NUMBER($count) } brief
   *[other] { NUMBER($count) } briefs
}
briefs-empty = A brief carries what was said into the formal session, and each of its findings rests on evidence. Begin with the roundtable that it is for.
briefs-paragraphs = { $count ->
    [one] { NUMBER($count) } paragraph
   *[other] { NUMBER($count) } paragraphs
}
briefs-words = { $words ->
    [one] { NUMBER($words) } word
   *[other] { NUMBER($words) } words
}
briefs-words-of = { NUMBER($words) } of { NUMBER($budget) } words
briefs-gone = { $count ->
    [one] One paragraph rests on something that was withdrawn or erased
   *[other] { NUMBER($count) } paragraphs rest on something that was withdrawn or erased
}
briefs-put-away = Put away
briefs-put-away-of = Put away “{ $title }”
briefs-put-away-done = “{ $title }” is put away.

brief-new = New brief
brief-new-about = What it is about
brief-new-about-all = The whole consultation
brief-new-sessions = A session
brief-new-template = Template
brief-new-template-of = { $name }: { NUMBER($sections) } sections, { NUMBER($budget) } words
brief-new-language = Language of the brief
brief-new-title = Title
brief-new-title-empty = That of what it is about
brief-new-do = Lay it out

brief-close = Back to all briefs
brief-title = Title of the brief
brief-rename = Rename the brief
brief-audience = For whom it is
brief-for-public = For the public
brief-for-states = For States
brief-for-participants = For participants
brief-for-organisers = For the organisers
brief-next-repair = Next paragraph to repair
brief-last-repair = Previous paragraph to repair
brief-nothing-wrong = Nothing stops this brief from leaving.
brief-release = Release…
brief-outline = Outline
brief-outline-words = Outline, words
brief-sheet = The sheet
brief-count = { NUMBER($words) } / { NUMBER($budget) }
brief-words = Words
brief-to-repair = To repair
brief-quotations = Quotations verified
brief-not-kept = What was typed could not be kept yet. It still stands here.

brief-begin = Write the first paragraph
brief-begin-in = Write the first paragraph of “{ $section }”
brief-begin-below = New paragraph below
brief-paragraph-empty = Write here
brief-paragraph-label = Paragraph { $number }, { $section }
brief-paragraph-label-empty = New paragraph, { $section }
brief-drag = Draw it to another place
brief-move-up = Move the paragraph up
brief-move-down = Move the paragraph down
brief-moved = It is paragraph { NUMBER($number) } now.
brief-moved-empty = The paragraph is moved.
brief-put-away = Put away
brief-put-away-named = Put the paragraph away
brief-put-away-done = The paragraph is put away.
brief-type = What the paragraph is
brief-type-finding = Finding
brief-type-process = How the consultation went
brief-type-context = Context
brief-type-remark = Rapporteur’s remark
brief-make = Make it: { $type }
brief-rests-on = { $organisations ->
    [one] { NUMBER($organisations) } organisation
   *[other] { NUMBER($organisations) } organisations
}, { $groups ->
    [one] { NUMBER($groups) } group
   *[other] { NUMBER($groups) } groups
}
brief-lacks-evidence = This finding cites nothing yet.
brief-quotation-unknown = { $count ->
    [one] Words in quotation marks stand in nothing that is cited.
   *[other] Words in quotation marks stand in nothing that is cited, in { NUMBER($count) } places.
}
brief-quotation-gone = What was quoted here was erased or worded anew.
brief-unsettled = This paragraph was changed on both sides. What also stands here:
brief-quotation-lost = { $reference } is quoted no longer: its words stand there without quotation marks.

brief-evidence = Evidence
brief-evidence-of = Evidence of paragraph { NUMBER($number) }
brief-evidence-close = Close the evidence
brief-evidence-none-yet = Choose a paragraph to see what it rests on.
brief-evidence-cites-nothing = It cites nothing yet.
brief-evidence-all-gone = What this finding rested on was withdrawn or erased. Cite something else that says it, word it anew, or put the paragraph away.
brief-evidence-gone = { $count ->
    [one] One contribution that this cites was withdrawn or erased. Read whether it still holds without it; then reword it, cite another, or take the empty citation off beside it.
   *[other] { NUMBER($count) } contributions that this cites were withdrawn or erased. Read whether it still holds without them; then reword it, cite others, or take the empty citations off beside it.
}
brief-evidence-erased = A contribution that was erased
brief-quoted-here = quoted here
brief-seek = Find evidence
brief-seek-label = Search for evidence
brief-seek-placeholder = Search in any language
brief-cite = Cite
brief-uncite = Take out
brief-card-act = { $action } { $reference }
brief-cited = { $reference } is cited in paragraph { $number }.
brief-uncited = The citation is taken out.
brief-choose-paragraph = Choose the paragraph first that is to cite it.
brief-off-subject = not on the subject
brief-cited-by = { $count ->
    [one] cited in paragraph { $numbers }
   *[other] cited in paragraphs { $numbers }
}
brief-proposed-none = Nothing else was found.
brief-proposed-alike = { $count ->
    [one] { NUMBER($count) } other speaks of the same. Likeness proposes, you decide.
   *[other] { NUMBER($count) } others speak of the same. Likeness proposes, you decide.
}
brief-proposed-subject = { $count ->
    [one] { NUMBER($count) } contribution on the subject
   *[other] { NUMBER($count) } contributions on the subject
}
brief-proposed-words = { $count ->
    [one] { NUMBER($count) } found
   *[other] { NUMBER($count) } found
}
brief-proposed-more = { NUMBER($count) } more

who-title = Who said that?
who-this = Who said this paragraph?
who-anywhere = Who said that? By a paragraph’s number
who-of = Who said that? Paragraph { $number }
who-briefs = The briefs with this paragraph
who-nowhere = No brief has a paragraph { $number }.
who-no-brief = There is no brief yet in this consultation.
who-number = Paragraph
who-hint = Type the number of a paragraph.
who-aloud = Safe to say aloud
who-unspoken = { $count ->
    [one] The line is silent about { NUMBER($count) } contribution, of which nothing may be said.
   *[other] The line is silent about { NUMBER($count) } contributions, of which nothing may be said.
}
who-eyes = { $count ->
    [0] No evidence
    [one] For your eyes only: { NUMBER($count) } contribution
   *[other] For your eyes only: { NUMBER($count) } contributions
}

release-title = Release
release-for = For whom
release-counts = { $paragraphs ->
    [one] { NUMBER($paragraphs) } paragraph
   *[other] { NUMBER($paragraphs) } paragraphs
} · { $evidence ->
    [one] { NUMBER($evidence) } contribution cited
   *[other] { NUMBER($evidence) } contributions cited
} · { $quotations ->
    [one] { NUMBER($quotations) } quotation
   *[other] { NUMBER($quotations) } quotations
}
release-empty = This brief has no paragraph yet: there is nothing to release.
release-may-leave = It may leave. { $audience }, nothing in it breaks a rule or a permission.
release-stops = { $count ->
    [one] { NUMBER($count) } thing may not leave
   *[other] { NUMBER($count) } things may not leave
}
release-keys = { $enter } or a number mends, the arrows go on to the next one, G goes to the paragraph.
release-warnings = To look at ({ NUMBER($count) })
release-go = Go to paragraph { NUMBER($number) }
release-mended = Mended: { $repair }
release-agreed = The speaker agreed:
release-record-answer = Record the answer
release-export = Export as DOCX…
release-written = { $paragraphs ->
    [one] Written, { NUMBER($paragraphs) } paragraph
   *[other] Written, { NUMBER($paragraphs) } paragraphs
} with { $evidence ->
    [one] { NUMBER($evidence) } piece of evidence:
   *[other] { NUMBER($evidence) } pieces of evidence:
}

repair-own-words = Leave the words out, to say it in your own
repair-unquote = Take the quotation marks away
repair-quote-exactly = Quote exactly:
repair-name-group = Say instead:
repair-drop-reference = Take the reference out
repair-leave-out = Leave the citation out
repair-make-remark = Make it the rapporteur’s remark
repair-ask = The speaker was asked…
