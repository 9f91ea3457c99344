-- What was said, in other languages: found by the search like the words themselves. Among the words of a row, a sign that no
-- word holds stands between one text and the next, so that no phrase is found across them.
ALTER TABLE contribution ADD COLUMN translations TEXT NOT NULL DEFAULT '[]'; -- JSON: [language, text, status], sorted

-- Where something is held already, what is read of it is made anew before it is first shown.
INSERT INTO duty (name) SELECT 'rebuild' WHERE EXISTS (SELECT 1 FROM revision);
