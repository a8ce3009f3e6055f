-- Grid adjustment plans: a log of edits on top of the boundaries in force, its way through review, and what it became.

CREATE TYPE plan_state AS ENUM ('DRAFT', 'SUBMITTED', 'SENT_BACK', 'PUBLICISED', 'APPROVED', 'PUBLISHED', 'HISTORY', 'WITHDRAWN');

CREATE TABLE boundary_plan (
  id uuid PRIMARY KEY,
  county_id uuid NOT NULL REFERENCES territory (id),
  partition territory_partition NOT NULL,
  number text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100 AND is_masked(name)),
  reason text CHECK (length(reason) <= 1000 AND is_masked(reason)),
  author text CHECK (length(author) <= 60 AND is_masked(author)),
  state plan_state NOT NULL DEFAULT 'DRAFT',
  version integer NOT NULL DEFAULT 1,
  base_at timestamptz(3) NOT NULL,
  document_number text CHECK (length(document_number) <= 100),
  publicised_from timestamptz(3),
  publicised_to timestamptz(3),
  effective_at timestamptz(3),
  took_effect boolean NOT NULL DEFAULT false, -- its date has come, and everybody was told
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_by text CHECK (length(updated_by) <= 60 AND is_masked(updated_by)),
  UNIQUE (county_id, number),
  CHECK (publicised_from < publicised_to),
  CHECK (state NOT IN ('PUBLISHED', 'HISTORY') OR effective_at IS NOT NULL)
);
CREATE INDEX boundary_plan_updated ON boundary_plan (updated_at DESC);

CREATE TABLE boundary_plan_counter (
  county_id uuid NOT NULL REFERENCES territory (id),
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (county_id, year)
);

-- What a plan was drawn on: versions stay when they are replaced, so it stays readable for ever.
CREATE TABLE boundary_plan_base (
  plan_id uuid NOT NULL REFERENCES boundary_plan (id) ON DELETE CASCADE,
  version_id uuid NOT NULL REFERENCES territory_version (id),
  PRIMARY KEY (plan_id, version_id)
);

-- The log. What is in effect is always a beginning of it: undone edits stand at its end until a new edit drops them.
CREATE TABLE boundary_plan_edit (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES boundary_plan (id) ON DELETE CASCADE,
  sequence integer NOT NULL CHECK (sequence > 0),
  label text NOT NULL CHECK (length(label) <= 100 AND is_masked(label)),
  body jsonb NOT NULL,
  by text CHECK (length(by) <= 60 AND is_masked(by)),
  at timestamptz(3) NOT NULL DEFAULT now(),
  is_undone boolean NOT NULL DEFAULT false,
  client_key text CHECK (length(client_key) <= 100),
  UNIQUE (plan_id, sequence) DEFERRABLE
);
CREATE INDEX boundary_plan_edit_client_key ON boundary_plan_edit (plan_id, client_key);

-- Codes handed out to grids that are only planned: one code is never given to two.
CREATE TABLE reserved_grid_code (
  partition territory_partition NOT NULL,
  code text NOT NULL,
  plan_id uuid NOT NULL REFERENCES boundary_plan (id) ON DELETE CASCADE,
  edit_id uuid NOT NULL REFERENCES boundary_plan_edit (id) ON DELETE CASCADE,
  grid_id uuid NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (partition, code),
  UNIQUE (plan_id, grid_id)
);
CREATE INDEX reserved_grid_code_edit ON reserved_grid_code (edit_id);

CREATE TABLE boundary_plan_step (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES boundary_plan (id) ON DELETE CASCADE,
  at timestamptz(3) NOT NULL DEFAULT now(),
  by text CHECK (length(by) <= 60 AND is_masked(by)),
  from_state plan_state,
  to_state plan_state NOT NULL,
  note text CHECK (length(note) <= 500 AND is_masked(note))
);
CREATE INDEX boundary_plan_step_plan ON boundary_plan_step (plan_id, at);

CREATE TABLE boundary_plan_comment (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES boundary_plan (id) ON DELETE CASCADE,
  location geometry(Point, 4326) NOT NULL,
  grid_id uuid,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 500 AND is_masked(body)),
  by text CHECK (length(by) <= 60 AND is_masked(by)),
  at timestamptz(3) NOT NULL DEFAULT now(),
  resolved_at timestamptz(3),
  resolved_by text CHECK (length(resolved_by) <= 60 AND is_masked(resolved_by))
);
CREATE INDEX boundary_plan_comment_plan ON boundary_plan_comment (plan_id, at);

-- Where a grid's land came from, when it was made or took in a grid that ended.
CREATE TABLE territory_descent (
  child_id uuid NOT NULL REFERENCES territory (id),
  parent_id uuid NOT NULL REFERENCES territory (id),
  at timestamptz(3) NOT NULL,
  plan_id uuid REFERENCES boundary_plan (id),
  share double precision NOT NULL CHECK (share > 0 AND share <= 1), -- of the child's land, from the parent
  share_of_parent double precision NOT NULL CHECK (share_of_parent > 0 AND share_of_parent <= 1),
  PRIMARY KEY (child_id, parent_id, at)
);
CREATE INDEX territory_descent_parent ON territory_descent (parent_id);
