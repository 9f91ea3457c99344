-- The search is asked with each letter typed, and most of a text begins with one pair of letters or another: an index of
-- the first two beside that of the first one, so that the lists of every word that begins so need not be put together.
DROP TABLE contribution_words;
CREATE VIRTUAL TABLE contribution_words USING fts5 (words, content = '', tokenize = 'ascii', prefix = '1 2');
INSERT INTO contribution_words (contribution_words, rank) VALUES ('secure-delete', 1);

INSERT OR IGNORE INTO duty (name) SELECT 'rebuild' WHERE EXISTS (SELECT 1 FROM revision);
