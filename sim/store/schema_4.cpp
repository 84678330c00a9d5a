#include "sim/store/schema_steps.hpp"

namespace floorwalker::store {

const std::string_view kSchema4 = R"sql(
-- Agents × time in the other states of a console. No agent of an older run had a ringing phone or held a call; how long
-- they were away is not known of older runs.
ALTER TABLE replication ADD COLUMN ringing_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication ADD COLUMN on_hold_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication ADD COLUMN break_s REAL;
ALTER TABLE replication ADD COLUMN meal_s REAL;
ALTER TABLE replication ADD COLUMN meeting_s REAL;
ALTER TABLE replication ADD COLUMN coaching_s REAL;
ALTER TABLE replication ADD COLUMN training_s REAL;
ALTER TABLE replication ADD COLUMN do_not_disturb_s REAL;
ALTER TABLE replication ADD COLUMN system_down_s REAL;
ALTER TABLE replication ADD COLUMN unplanned_s REAL;
ALTER TABLE replication ADD COLUMN paid_away_s REAL;
ALTER TABLE replication_group ADD COLUMN ringing_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication_group ADD COLUMN on_hold_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication_group ADD COLUMN break_s REAL;
ALTER TABLE replication_group ADD COLUMN meal_s REAL;
ALTER TABLE replication_group ADD COLUMN meeting_s REAL;
ALTER TABLE replication_group ADD COLUMN coaching_s REAL;
ALTER TABLE replication_group ADD COLUMN training_s REAL;
ALTER TABLE replication_group ADD COLUMN do_not_disturb_s REAL;
ALTER TABLE replication_group ADD COLUMN system_down_s REAL;
ALTER TABLE replication_group ADD COLUMN unplanned_s REAL;
ALTER TABLE replication_group ADD COLUMN paid_away_s REAL;
ALTER TABLE replication_interval ADD COLUMN ringing_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication_interval ADD COLUMN on_hold_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication_interval ADD COLUMN break_s REAL;
ALTER TABLE replication_interval ADD COLUMN meal_s REAL;
ALTER TABLE replication_interval ADD COLUMN meeting_s REAL;
ALTER TABLE replication_interval ADD COLUMN coaching_s REAL;
ALTER TABLE replication_interval ADD COLUMN training_s REAL;
ALTER TABLE replication_interval ADD COLUMN do_not_disturb_s REAL;
ALTER TABLE replication_interval ADD COLUMN system_down_s REAL;
ALTER TABLE replication_interval ADD COLUMN unplanned_s REAL;
ALTER TABLE replication_interval ADD COLUMN paid_away_s REAL;
ALTER TABLE interval_group ADD COLUMN ringing_s REAL NOT NULL DEFAULT 0;
ALTER TABLE interval_group ADD COLUMN on_hold_s REAL NOT NULL DEFAULT 0;
ALTER TABLE interval_group ADD COLUMN break_s REAL;
ALTER TABLE interval_group ADD COLUMN meal_s REAL;
ALTER TABLE interval_group ADD COLUMN meeting_s REAL;
ALTER TABLE interval_group ADD COLUMN coaching_s REAL;
ALTER TABLE interval_group ADD COLUMN training_s REAL;
ALTER TABLE interval_group ADD COLUMN do_not_disturb_s REAL;
ALTER TABLE interval_group ADD COLUMN system_down_s REAL;
ALTER TABLE interval_group ADD COLUMN unplanned_s REAL;
ALTER TABLE interval_group ADD COLUMN paid_away_s REAL;
)sql";

}  // namespace floorwalker::store
