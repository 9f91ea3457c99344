# Other laptops: hand-over files, event packs, members.

nav-exchange = Hand-over
exchange-lead = What was recorded on other laptops comes in here, and what the others lack goes out. Files are sealed: whoever finds a stick reads nothing.
exchange-illustration = This is no real consultation: it takes nothing in from others and hands nothing over.
exchange-this-laptop = this laptop
exchange-founder = the founder
exchange-nameless = a laptop without a name
exchange-unconfirmed = { $name }, not yet confirmed
exchange-unconfirmed-explained = You can record at once. When your first hand-over file reaches an organiser, she compares these words with her screen and lets this laptop in.
exchange-words-consultation = The consultation
exchange-words-own = This laptop
exchange-take-in = Take in files…
exchange-hand-over = Hand over…
exchange-pack = Event pack…
exchange-invite = Invite…
exchange-drop = Files can also be dropped on this window, twenty at once.
exchange-taking-in = Taking in
exchange-handing-over = Handing over
exchange-taken = What came
exchange-erasures = { $count ->
    [0] A name or a file is hidden until a second person confirms
    [one] One contribution is hidden until a second person confirms
   *[other] { $count } contributions are hidden until a second person confirms
}
exchange-erasures-explained = Somebody erased more than one laptop may erase. Once it is confirmed, the words are gone for good, everywhere.
exchange-erasures-elsewhere = It is confirmed on the laptop of an organiser whom the one that erased it did not let in; not on the one that erased.
exchange-erasures-confirm = Erase for good
exchange-erasures-done = Confirmed: the words are gone for good.
exchange-erasures-refuse = Do not erase
exchange-erasures-refuse-explained = If you refuse, what is hidden is shown again. The first fifty, which one laptop may erase by itself, are gone from here: they come back only with a file from a laptop that has them still.
exchange-erasures-refused = Refused: what was hidden is shown again.
exchange-strangers = Waiting to be let in
exchange-strangers-explained = Compare the four words with the laptop’s own screen before you accept.
exchange-strangers-others = An organiser decides about them.
exchange-stranger = { $count ->
    [0] Nothing yet from { $name }
    [one] One note from { $name }
   *[other] { $count } notes from { $name }
}
exchange-check = Check words:
exchange-rival = Another laptop goes by the name “{ $name }” too. Only one of them may be the table you mean: compare the words.
exchange-whose = Whose laptop it is:
exchange-whose-new = somebody who is new here
exchange-whose-instead = in place of a lost laptop, which is cut off
exchange-whose-another = one more laptop of somebody
exchange-awaited = Nothing of today is here from { $names }.
exchange-gap = Earlier entries of this laptop are missing: ask for a file with all of it.
exchange-give-up = Count what follows without it
exchange-give-up-explained = Entries of { $name } are missing, and what follows them waits. If no laptop and no stick has them any more, what follows can count without them.
exchange-given-up = { $name }: what follows counts now.
exchange-accept = Accept { $name }
exchange-refuse = Refuse { $name }
exchange-refuse-all = Refuse all
exchange-approve = Let { $name }’s work count
exchange-accepted = { $name } takes part.
exchange-refused = Refused.
exchange-approved = It counts now.
exchange-members = Who takes part
exchange-name = Name
exchange-roles = Roles
exchange-recorded = Recorded
exchange-last-file = Last file
exchange-what = What can be done
exchange-open = Change…
exchange-change = Change { $name }
exchange-suspended = suspended
exchange-not-confirmed = not confirmed
exchange-forked = Two laptops have written under this one’s key.
exchange-waits = { $count ->
    [one] One action waits for an organiser
   *[other] { $count } actions wait for an organiser
}
exchange-keep = Keep
exchange-kept = { $name }: kept.
exchange-suspend = Suspend
exchange-suspend-explained = What { $name } recorded so far stays. What comes from this laptop later does not count until an organiser lets it in again.
exchange-stolen = It was lost or stolen: refuse what comes from it, and ask the others for what it erased.
exchange-is-suspended = { $name } is suspended.
exchange-suspend-title = Suspend { $name }
exchange-suspend-when = What no longer counts
exchange-suspend-now = what comes from now on
exchange-suspend-since = what it did since a day or an hour
exchange-suspend-moment = Since when
exchange-suspend-since-explained = By its own clock. What it did since then leaves the list and waits, unless it was stolen: then it is refused.
exchange-moment-wrong = This is not a date: write it like { $example }.
exchange-let-in-since = It let these in since then. Who stays?
exchange-let-in-with = and with it { $names }
exchange-let-in-explained = Whoever is ticked takes part as before, let in by you. The others wait to be let in again.
exchange-stands-before = This laptop was let in before yours: { $name }. What it records is cut off, but what it decides as an organiser goes on counting, unless the recovery sheet says so too.
exchange-recover = Recovery sheet
exchange-recover-explained = If no organiser is left who could let this laptop in, the words of the recovery sheet do, with every role. The sheet was printed when the consultation was founded.
exchange-recover-do = Let this laptop in
exchange-recovered = This laptop takes part in every role.
exchange-readmit = Let in again
exchange-readmit-explained = What it recorded meanwhile counts too.
exchange-not-now = Not now
exchange-wordless = { $count ->
    [one] One contribution stands here without its words
   *[other] { $count } contributions stand here without their words
}
exchange-wordless-explained = They were made on these laptops. Somebody erased the words before it was refused, or nobody has brought them yet: a file from a laptop or a backup that has them brings them, unless the speaker does not let them be passed on.
exchange-wordless-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
exchange-reports = What came before
exchange-for = For
exchange-nobody = There is nobody yet whose laptop a file could be sealed to. Accept a table, or invite somebody.
exchange-what-goes = What goes along
exchange-since = What they lack
exchange-whole = All of it
exchange-names = Names and contacts too
exchange-names-explained = Names and contacts go to everybody chosen above, and stay on their laptops.
exchange-held-back = Words whose speakers do not let them be passed on stay here.
exchange-save = Save the file…
exchange-handed = { $count ->
    [0] The file is ready. No new contributions are in it.
    [one] The file is ready, with one contribution.
   *[other] The file is ready, with { $count } contributions.
}
exchange-show-words = The organiser’s screen shows these words too. Compare them before she accepts:
exchange-compare = To compare with the other laptop’s screen:
exchange-done = Done
exchange-pack-explained = One file with which all tables begin: the programme, the groups, the framework and the rules, and nothing that anybody said. Six words open it.
exchange-pack-words = The file is ready. Say these six words aloud at the tables. They are kept nowhere; do not write them on the stick.
exchange-pack-check = The tables compare:
exchange-pack-noted = I have noted the words
exchange-invite-explained = For organisers, rapporteurs and observers who need the contributions on their own laptop. Tables begin quicker with an event pack.
exchange-invited = The invitation for { $name } is ready.
exchange-open-acceptance = An acceptance came back…
exchange-acceptance = { $name } accepted, and goes by the name “{ $own }”.
role-facilitator = Facilitator
role-organiser = Organiser
role-rapporteur = Rapporteur
role-observer = Observer
role-facilitator-explained = records, and changes what she recorded
role-organiser-explained = does everything
role-rapporteur-explained = writes briefs, and tags anything
role-observer-explained = reads

# The door
welcome-join = Join a consultation…
welcome-join-explained = with an event pack, an invitation, or the first file that came for it
join-title = Join a consultation
join-explained = Choose what you were given: an event pack, an invitation, or the first hand-over file after your invitation was accepted.
join-choose = Choose the file…
join-words = The six words that were said aloud
join-words-missing = Type the six words.
join-name = By what name this laptop goes: “Table 7”
join-own-name = Your name
join-name-missing = Say a name.
join-passphrase = The passphrase you chose when you accepted
join-begin = Begin
join-accept = Accept, and save the answer…
join-accepted = The answer is saved: give it to the organiser. When her first file comes back, choose it here. She compares these words:

# A passphrase was forgotten
help-allow = Organisers can help whoever forgets a passphrase
help-allow-explained = It is said to everybody who joins from now on: with words from an organiser, what is on their laptop can be opened. Laptops that have joined stay as they are.
help-declared = If you forget it, an organiser can help. Whoever has an organiser’s words and this laptop can read what is on it.
help-forgot = The passphrase is forgotten…
help-words = The twelve words that an organiser says
help-letter = Save a file for an organiser…
help-letter-explained = An organiser can help: save a file for her and give it to her, or send it. Nobody else can read it.
help-letter-saved = The file is saved. Give it to an organiser and ask her for the twelve words.
help-recovered = An organiser’s words have opened the consultation. Choose the passphrase that opens it from now on; then these words no longer open it. Backups and copies made before still open with them.
help-stands = The old passphrase still opens the consultation, and so do the organiser’s words. You can change it under Settings.
help-forgotten = Forgotten passphrase…
help-forgotten-explained = Whoever forgot a passphrase saves a file before the locked consultation, and gives it to you. It holds twelve words that open that laptop; only organisers can read them.
help-choose = Choose the file…
help-whose = These words open the laptop of { $name }:
help-whose-unknown = These words open a laptop from which nothing has come yet:
help-careful = Say them only to somebody whose voice you know. Whoever has them and the laptop, or a backup of it, can read what is on it.

# The shared server
server-title = Shared server
server-none = Laptops with a network can exchange through a shared server, which passes on sealed entries and reads none of them. Files work beside it.
server-none-told = Laptops with a network can exchange through a shared server. An organiser adds it, and the next hand-over file tells this laptop.
server-told-of = An organiser has added a shared server and made a login for this laptop:
server-begin = Exchange with it
server-connect = Add a shared server…
server-connect-explained = Whoever looks after the server has set it up and gives you its address and password. With them each laptop that takes part gets a login of its own, which travels sealed in the next hand-over file.
server-address = Address
server-password = Password
server-password-kept = The password is used once and not kept.
server-authority = Certificate of your own authority…
server-make-logins = Make logins
server-connecting = Making logins…
server-connected = This laptop exchanges with the shared server from now on.
server-added = New logins: { $names }.
server-added-next = Hand over a file to them: their logins are in it.
server-dropped = Let in no longer: { $names }.
server-without = No login yet: { $names }. Their laptops have to hand over a file first.
server-done = Done
server-logins = Update logins…
server-visit = Sync now
server-visiting = Syncing…
server-synced = Synced { $time }
server-last = Last synced { $time }.
server-not-yet = Not synced yet
server-away = Not connected
server-tries-again = It is tried again by itself; what you record is safe here.
server-nothing-new = Nothing new on the shared server.
server-leave = Leave this server
server-leave-explained = This laptop exchanges with the shared server no longer. What came from it stays here, and what it has stays there.
server-holds = { $count ->
    [one] One sealed entry
   *[other] { $count } sealed entries
} on the server, { $size } KB
server-seen = Last there
server-newest = Newest entry
server-entries = Entries
server-no-login = no login
server-never = –
