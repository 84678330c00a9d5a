#pragma once

#include <string_view>

namespace floorwalker::store {

/// The tables: from an empty file to schema version 1.
extern const std::string_view kSchema1;
/// From 1 to 2: contacts that take a longer way, tiers.
extern const std::string_view kSchema2;
/// From 2 to 3: contacts back at their first agent.
extern const std::string_view kSchema3;
/// From 3 to 4: ringing phones, calls on hold, and what takes agents away.
extern const std::string_view kSchema4;
/// From 4 to 5: how agents keep to their schedules and what became of their contacts, times on hold, people who did not
/// come.
extern const std::string_view kSchema5;

/// The views over the tables of the latest schema version.
extern const std::string_view kViews;

}  // namespace floorwalker::store
