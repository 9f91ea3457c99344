-- The bytes of attached files, in pieces: a file is never written whole into one page chain, nor read so.
CREATE TABLE attachment (
    row    INTEGER PRIMARY KEY,
    record BLOB NOT NULL,                          -- UUIDv8 of the attachment
    place  INTEGER NOT NULL,                       -- of the piece, from 0
    bytes  BLOB NOT NULL                           -- 256 KiB; the last one what is left
) STRICT;
CREATE UNIQUE INDEX attachment_of_record ON attachment (record, place);
