# Settings.

settings-lock-after = Lock when nobody has touched the window for
settings-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
settings-seconds = { $count ->
    [0] never
    [one] { $count } second
   *[other] { $count } seconds
}
settings-backups = Backups
settings-backups-explained = Each time a consultation is closed, a copy of its folder is written there, encrypted as it is, and read back. The last seven are kept; after something was erased only the newest, because older ones still have the words.
settings-backups-choose = Choose a place…
settings-backups-other = Another place…
settings-backups-none = No more backups
settings-guards = What opens this consultation
settings-pin-explained = Its passphrase and its recovery sheet. A PIN can open it on this computer, with the computer’s own keyring.
settings-pin-is = Its passphrase, its recovery sheet, and on this computer a PIN.
settings-pin-new = The new PIN, at least four characters
settings-pin-set = Set a PIN
settings-pin-forget = Forget the PIN

settings-keys = Keys
keys-find = Find an action
keys-none-found = No action goes by these words.
keys-change = Change
keys-change-named = Change the key: { $action }
keys-press = Press the new keys…
keys-press-how = Esc leaves it as it is.
keys-none = none
keys-fixed = always so
keys-as-it-came = As it came
keys-as-it-came-named = As it came: { $action }
keys-all-as-they-came = All as they came
keys-are-as-they-came = All keys are as they came.
keys-now = { $action }: now { $keys }.
keys-held = { $keys } is the key of “{ $action }” ({ $where }). Taken over, that action has none.
keys-held-fast = { $keys } always is “{ $action }” ({ $where }). Choose other keys.
keys-take-over = Take it over
keys-leave = Leave it as it is
keys-taken = { $keys } belongs to the system or to text fields: it quits, closes, deletes, moves or pastes. Choose other keys.
keys-bare = { $keys } alone would be typed. Hold Ctrl or Alt, or take one of F2 to F9.
keys-unknown = { $keys } is not on every keyboard. Take a letter or a digit with Ctrl, a digit with Alt, or one of F2 to F9.
keys-everywhere = Everywhere
keys-tidy = What a closed round lacks
keys-brief = A brief
keys-dialog = In a dialog
keys-dialog-do = Do what the dialog is for
keys-kind = Kind { $number }
keys-line-break = Break the line
keys-next-suggestion = Go to the next suggestion
keys-resume = Resume the draft parked last
keys-goes-on = The same person goes on typing
keys-screen = Room screen: show or hide
keys-tidy-leave = Leave it as it is
keys-tidy-suggested = Take what is offered under this number
keys-conflict-digit = Do what stands under this number
keys-tidy-ended = Type when the intervention ended
keys-tidy-done = Done with what was lacking
keys-open = Open the contribution
keys-close-opened = Close the contribution
keys-select = Pick the contribution out, or not
keys-select-stretch = Pick out as far as the next one
keys-select-all = Select all that are listed
keys-import-record = Import the table
keys-who-number = Who said that? By the paragraph’s number
keys-brief-split = Go on in a new paragraph
keys-release-mend = Do the first repair
keys-release-mend-number = Do the repair of this number
keys-release-go = Go to the paragraph
keys-plan-add = Add one below
check-title = Check this consultation
check-explained = Every page, every signature and every word is looked at: whether all of it is as it was signed, and whether what the window shows is what was signed. Nothing is changed.
check-working = Checking…
check-well = Everything is as it was signed: { $commits ->
    [one] one entry
   *[other] { NUMBER($commits) } entries
}, { $contributions ->
    [0] no contribution
    [one] one contribution
   *[other] { NUMBER($contributions) } contributions
}.
check-mendable = { $count ->
    [one] What people did is as they signed it, but what is shown of it is not: one thing. Nothing is lost.
   *[other] What people did is as they signed it, but what is shown of it is not: { NUMBER($count) } things. Nothing is lost.
} Let it be read anew, and this is mended.
check-wrong = { $count ->
    [one] One thing is not as it was signed.
   *[other] { NUMBER($count) } things are not as they were signed.
} Nothing was changed, and what can be read can still be read. Record nothing more here: restore the folder from a backup, and keep this one until that is done.
check-details = What was found, for whoever mends it
check-again = Check again
check-rebuild = Read anew
check-rebuilding = Reading anew…
