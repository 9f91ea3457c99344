# The window itself: opening, locking, its look.

app-name = Anteroom

unlock-lead = A consultation is one folder on this computer. Everything in it is encrypted.
unlock-passphrase = Passphrase
unlock-show = Show
unlock-hide = Hide
unlock-do = Unlock
unlock-working = Unlocking…
unlock-choose = Choose a folder…
unlock-lost = Nobody can look up a lost passphrase: keep the recovery sheet on paper.
unlock-caps = Caps Lock is on.
unlock-empty = Type the passphrase first.

error-locked = The consultation is locked. Nothing was changed.
error-nothing-chosen = Choose the folder of a consultation first.
error-no-dialog = The system’s dialog for choosing a folder could not open.
error-cannot-keep-look = This holds until the window closes: it could not be kept for next time.
error-wrong-passphrase = This passphrase does not open the consultation. Everything is as it was, and you can try again at once.
error-not-there = There is nothing at this place any more. Was the folder moved, or a stick pulled out?
error-not-a-consultation = This folder is not a consultation of Anteroom’s. Nothing in it was changed: choose one whose name ends in “.anteroom”.
error-keys-missing = The file “keys” is missing from this folder, and nothing can be read without it. Nothing was changed: restore it from a backup.
error-keys-damaged = The file “keys” in this folder is damaged, and nothing can be read without it. Nothing was changed: restore it from a backup.
error-keys-of-another = The files “keys” and “contents.db” belong to two different consultations. Nothing was changed: restore both from one backup.
error-contents-missing = The file “contents.db” is missing from this folder. Nothing was changed: restore the folder from a backup.
error-contents-cut = The file “contents.db” in this folder has been cut short, as when a copy is stopped half-way. Nothing was changed: restore the folder from a backup, and keep this one until that is done.
error-contents-damaged = The file “contents.db” in this folder is damaged. Nothing was changed: restore the folder from a backup, and keep this one until that is done.
error-newer = This consultation was written by a newer version of Anteroom. Nothing was changed: update this one first.
error-not-closed = This folder was not closed the last time. Nothing was changed: open it as it is and close it; then it can be restored from.
error-open-elsewhere = This consultation is open elsewhere: in another window, or in another program. Close it there first.
error-disk-full = The disk is full. Everything recorded before is there. Make some room, then try again.
error-read-only = This folder cannot be written to. Nothing was changed: copy it to a place that can, or change its permissions.
error-disk = The disk does not answer as it should. Everything recorded before is there: copy the folder to another disk.
error-not-allowed = Your role in this consultation does not allow this. Nothing was changed: ask an organiser.
error-gone = This contribution is no longer there.
error-unexpected = Something went wrong that this window has no words for. Nothing was changed. What was said: { $message }

nav-label = Main
nav-contributions = Contributions
nav-lock = Lock

illustration-sample = Illustration
illustration-sample-explained = Nobody said these things: this consultation is invented.
illustration-practice = Practice
illustration-practice-explained = This consultation is for practice.

look-theme = Brightness
look-theme-system = As the system
look-theme-light = Light
look-theme-dark = Dark
look-size = Text size
look-size-small = Small
look-size-normal = Normal
look-size-large = Large
look-size-largest = Largest
look-language = Language
look-language-system = As the system

key-ctrl = Ctrl
key-alt = Alt
key-enter = Enter
key-escape = Esc
key-space = Space
key-digit = 1 … 9

palette-title = All actions
palette-label = What do you want to do?
palette-none = No action here goes by these words.
palette-go = Go to { $place }

settings-title = Settings

dialog-close = Close
notice-close = Close this line
undo-do = Undo
redo-do = Redo
undo-name = Undo: { $deed }
redo-name = Redo: { $deed }
undo-done = Undone: { $deed }.
undo-parked = The draft is parked again.
undo-elsewhere = That is not on this screen, but in { $place }.
undo-under-way = Taking back…
redo-under-way = Doing again…
redo-done = Done again: { $deed }.
deed = { $deed ->
    [record] { $records ->
        [one] recording a contribution
       *[other] recording { $records } contributions
    }
    [tag] { $records ->
        [one] tagging a contribution
       *[other] tagging { $records } contributions
    }
    [import] { $records ->
        [one] importing a contribution
       *[other] importing { $records } contributions
    }
    [edit] { $records ->
        [one] changing a contribution
       *[other] changing { $records } contributions
    }
    [permission] { $records ->
        [one] changing a permission
       *[other] changing the permissions of { $records } contributions
    }
    [attach] { $records ->
        [one] attaching a file
       *[other] attaching { $records } files
    }
    [brief] writing in a brief
    [structure] changing the programme
    [presence] noting who is in the room
    [settle] settling what was changed on both sides
    [consolidate] putting notes together or apart
    [material] changing the library
   *[other] the last action
}
