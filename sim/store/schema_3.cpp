#include "sim/store/schema_steps.hpp"

namespace floorwalker::store {

const std::string_view kSchema3 = R"sql(
-- Of the answered of a call type. Not known of older runs.
ALTER TABLE replication_journey ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
)sql";

}  // namespace floorwalker::store
