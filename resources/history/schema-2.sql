-- Bellwether's history, version 2: what people say of runs after the fact.

CREATE TABLE stars (
    run_id         INTEGER PRIMARY KEY
);

CREATE TABLE baselines (
    plan_name      TEXT NOT NULL,
    environment    TEXT NOT NULL,
    run_id         INTEGER,                     -- what later runs are held against; NULL: the last good runs
    good_runs      INTEGER NOT NULL,            -- how many of them
    tolerances     TEXT NOT NULL,               -- JSON object: share by metric
    set_ns         INTEGER NOT NULL,            -- since 1970-01-01T00:00:00Z
    PRIMARY KEY (plan_name, environment)
) WITHOUT ROWID;

CREATE INDEX baselines_by_run ON baselines (run_id);
