#include "sim/plan/design/quantity.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "sim/scenario/text/units.hpp"

namespace floorwalker::plan {
namespace {

constexpr std::array<std::pair<std::string_view, double>, 5> kSecondsOf{
    {{"ms", 0.001}, {"s", 1.0}, {"min", 60.0}, {"h", 3600.0}, {"d", 86400.0}}};

double seconds_of(std::string_view unit) {
    const auto* found =
        std::find_if(kSecondsOf.begin(), kSecondsOf.end(), [&](const auto& u) { return u.first == unit; });
    return found == kSecondsOf.end() ? 0.0 : found->second;
}

/// Bytes, or bytes a second, of one of the unit; none: it is another.
std::optional<double> bytes_of(std::string_view unit) {
    if (unit.empty()) return std::nullopt;
    const std::string one = "1" + std::string{unit};
    const auto size = scenario::parse_size(one);
    return size.value ? size.value : scenario::parse_rate(one).value;
}

int decimals_of(std::string_view number) {
    const auto point = number.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

}  // namespace

std::optional<Quantity> parse_quantity(std::string_view text) {
    const auto end = std::min(text.find_first_not_of("+-.0123456789"), text.size());
    const auto number_text = text.substr(0, end);
    const auto number = scenario::parse_number(number_text);
    auto unit = text.substr(end);
    while (unit.starts_with(' ')) unit.remove_prefix(1);
    if (number && (unit.empty() || unit == "%" || seconds_of(unit) > 0 || bytes_of(unit))) {
        return Quantity{*number, std::string{unit}, decimals_of(number_text)};
    }
    const auto duration = scenario::parse_duration(text);
    if (!duration.value) return std::nullopt;
    return Quantity{to_seconds(*duration.value), "s", 0};
}

Quantity in_seconds(const Quantity& duration) {
    if (duration.unit == "s") return duration;
    const int more = duration.unit == "ms" ? 3 : 0;
    return {duration.value * seconds_of(duration.unit), "s", duration.decimals + more};
}

std::optional<double> in_bytes(const Quantity& quantity) {
    const auto unit = bytes_of(quantity.unit);
    return unit ? std::optional{quantity.value * *unit} : std::nullopt;
}

bool is_duration(const Quantity& quantity) { return seconds_of(quantity.unit) > 0; }

std::string format_quantity(double value, const std::string& unit, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, std::clamp(decimals, 0, 9));
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    if (text == "-0") text = "0";
    return text + unit;
}

}  // namespace floorwalker::plan
