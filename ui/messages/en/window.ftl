# The window itself: opening, locking, its look.

app-name = Anteroom
loading = One moment…

unlock-title = Open a consultation
unlock-lead = A consultation is one folder on this computer. Everything in it is encrypted.
unlock-passphrase = Passphrase
unlock-show = Show
unlock-hide = Hide
unlock-do = Unlock
unlock-working = Unlocking…
unlock-choose = Choose a folder…
unlock-choose-another = Choose another folder…
unlock-lost = Nobody can look up a lost passphrase: keep the recovery sheet on paper.
unlock-caps = Caps Lock is on.
unlock-empty = Type the passphrase first.

error-locked = The consultation is locked. Nothing was changed.
error-nothing-chosen = Choose the folder of a consultation first.
error-unexpected = Something went wrong that this window has no words for. Nothing was changed. What was said: { $message }

nav-label = Main
nav-contributions = Contributions
nav-look = Look
nav-lock = Lock

illustration-sample = Illustration
illustration-sample-explained = Nobody said these things: this consultation is invented.
illustration-practice = Practice
illustration-practice-explained = This consultation is for practice.

look-title = Look of this window
look-theme = Brightness
look-theme-system = As the system
look-theme-light = Light
look-theme-dark = Dark
look-language = Language
look-language-system = As the system
look-close = Close

key-ctrl = Ctrl
key-enter = Enter
key-escape = Esc
