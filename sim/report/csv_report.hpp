#pragma once

#include <string>

#include <floorwalker/results.hpp>

namespace floorwalker::report {

/// A run as comma-separated values (RFC 4180), one row a KPI, for spreadsheets and data frames:
/// scope,id,interval_start,kpi,mean,half_width. Scopes are overall, call_type, group, interval, after_close and agent;
/// tier, channel, ivr, ivr_node (FLOW/NODE), campaign, wait_estimate (CALL_TYPE/ESTIMATOR), quality, risk (CALL_TYPE or
/// CALL_TYPE/DEFECT; none: in total) risk_of_defect and standard (STANDARD or
/// STANDARD/GROUP) where there are such.
/// KPIs without a mean have no row.
std::string csv(const RunResult& result);

}  // namespace floorwalker::report
