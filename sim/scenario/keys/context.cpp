#include "sim/scenario/keys/context.hpp"

#include <fmt/format.h>

#include "sim/scenario/text/suggest.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {

void Context::problem(const Node& node, std::string_view message) { problem(node.place, message); }

void Context::problem(Place place, std::string_view message) { add(problems, place, message); }

void Context::remark(const Node& node, std::string_view message) {
    if (remarks != nullptr) add(*remarks, node.place, message);
}

void Context::add(Problems& to, Place place, std::string_view message) const {
    // An override shows its path already.
    const bool path_is_shown = to.override_text(place).starts_with(path + "=");
    to.add(place, path.empty() || path_is_shown ? std::string{message} : fmt::format("{}: {}", path, message));
}

std::string Context::explain_intervals() const {
    Scenario opening;
    opening.centre = *centre;
    const auto count = opening.intervals_per_day();
    return fmt::format("{} to {} in intervals of {} is {} interval{}", format_clock(centre->open),
                       format_clock(centre->close), format_duration(centre->interval), count, count == 1 ? "" : "s");
}

std::optional<std::size_t> Context::position(const Ids& ids, const std::string& id, Place place) {
    const auto found = ids.positions.find(id);
    if (found != ids.positions.end()) return found->second;
    if (ids.complete) {
        problem(place, fmt::format("there is no {} \"{}\"{}", ids.kind, id, suggestion(id, ids.names)));
    }
    return std::nullopt;
}

}  // namespace floorwalker::scenario
