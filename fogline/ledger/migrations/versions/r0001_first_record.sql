-- The first form of the record.  Plain SQL that SQLite and PostgreSQL both take; SQLite keeps the comments that
-- stand inside a statement, so that `.schema` in its shell explains the columns.  Statements end in a semicolon at
-- the end of a line.  This file is history: a change of the record is a new revision.

CREATE TABLE reports (
  report_id TEXT NOT NULL PRIMARY KEY,
  outlet TEXT,
  title TEXT,
  url TEXT,
  published_day TEXT, -- as its page or file gives it
  published_basis TEXT,
  published_ground TEXT,
  day TEXT, -- the report's own day as it was read; a day inferred from its kin is in report_days
  day_basis TEXT,
  day_ground TEXT,
  credits TEXT, -- agencies that the text names, a JSON list; null: not looked for
  fields_read TEXT NOT NULL, -- which of spans, places, actors, claims were read, a JSON list
  raw_sha256 TEXT NOT NULL,
  raw TEXT NOT NULL -- never changed
);

CREATE TABLE spans (
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  position INTEGER NOT NULL,
  start_char INTEGER NOT NULL, -- code points of raw, half-open
  end_char INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
);

CREATE TABLE places (
  form_id TEXT NOT NULL PRIMARY KEY, -- a hash of all that follows: a place_id has several forms where reports differ
  place_id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  lat DOUBLE PRECISION, -- degrees, WGS 84; null: not located
  lon DOUBLE PRECISION,
  country TEXT,
  within TEXT -- a place_id
);

CREATE TABLE report_places (
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  position INTEGER NOT NULL,
  form_id TEXT NOT NULL REFERENCES places (form_id),
  PRIMARY KEY (report_id, position)
);

CREATE TABLE actors (
  form_id TEXT NOT NULL PRIMARY KEY, -- a hash of all that follows: an actor_id has several forms where reports differ
  actor_id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  side TEXT -- an actor_id
);

CREATE TABLE report_actors (
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  position INTEGER NOT NULL,
  form_id TEXT NOT NULL REFERENCES actors (form_id),
  PRIMARY KEY (report_id, position)
);

CREATE TABLE claims (
  claim_id TEXT NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  position INTEGER NOT NULL, -- in the order of the text
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  mode TEXT,
  place TEXT, -- as the report names it
  place_key TEXT, -- a place_id; null: not grounded
  first_day TEXT, -- the days it speaks of, as they were read; re-resolved ones are in claim_periods
  last_day TEXT,
  period_basis TEXT,
  when_text TEXT, -- the date as the report words it
  when_tense TEXT,
  when_basis TEXT,
  via TEXT, -- the medium through which the speaker spoke
  via_key TEXT,
  agency TEXT,
  outlet TEXT,
  confidence DOUBLE PRECISION NOT NULL,
  origin_stage TEXT NOT NULL,
  version TEXT NOT NULL,
  act TEXT NOT NULL, -- the words of the act; start and end in code points of raw, half-open
  act_start INTEGER NOT NULL,
  act_end INTEGER NOT NULL,
  sentence TEXT NOT NULL, -- the evidence
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL
);
CREATE INDEX claims_report ON claims (report_id);
CREATE INDEX claims_place ON claims (place_key);

CREATE TABLE claim_names (
  claim_id TEXT NOT NULL REFERENCES claims (claim_id),
  role TEXT NOT NULL, -- actor, target, speaker
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  key TEXT, -- an actor_id, or for what a place links to a place_id
  PRIMARY KEY (claim_id, role, position)
);
CREATE INDEX claim_names_key ON claim_names (key);

CREATE TABLE claim_quantities (
  claim_id TEXT NOT NULL REFERENCES claims (claim_id),
  position INTEGER NOT NULL,
  low BIGINT NOT NULL,
  high BIGINT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (claim_id, position)
);

CREATE TABLE refusals (
  report_id TEXT NOT NULL, -- what could not be read or stored, and is not in reports
  raw_sha256 TEXT NOT NULL,
  stage TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (report_id, raw_sha256, stage, reason)
);

CREATE TABLE judgements (
  number INTEGER NOT NULL PRIMARY KEY, -- in the order in which they were entered
  judgement_id TEXT NOT NULL UNIQUE,
  verdict TEXT NOT NULL,
  subjects TEXT NOT NULL, -- ids, a JSON list
  value TEXT,
  who TEXT NOT NULL,
  decided TEXT NOT NULL, -- ISO date and time
  why TEXT NOT NULL
);

CREATE TABLE runs (
  number INTEGER NOT NULL PRIMARY KEY,
  started TEXT NOT NULL, -- ISO date and time
  seconds DOUBLE PRECISION NOT NULL,
  version TEXT NOT NULL, -- of fogline
  reports_read INTEGER NOT NULL, -- = new + known + refused
  reports_new INTEGER NOT NULL,
  reports_known INTEGER NOT NULL,
  reports_refused INTEGER NOT NULL,
  stages TEXT NOT NULL -- a JSON list
);

CREATE TABLE report_days (
  report_id TEXT NOT NULL PRIMARY KEY REFERENCES reports (report_id), -- derived, like every table below
  day TEXT NOT NULL,
  basis TEXT NOT NULL,
  ground TEXT NOT NULL
);

CREATE TABLE claim_periods (
  claim_id TEXT NOT NULL PRIMARY KEY REFERENCES claims (claim_id), -- resolved again, against report_days
  first_day TEXT, -- null: no day could be given
  last_day TEXT,
  basis TEXT
);

CREATE TABLE kin (
  position INTEGER NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  source TEXT NOT NULL, -- a report_id, or the name of an agency whose report is not held
  relation TEXT NOT NULL,
  score DOUBLE PRECISION NOT NULL, -- 0 to 1
  reasons TEXT NOT NULL -- a JSON list
);

CREATE TABLE origins (
  origin_id TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  agency TEXT
);

CREATE TABLE origin_reports (
  origin_id TEXT NOT NULL REFERENCES origins (origin_id),
  position INTEGER NOT NULL,
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  PRIMARY KEY (origin_id, position)
);
CREATE INDEX origin_reports_report ON origin_reports (report_id);

CREATE TABLE alterations (
  position INTEGER NOT NULL PRIMARY KEY,
  alteration_id TEXT NOT NULL,
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  source TEXT NOT NULL, -- a report_id
  kind TEXT NOT NULL,
  original TEXT NOT NULL,
  altered TEXT NOT NULL,
  sentence TEXT NOT NULL,
  original_sentence TEXT NOT NULL
);

CREATE TABLE events (
  event_id TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  place TEXT,
  place_key TEXT,
  first_day TEXT,
  last_day TEXT,
  period_basis TEXT,
  origins INTEGER NOT NULL -- independent ones
);

CREATE TABLE event_names (
  event_id TEXT NOT NULL REFERENCES events (event_id),
  role TEXT NOT NULL, -- actor, target
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  key TEXT, -- an actor_id or place_id
  PRIMARY KEY (event_id, role, position)
);

CREATE TABLE event_claims (
  event_id TEXT NOT NULL REFERENCES events (event_id),
  position INTEGER NOT NULL,
  claim_id TEXT NOT NULL REFERENCES claims (claim_id),
  PRIMARY KEY (event_id, position)
);
CREATE INDEX event_claims_claim ON event_claims (claim_id);

CREATE TABLE event_figures (
  event_id TEXT NOT NULL REFERENCES events (event_id),
  position INTEGER NOT NULL,
  unit TEXT NOT NULL,
  low BIGINT NOT NULL,
  best BIGINT NOT NULL,
  high BIGINT NOT NULL,
  claim_ids TEXT NOT NULL, -- a JSON list
  PRIMARY KEY (event_id, position)
);

CREATE TABLE holdings (
  holding_id TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  place TEXT NOT NULL,
  place_key TEXT,
  holder TEXT, -- null: unknown
  holder_key TEXT,
  status TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT, -- null: nothing later is known
  since_day TEXT,
  origins INTEGER NOT NULL, -- independent ones that support it
  reliability TEXT NOT NULL, -- A to F, of the source
  credibility INTEGER NOT NULL, -- 1 to 6, of the information
  reason TEXT NOT NULL
);

CREATE TABLE holding_claims (
  holding_id TEXT NOT NULL REFERENCES holdings (holding_id),
  stance TEXT NOT NULL, -- supports, opposes
  position INTEGER NOT NULL,
  claim_id TEXT NOT NULL REFERENCES claims (claim_id),
  PRIMARY KEY (holding_id, stance, position)
);
CREATE INDEX holding_claims_claim ON holding_claims (claim_id);

CREATE TABLE disputes (
  dispute_id TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  attribute TEXT NOT NULL, -- what is disputed, in words
  kind TEXT NOT NULL,
  place TEXT,
  place_key TEXT
);

CREATE TABLE dispute_sides (
  dispute_id TEXT NOT NULL REFERENCES disputes (dispute_id),
  side INTEGER NOT NULL,
  value TEXT NOT NULL, -- what this side says is so
  speakers TEXT NOT NULL, -- a JSON list
  origins INTEGER NOT NULL,
  PRIMARY KEY (dispute_id, side)
);

CREATE TABLE dispute_claims (
  dispute_id TEXT NOT NULL,
  side INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim_id TEXT NOT NULL REFERENCES claims (claim_id),
  PRIMARY KEY (dispute_id, side, position),
  FOREIGN KEY (dispute_id, side) REFERENCES dispute_sides (dispute_id, side)
);
CREATE INDEX dispute_claims_claim ON dispute_claims (claim_id);

CREATE VIEW reports_readable AS -- one line a report, with the day that holds after dating by kin
SELECT r.report_id, r.outlet, r.title, coalesce(d.day, r.day) AS day, coalesce(d.basis, r.day_basis) AS day_basis,
  coalesce(d.ground, r.day_ground) AS day_ground, length(r.raw) AS characters,
  (SELECT count(*) FROM claims c WHERE c.report_id = r.report_id) AS claims,
  (SELECT min(o.origin_id) FROM origin_reports o WHERE o.report_id = r.report_id) AS origin_id
FROM reports r LEFT JOIN report_days d ON d.report_id = r.report_id;

CREATE VIEW claims_readable AS -- who did what to whom, where, when, and who says so; the days after dating by kin
SELECT c.claim_id, c.report_id, c.outlet, c.agency, c.via,
  (SELECT group_concat(n.text, '; ') FROM (SELECT text FROM claim_names
    WHERE claim_id = c.claim_id AND role = 'speaker' ORDER BY position) n) AS speakers,
  (SELECT group_concat(n.text, '; ') FROM (SELECT text FROM claim_names
    WHERE claim_id = c.claim_id AND role = 'actor' ORDER BY position) n) AS actors,
  c.type, c.status, c.mode,
  (SELECT group_concat(n.text, '; ') FROM (SELECT text FROM claim_names
    WHERE claim_id = c.claim_id AND role = 'target' ORDER BY position) n) AS targets,
  c.place,
  CASE WHEN p.claim_id IS NULL THEN c.first_day ELSE p.first_day END AS first_day,
  CASE WHEN p.claim_id IS NULL THEN c.last_day ELSE p.last_day END AS last_day,
  CASE WHEN p.claim_id IS NULL THEN c.period_basis ELSE p.basis END AS period_basis,
  c.sentence
FROM claims c LEFT JOIN claim_periods p ON p.claim_id = c.claim_id;

CREATE VIEW events_readable AS
SELECT e.event_id, e.type, e.status,
  (SELECT group_concat(n.text, '; ') FROM (SELECT text FROM event_names
    WHERE event_id = e.event_id AND role = 'actor' ORDER BY position) n) AS actors,
  (SELECT group_concat(n.text, '; ') FROM (SELECT text FROM event_names
    WHERE event_id = e.event_id AND role = 'target' ORDER BY position) n) AS targets,
  e.place, e.first_day, e.last_day, e.origins,
  (SELECT count(*) FROM event_claims c WHERE c.event_id = e.event_id) AS claims
FROM events e;

CREATE VIEW holdings_readable AS
SELECT h.holding_id, h.place, h.holder, h.status, h.since_day, h.first_day, h.last_day, h.origins,
  h.reliability || h.credibility AS grade,
  (SELECT count(*) FROM holding_claims c WHERE c.holding_id = h.holding_id AND c.stance = 'supports') AS supports,
  (SELECT count(*) FROM holding_claims c WHERE c.holding_id = h.holding_id AND c.stance = 'opposes') AS opposes,
  h.reason
FROM holdings h;

CREATE VIEW disputes_readable AS -- one line a side
SELECT d.dispute_id, d.kind, d.attribute, d.place, s.value, s.speakers, s.origins,
  (SELECT count(*) FROM dispute_claims c WHERE c.dispute_id = s.dispute_id AND c.side = s.side) AS claims
FROM disputes d JOIN dispute_sides s ON s.dispute_id = d.dispute_id;
