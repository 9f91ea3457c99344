-- Where each contribution stands, by its id, in two parts: what was added since the consultation was last closed, and all the
-- rest. Ids are in no order, so each new one costs a page of its own in a large table: it is put into the small one, and all
-- of them go over, in their order, when the consultation is closed.
CREATE TABLE contribution_place (
    id  BLOB NOT NULL PRIMARY KEY,                 -- UUIDv8
    row INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE contribution_place_new (
    id  BLOB NOT NULL PRIMARY KEY,
    row INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIEW contribution_at AS
    SELECT id, row FROM contribution_place UNION ALL SELECT id, row FROM contribution_place_new;

-- The same as before, but that its ids have no index of their own.
DROP TABLE contribution;
CREATE TABLE contribution (
    row               INTEGER PRIMARY KEY,         -- local; recorded_at * 2^21 and a count: in the order of a list
    id                BLOB NOT NULL,               -- UUIDv8
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
    conflicts         TEXT NOT NULL DEFAULT '[]',  -- JSON: numbers of fields with more than one value
    question          INTEGER,                     -- of its round, counted from 1; NULL where nobody noted it
    translations      TEXT NOT NULL DEFAULT '[]',  -- JSON: [language, text, status], sorted
    files             TEXT NOT NULL DEFAULT '[]',  -- JSON: [id, name], the first one first
    doubles           TEXT NOT NULL DEFAULT '[]'   -- JSON: [id, what was said], see tables.rs
) STRICT;
CREATE INDEX contribution_in_order ON contribution (
    row, segment, kind, language, state, speaker, share, quote, name_organisation, name_person
);
CREATE INDEX contribution_by_reference ON contribution (reference);
CREATE INDEX contribution_of_segment ON contribution (segment) WHERE segment IS NOT NULL;
CREATE INDEX contribution_with_files ON contribution (row) WHERE files <> '[]';
CREATE INDEX contribution_in_conflict ON contribution (row) WHERE conflicts <> '[]';
CREATE INDEX contribution_with_doubles ON contribution (row) WHERE doubles <> '[]';

-- The search puts its parts together when there are sixteen of them, not four, and begins fewer: what a large consultation
-- cost a small merge was mostly that.
INSERT INTO contribution_words (contribution_words, rank) VALUES ('crisismerge', 32);
INSERT INTO contribution_words (contribution_words, rank) VALUES ('automerge', 16);
INSERT INTO contribution_words (contribution_words, rank) VALUES ('hashsize', 8388608);

INSERT OR IGNORE INTO duty (name) SELECT 'rebuild' WHERE EXISTS (SELECT 1 FROM revision);
