-- What stands against each other, in whatever record: found without looking at what does not.
ALTER TABLE record ADD COLUMN conflicts TEXT NOT NULL DEFAULT '[]'; -- JSON: numbers of fields with more than one value
CREATE INDEX record_in_conflict ON record (id) WHERE conflicts <> '[]';
CREATE INDEX contribution_in_conflict ON contribution (row) WHERE conflicts <> '[]';

-- Conflicts come from other laptops alone.
INSERT OR IGNORE INTO duty (name) SELECT 'rebuild' WHERE EXISTS (SELECT 1 FROM merge_report);
