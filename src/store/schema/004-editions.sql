-- What the workbook was on a day, whole and for good, and what was said of it later.

-- Editions stand beside the records: no change of records touches them, so nothing undoes them.
CREATE TABLE edition (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  frozen INTEGER NOT NULL,
  hash BLOB NOT NULL,
  length INTEGER NOT NULL,
  header TEXT NOT NULL,
  footer TEXT NOT NULL,
  removed INTEGER
) STRICT;

-- The elements of its XML in their order, a type after the other: for each the 8 bytes of its record's id and the 32 of
-- its SHA-256.
CREATE TABLE edition_part (
  edition INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  type TEXT NOT NULL,
  elements BLOB NOT NULL,
  PRIMARY KEY (edition, part)
) STRICT;

-- Each element once, in however many editions it stands.
CREATE TABLE edition_content (
  hash BLOB NOT NULL PRIMARY KEY,
  xml BLOB NOT NULL
) STRICT;

CREATE TABLE addendum (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  text_fi TEXT,
  text_sv TEXT,
  text_en TEXT,
  dated_on TEXT,
  edition TEXT NOT NULL,
  hash TEXT
) STRICT;
