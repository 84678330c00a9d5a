#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <floorwalker/scenario.hpp>
#include <floorwalker/trace.hpp>

#include "sim/report/text_report.hpp"

namespace floorwalker::report {

/// Whose story it is, and of which run.
struct TraceOf {
    Customer customer;
    std::uint64_t seed = 1;
    std::uint64_t replication = 0;  ///< from 0
};

/// The story of a customer line by line, and under each decision what the rule looked at.
std::string trace_text(const Scenario& scenario, const TraceOf& of, const std::vector<TraceEntry>& entries,
                       const TextOptions& options = {});

/// The same as JSON, schema "floorwalker/trace/1".
std::string trace_json(const Scenario& scenario, const TraceOf& of, const std::vector<TraceEntry>& entries);

}  // namespace floorwalker::report
