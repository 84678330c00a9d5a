#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

/// Service standards: rules that a centre sets itself, whose compliance is measured. docs/model/standards.md.
namespace floorwalker {

enum class StandardOf : std::uint8_t {
    rings,        ///< each time that a phone rings: it is answered within so many rings
    hold,         ///< each time on hold: no longer than that
    report_back,  ///< each time on hold: the customer never hears nothing for longer than that
    callback,     ///< each callback promised: the customer is reached within that
    talk,         ///< each talk of a call: no longer than that
};

/// "rings"
std::string_view name_of(StandardOf what);

struct Standard {
    std::string id;
    StandardOf of{};
    Duration within{};                      ///< positive; unused of rings
    std::int64_t rings = 3;                 ///< of rings only; at least 1
    double goal = 1.0;                      ///< share of cases that are to keep it; above 0
    std::optional<CallTypeId> call_type{};  ///< none: all
};

}  // namespace floorwalker
