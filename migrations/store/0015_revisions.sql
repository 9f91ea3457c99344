-- The words of a revision stand in the row that its commit says: the row of the commit times 2^24, and its place there. No
-- index of all words is needed then, which cost every new one a page of its own in a large consultation.
DROP INDEX revision_of_record;

-- What is below nought is given its row before anything is read.
UPDATE revision SET row = -row;
INSERT INTO duty (name) SELECT 'number' WHERE EXISTS (SELECT 1 FROM revision);
