-- What the group thinks of findings, which states cannot coexist, and how key variables influence each other.

CREATE TABLE rating (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  scale TEXT NOT NULL,
  value INTEGER,
  hands TEXT,
  rated_on TEXT,
  round TEXT,
  note_fi TEXT,
  note_sv TEXT,
  note_en TEXT
) STRICT;

CREATE TABLE exclusion (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  reason_fi TEXT,
  reason_sv TEXT,
  reason_en TEXT
) STRICT;

CREATE TABLE influence (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  answer TEXT NOT NULL,
  reason_fi TEXT,
  reason_sv TEXT,
  reason_en TEXT
) STRICT;

CREATE TABLE judgement (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  value INTEGER NOT NULL,
  reason_fi TEXT,
  reason_sv TEXT,
  reason_en TEXT
) STRICT;

-- Beside link_only_one, which a released step made: the roles that came with these tables.
CREATE UNIQUE INDEX link_only_one_sense ON link (source, role)
  WHERE role = 'excludes' OR role = 'influences' OR role = 'judges';
