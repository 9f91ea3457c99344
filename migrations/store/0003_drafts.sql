-- What is half typed, and how the room stands: kept in the consultation, encrypted with it, and no part of the journal.
-- No dump, no comparison and no rebuilding knows of it.
CREATE TABLE draft (
    row   INTEGER PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE,                    -- what it is: 'room', 'composer', 'parked-1', …
    words TEXT NOT NULL,                           -- as `app` wrote it
    at    INTEGER NOT NULL                         -- when; milliseconds since 1970, UTC
) STRICT;

-- To which question of its round something was said, counted from 1; NULL where nobody noted it.
ALTER TABLE contribution ADD COLUMN question INTEGER;
