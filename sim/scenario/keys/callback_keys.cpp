#include "sim/scenario/keys/call_type_parts.hpp"

namespace floorwalker::scenario {

using namespace std::chrono_literals;

Format<Callback> callback() {
    return table_of<Callback>({
        key("offered_above", duration(0s, 24h), &Callback::offered_above, "not at joining",
            "Offered to a contact that joins the queue when the expected wait is above this."),
        key("accepted", share(), &Callback::accepted, "\"50%\"", "The share that accepts the offer."),
        key("when", choice<Callback::When>({{"in_turn", Callback::When::in_turn}, {"quiet", Callback::When::quiet}}),
            &Callback::when, "\"in_turn\"",
            "in_turn: it keeps its place in the queue. quiet: when enough agents are free."),
        key("free_agents", integer(1, 1'000'000), &Callback::free_agents, "2",
            "quiet: how many agents of a group must be free before one of them calls."),
        key("latest", duration_above(0s, kLongestDuration), &Callback::latest, "\"24h\"",
            "quiet: after so long it is called in turn all the same."),
        key("dialling", distribution_of_durations(), &Callback::dialling, "\"20s\"",
            "From dialling to an answer, or to giving up."),
        key("reached", share(), &Callback::reached, "\"80%\"", "The share of attempts that are answered."),
        key("attempts", integer(1, 100), &Callback::attempts, "3", "How often one customer is dialled."),
        key("retry", duration_above(0s, kLongestDuration), &Callback::retry, "\"30min\"",
            "How long after an attempt that reached nobody the next one comes."),
        key("missed_calls", share(), &Callback::missed_calls, "0", "Of the abandoned, the share that is called back."),
        key("on_paper", distribution_of_durations(), &Callback::on_paper, "\"1min\"",
            "While systems are down (a decision with do = \"outage\"): how long an agent takes to write a request "
            "down; "
            "it is called back when they are up again."),
    });
}

}  // namespace floorwalker::scenario
