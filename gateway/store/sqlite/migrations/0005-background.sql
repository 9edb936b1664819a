-- Grants without a case, under which a device is counted and nobody looks, and what it is counted for (decision 0072). Of no
-- table with a `view_id` does a copy hold what was not recorded (copy-database.ts), so of these it holds nothing.

ALTER TABLE devices ADD COLUMN region TEXT;

CREATE TABLE background_grants (
  ordinal         INTEGER PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  view_id         TEXT NOT NULL UNIQUE,
  device_id       TEXT NOT NULL REFERENCES devices (id),
  brand_id        TEXT NOT NULL REFERENCES brands (id),
  purpose         TEXT NOT NULL,
  classes         TEXT NOT NULL,
  notice_version  TEXT NOT NULL,
  notice_language TEXT NOT NULL,
  proof           TEXT NOT NULL,
  not_before      INTEGER NOT NULL,
  expires_at      INTEGER NOT NULL,
  start_epoch     INTEGER NOT NULL,
  end_epoch       INTEGER,
  state           TEXT NOT NULL,
  ended_at        INTEGER,
  ended_by        TEXT,
  pack_version    TEXT NOT NULL,
  firmware        TEXT
) STRICT;
CREATE INDEX background_grants_of_device ON background_grants (device_id);
CREATE INDEX background_grants_active ON background_grants (ordinal) WHERE state = 'active';

CREATE TABLE onsets (
  ordinal INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  view_id TEXT NOT NULL REFERENCES background_grants (view_id),
  symptom TEXT NOT NULL,
  at      INTEGER NOT NULL,
  seen    INTEGER NOT NULL,
  gone_at INTEGER
) STRICT;
CREATE INDEX onsets_of_view ON onsets (view_id);
CREATE INDEX onsets_by_age ON onsets (at);
