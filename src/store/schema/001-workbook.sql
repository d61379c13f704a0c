-- The workbook: every record stands in "record" and, with its fields, in the table of its type.
-- No UNIQUE on what a change may swap, no trigger, no ON DELETE SET NULL: undo replays changesets row by row.

CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  owner INTEGER REFERENCES record (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  revision INTEGER NOT NULL
) STRICT;

CREATE INDEX record_in_order ON record (type, position, id);

CREATE INDEX record_of_owner ON record (owner, type, position, id) WHERE owner IS NOT NULL;

-- When the workbook changed last is asked without reading all of it.
CREATE INDEX record_changed ON record (changed);

CREATE TABLE link (
  source INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  target INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  note TEXT,
  confirmed_revision INTEGER NOT NULL,
  PRIMARY KEY (source, role, target)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_to ON link (target, role, source);

-- Not IN (…): SQLite would build that list anew for each row that is written.
CREATE UNIQUE INDEX link_only_one ON link (source, role)
  WHERE role = 'sector' OR role = 'group' OR role = 'session' OR role = 'frame' OR role = 'scenario'
    OR role = 'competence' OR role = 'role-level' OR role = 'job-title';

CREATE TABLE workbook (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  region_fi TEXT,
  region_sv TEXT,
  region_en TEXT,
  language TEXT NOT NULL,
  horizon_year INTEGER,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT
) STRICT;

CREATE TABLE vocabulary_entry (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  vocabulary TEXT NOT NULL,
  "key" TEXT NOT NULL,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT
) STRICT;

CREATE TABLE sector (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT
) STRICT;

CREATE TABLE working_group (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT
) STRICT;

CREATE TABLE session (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  kind TEXT,
  held_on TEXT,
  place TEXT,
  people INTEGER,
  status TEXT,
  outcome_fi TEXT,
  outcome_sv TEXT,
  outcome_en TEXT
) STRICT;

CREATE TABLE source (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  kind TEXT,
  publisher TEXT,
  published_on TEXT,
  url TEXT,
  accessed_on TEXT,
  note_fi TEXT,
  note_sv TEXT,
  note_en TEXT
) STRICT;

CREATE TABLE finding (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT,
  kind TEXT,
  dimensions TEXT,
  channel TEXT,
  observed_on TEXT,
  tags TEXT
) STRICT;

CREATE TABLE kind_change (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  changed_on TEXT,
  reason_fi TEXT,
  reason_sv TEXT,
  reason_en TEXT
) STRICT;

CREATE TABLE key_variable (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT,
  dimensions TEXT
) STRICT;

CREATE TABLE state (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT,
  image TEXT
) STRICT;

CREATE TABLE scenario (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  image TEXT,
  target_year INTEGER,
  narrative_fi TEXT,
  narrative_sv TEXT,
  narrative_en TEXT,
  note_fi TEXT,
  note_sv TEXT,
  note_en TEXT
) STRICT;

CREATE TABLE passage (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  dimensions TEXT NOT NULL,
  text_fi TEXT,
  text_sv TEXT,
  text_en TEXT
) STRICT;

CREATE TABLE period (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  start_year INTEGER,
  end_year INTEGER,
  text_fi TEXT,
  text_sv TEXT,
  text_en TEXT
) STRICT;

CREATE TABLE frame_scenario (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  target_year INTEGER,
  narrative_fi TEXT,
  narrative_sv TEXT,
  narrative_en TEXT
) STRICT;

CREATE TABLE competence (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT,
  "group" TEXT
) STRICT;

CREATE TABLE external_identifier (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  scheme TEXT NOT NULL,
  uri TEXT NOT NULL,
  version TEXT
) STRICT;

CREATE TABLE role_level (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT
) STRICT;

CREATE TABLE job_title (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT
) STRICT;

CREATE TABLE profile (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  target_year INTEGER,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT
) STRICT;

CREATE TABLE profile_entry (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  importance TEXT,
  direction TEXT,
  reason_fi TEXT,
  reason_sv TEXT,
  reason_en TEXT
) STRICT;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  url TEXT,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT
) STRICT;

CREATE TABLE curriculum_unit (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fi TEXT,
  title_sv TEXT,
  title_en TEXT,
  code TEXT,
  url TEXT,
  description_fi TEXT,
  description_sv TEXT,
  description_en TEXT
) STRICT;

-- Lists filter findings by these without reading their texts.
CREATE INDEX finding_filter ON finding (kind, dimensions, observed_on);

-- What undo needs; not recorded itself.
CREATE TABLE history_step (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  detail TEXT,
  time INTEGER NOT NULL,
  schema INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE history_part (
  step INTEGER NOT NULL REFERENCES history_step (id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  changeset BLOB NOT NULL,
  PRIMARY KEY (step, part)
) STRICT;
