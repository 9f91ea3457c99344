-- What happened, as it was signed. Only ever added to; contents alone can go, by an erasure.
CREATE TABLE commits (
    row       INTEGER PRIMARY KEY,                 -- the order of arrival, which decides nothing
    hash      BLOB NOT NULL UNIQUE,                -- SHA-256 behind its prefix
    bytes     BLOB NOT NULL,                       -- deterministic CBOR, passed on as it is
    signature BLOB NOT NULL                        -- Ed25519, 64 bytes
) STRICT;

-- The words of each revision. Which commit names them is known by their digest, which comes out of the bytes.
CREATE TABLE revision (
    row    INTEGER PRIMARY KEY,
    record BLOB NOT NULL,                          -- UUIDv8
    bytes  BLOB NOT NULL                           -- deterministic CBOR: salt and fields
) STRICT;
CREATE INDEX revision_of_record ON revision (record);

-- What this copy has still to do: 'vacuum' after an erasure, until no page holds an erased word.
CREATE TABLE duty (
    name TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
