-- Who serves a grid, as counts per role, and a grid's borders in words where somebody has edited them.

CREATE TYPE staff_role AS ENUM ('OFFICER', 'AUXILIARY', 'GRID_LEAD', 'GRID_WORKER');

-- Counts, never persons. valid_from NULL: since records began; valid_to NULL: until further notice.
CREATE TABLE grid_staff (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  territory_id uuid NOT NULL REFERENCES territory (id),
  county_id uuid NOT NULL REFERENCES territory (id),
  role staff_role NOT NULL,
  count integer NOT NULL CHECK (count BETWEEN 0 AND 10000),
  source text CHECK (length(source) <= 200 AND is_masked(source)),
  as_of date,
  valid_from timestamptz(3),
  valid_to timestamptz(3),
  CHECK (valid_from < valid_to),
  EXCLUDE USING gist (territory_id WITH =, role WITH =, tstzrange(valid_from, valid_to) WITH &&)
);

-- {north, east, south, west}: written with the version; null: generated from streets and waters when asked for.
ALTER TABLE territory_version ADD COLUMN border_words jsonb;
CREATE OR REPLACE VIEW territory_now AS
  SELECT * FROM territory_version
  WHERE (valid_from IS NULL OR valid_from <= now()) AND (valid_to IS NULL OR valid_to > now());

-- When the jurisdiction was last dissolved: grids or boundaries that changed since make it due again.
ALTER TABLE post ADD COLUMN jurisdiction_at timestamptz(3);
