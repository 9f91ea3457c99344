-- BLAKE3 of the file, where all that stands in it is here: the same file once more can bring nothing. It goes as soon as
-- anything is erased, hidden or shown again, because words may be lacking from then on. NULL: it is read like any other.
ALTER TABLE merge_report ADD COLUMN file BLOB;
CREATE INDEX merge_report_of_file ON merge_report (file) WHERE file IS NOT NULL;

-- Nobody ever read for whom a file was made.
ALTER TABLE handed_over DROP COLUMN devices;
