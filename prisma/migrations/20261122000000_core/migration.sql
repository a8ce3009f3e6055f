-- The core nouns: territory, posts, risk points, incidents, units, the event log, the base map.
-- Written for PostgreSQL 15 / PostGIS 3.3 and later; runs unchanged on the embedded database.

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE territory_partition AS ENUM ('SOCIAL', 'POLICE');
CREATE TYPE territory_level AS ENUM ('COUNTY', 'TOWN', 'COMMUNITY', 'GRID', 'MICRO_GRID', 'COUNTY_BUREAU', 'STATION', 'POLICE_AREA', 'POLICE_GRID');
CREATE TYPE grid_kind AS ENUM ('BASIC', 'DEDICATED');
CREATE TYPE post_kind AS ENUM ('COUNTY_BUREAU', 'STATION', 'OFFICE', 'LIAISON_STATION', 'TRAFFIC_SQUADRON', 'SERVICE_POINT', 'PROJECT_POST', 'GOVERNANCE_CENTRE', 'JUSTICE_OFFICE', 'COURT', 'DETENTION_PLACE');
CREATE TYPE risk_kind AS ENUM ('FIRE_LOAD', 'EBIKE_CHARGING', 'CHEMICALS', 'LPG', 'CROWDED_VENUE', 'CONSTRUCTION', 'FLOOD', 'LANDSLIDE', 'ACCIDENT_SPOT', 'SCHOOL_GATE', 'OLD_BUILDING', 'WATER');
CREATE TYPE risk_level AS ENUM ('RED', 'ORANGE', 'YELLOW', 'BLUE');
CREATE TYPE sensitivity AS ENUM ('OPEN', 'GRID_ONLY');
CREATE TYPE incident_category AS ENUM ('TRAFFIC', 'OFFENCE', 'DISPUTE', 'HELP', 'HAZARD', 'CITY_SERVICE', 'OTHER');
CREATE TYPE incident_source AS ENUM ('CALL_110', 'HOTLINE_12345', 'GRID_REPORT', 'PATROL_FIND', 'SENSOR', 'WHISTLE', 'IMPORT');
CREATE TYPE incident_status AS ENUM ('AWAITING_DISPATCH', 'AWAITING_SIGNATURE', 'SIGNED', 'EN_ROUTE', 'ON_SCENE', 'HANDLING', 'AWAITING_FEEDBACK', 'AWAITING_FOLLOW_UP', 'CLOSED', 'AWAITING_ACCEPTANCE', 'REFERRED', 'RETURNED', 'CONSULTATION', 'MERGED', 'CANCELLED', 'REOPENED');
CREATE TYPE occurred_precision AS ENUM ('INSTANT', 'DATE', 'UNKNOWN');
CREATE TYPE unit_kind AS ENUM ('CAR', 'MOTORBIKE', 'BICYCLE', 'FOOT');
CREATE TYPE unit_state AS ENUM ('STANDBY', 'PATROLLING', 'EN_ROUTE', 'ON_SCENE', 'RETURNING', 'OFF_DUTY');
CREATE TYPE event_topic AS ENUM ('INCIDENT', 'UNIT', 'BOUNDARY', 'PATROL', 'RISK_POINT', 'DISPUTE');

-- Free text is masked in the service before it gets here; this is the second lock on the same door.
CREATE FUNCTION is_masked(body text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT body IS NULL OR body !~ '(^|[^0-9])([0-9]{17}[0-9Xx]|1[3-9][0-9]{9})([^0-9]|$)' $$;

-- Whether a place lies in an area or on its border, decided on the 1e-7 degree grid that all coordinates lie on: in whole
-- steps it is exact, in degrees a place on a slanting border would fall to either side by rounding.
CREATE FUNCTION lies_in(place geometry, area geometry) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT area && place AND ST_Intersects(ST_SnapToGrid(ST_Scale(area, 1e7, 1e7), 1), ST_SnapToGrid(ST_Scale(place, 1e7, 1e7), 1)) $$;

-- Territory: two trees over one land -------------------------------------------------------------

CREATE TABLE territory (
  id uuid PRIMARY KEY,
  partition territory_partition NOT NULL,
  level territory_level NOT NULL,
  code text NOT NULL,
  county_id uuid NOT NULL REFERENCES territory (id),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  ended_at timestamptz(3),
  UNIQUE (partition, code) -- a code is never used twice, so ended identities stay
);

-- valid_from NULL: since records began; valid_to NULL: until further notice.
CREATE TABLE territory_version (
  id uuid PRIMARY KEY,
  territory_id uuid NOT NULL REFERENCES territory (id),
  county_id uuid NOT NULL REFERENCES territory (id),
  community_id uuid REFERENCES territory (id),
  police_area_id uuid REFERENCES territory (id),
  parent_id uuid REFERENCES territory (id),
  partition territory_partition NOT NULL,
  level territory_level NOT NULL,
  code text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind grid_kind NOT NULL DEFAULT 'BASIC',
  is_leaf boolean NOT NULL,
  boundary geometry(MultiPolygon, 4326) NOT NULL,
  anchor geometry(Point, 4326) NOT NULL,
  area_square_metres double precision NOT NULL,
  households integer CHECK (households >= 0),
  households_source text,
  households_as_of date,
  valid_from timestamptz(3),
  valid_to timestamptz(3),
  CHECK (valid_from < valid_to),
  EXCLUDE USING gist (territory_id WITH =, tstzrange(valid_from, valid_to) WITH &&)
);
CREATE INDEX territory_version_boundary ON territory_version USING gist (boundary);
CREATE INDEX territory_version_code ON territory_version (partition, code);
CREATE INDEX territory_version_parent ON territory_version (parent_id);
CREATE INDEX territory_version_name ON territory_version USING gin (name gin_trgm_ops);

CREATE VIEW territory_now AS
  SELECT * FROM territory_version
  WHERE (valid_from IS NULL OR valid_from <= now()) AND (valid_to IS NULL OR valid_to > now());

-- Posts -------------------------------------------------------------------------------------------

CREATE TABLE post (
  id uuid PRIMARY KEY,
  county_id uuid NOT NULL REFERENCES territory (id),
  community_id uuid REFERENCES territory (id),
  police_area_id uuid REFERENCES territory (id),
  kind post_kind NOT NULL,
  code text,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  address text CHECK (is_masked(address)),
  location geometry(Point, 4326),
  jurisdiction geometry(MultiPolygon, 4326), -- dissolved from the grids in post_grid
  open_around_the_clock boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  ended_at timestamptz(3),
  UNIQUE (county_id, kind, code)
);
CREATE INDEX post_location ON post USING gist (location);
CREATE INDEX post_name ON post USING gin (name gin_trgm_ops);

CREATE TABLE post_grid (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  post_id uuid NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  territory_id uuid NOT NULL REFERENCES territory (id),
  county_id uuid NOT NULL REFERENCES territory (id),
  valid_from timestamptz(3),
  valid_to timestamptz(3),
  CHECK (valid_from < valid_to),
  EXCLUDE USING gist (post_id WITH =, territory_id WITH =, tstzrange(valid_from, valid_to) WITH &&)
);
CREATE INDEX post_grid_territory ON post_grid (territory_id);

-- Risk points -------------------------------------------------------------------------------------

CREATE TABLE risk_point (
  id uuid PRIMARY KEY,
  county_id uuid NOT NULL REFERENCES territory (id),
  community_id uuid REFERENCES territory (id),
  police_area_id uuid REFERENCES territory (id),
  grid_id uuid REFERENCES territory (id),
  police_grid_id uuid REFERENCES territory (id),
  code text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind risk_kind NOT NULL,
  level risk_level NOT NULL,
  location geometry(Geometry, 4326) NOT NULL, -- point, line or area (点线面)
  address text CHECK (is_masked(address)),
  owner_organisation text,
  inspection_cycle_days integer NOT NULL CHECK (inspection_cycle_days BETWEEN 1 AND 3660),
  last_inspected_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (county_id, code)
);
CREATE INDEX risk_point_location ON risk_point USING gist (location);
CREATE INDEX risk_point_name ON risk_point USING gin (name gin_trgm_ops);

-- Incidents ---------------------------------------------------------------------------------------

-- Kinds say what happened, never who. The refusal list itself is in the service, with its reasons.
CREATE TABLE incident_kind (
  code text PRIMARY KEY CHECK (code ~ '^[A-Z0-9_]{2,60}$'),
  name text NOT NULL,
  name_en text NOT NULL,
  category incident_category NOT NULL,
  priority smallint NOT NULL CHECK (priority BETWEEN 1 AND 3),
  sensitivity sensitivity NOT NULL,
  police_matter boolean NOT NULL,
  UNIQUE (code, sensitivity)
);

-- What must be unique across the partitions of incident lives here.
CREATE TABLE incident_identity (
  id uuid PRIMARY KEY,
  reported_at timestamptz(3) NOT NULL,
  number text NOT NULL UNIQUE,
  client_key text UNIQUE
);

CREATE TABLE incident_counter (
  day date PRIMARY KEY,
  last integer NOT NULL
);

CREATE TABLE incident (
  id uuid NOT NULL,
  reported_at timestamptz(3) NOT NULL,
  number text NOT NULL,
  kind text NOT NULL,
  sensitivity sensitivity NOT NULL,
  source incident_source NOT NULL,
  status incident_status NOT NULL,
  priority smallint NOT NULL CHECK (priority BETWEEN 1 AND 3),
  occurred_at timestamptz(3) NOT NULL,
  occurred_precision occurred_precision NOT NULL DEFAULT 'INSTANT',
  place geometry(Point, 4326),
  grid_anchor geometry(Point, 4326),
  -- All that readers ever see of the place: sensitive kinds show at grid level only.
  shown_place geometry(Point, 4326) GENERATED ALWAYS AS (CASE WHEN sensitivity = 'OPEN' THEN place ELSE grid_anchor END) STORED,
  address text CHECK (is_masked(address)),
  description text CHECK (is_masked(description)),
  grid_id uuid,
  grid_version_id uuid,
  police_grid_id uuid,
  police_grid_version_id uuid,
  county_id uuid NOT NULL,
  community_id uuid,
  police_area_id uuid,
  simulated boolean NOT NULL DEFAULT false,
  import_run_id uuid,
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (id, reported_at),
  FOREIGN KEY (kind, sensitivity) REFERENCES incident_kind (code, sensitivity) ON UPDATE CASCADE
) PARTITION BY RANGE (reported_at);
CREATE INDEX incident_shown_place ON incident USING gist (shown_place);
CREATE INDEX incident_reported ON incident (reported_at DESC, id DESC);
CREATE INDEX incident_grid ON incident (grid_id, reported_at);
CREATE INDEX incident_police_grid ON incident (police_grid_id, reported_at);

-- The one door for reading: API, tiles, search and export all come through here.
CREATE VIEW incident_shown AS
  SELECT id, reported_at, number, kind, source, status, priority, occurred_at, occurred_precision,
    shown_place AS location,
    CASE WHEN sensitivity = 'OPEN' THEN address END AS address,
    CASE WHEN sensitivity = 'OPEN' THEN description END AS description,
    sensitivity <> 'OPEN' AS coarsened,
    grid_id, grid_version_id, police_grid_id, police_grid_version_id, county_id, community_id, police_area_id, simulated
  FROM incident;

-- Units -------------------------------------------------------------------------------------------

CREATE TABLE unit (
  id uuid PRIMARY KEY,
  county_id uuid NOT NULL REFERENCES territory (id),
  community_id uuid REFERENCES territory (id),
  police_area_id uuid REFERENCES territory (id),
  call_sign text NOT NULL CHECK (length(call_sign) BETWEEN 1 AND 60),
  kind unit_kind NOT NULL,
  state unit_state NOT NULL DEFAULT 'OFF_DUTY',
  home_post_id uuid REFERENCES post (id),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (county_id, call_sign)
);

-- A track belongs to a unit on a shift: from going on duty to going off.
CREATE TABLE shift (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit (id),
  county_id uuid NOT NULL REFERENCES territory (id),
  on_duty_at timestamptz(3) NOT NULL,
  off_duty_at timestamptz(3),
  CHECK (on_duty_at <= off_duty_at),
  EXCLUDE USING gist (unit_id WITH =, tstzrange(on_duty_at, off_duty_at) WITH &&)
);

CREATE TABLE unit_position (
  unit_id uuid PRIMARY KEY REFERENCES unit (id),
  county_id uuid NOT NULL REFERENCES territory (id),
  location geometry(Point, 4326) NOT NULL,
  heading_degrees real,
  speed_metres_per_second real,
  recorded_at timestamptz(3) NOT NULL,
  simulated boolean NOT NULL DEFAULT false
);

CREATE TABLE unit_track (
  unit_id uuid NOT NULL,
  shift_id uuid NOT NULL,
  county_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  location geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (unit_id, recorded_at)
) PARTITION BY RANGE (recorded_at);

-- Patrol coverage: when a unit on duty was last inside each grid.
CREATE TABLE grid_sighting (
  territory_id uuid PRIMARY KEY REFERENCES territory (id),
  county_id uuid NOT NULL REFERENCES territory (id),
  last_seen_at timestamptz(3) NOT NULL
);

-- The event log -----------------------------------------------------------------------------------

-- Ordered by (xid, seq): seq alone is handed out before commit and would lose events of slower writers.
CREATE SEQUENCE event_seq;
CREATE TABLE event (
  id uuid NOT NULL,
  seq bigint NOT NULL DEFAULT nextval('event_seq'),
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  topic event_topic NOT NULL,
  subject_id uuid NOT NULL,
  bulk boolean NOT NULL DEFAULT false,
  occurred_at timestamptz(3) NOT NULL DEFAULT now(),
  county_id uuid NOT NULL,
  community_id uuid,
  police_area_id uuid,
  PRIMARY KEY (id, occurred_at)
) PARTITION BY RANGE (occurred_at);
CREATE INDEX event_order ON event (xid, seq);

-- One row. The epoch is part of each cursor: after a restore into another cluster transaction ids start anew.
CREATE TABLE event_log (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch uuid NOT NULL DEFAULT gen_random_uuid(),
  dropped_xid xid8 NOT NULL DEFAULT '0', -- newest event removed by retention; older cursors must reset
  dropped_seq bigint NOT NULL DEFAULT 0
);
INSERT INTO event_log DEFAULT VALUES;

-- Base map ----------------------------------------------------------------------------------------

CREATE TABLE dataset (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  attribution text,
  published boolean NOT NULL DEFAULT false, -- the pointer an import flips when all its chunks are in
  imported_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX dataset_name ON dataset (name) WHERE published;

CREATE TABLE base_feature (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset_id uuid NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
  layer text NOT NULL CHECK (layer IN ('water', 'waterway', 'green', 'landuse', 'building', 'street', 'railway', 'place')),
  kind text NOT NULL,
  name text,
  name_en text,
  ref text,
  address text,
  source_id text,
  bridge boolean NOT NULL DEFAULT false,
  tunnel boolean NOT NULL DEFAULT false,
  oneway boolean NOT NULL DEFAULT false,
  rank integer NOT NULL DEFAULT 0,
  min_zoom smallint NOT NULL DEFAULT 14,
  households integer,
  geom geometry(Geometry, 4326) NOT NULL
);
CREATE INDEX base_feature_geom ON base_feature USING gist (geom, min_zoom);
CREATE INDEX base_feature_dataset ON base_feature (dataset_id);
CREATE INDEX base_feature_name ON base_feature USING gin (name gin_trgm_ops) WHERE name IS NOT NULL;

-- A tile is right as long as its layer's revision stands. Bumped in the transaction that changes a row.
CREATE TABLE layer_revision (
  layer text PRIMARY KEY,
  value bigint NOT NULL DEFAULT 1
);
INSERT INTO layer_revision (layer) VALUES ('base'), ('territory'), ('incidents');

-- Settings and imports ----------------------------------------------------------------------------

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL
);

CREATE TABLE import_run (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  file_name text NOT NULL,
  started_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  taken integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0
);

-- Monthly partitions are made when their first row arrives.
CREATE FUNCTION ensure_month_partition(parent text, instant timestamptz) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  month_start timestamptz := date_trunc('month', instant AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
  month_end timestamptz := (date_trunc('month', instant AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC';
  child text := parent || to_char(instant AT TIME ZONE 'UTC', '_YYYY_MM');
BEGIN
  IF parent NOT IN ('incident', 'unit_track', 'event') THEN
    RAISE EXCEPTION 'no partitioned table %', parent;
  END IF;
  IF to_regclass(child) IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtext(child));
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', child, parent, month_start, month_end);
  END IF;
  RETURN child;
END $$;
