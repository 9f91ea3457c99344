-- What this computer needs to exchange files with others. No part of the journal, of the dump or of what is handed over.

-- What opens the files that are sealed to this computer: secret keys of age. The newest is the one it announces.
CREATE TABLE identity (
    row    INTEGER PRIMARY KEY,
    secret TEXT NOT NULL
) STRICT;

-- What is known of each other device from the newest file that came from it.
CREATE TABLE peer (
    device     BLOB NOT NULL PRIMARY KEY,          -- its Ed25519 public key
    number     INTEGER NOT NULL,                   -- of its file
    made_at    INTEGER NOT NULL,                   -- by its clock, milliseconds since 1970
    came_at    INTEGER NOT NULL,                   -- by ours
    vector     BLOB NOT NULL,                      -- what it had
    lacking    BLOB NOT NULL,                      -- the words that it asked for: record (16) and digest (32), one after the other
    recipient  TEXT NOT NULL,                      -- what its files are to be sealed to
    name       TEXT NOT NULL,                      -- by what name it goes
    person     BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The files that were made here, by their number.
CREATE TABLE handed_over (
    number  INTEGER PRIMARY KEY,
    made_at INTEGER NOT NULL,
    devices TEXT NOT NULL                          -- JSON: for whom
) STRICT;

-- What each merge brought.
CREATE TABLE merge_report (
    row     INTEGER PRIMARY KEY,
    came_at INTEGER NOT NULL,
    device  BLOB NOT NULL,
    report  TEXT NOT NULL                          -- JSON, without a word of a contribution
) STRICT;

-- Files from devices that nobody has confirmed: they lie beside the database, sealed as they came, until somebody decides.
CREATE TABLE stranger (
    file      TEXT NOT NULL,                       -- its name in the folder `waiting`
    device    BLOB NOT NULL,
    name      TEXT NOT NULL,                       -- what it says of itself, unproven
    person    BLOB NOT NULL,
    recipient TEXT NOT NULL,
    notes     INTEGER NOT NULL,                    -- contributions in it
    commits   INTEGER NOT NULL,
    first     INTEGER NOT NULL,                    -- the number of the device's first commit in it
    tip       BLOB NOT NULL,                       -- the hash of its last one
    size      INTEGER NOT NULL,
    came_at   INTEGER NOT NULL,
    PRIMARY KEY (file, device)
) STRICT, WITHOUT ROWID;

-- Devices whose files are not wanted.
CREATE TABLE refused (
    device BLOB NOT NULL PRIMARY KEY,
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Invitations that were given out here.
CREATE TABLE invitation (
    id      BLOB NOT NULL PRIMARY KEY,             -- 16 random bytes
    name    TEXT NOT NULL,
    roles   INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    device  BLOB                                   -- who was admitted by it
) STRICT, WITHOUT ROWID;

-- Words that an entry here names, that are wanted, and that did not come along: they are asked for.
CREATE TABLE lacking (
    record BLOB NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (record, digest)
) STRICT, WITHOUT ROWID;
