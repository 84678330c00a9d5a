#include <fmt/format.h>

#include "sim/scenario/keys/group_parts.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/units.hpp"

/// How calls ring at the agents of a group.
namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

constexpr double kMostNotAnswered = 0.99;  // more would ring for ever
constexpr double kNever = 1e-9;            // what a rounded bound may be off by

/// The least that the distribution gives, of those that have one above 0.
double least_of(const Distribution& delay) {
    if (delay.atom) return 0.0;
    if (const auto* constant = std::get_if<Constant>(&delay.shape)) return constant->value;
    if (const auto* uniform = std::get_if<Uniform>(&delay.shape)) return uniform->low;
    if (const auto* normal = std::get_if<TruncatedNormal>(&delay.shape)) return normal->low;
    return 0.0;
}

std::optional<Ring> finish_ring(Ring& ring, const Node& node, Context& context) {
    const double longest_s = to_seconds(ring.longest());
    if (least_of(ring.delay) <= longest_s + kNever) return ring;
    const PathPart part{context, "delay"};
    const Node* const value = find(node, "delay");
    context.problem(value == nullptr ? node : *value,
                    fmt::format("is always longer than {} rings of {}, {}; nobody would ever take a call in time",
                                ring.rings, format_duration(ring.ring_length), format_duration(ring.longest())));
    return std::nullopt;
}

}  // namespace

Format<Ring> ring() {
    return table_of<Ring>(
        {
            key("rings", integer(1, 100), &Ring::rings, "3", "After how many rings nobody takes it any more."),
            key("ring_length", duration_above(0s, 1min), &Ring::ring_length, "\"5s\"", "Of a ring, with its pause."),
            key("delay", distribution_of_durations(), &Ring::delay,
                "{ dist = \"uniform\", low = \"1s\", high = \"9s\" }",
                "How long until the agent takes it; at most rings × ring_length."),
            key("not_answered", share(0.0, kMostNotAnswered), &Ring::not_answered, "0",
                "Share of the rings that the agent does not take; the call goes to the next, or back to its place."),
            key("do_not_disturb", duration(0s, kDay), &Ring::do_not_disturb, "\"2min\"",
                "How long the agent gets no contact after that."),
        },
        finish_ring);
}

}  // namespace floorwalker::scenario
