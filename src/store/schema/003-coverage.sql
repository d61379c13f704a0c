-- What a school's curriculum covers of a profile, as it sees it.

CREATE TABLE coverage (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  status TEXT,
  decision_fi TEXT,
  decision_sv TEXT,
  decision_en TEXT,
  carrier TEXT,
  due_on TEXT,
  note_fi TEXT,
  note_sv TEXT,
  note_en TEXT
) STRICT;

-- The roles that came with it.
CREATE UNIQUE INDEX link_only_one_coverage ON link (source, role)
  WHERE role = 'assesses' OR role = 'part-of';
