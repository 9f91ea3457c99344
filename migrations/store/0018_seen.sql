-- What a laptop saw last of the shared server when its newest file left, as it wrote it down; empty: nothing, or it was compared.
ALTER TABLE peer ADD COLUMN server_seen BLOB NOT NULL DEFAULT x'';
