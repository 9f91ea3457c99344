-- What is read, as the journal leaves it: all of this can be dropped and made anew at any time.

-- Everything but contributions: small, and read whole.
CREATE TABLE record (
    id     BLOB NOT NULL PRIMARY KEY,              -- UUIDv8
    kind   INTEGER NOT NULL,                       -- docs/file-format.md, section 11
    fields BLOB NOT NULL                           -- deterministic CBOR: field number → current value
) STRICT, WITHOUT ROWID;
CREATE INDEX record_of_kind ON record (kind);

-- What was said or submitted.
CREATE TABLE contribution (
    row               INTEGER PRIMARY KEY,         -- local; recorded_at * 2^21 and a count: in the order of a list
    id                BLOB NOT NULL UNIQUE,        -- UUIDv8
    reference         TEXT NOT NULL,               -- K7F-18
    text              TEXT NOT NULL,               -- NFC, original language
    language          TEXT NOT NULL DEFAULT 'und', -- BCP 47
    kind              TEXT NOT NULL DEFAULT '',    -- key of its kind; '': still to be tidied up
    groups            TEXT NOT NULL DEFAULT '[]',  -- JSON: keys, sorted
    nodes             TEXT NOT NULL DEFAULT '[]',  -- JSON: keys, sorted
    share             INTEGER NOT NULL,            -- each permission: rank * 16 + basis, see tables.rs
    quote             INTEGER NOT NULL,
    name_organisation INTEGER NOT NULL,
    name_person       INTEGER NOT NULL,
    wording           INTEGER NOT NULL,            -- ranks, higher more protective
    rule              INTEGER NOT NULL,
    state             TEXT NOT NULL DEFAULT '',
    segment           BLOB,                        -- NULL: still to be tidied up
    segments_been     TEXT NOT NULL DEFAULT '[]',  -- JSON: ids
    speaker           BLOB,
    turn              BLOB,
    source            TEXT NOT NULL DEFAULT '',
    recorded_at       INTEGER NOT NULL,            -- milliseconds since 1970, UTC; for display and order only
    said_at           INTEGER,
    conflicts         TEXT NOT NULL DEFAULT '[]'   -- JSON: numbers of fields with more than one value
) STRICT;
-- In the order of a list, with all that a list can be narrowed by: what does not fit is passed over without its text.
CREATE INDEX contribution_in_order ON contribution (
    row, segment, kind, language, state, speaker, share, quote, name_organisation, name_person
);
CREATE INDEX contribution_by_reference ON contribution (reference);
CREATE INDEX contribution_of_segment ON contribution (segment) WHERE segment IS NOT NULL;

CREATE TABLE contribution_group (
    key          TEXT NOT NULL,
    contribution INTEGER NOT NULL,
    PRIMARY KEY (key, contribution)
) STRICT, WITHOUT ROWID;

CREATE TABLE contribution_node (
    key          TEXT NOT NULL,
    contribution INTEGER NOT NULL,
    PRIMARY KEY (key, contribution)
) STRICT, WITHOUT ROWID;

-- Words as `words` in the store makes them: one blank between, so the simplest tokenizer reads them. It keeps no text,
-- and forgets the words of a deleted row at once.
CREATE VIRTUAL TABLE contribution_words USING fts5 (words, content = '', tokenize = 'ascii', prefix = '1');
INSERT INTO contribution_words (contribution_words, rank) VALUES ('secure-delete', 1);
