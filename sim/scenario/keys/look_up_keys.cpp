#include "sim/scenario/keys/machine_parts.hpp"
#include "sim/scenario/keys/tables.hpp"

/// What is asked of a server, by an agent in a talk or by the IVR.
namespace floorwalker::scenario {
namespace {

constexpr double kMostBytes = 1e12;

Keys<LookUp> asking_keys() {
    return {
        key("share", share(), &LookUp::share, "\"100%\"", "The share of talks, or of IVR tasks, in which it happens."),
        key("times", integer(1, 20), &LookUp::times, "1", "How often, one after the other."),
        key("request", size(0, kMostBytes), &LookUp::request_bytes, "\"2kB\"", "How much goes to the server."),
        key("work", distribution_of_durations(), &LookUp::work, "{ dist = \"exponential\", mean = \"300ms\" }",
            "How long the server works on it, alone on a core of speed 1."),
        key("answer", size(0, kMostBytes), &LookUp::answer_bytes, "\"40kB\"", "How much comes back."),
    };
}

Key<LookUp> server_key() {
    return key("server", reference<ServerId>(&Context::servers, "server"), &LookUp::server, "", "The server asked.")
        .required();
}

}  // namespace

Format<LookUp> look_up_of_agent() {
    Keys<LookUp> keys{
        server_key(),
        key("when",
            choice<LookUpMoment>(
                {{"before", LookUpMoment::before}, {"during", LookUpMoment::during}, {"after", LookUpMoment::after}}),
            &LookUp::when, "\"during\"",
            "before: as soon as the agent has answered, before they talk. during: at some moment of the talk; the "
            "customer is on hold. after: after talk and wrap-up, without the customer."),
    };
    for (auto& key : asking_keys()) keys.push_back(std::move(key));
    return table_of<LookUp>(keys);
}

Format<LookUp> look_up_of_ivr() {
    Keys<LookUp> keys{server_key()};
    for (auto& key : asking_keys()) keys.push_back(std::move(key));
    auto format = table_of<LookUp>(keys);
    format.read = [read = format.read](const Node& node, Context& context, const Shape& own) -> std::optional<LookUp> {
        const Node* const when = find(node, "when");
        if (when == nullptr) return read(node, context, own);
        const PathPart part{context, "when"};
        context.problem(*when,
                        "a self_service has no moment to choose: it looks up when its duration is over; leave "
                        "\"when\" out");
        return std::nullopt;
    };
    return format;
}

}  // namespace floorwalker::scenario
