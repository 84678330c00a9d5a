#include <fmt/format.h>

#include "sim/scenario/keys/call_type_parts.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

constexpr double kMostContacts = 1e9;
constexpr double kMostAgents = 1e6;

/// Conditions as written: a pair of bounds for each thing that can be asked.
struct WrittenConditions {
    std::optional<double> queue_at_least, queue_at_most;
    std::optional<Duration> wait_at_least, wait_at_most;
    std::optional<double> free_at_least, free_at_most;
    std::optional<double> per_agent_at_least, per_agent_at_most;
    std::optional<CallTypeId> of_call_type;
    std::vector<GroupId> of_groups;
};

std::optional<double> seconds(std::optional<Duration> duration) {
    return duration ? std::optional{to_seconds(*duration)} : std::nullopt;
}

/// Turns pairs of bounds into conditions.
class Builder {
public:
    Builder(const WrittenConditions& written, const Node& node, Context& context)
        : written_{written}, node_{node}, context_{context} {}

    void add(Condition::Of of, const std::string& name, std::optional<double> low, std::optional<double> high) {
        if (!low && !high) return;
        if (low && high && *low > *high) {
            const PathPart part{context_, name + "_at_least"};
            context_.problem(*find(node_, name + "_at_least"),
                             fmt::format("{} is above {}_at_most", shown(*find(node_, name + "_at_least")), name));
            good_ = false;
        }
        Condition condition{.of = of, .call_type = written_.of_call_type, .groups = written_.of_groups};
        if (low) condition.at_least = *low;
        if (high) condition.at_most = *high;
        conditions_.push_back(std::move(condition));
    }

    std::optional<std::vector<Condition>> finish() {
        if (!good_) return std::nullopt;
        if (!conditions_.empty()) return conditions_;
        context_.problem(node_, "says nothing; add a bound such as queue_at_least = 5");
        return std::nullopt;
    }

private:
    const WrittenConditions& written_;
    const Node& node_;
    Context& context_;
    std::vector<Condition> conditions_;
    bool good_ = true;
};

std::optional<std::vector<Condition>> build(WrittenConditions& written, const Node& node, Context& context) {
    using enum Condition::Of;
    Builder builder{written, node, context};
    builder.add(queue_length, "queue", written.queue_at_least, written.queue_at_most);
    builder.add(expected_wait, "expected_wait", seconds(written.wait_at_least), seconds(written.wait_at_most));
    builder.add(free_agents, "free", written.free_at_least, written.free_at_most);
    builder.add(queue_per_agent, "queue_per_agent", written.per_agent_at_least, written.per_agent_at_most);
    return builder.finish();
}

}  // namespace

Format<std::vector<Condition>> conditions() {
    using Written = WrittenConditions;
    const auto contacts = number(0, kMostContacts);
    const auto wait = duration(0s, 24h);
    const auto agents = number(0, kMostAgents);
    return table_of<Written, std::vector<Condition>>(
        {
            key("queue_at_least", contacts, &Written::queue_at_least, "", "So many contacts wait, or more."),
            key("queue_at_most", contacts, &Written::queue_at_most, "", "So many contacts wait, or fewer."),
            key("expected_wait_at_least", wait, &Written::wait_at_least, "",
                "The wait that the call type's estimator expects is so long, or longer."),
            key("expected_wait_at_most", wait, &Written::wait_at_most, "", "It is so long, or shorter."),
            key("free_at_least", agents, &Written::free_at_least, "", "So many agents are free, or more."),
            key("free_at_most", agents, &Written::free_at_most, "", "So many agents are free, or fewer."),
            key("queue_per_agent_at_least", contacts, &Written::per_agent_at_least, "",
                "So many contacts wait for each agent present, or more."),
            key("queue_per_agent_at_most", contacts, &Written::per_agent_at_most, "",
                "So many contacts wait for each agent present, or fewer."),
            key("of_call_type", reference<CallTypeId>(&Context::call_types, "call type"), &Written::of_call_type,
                "the contact's own", "Whose queue is looked at."),
            key("of_groups", list_of(reference<GroupId>(&Context::groups, "group")), &Written::of_groups,
                "all that may serve it", "Whose agents are looked at."),
        },
        build);
}

}  // namespace floorwalker::scenario
