-- Who can help before police arrive, when a post is staffed, and when help was there.

ALTER TYPE post_kind ADD VALUE 'SMALLEST_RESPONSE_UNIT'; -- 最小应急单元
ALTER TYPE post_kind ADD VALUE 'VOLUNTEER_TEAM'; -- 群防群治队伍

-- Minutes of the county's day. Hours may pass midnight (20:00–00:30); none at all means always.
ALTER TABLE post
  ADD COLUMN opens_at_minute smallint CHECK (opens_at_minute BETWEEN 0 AND 1439),
  ADD COLUMN closes_at_minute smallint CHECK (closes_at_minute BETWEEN 0 AND 1439),
  ADD CONSTRAINT post_hours CHECK ((opens_at_minute IS NULL) = (closes_at_minute IS NULL) AND opens_at_minute <> closes_at_minute
    AND NOT (open_around_the_clock AND opens_at_minute IS NOT NULL));

-- Measured arrivals: a row for each unit or team that came; the first one counts.
CREATE TABLE incident_arrival (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  incident_id uuid NOT NULL,
  reported_at timestamptz(3) NOT NULL, -- of the incident, whose partitions it names
  county_id uuid NOT NULL REFERENCES territory (id),
  unit_id uuid REFERENCES unit (id),
  dispatched_at timestamptz(3),
  arrived_at timestamptz(3) NOT NULL,
  simulated boolean NOT NULL DEFAULT false,
  import_run_id uuid,
  FOREIGN KEY (incident_id, reported_at) REFERENCES incident (id, reported_at) ON DELETE CASCADE,
  CHECK (arrived_at >= reported_at),
  CHECK (dispatched_at BETWEEN reported_at AND arrived_at)
);
CREATE INDEX incident_arrival_incident ON incident_arrival (incident_id, arrived_at);
CREATE INDEX incident_arrival_reported ON incident_arrival (reported_at);
