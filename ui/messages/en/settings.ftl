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
settings-backups-explained = Each time a consultation is closed, a copy of its folder is written there, encrypted as it is. The last seven are kept; after something was erased only the newest, because older ones still have the words.
settings-backups-choose = Choose a place…
settings-backups-other = Another place…
settings-backups-none = No more backups
settings-guards = What opens this consultation
settings-pin-explained = Its passphrase and its recovery sheet. A PIN can open it on this computer, with the computer’s own keyring.
settings-pin-is = Its passphrase, its recovery sheet, and on this computer a PIN.
settings-pin-new = The new PIN, at least four characters
settings-pin-set = Set a PIN
settings-pin-forget = Forget the PIN
