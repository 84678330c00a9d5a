#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <floorwalker/distribution.hpp>
#include <floorwalker/time.hpp>

/// People of a shift who do not come, come late, go away for a moment, or stay longer. Sources of the defaults, and
/// what is an assumption: docs/model/absence.md.
namespace floorwalker {

/// Why somebody is not there who should be.
enum class AbsenceCause : std::uint8_t { leave, sickness, lateness };
inline constexpr std::size_t kAbsenceCauses = 3;

/// Holidays: planned. A two-state chain from day to day whose stationary share is `share`: who is on leave is back the
/// next day with probability 1 / days, others go with h so that h / (h + 1 / days) = share.
struct Leave {
    double share = 0.10;  ///< of all days; at least 0, below days / (1 + days)
    double days = 5.0;    ///< mean length of a spell; at least 1
    bool is_paid = true;
};

/// The same for illness, which nobody plans.
struct Sickness {
    double share = 0.05;
    double days = 3.0;
    /// Factors on the chance to fall ill on a weekday, from Monday; with a mean of 1 they keep the share, nearly.
    std::array<double, 7> by_weekday{1, 1, 1, 1, 1, 1, 1};
    bool is_paid = true;
};

struct Lateness {
    double share = 0.04;                    ///< of all shifts
    Distribution by{Exponential{600}, {}};  ///< seconds
    bool is_paid = true;
};

/// Moments away that nobody plans, a Poisson process while signed in. Who has a contact finishes it first.
struct SmallAbsences {
    double per_hour = 0.2;
    Distribution length{Exponential{240}, {}};  ///< seconds
};

struct GroupAbsence {
    std::optional<Leave> leave{};
    std::optional<Sickness> sickness{};
    std::optional<Lateness> lateness{};
    std::optional<SmallAbsences> unplanned{};

    /// Whether some do not come, or not in time.
    bool keeps_from_coming() const { return leave || sickness || lateness; }
    bool any() const { return keeps_from_coming() || unplanned; }
};

/// Who should go home stays for another `step` while at least `waiting` people wait for each of those who stay, but not
/// longer than `most` after the end of the shift.
struct Overtime {
    std::int64_t waiting = 2;
    Duration step = std::chrono::minutes{15};
    Duration most = std::chrono::hours{1};
    double pay_factor = 1.0;  ///< on the cost of an hour
};

/// For each person of the group who should have come and is late, one whose shift ends stays: until somebody comes, or
/// `most` is over.
struct Handover {
    Duration most = std::chrono::minutes{15};
};

}  // namespace floorwalker
