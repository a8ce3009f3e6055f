-- The street graph of a dataset: built when its streets come in, loaded whole when the server starts.

CREATE TABLE street_graph (
  dataset_id uuid PRIMARY KEY REFERENCES dataset (id) ON DELETE CASCADE,
  version text NOT NULL, -- hash of the bytes
  built_at timestamptz(3) NOT NULL DEFAULT now(),
  report jsonb NOT NULL
);

-- The graph's bytes, packed with zlib, in pieces that every driver carries with ease.
CREATE TABLE street_graph_part (
  dataset_id uuid NOT NULL REFERENCES street_graph (dataset_id) ON DELETE CASCADE,
  number integer NOT NULL,
  bytes bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
  PRIMARY KEY (dataset_id, number)
);
ALTER TABLE street_graph_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

INSERT INTO layer_revision (layer) VALUES ('streets');
