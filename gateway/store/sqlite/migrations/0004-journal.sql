-- What was received goes into `journal`, one row a commit, and from there into `blocks` and `rollups` (decision 0055).
-- `body` of journal: batch-codec.ts; of blocks: archive/block-codec.ts; of rollups: archive/rollup-codec.ts.

CREATE TABLE journal (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  body BLOB NOT NULL
) STRICT;

-- `id`: never given again, as it is what a pass names a block by. `ordinal`: order of arrival within a View. `boots`: JSON,
-- {bootId: [from, to, from, to, ...]}, both ends included. Times are receive times. `journal_to`: what journal rows up to and
-- with this one have of the View is in its blocks: a pass that takes several transactions to archive a journal of many Views
-- deletes its rows in the last of them.
CREATE TABLE blocks (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  view_id       TEXT NOT NULL REFERENCES grants (view_id),
  ordinal       INTEGER NOT NULL,
  frames        INTEGER NOT NULL,
  received_from INTEGER NOT NULL,
  received_to   INTEGER NOT NULL,
  class_mask    INTEGER NOT NULL,
  journal_to    INTEGER NOT NULL,
  boots         TEXT NOT NULL,
  body          BLOB NOT NULL,
  UNIQUE (view_id, ordinal)
) STRICT;

-- `resolution_ms`: 60000 or 3600000. `bucket_at`: begin of the bucket, a multiple of it.
CREATE TABLE rollups (
  view_id       TEXT NOT NULL REFERENCES grants (view_id),
  resolution_ms INTEGER NOT NULL,
  bucket_at     INTEGER NOT NULL,
  body          BLOB NOT NULL,
  PRIMARY KEY (view_id, resolution_ms, bucket_at)
) STRICT, WITHOUT ROWID;
