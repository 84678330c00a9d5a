#include "sim/scenario/keys/call_type_parts.hpp"

namespace floorwalker::scenario {
namespace {

std::optional<Redial> finish_redial(Redial& redial, const Node& node, Context& context) {
    if (find(node, "after_blocked") != nullptr || find(node, "after_abandoned") != nullptr) return redial;
    context.problem(node, "does not say how many try again; add after_blocked = \"60%\" or after_abandoned = \"40%\"");
    return std::nullopt;
}

std::optional<Repeat> finish_repeat(Repeat& repeat, const Node& node, Context& context) {
    if (find(node, "unsolved") != nullptr) return repeat;
    context.problem(node, "does not say how many matters stay unsolved; add unsolved = \"15%\"");
    return std::nullopt;
}

Format<CallTypeId> other_type() { return reference<CallTypeId>(&Context::call_types, "call type"); }

}  // namespace

Format<Redial> redial() {
    return table_of<Redial>(
        {
            key("after_blocked", share(), &Redial::after_blocked, "0",
                "Of those blocked at their first try, the share that tries again."),
            key("after_abandoned", share(), &Redial::after_abandoned, "0",
                "Of those who abandon at their first try, the share that tries again."),
            key("further", share(), &Redial::further, "as after the first",
                "The share that tries again after every further try."),
            key("most_tries", integer(1, 200), &Redial::most_tries, "10",
                "The most calls of one customer, the first one included."),
            key("delay", distribution_of_durations(), &Redial::delay, "{ dist = \"exponential\", mean = \"5min\" }",
                "From the end of one try to the next."),
            key("becomes", other_type(), &Redial::becomes, "the same", "The call type that it asks for the next time."),
        },
        finish_redial);
}

Format<Repeat> repeat(bool is_of_call_type) {
    return table_of<Repeat>(
        {
            key("unsolved", share(), &Repeat::unsolved, "0",
                is_of_call_type ? "Of the contacts handled, the share that does not solve the matter; not with an "
                                  "outcome, which says so itself."
                                : "Of the contacts handled, the share that does not solve the matter."),
            key("calls_again", share(), &Repeat::calls_again, "\"100%\"", "Of these, the share that calls again."),
            key("delay", distribution_of_durations(), &Repeat::delay, "{ dist = \"exponential\", mean = \"1d\" }",
                "From the end of the contact to the next."),
            key("becomes", other_type(), &Repeat::becomes, "the same", "The call type of the next contact."),
        },
        is_of_call_type ? TableBuild<Repeat, Repeat>{} : finish_repeat);
}

}  // namespace floorwalker::scenario
