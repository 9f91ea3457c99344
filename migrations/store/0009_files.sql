-- The files attached to a contribution, beside what is read of it: a list shows how many there are, and their names are
-- found by the search like its words.
ALTER TABLE contribution ADD COLUMN files TEXT NOT NULL DEFAULT '[]'; -- JSON: [id, name], the first one first
CREATE INDEX contribution_with_files ON contribution (row) WHERE files <> '[]';

-- Where something is attached already, what is read is made anew before it is first shown.
INSERT OR IGNORE INTO duty (name) SELECT 'rebuild' WHERE EXISTS (SELECT 1 FROM attachment);
