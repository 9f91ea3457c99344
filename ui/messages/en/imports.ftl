# A table on its way in.

import-title = Import a table
import-lead = Comments from a survey, a platform or a note-taker’s sheet become contributions, each row once, in one action that one undo takes back.
import-how = Any CSV will do, in whatever encoding. The file stays as it is, and the same row is never recorded twice.
import-choose-table = Import a table…
import-choose-another = Choose another…
import-about = { $rows ->
    [one] one row
   *[other] { NUMBER($rows) } rows
}, written in { $encoding }
import-means = What the columns mean
import-text = Text
import-round = Round
import-choose = Choose…
import-guessed = guessed from the words
import-nothing = nothing says
import-not-asked = not asked
import-column = From a column
import-column-first = { $name } ({ $first })
import-all-rows = The same for all rows
import-preview = The first rows, as they would be recorded
import-answer = { $question }: { $answer }
import-needs-text = Say which column holds the text: nothing else is required.
import-counting = Looking at every row…
import-new = { $count ->
    [0] Nothing new to record
    [one] One new contribution
   *[other] { NUMBER($count) } new contributions
}
import-already = { $count ->
    [one] one recorded before
   *[other] { NUMBER($count) } recorded before
}
import-refused = { $count ->
    [one] one row refused
   *[other] { NUMBER($count) } rows refused
}
import-refused-more = { $count ->
    [one] And one more.
   *[other] And { NUMBER($count) } more.
}
import-save-refused = Save refused rows…
import-refused-saved = The refused rows are saved, each with its reason, to be mended and imported again.
import-do = { $count ->
    [one] Import one contribution
   *[other] Import { NUMBER($count) } contributions
}
import-working = Importing…
import-done = { $count ->
    [one] One contribution imported.
   *[other] { NUMBER($count) } contributions imported.
}
import-done-refused = { $count ->
    [one] One row was refused.
   *[other] { NUMBER($count) } rows were refused.
}
import-open = Import…
import-speaker = Speaker
import-when = When it was said
import-groups-unknown = { $count ->
    [one] One group is not in this consultation
   *[other] { NUMBER($count) } groups are not in this consultation
}
import-groups-unknown-how = Rows that name one are refused until you say what becomes of it.
import-groups-all = { $count ->
   *[other] All { NUMBER($count) }
}
import-groups-differ = each as below
import-groups-more = And { $count } more, which the choice for all holds for.
import-group-rows = { $count ->
    [one] one row
   *[other] { NUMBER($count) } rows
}
import-group-refuse = refuse these rows
import-groups-refuse = refuse their rows
import-group-add = add this group
import-groups-add = add these groups
import-group-leave-out = without a group
import-group-near = Take it as: nearest
import-group-means = Take it as
import-cancel = Cancel the import
import-cancelled = Import cancelled. Nothing was recorded.
import-found-by = import csv tsv table excel spreadsheet survey sheet
