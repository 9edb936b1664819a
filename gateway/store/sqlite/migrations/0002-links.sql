-- Links with many children; rotation and revocation of secrets; who has seen them; resale; people who are disabled; sessions
-- that can be named; a brand's webhook. A Homie device of before becomes a link under its own id (its secret stays good)
-- with itself as the only child.

CREATE TABLE links (
  ordinal             INTEGER PRIMARY KEY,
  id                  TEXT NOT NULL UNIQUE,
  brand_id            TEXT NOT NULL REFERENCES brands (id),
  name                TEXT NOT NULL,
  secret_hash         TEXT,
  former_secret_hash  TEXT,
  former_secret_until INTEGER,
  registered_at       INTEGER NOT NULL,
  registered_by       TEXT REFERENCES people (id)
) STRICT;
CREATE INDEX links_of_brand ON links (brand_id);
CREATE INDEX links_by_registrar ON links (registered_by);

INSERT INTO links (id, brand_id, name, secret_hash, registered_at, registered_by)
  SELECT id, brand_id, serial, secret_hash, registered_at, registered_by FROM devices WHERE link = 'homie' ORDER BY ordinal;

CREATE TABLE devices_with_links (
  ordinal             INTEGER PRIMARY KEY,
  id                  TEXT NOT NULL UNIQUE,
  brand_id            TEXT NOT NULL REFERENCES brands (id),
  serial              TEXT NOT NULL,
  serial_key          TEXT NOT NULL,
  serial_tail         TEXT NOT NULL,
  model               TEXT NOT NULL,
  link                TEXT NOT NULL,
  link_id             TEXT REFERENCES links (id),
  child_key           TEXT,
  secret_hash         TEXT,
  former_secret_hash  TEXT,
  former_secret_until INTEGER,
  label_hash          TEXT,
  epoch               INTEGER NOT NULL,
  registered_at       INTEGER NOT NULL,
  registered_by       TEXT REFERENCES people (id),
  seen_by             TEXT NOT NULL,
  claimed_at          INTEGER,
  UNIQUE (brand_id, serial),
  UNIQUE (link_id, child_key)
) STRICT;
-- The last level of its topic root is what it is called on its link.
INSERT INTO devices_with_links
  SELECT ordinal, id, brand_id, serial, serial_key, serial_tail, model,
    CASE link WHEN 'homie' THEN 'dialect' ELSE link END,
    CASE link WHEN 'homie' THEN id END,
    CASE link WHEN 'homie' THEN replace(homie_root, rtrim(homie_root, replace(homie_root, '/', '')), '') END,
    CASE link WHEN 'homie' THEN NULL ELSE secret_hash END,
    NULL, NULL, label_hash, epoch, registered_at, registered_by,
    -- Whoever registered it was shown its secret and its label code; a Homie device's secret is its link's now.
    CASE WHEN registered_by IS NULL THEN '[]' ELSE (
      SELECT json_group_array(json_object('personId', registered_by, 'hash', shown.value))
        FROM json_each(json_array(CASE link WHEN 'homie' THEN NULL ELSE secret_hash END, label_hash)) AS shown
       WHERE shown.value IS NOT NULL) END,
    NULL
  FROM devices;
DROP TABLE devices;
ALTER TABLE devices_with_links RENAME TO devices;
CREATE INDEX devices_by_registrar ON devices (registered_by);
CREATE INDEX devices_by_serial_key ON devices (serial_key);
CREATE INDEX devices_by_serial_tail ON devices (serial_tail);

ALTER TABLE people ADD COLUMN disabled_at INTEGER;
ALTER TABLE brands ADD COLUMN webhook_url TEXT;
ALTER TABLE brands ADD COLUMN webhook_generation INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sessions ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN began_at INTEGER NOT NULL DEFAULT 0;
UPDATE sessions SET id = substr(token_hash, 1, 22), began_at = expires_at - 43200000;
ALTER TABLE grants ADD COLUMN ended_by TEXT;
ALTER TABLE invitations ADD COLUMN invited_by TEXT REFERENCES people (id);
CREATE INDEX invitations_by_inviter ON invitations (invited_by);
