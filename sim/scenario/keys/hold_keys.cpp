#include "sim/scenario/keys/call_type_parts.hpp"
#include "sim/scenario/keys/tables.hpp"

/// Talks in which an agent looks something up.
namespace floorwalker::scenario {

Format<Hold> hold() {
    return table_of<Hold>({
        key("share", share_above(0, 1), &Hold::share, "", "The share of talks in which the agent looks something up.")
            .required(),
        key("length", distribution_of_durations(), &Hold::length, "{ dist = \"exponential\", mean = \"30s\" }",
            "How long the customer is on hold for it, on top of the talk."),
        key("report_back", distribution_of_durations(), &Hold::report_back, "not before the end",
            "How long from one word to the customer to the next while on hold."),
    });
}

}  // namespace floorwalker::scenario
