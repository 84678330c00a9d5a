#pragma once

#include <cstdint>
#include <string>

#include <floorwalker/results.hpp>

/// Numbers as planners read them: thousands set apart, units with a space, decimals no finer than they mean something.
namespace floorwalker::report {

/// "1,411.3"
std::string number(double value, int decimals);
/// "1,411"
std::string whole(std::int64_t value);
/// A count that is an average: one decimal below 100, none above; "12" when that is all there is to say.
std::string count(double value);

/// "81.3 %"
std::string percent(double share);
/// A share as somebody wrote it: "80 %", "2.5 %".
std::string target_percent(double share);

/// "4.2 s", "24 s", "3 min 05 s", "1 h 02 min"
std::string duration(double seconds);
/// What a machine takes: "0.4 ms", "38 ms", "0.42 s"; as a duration from 10 s on.
std::string response(double seconds);

/// An estimate in two texts, so that they can be lined up: "81.3 %" and "± 0.4". The second is empty when there is no
/// half-width or it rounds to 0; the first is "–" when there is no mean.
struct Shown {
    std::string mean;
    std::string half_width;
};

Shown shown_percent(const Estimate& estimate);
Shown shown_duration(const Estimate& estimate);
Shown shown_response(const Estimate& estimate);
Shown shown_count(const Estimate& estimate, double scale = 1.0);
/// A ratio of two counts: "2.24".
Shown shown_ratio(const Estimate& estimate);
/// An amount of money without its currency: cents below 100.
Shown shown_money(const Estimate& estimate, double scale = 1.0);

}  // namespace floorwalker::report
