-- Which contributions are one with this one, and which are not: found without looking at what nobody has said anything of.
ALTER TABLE contribution ADD COLUMN doubles TEXT NOT NULL DEFAULT '[]'; -- JSON: [id, what was said], see tables.rs
CREATE INDEX contribution_with_doubles ON contribution (row) WHERE doubles <> '[]';
