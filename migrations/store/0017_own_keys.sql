-- The keys under which this folder was ever written to, by whatever computer had it: what waits of them for an organiser is shown
-- here as one's own. No part of the journal.
CREATE TABLE own_key (
    device BLOB PRIMARY KEY  -- the public key
) STRICT, WITHOUT ROWID;
