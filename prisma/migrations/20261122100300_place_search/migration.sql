-- How the names of places are read, so that they are found by pinyin and initials. A dictionary of names, not of records:
-- who has a name joins it by that name, so nothing here can fall out of step; a name nobody bears any more does no harm.

CREATE TABLE place_name (
  name text NOT NULL,
  written text NOT NULL, -- in small letters, as it is compared
  units text NOT NULL, -- ·人ren·民min·¤03: each character with its reading; words and numbers after ¤
  pinyin text NOT NULL, -- renmin03
  PRIMARY KEY (name, units) -- a character of several readings gives several rows
);

-- Equal names join. Parts of names are looked for in the dictionary, so that the costly index over all features goes.
DROP INDEX base_feature_name;
CREATE INDEX base_feature_name ON base_feature (name) WHERE name IS NOT NULL;
