#include "sim/store/schema_steps.hpp"

namespace floorwalker::store {

const std::string_view kSchema2 = R"sql(
ALTER TABLE replication ADD COLUMN dialling_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication ADD COLUMN mail_answered INTEGER NOT NULL DEFAULT 0;  -- of the answered: nobody waited for it
ALTER TABLE replication ADD COLUMN callbacks_reached INTEGER NOT NULL DEFAULT 0;
ALTER TABLE replication ADD COLUMN outbound_answered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE replication_group ADD COLUMN dialling_s REAL NOT NULL DEFAULT 0;
ALTER TABLE interval_group ADD COLUMN dialling_s REAL NOT NULL DEFAULT 0;
ALTER TABLE agent ADD COLUMN dialling_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication_group ADD COLUMN callbacks_reached INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interval_group ADD COLUMN callbacks_reached INTEGER NOT NULL DEFAULT 0;

-- Each contact once, as in `replication`. Only of scenarios with tiers.
CREATE TABLE replication_tier (
    replication_id INTEGER NOT NULL REFERENCES replication ON DELETE CASCADE,
    tier_id INTEGER NOT NULL,
    offered INTEGER, answered INTEGER, answered_in_target INTEGER, answered_queued INTEGER,
    abandoned INTEGER, abandoned_in_target INTEGER, abandoned_short INTEGER, left_at_once INTEGER,
    dismissed INTEGER, blocked INTEGER, wait_answered_s REAL, wait_lost_s REAL, talk_s REAL, wrap_up_s REAL,
    longest_wait_s REAL, days INTEGER, daily_service_level REAL,
    mail_answered INTEGER, callbacks_reached INTEGER, outbound_answered INTEGER,
    PRIMARY KEY (replication_id, tier_id)
) WITHOUT ROWID;
-- IVR, callbacks, transfers, call-agains, chats, mail: what would be a row of zeros is left out. One row is about the
-- centre, or one call type, or one tier: do not add them up.
CREATE TABLE replication_journey (
    replication_id INTEGER NOT NULL REFERENCES replication ON DELETE CASCADE,
    call_type_id INTEGER NOT NULL,       -- 0: all
    tier_id INTEGER NOT NULL,            -- 0: all
    customers INTEGER, call_agains INTEGER,
    entered_ivr INTEGER, contained INTEGER, contained_again INTEGER, left_ivr INTEGER, ivr_s REAL,
    callbacks_offered INTEGER, callbacks_kept INTEGER, missed_calls INTEGER, on_paper INTEGER, callbacks_reached INTEGER,
    callbacks_missed INTEGER, callback_wait_s REAL,
    transferred INTEGER, escalated INTEGER, repeats INTEGER,
    done INTEGER, elapsed_s REAL, interrupted INTEGER,
    mail_answered INTEGER, mail_came INTEGER, mail_gone INTEGER, mail_done INTEGER, mail_in_due INTEGER,
    chat_open_s REAL, chat_engaged_s REAL, outbound_answered INTEGER,
    PRIMARY KEY (replication_id, call_type_id, tier_id)
) WITHOUT ROWID;

-- The centre as a whole, each contact once, as in `replication`.
CREATE TABLE replication_interval (
    replication_id INTEGER NOT NULL REFERENCES replication ON DELETE CASCADE,
    interval INTEGER NOT NULL,
    offered INTEGER, answered INTEGER, answered_in_target INTEGER, answered_queued INTEGER,
    abandoned INTEGER, abandoned_in_target INTEGER, abandoned_short INTEGER, left_at_once INTEGER,
    dismissed INTEGER, blocked INTEGER, wait_answered_s REAL, wait_lost_s REAL, talk_s REAL, wrap_up_s REAL,
    longest_wait_s REAL, queue_s REAL, open_s REAL, cost REAL,
    available_s REAL, talking_s REAL, wrapping_up_s REAL, dialling_s REAL, paid_s REAL, present_open_s REAL,
    mail_answered INTEGER, callbacks_reached INTEGER, outbound_answered INTEGER,
    PRIMARY KEY (replication_id, interval)
) WITHOUT ROWID;
INSERT INTO replication_interval
WITH calls AS (
    SELECT replication_id, interval, sum(offered) AS offered, sum(answered) AS answered,
           sum(answered_in_target) AS answered_in_target, sum(answered_queued) AS answered_queued,
           sum(abandoned) AS abandoned, sum(abandoned_in_target) AS abandoned_in_target,
           sum(abandoned_short) AS abandoned_short, sum(left_at_once) AS left_at_once, sum(dismissed) AS dismissed,
           sum(blocked) AS blocked, sum(wait_answered_s) AS wait_answered_s, sum(wait_lost_s) AS wait_lost_s,
           sum(talk_s) AS talk_s, sum(wrap_up_s) AS wrap_up_s, max(longest_wait_s) AS longest_wait_s,
           sum(queue_s) AS queue_s, max(open_s) AS open_s, sum(cost) AS line_cost
    FROM interval_call_type GROUP BY replication_id, interval),
agents AS (
    SELECT replication_id, interval, sum(available_s) AS available_s, sum(talking_s) AS talking_s,
           sum(wrapping_up_s) AS wrapping_up_s, sum(paid_s) AS paid_s, sum(present_open_s) AS present_open_s,
           max(open_s) AS open_s, sum(cost) AS paid_cost
    FROM interval_group GROUP BY replication_id, interval)
SELECT replication.replication_id, day_interval.interval, ifnull(calls.offered, 0), ifnull(calls.answered, 0),
       ifnull(calls.answered_in_target, 0), ifnull(calls.answered_queued, 0), ifnull(calls.abandoned, 0),
       ifnull(calls.abandoned_in_target, 0), ifnull(calls.abandoned_short, 0), ifnull(calls.left_at_once, 0),
       ifnull(calls.dismissed, 0), ifnull(calls.blocked, 0), ifnull(calls.wait_answered_s, 0),
       ifnull(calls.wait_lost_s, 0), ifnull(calls.talk_s, 0), ifnull(calls.wrap_up_s, 0),
       ifnull(calls.longest_wait_s, 0), ifnull(calls.queue_s, 0), ifnull(calls.open_s, ifnull(agents.open_s, 0)),
       ifnull(calls.line_cost, 0) + ifnull(agents.paid_cost, 0), ifnull(agents.available_s, 0),
       ifnull(agents.talking_s, 0), ifnull(agents.wrapping_up_s, 0), 0, ifnull(agents.paid_s, 0),
       ifnull(agents.present_open_s, 0), 0, 0, 0
FROM replication JOIN day_interval USING (run_id)
LEFT JOIN calls USING (replication_id, interval)
LEFT JOIN agents USING (replication_id, interval);

ALTER TABLE result ADD COLUMN tier_id INTEGER;
-- channel, ivr, ivr_node, campaign or wait_estimate; NULL where one of the ids, or none, says it.
ALTER TABLE result ADD COLUMN scope TEXT;
ALTER TABLE result ADD COLUMN subject TEXT;

INSERT INTO outcome VALUES (5, 'contained'), (6, 'left_ivr'), (7, 'called_back'), (8, 'callback_missed'),
    (9, 'waiting');
-- call_type_id is now what the contact asked for, 0 for one that never did; day is that on which it came.
-- Who it is: source (call types from 0, numbers from 16384, campaigns from 32768, peaks from 49152), customer_day and number. The customer's
-- first call is attempt 0.
ALTER TABLE contact ADD COLUMN source INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN customer_day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN attempt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN legs INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN in_ivr_us INTEGER NOT NULL DEFAULT 0;
UPDATE contact SET
    source = (SELECT position FROM call_type WHERE call_type.call_type_id = contact.call_type_id),
    customer_day = day, legs = outcome_id = 0;
)sql";

}  // namespace floorwalker::store
