#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

#include "tests/support/bank_records.hpp"

/// Who worked when at the anonymous bank. The record does not say; this is read from whose services are in it, as
/// docs/scenarios/anonymous_bank.md tells.
namespace floorwalker::support {

/// In the order of the groups of scenarios/anonymous_bank.toml.
enum class Team { general, regular, stock };
inline constexpr std::size_t kTeams = 3;

inline constexpr std::chrono::hours kBankOpens{7};
inline constexpr std::chrono::hours kBankCloses{24};
inline constexpr std::chrono::minutes kHalfHour{30};
inline constexpr std::size_t kHalfHours = 34;

struct OnDuty {
    std::chrono::seconds from{};
    std::chrono::seconds to{};
};

/// One server on one day.
struct ServerDay {
    std::chrono::sys_days date;
    Team team{};
    std::set<Activity> serves;
    std::vector<OnDuty> on_duty;  ///< within the opening hours
};

std::vector<ServerDay> infer_staffing(const std::vector<BankCall>& calls);

template <class Number>
using ByTeam = std::array<std::array<Number, kHalfHours>, kTeams>;

/// Mean number of servers on duty in each half hour of a day.
ByTeam<double> mean_on_duty(const std::vector<ServerDay>& staffing, std::chrono::sys_days date);

/// Whole agents that keep the day's agent hours: by largest remainder first over the half hours, then in each over the
/// teams.
ByTeam<std::int64_t> whole_agents(const ByTeam<double>& mean);

}  // namespace floorwalker::support
