-- How this computer and a shared server stand. No part of the journal, of the dump or of what is handed over.
CREATE TABLE server (
    only        INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    address     TEXT NOT NULL,                     -- without who logs in
    authority   TEXT,                              -- PEM, where the system does not know whoever signed its certificate
    login       TEXT NOT NULL,
    password    TEXT NOT NULL,
    memory      BLOB NOT NULL,                     -- how far was read and what was seen: docs/hub.md, section 5
    pushed      INTEGER NOT NULL,                  -- up to which row of `commits` everything is there
    erasures    INTEGER NOT NULL,                  -- the number of the last erasure there that was looked at
    compares    INTEGER NOT NULL,                  -- whether everything is to be compared on the next visit
    compared_at INTEGER NOT NULL,                  -- milliseconds since 1970, UTC
    synced_at   INTEGER,
    noticed     TEXT NOT NULL                      -- JSON: what the server did that an honest one does not
) STRICT;

-- The keys of epochs that were ever opened here.
CREATE TABLE server_key (
    number INTEGER NOT NULL,
    key    BLOB NOT NULL,
    PRIMARY KEY (number, key)
) STRICT, WITHOUT ROWID;

-- Erased records whose words the server was told to erase.
CREATE TABLE server_gone (
    record BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
