#include "sim/store/schema_steps.hpp"

namespace floorwalker::store {

const std::string_view kSchema2 = R"sql(
ALTER TABLE replication ADD COLUMN dialling_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication_group ADD COLUMN dialling_s REAL NOT NULL DEFAULT 0;
ALTER TABLE interval_group ADD COLUMN dialling_s REAL NOT NULL DEFAULT 0;
ALTER TABLE agent ADD COLUMN dialling_s REAL NOT NULL DEFAULT 0;

-- Each contact once, as in `replication`. Only of scenarios with tiers.
CREATE TABLE replication_tier (
    replication_id INTEGER NOT NULL REFERENCES replication ON DELETE CASCADE,
    tier_id INTEGER NOT NULL,
    offered INTEGER, answered INTEGER, answered_in_target INTEGER, answered_queued INTEGER,
    abandoned INTEGER, abandoned_in_target INTEGER, abandoned_short INTEGER, left_at_once INTEGER,
    dismissed INTEGER, blocked INTEGER, wait_answered_s REAL, wait_lost_s REAL, talk_s REAL, wrap_up_s REAL,
    longest_wait_s REAL, days INTEGER, daily_service_level REAL,
    PRIMARY KEY (replication_id, tier_id)
) WITHOUT ROWID;
-- IVR, callbacks, transfers, call-agains, chats, mail: what would be a row of zeros is left out.
CREATE TABLE replication_journey (
    replication_id INTEGER NOT NULL REFERENCES replication ON DELETE CASCADE,
    call_type_id INTEGER NOT NULL,       -- 0: the centre as a whole
    customers INTEGER, call_agains INTEGER,
    entered_ivr INTEGER, contained INTEGER, contained_again INTEGER, left_ivr INTEGER, ivr_s REAL,
    callbacks_offered INTEGER, callbacks_kept INTEGER, missed_calls INTEGER, callbacks_reached INTEGER,
    callbacks_missed INTEGER, callback_wait_s REAL,
    transferred INTEGER, escalated INTEGER, repeats INTEGER,
    done INTEGER, elapsed_s REAL, interrupted INTEGER,
    mail_answered INTEGER, mail_came INTEGER, mail_gone INTEGER, mail_done INTEGER, mail_in_due INTEGER,
    chat_open_s REAL, chat_engaged_s REAL, outbound_answered INTEGER,
    PRIMARY KEY (replication_id, call_type_id)
) WITHOUT ROWID;

ALTER TABLE result ADD COLUMN tier_id INTEGER;
-- channel, ivr, ivr_node, campaign or wait_estimate; NULL where one of the ids, or none, says it.
ALTER TABLE result ADD COLUMN scope TEXT;
ALTER TABLE result ADD COLUMN subject TEXT;

INSERT INTO outcome VALUES (5, 'contained'), (6, 'left_ivr'), (7, 'called_back'), (8, 'callback_missed');
-- call_type_id is now what the contact asked for, 0 for one that never did; day is that on which it came.
-- Who it is: source (call types, then numbers, campaigns, peaks, from 0), customer_day and number. The customer's
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
