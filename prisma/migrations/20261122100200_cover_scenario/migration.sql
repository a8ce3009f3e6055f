-- What-ifs worth keeping: posts added, moved, closed or with other hours.

CREATE TABLE cover_scenario (
  id uuid PRIMARY KEY,
  county_id uuid REFERENCES territory (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  note text CHECK (length(note) <= 500),
  version integer NOT NULL DEFAULT 1,
  changes jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX cover_scenario_updated ON cover_scenario (updated_at DESC);
