#include "sim/store/schema_steps.hpp"

namespace floorwalker::store {

const std::string_view kSchema5 = R"sql(
-- How agents keep to their schedules, and what became of their contacts; NULL for those of whom nobody asks, and in
-- older runs.
ALTER TABLE agent ADD COLUMN adherence REAL;
ALTER TABLE agent ADD COLUMN conformance REAL;
ALTER TABLE agent ADD COLUMN outcomes REAL;
ALTER TABLE agent ADD COLUMN solved REAL;
ALTER TABLE agent ADD COLUMN complaints REAL;
ALTER TABLE agent ADD COLUMN surveyed REAL;
ALTER TABLE agent ADD COLUMN satisfied REAL;
ALTER TABLE agent ADD COLUMN monitored REAL;
ALTER TABLE agent ADD COLUMN monitor_points REAL;
-- Nobody was on hold in older runs.
ALTER TABLE replication ADD COLUMN hold_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication_call_type ADD COLUMN hold_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication_group ADD COLUMN hold_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication_tier ADD COLUMN hold_s REAL NOT NULL DEFAULT 0;
ALTER TABLE replication_interval ADD COLUMN hold_s REAL NOT NULL DEFAULT 0;
ALTER TABLE interval_call_type ADD COLUMN hold_s REAL NOT NULL DEFAULT 0;
ALTER TABLE interval_group ADD COLUMN hold_s REAL NOT NULL DEFAULT 0;
-- Agents × time of shifts to which nobody came, by why, and after the end of shifts; not known of older runs.
ALTER TABLE replication ADD COLUMN leave_s REAL;
ALTER TABLE replication ADD COLUMN sick_s REAL;
ALTER TABLE replication ADD COLUMN late_s REAL;
ALTER TABLE replication ADD COLUMN overtime_s REAL;
ALTER TABLE replication_group ADD COLUMN leave_s REAL;
ALTER TABLE replication_group ADD COLUMN sick_s REAL;
ALTER TABLE replication_group ADD COLUMN late_s REAL;
ALTER TABLE replication_group ADD COLUMN overtime_s REAL;
ALTER TABLE replication_interval ADD COLUMN leave_s REAL;
ALTER TABLE replication_interval ADD COLUMN sick_s REAL;
ALTER TABLE replication_interval ADD COLUMN late_s REAL;
ALTER TABLE replication_interval ADD COLUMN overtime_s REAL;
ALTER TABLE interval_group ADD COLUMN leave_s REAL;
ALTER TABLE interval_group ADD COLUMN sick_s REAL;
ALTER TABLE interval_group ADD COLUMN late_s REAL;
ALTER TABLE interval_group ADD COLUMN overtime_s REAL;
)sql";

}  // namespace floorwalker::store
