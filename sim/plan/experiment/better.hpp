#pragma once

#include <floorwalker/results.hpp>

namespace floorwalker::plan {

enum class Better { more, less, neither };

/// Which way a KPI is better for the centre, its customers and its people, where all would agree: more service level,
/// less waiting, less cost. Neither for counts of what comes in, for how staff is used (occupancy is dear when low and
/// wears people out when high), and for the lengths of talks.
Better better(Kpi kpi);

}  // namespace floorwalker::plan
