#pragma once

#include <cstdint>

#include <floorwalker/results.hpp>

/// What the numbers of a KPI are.
namespace floorwalker::plan {

enum class KpiUnit : std::uint8_t { share, seconds, hours, money, number };

KpiUnit unit_of(Kpi kpi);

}  // namespace floorwalker::plan
