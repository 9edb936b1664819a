-- What was told in a case: answers of the owner, results of tests, outcomes of repairs, codes read out.

CREATE TABLE findings (
  ordinal INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES cases (id),
  told_by TEXT NOT NULL REFERENCES people (id),
  told_at INTEGER NOT NULL,
  told    TEXT NOT NULL
) STRICT;
CREATE INDEX findings_of_case ON findings (case_id);
