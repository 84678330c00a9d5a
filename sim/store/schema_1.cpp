#include "sim/store/schema_steps.hpp"

namespace floorwalker::store {

// The comments inside the statements stay in the file: `.schema` of the sqlite3 shell shows them.
const std::string_view kSchema1 = R"sql(
CREATE TABLE run (
    run_id INTEGER PRIMARY KEY AUTOINCREMENT,
    scenario TEXT NOT NULL,
    scenario_toml TEXT NOT NULL,         -- as read, before overrides
    decisions_toml TEXT,
    seed TEXT NOT NULL,                  -- 0 to 2^64 - 1, more than an INTEGER holds
    program_version TEXT NOT NULL,
    started_at TEXT NOT NULL,            -- UTC
    finished_at TEXT,
    state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'stopped')),
    replications_asked INTEGER NOT NULL,
    first_date TEXT NOT NULL,            -- of the first simulated day
    days INTEGER NOT NULL,
    warm_up_days INTEGER NOT NULL,       -- simulated, not measured
    open_s REAL NOT NULL,                -- since midnight
    close_s REAL NOT NULL,               -- since the same midnight
    interval_s REAL NOT NULL,
    service_level_variant TEXT NOT NULL,
    daily_service_level_variant TEXT NOT NULL,
    currency TEXT NOT NULL,
    -- Known when it is over:
    digest TEXT,                         -- of all replications, in order
    contacts INTEGER,                    -- offered in all replications, warm-up included
    confidence REAL,
    method TEXT,                         -- of the half-widths
    batches INTEGER
);
CREATE TABLE run_override (
    run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    position INTEGER NOT NULL,
    path_and_value TEXT NOT NULL,        -- group.general.agents=9
    PRIMARY KEY (run_id, position)
) WITHOUT ROWID;

-- The names of a run's scenario. `position` is from 0, in the order of the scenario.
CREATE TABLE call_type (
    call_type_id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    UNIQUE (run_id, position)
);
CREATE TABLE tier (
    tier_id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    UNIQUE (run_id, position)
);
CREATE TABLE agent_group (
    agent_group_id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    UNIQUE (run_id, position)
);
-- The intervals of the day, from 0, and last the time after closing.
CREATE TABLE day_interval (
    run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    interval INTEGER NOT NULL,
    starts TEXT NOT NULL,                -- 08:30
    start_s REAL NOT NULL,               -- since midnight
    end_s REAL NOT NULL,
    after_close INTEGER NOT NULL,
    PRIMARY KEY (run_id, interval)
) WITHOUT ROWID;

-- Rows of a replication go with it, and it goes with its run. Their call_type_id, agent_group_id, tier_id and
-- outcome_id name rows of those tables unchecked: a check takes long, and far longer when a run is deleted.

-- One row a finished replication: the centre as a whole.
CREATE TABLE replication (
    replication_id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    number INTEGER NOT NULL,             -- from 0
    digest TEXT NOT NULL,
    contacts INTEGER NOT NULL,           -- offered, warm-up included
    offered INTEGER, answered INTEGER, answered_in_target INTEGER, answered_queued INTEGER,
    abandoned INTEGER, abandoned_in_target INTEGER, abandoned_short INTEGER, left_at_once INTEGER,
    dismissed INTEGER, blocked INTEGER, wait_answered_s REAL, wait_lost_s REAL, talk_s REAL, wrap_up_s REAL,
    longest_wait_s REAL, queue_s REAL, longest_queue INTEGER, intervals INTEGER, intervals_met INTEGER,
    open_s REAL, cost REAL, days INTEGER, daily_service_level REAL,
    available_s REAL, talking_s REAL, wrapping_up_s REAL, paid_s REAL, present_open_s REAL,
    UNIQUE (run_id, number)
);
CREATE TABLE replication_call_type (
    replication_id INTEGER NOT NULL REFERENCES replication ON DELETE CASCADE,
    call_type_id INTEGER NOT NULL,
    offered INTEGER, answered INTEGER, answered_in_target INTEGER, answered_queued INTEGER,
    abandoned INTEGER, abandoned_in_target INTEGER, abandoned_short INTEGER, left_at_once INTEGER,
    dismissed INTEGER, blocked INTEGER, wait_answered_s REAL, wait_lost_s REAL, talk_s REAL, wrap_up_s REAL,
    longest_wait_s REAL, queue_s REAL, longest_queue INTEGER, intervals INTEGER, intervals_met INTEGER,
    open_s REAL, cost REAL, days INTEGER, daily_service_level REAL,
    PRIMARY KEY (replication_id, call_type_id)
) WITHOUT ROWID;
CREATE TABLE replication_group (
    replication_id INTEGER NOT NULL REFERENCES replication ON DELETE CASCADE,
    agent_group_id INTEGER NOT NULL,
    answered INTEGER, answered_in_target INTEGER, answered_queued INTEGER, wait_answered_s REAL, talk_s REAL,
    wrap_up_s REAL, longest_wait_s REAL, open_s REAL, cost REAL,
    available_s REAL, talking_s REAL, wrapping_up_s REAL, paid_s REAL, present_open_s REAL,
    PRIMARY KEY (replication_id, agent_group_id)
) WITHOUT ROWID;

-- Over all measured days of a replication. What would be a row of zeros is left out.
CREATE TABLE interval_call_type (
    replication_id INTEGER NOT NULL REFERENCES replication ON DELETE CASCADE,
    interval INTEGER NOT NULL,
    call_type_id INTEGER NOT NULL,
    offered INTEGER, answered INTEGER, answered_in_target INTEGER, answered_queued INTEGER,
    abandoned INTEGER, abandoned_in_target INTEGER, abandoned_short INTEGER, left_at_once INTEGER,
    dismissed INTEGER, blocked INTEGER, wait_answered_s REAL, wait_lost_s REAL, talk_s REAL, wrap_up_s REAL,
    longest_wait_s REAL, queue_s REAL, longest_queue INTEGER, intervals INTEGER, intervals_met INTEGER,
    open_s REAL, cost REAL,
    PRIMARY KEY (replication_id, interval, call_type_id)
) WITHOUT ROWID;
CREATE TABLE interval_group (
    replication_id INTEGER NOT NULL REFERENCES replication ON DELETE CASCADE,
    interval INTEGER NOT NULL,
    agent_group_id INTEGER NOT NULL,
    answered INTEGER, answered_in_target INTEGER, answered_queued INTEGER, wait_answered_s REAL, talk_s REAL,
    wrap_up_s REAL, longest_wait_s REAL, open_s REAL, cost REAL,
    available_s REAL, talking_s REAL, wrapping_up_s REAL, paid_s REAL, present_open_s REAL,
    PRIMARY KEY (replication_id, interval, agent_group_id)
) WITHOUT ROWID;

-- What the report says. The scope is the one of call_type_id, agent_group_id and interval that is not NULL, else the centre.
CREATE TABLE result (
    result_id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    call_type_id INTEGER,
    agent_group_id INTEGER,
    interval INTEGER,
    kpi TEXT NOT NULL,
    mean REAL NOT NULL,
    half_width REAL
);
CREATE INDEX result_by_run ON result (run_id, kpi);
-- Agents over the whole run, per replication.
CREATE TABLE agent (
    run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    agent INTEGER NOT NULL,              -- place among all agents of the scenario, from 0
    agent_group_id INTEGER NOT NULL,
    number INTEGER NOT NULL,             -- within the group, from 1
    name TEXT NOT NULL,                  -- of listed people; else empty
    answered REAL NOT NULL, talk_s REAL NOT NULL, wrap_up_s REAL NOT NULL, available_s REAL NOT NULL,
    signed_in_s REAL NOT NULL,
    PRIMARY KEY (run_id, agent)
) WITHOUT ROWID;

CREATE TABLE outcome (outcome_id INTEGER PRIMARY KEY, id TEXT NOT NULL);
INSERT INTO outcome VALUES (0, 'answered'), (1, 'abandoned'), (2, 'left_at_once'), (3, 'dismissed'), (4, 'blocked');
-- Times are whole microseconds, which keeps the table small and exact; v_contact has seconds, clock times and names.
CREATE TABLE contact (
    replication_id INTEGER NOT NULL REFERENCES replication ON DELETE CASCADE,
    sequence INTEGER NOT NULL,           -- in order of arrival, from 0
    call_type_id INTEGER NOT NULL,
    day INTEGER NOT NULL,                -- from 0
    number INTEGER NOT NULL,             -- of this type on this day, from 0: with the type and the day, who it is
    tier_id INTEGER NOT NULL,
    interval INTEGER NOT NULL,
    arrived_us INTEGER NOT NULL,         -- since midnight of the first day
    patience_us INTEGER,                 -- NULL: for ever
    talk_need_us INTEGER NOT NULL,       -- with an agent of proficiency 1
    wrap_up_need_us INTEGER NOT NULL,
    outcome_id INTEGER NOT NULL,
    waited_us INTEGER NOT NULL,
    agent_group_id INTEGER,
    agent INTEGER,
    talk_us INTEGER NOT NULL,
    wrap_up_us INTEGER NOT NULL,
    PRIMARY KEY (replication_id, sequence)
) WITHOUT ROWID;
)sql";

}  // namespace floorwalker::store
