#include "sim/store/schema_steps.hpp"

namespace floorwalker::store {

const std::string_view kSchema5 = R"sql(
-- How agents keep to their schedules; NULL for those who have none, and in older runs.
ALTER TABLE agent ADD COLUMN adherence REAL;
ALTER TABLE agent ADD COLUMN conformance REAL;
)sql";

}  // namespace floorwalker::store
