-- Bellwether's history, version 1. The README of core/history explains the tables and the binary columns.
-- Statements end with ";" at a line's end. A change is a new file, schema-2.sql; this one stays as it is.

CREATE TABLE runs (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    state          INTEGER NOT NULL,            -- 0 running, 1 finished, 2 interrupted, 3 aborted
    verdict        INTEGER NOT NULL DEFAULT 0,  -- 0 none, 1 pass, 2 fail, 3 inconclusive
    plan_name      TEXT NOT NULL,
    environment    TEXT NOT NULL,
    build          TEXT NOT NULL,
    note           TEXT NOT NULL,
    tags           TEXT NOT NULL,               -- JSON object of strings
    seed           TEXT NOT NULL,               -- decimal, 64 bits unsigned
    kernel         TEXT NOT NULL,
    cores          INTEGER NOT NULL,
    workers        INTEGER NOT NULL,
    reactor        TEXT NOT NULL,
    host           TEXT NOT NULL,
    program        TEXT NOT NULL,
    options        TEXT NOT NULL,               -- JSON object
    started_ns     INTEGER NOT NULL,            -- since 1970-01-01T00:00:00Z
    ended_ns       INTEGER,
    seconds        INTEGER NOT NULL DEFAULT 0,  -- run time stored: the end of the last frame
    packed_until   INTEGER NOT NULL DEFAULT 0,  -- frames that begin below are in packs and levels, the others in frames
    wide_frames    INTEGER NOT NULL DEFAULT 0,  -- frames of more than a second
    records_lost   INTEGER NOT NULL DEFAULT 0,  -- examples, messages and marks beyond their bounds
    verdict_json   TEXT NOT NULL DEFAULT '{}',
    key_figures    TEXT NOT NULL DEFAULT '{}',  -- JSON object
    owner_pid      INTEGER NOT NULL,            -- who writes the run, and how to see whether it still lives
    owner_start    TEXT NOT NULL,
    owner_place    TEXT NOT NULL,
    heartbeat_ns   INTEGER NOT NULL
);

CREATE INDEX runs_by_start ON runs (started_ns);

CREATE INDEX runs_by_plan ON runs (plan_name, started_ns);

CREATE TABLE plans (
    run_id         INTEGER PRIMARY KEY,
    text           TEXT NOT NULL
);

CREATE TABLE series (
    run_id         INTEGER NOT NULL,
    series_id      INTEGER NOT NULL,
    metric         TEXT NOT NULL,
    type           INTEGER NOT NULL,            -- 0 counter, 1 gauge, 2 rate, 3 trend
    kind           INTEGER NOT NULL,            -- 0 default, 1 time, 2 data
    tags           TEXT NOT NULL,               -- JSON object of strings
    PRIMARY KEY (run_id, series_id)
) WITHOUT ROWID;

CREATE TABLE frames (
    run_id         INTEGER NOT NULL,
    second         INTEGER NOT NULL,
    width          INTEGER NOT NULL,
    entries        BLOB NOT NULL,
    PRIMARY KEY (run_id, second)
) WITHOUT ROWID;

CREATE TABLE packs (
    run_id         INTEGER NOT NULL,
    series_id      INTEGER NOT NULL,
    block          INTEGER NOT NULL,            -- seconds [64 * block, 64 * block + 64)
    items          BLOB NOT NULL,
    PRIMARY KEY (run_id, series_id, block)
) WITHOUT ROWID;

CREATE TABLE levels (
    run_id         INTEGER NOT NULL,
    series_id      INTEGER NOT NULL,
    width          INTEGER NOT NULL,            -- 16, 256 or 4096 seconds
    block          INTEGER NOT NULL,            -- seconds [width * block, width * block + width)
    value          BLOB NOT NULL,
    PRIMARY KEY (run_id, series_id, width, block)
) WITHOUT ROWID;

CREATE TABLE examples (
    run_id         INTEGER NOT NULL,
    number         INTEGER NOT NULL,
    at_ns          INTEGER NOT NULL,
    name           TEXT NOT NULL,
    kind           TEXT NOT NULL,
    request        BLOB NOT NULL,               -- as it went over the wire, no text encoding promised
    response       BLOB NOT NULL,
    PRIMARY KEY (run_id, number)
);

CREATE TABLE messages (
    run_id         INTEGER NOT NULL,
    number         INTEGER NOT NULL,
    at_ns          INTEGER NOT NULL,
    level          INTEGER NOT NULL,            -- 0 debug, 1 info, 2 warning, 3 error
    source         TEXT NOT NULL,
    text           TEXT NOT NULL,
    PRIMARY KEY (run_id, number)
);

CREATE TABLE marks (
    run_id         INTEGER NOT NULL,
    number         INTEGER NOT NULL,
    at_ns          INTEGER NOT NULL,
    kind           TEXT NOT NULL,
    text           TEXT NOT NULL,
    PRIMARY KEY (run_id, number)
);
