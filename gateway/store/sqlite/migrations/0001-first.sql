-- `ordinal` is the order of first arrival: "newest" never depends on a wall clock. Times are epoch ms.
-- Columns carry the names of the records in gateway/domain; those named *_key, *_tail and class_mask are derived from them.

CREATE TABLE brands (
  ordinal INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  name    TEXT NOT NULL,
  company TEXT NOT NULL,
  country TEXT NOT NULL
) STRICT;

CREATE TABLE people (
  ordinal       INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  display_name  TEXT NOT NULL,
  sign_in_name  TEXT,
  sign_in_key   TEXT UNIQUE,
  password_hash TEXT,
  roles         TEXT NOT NULL,
  brand_ids     TEXT NOT NULL
) STRICT;

CREATE TABLE invitations (
  ordinal    INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id  TEXT REFERENCES people (id),
  expires_at INTEGER NOT NULL,
  used_at    INTEGER
) STRICT;
CREATE INDEX invitations_of_person ON invitations (person_id);

CREATE TABLE sessions (
  ordinal    INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id  TEXT NOT NULL REFERENCES people (id),
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_of_person ON sessions (person_id);

CREATE TABLE devices (
  ordinal       INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  brand_id      TEXT NOT NULL REFERENCES brands (id),
  serial        TEXT NOT NULL,
  serial_key    TEXT NOT NULL,
  serial_tail   TEXT NOT NULL,
  model         TEXT NOT NULL,
  link          TEXT NOT NULL,
  homie_root    TEXT,
  secret_hash   TEXT NOT NULL,
  label_hash    TEXT,
  epoch         INTEGER NOT NULL,
  registered_at INTEGER NOT NULL,
  registered_by TEXT REFERENCES people (id),
  UNIQUE (brand_id, serial),
  UNIQUE (brand_id, homie_root)
) STRICT;
CREATE INDEX devices_by_registrar ON devices (registered_by);
CREATE INDEX devices_by_serial_key ON devices (serial_key);
CREATE INDEX devices_by_serial_tail ON devices (serial_tail);

CREATE TABLE cases (
  ordinal        INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  brand_id       TEXT NOT NULL REFERENCES brands (id),
  device_id      TEXT NOT NULL REFERENCES devices (id),
  agent_id       TEXT NOT NULL REFERENCES people (id),
  reason         TEXT NOT NULL,
  ticket         TEXT,
  opened_at      INTEGER NOT NULL,
  closed_at      INTEGER,
  label_failures INTEGER NOT NULL
) STRICT;
CREATE INDEX cases_of_brand ON cases (brand_id);
CREATE INDEX cases_of_device ON cases (device_id);
CREATE INDEX cases_of_agent ON cases (agent_id);

CREATE TABLE requests (
  ordinal         INTEGER PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  case_id         TEXT NOT NULL REFERENCES cases (id),
  device_id       TEXT NOT NULL REFERENCES devices (id),
  scope           TEXT NOT NULL,
  minutes         INTEGER NOT NULL,
  words           TEXT NOT NULL,
  sent_at         INTEGER NOT NULL,
  expires_at      INTEGER NOT NULL,
  opened_at       INTEGER,
  allowed_at      INTEGER,
  denied_at       INTEGER,
  withdrawn_at    INTEGER,
  grant_id        TEXT,
  notice_language TEXT
) STRICT;
CREATE INDEX requests_of_case ON requests (case_id);
CREATE INDEX requests_of_device ON requests (device_id);

CREATE TABLE owner_links (
  ordinal    INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  request_id TEXT NOT NULL REFERENCES requests (id)
) STRICT;
CREATE INDEX owner_links_of_request ON owner_links (request_id);

CREATE TABLE spoken_digits (
  ordinal     INTEGER PRIMARY KEY,
  digits_hash TEXT NOT NULL UNIQUE,
  request_id  TEXT NOT NULL REFERENCES requests (id),
  expires_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX spoken_digits_of_request ON spoken_digits (request_id);

CREATE TABLE grants (
  ordinal         INTEGER PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  view_id         TEXT NOT NULL UNIQUE,
  request_id      TEXT NOT NULL REFERENCES requests (id),
  case_id         TEXT NOT NULL REFERENCES cases (id),
  device_id       TEXT NOT NULL REFERENCES devices (id),
  brand_id        TEXT NOT NULL REFERENCES brands (id),
  agent_id        TEXT NOT NULL REFERENCES people (id),
  purpose         TEXT NOT NULL,
  classes         TEXT NOT NULL,
  class_mask      INTEGER NOT NULL,
  backlog         INTEGER NOT NULL,
  recording       INTEGER NOT NULL,
  notice_version  TEXT NOT NULL,
  notice_language TEXT NOT NULL,
  proof           TEXT NOT NULL,
  not_before      INTEGER NOT NULL,
  expires_at      INTEGER NOT NULL,
  start_epoch     INTEGER NOT NULL,
  end_epoch       INTEGER,
  state           TEXT NOT NULL,
  ended_at        INTEGER,
  pack_version    TEXT NOT NULL
) STRICT;
CREATE INDEX grants_of_case ON grants (case_id);
CREATE INDEX grants_of_request ON grants (request_id);
CREATE INDEX grants_of_device ON grants (device_id);
CREATE INDEX grants_active ON grants (ordinal) WHERE state = 'active';

-- One row a frame and View. `arrival` is the order of commitment; frames_of_view holds it too, as every index of SQLite does.
CREATE TABLE frames (
  arrival     INTEGER PRIMARY KEY,
  view_id     TEXT NOT NULL REFERENCES grants (view_id),
  boot_id     TEXT NOT NULL,
  seq         INTEGER NOT NULL,
  source      TEXT NOT NULL,
  kind        TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  class_mask  INTEGER NOT NULL,
  body        TEXT NOT NULL,
  UNIQUE (view_id, boot_id, seq)
) STRICT;
CREATE INDEX frames_of_view ON frames (view_id);

-- AUTOINCREMENT remembers the highest number ever given, so that rows missing at the end are noticed too.
CREATE TABLE audit (
  ordinal   INTEGER PRIMARY KEY AUTOINCREMENT,
  at        INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  action    TEXT NOT NULL,
  brand_id  TEXT,
  case_id   TEXT,
  device_id TEXT,
  detail    TEXT NOT NULL,
  hash      TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of_case ON audit (case_id);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
