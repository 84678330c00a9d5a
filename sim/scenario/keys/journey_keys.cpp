#include "sim/scenario/keys/call_type_parts.hpp"
#include "sim/scenario/keys/entries.hpp"

namespace floorwalker::scenario {

using namespace std::chrono_literals;

Keys<CallType> journey_keys() {
    return {
        key("channel", choice<Channel>({{"voice", Channel::voice}, {"chat", Channel::chat}, {"mail", Channel::mail}}),
            &CallType::channel, "\"voice\"",
            "voice: one at a time. chat: several at a time. mail: letters, back office, work on which no customer "
            "waits."),
        key("flow", reference<FlowId>(&Context::flows, "flow"), &CallType::flow, "none",
            "The flow of the IVR that its callers hear before an agent is asked for."),
        key("expected_wait", wait_announcement(), &CallType::expected, "nothing is said",
            "How its wait is estimated, and what a contact that joins the queue is told."),
        key("step", tables_under("call_type.step", route_step()), &CallType::steps, "",
            "What happens to a contact while it waits, one step after the other."),
        key("callback", callback(), &CallType::callback, "none", "A call back instead of waiting."),
        key("redial", redial(), &CallType::redial, "nobody does", "Customers who got nobody try again."),
        key("repeat", repeat(true), &CallType::repeat, "nobody does",
            "Customers whose matter was not solved call again."),
        key("abuse", abuse(), &CallType::abuse, "none", "Customers who abuse the agent; calls only."),
        key("transfer", tables_under("call_type.transfer", transfer()), &CallType::transfers, "",
            "Where contacts go on to after the talk; one at most happens, by chance."),
        key("look_up", tables_under("call_type.look_up", look_up_of_agent()), &CallType::look_ups, "",
            "What agents ask of servers; calls only, and not beside hold."),
        key("due", duration_above(0s, kLongestDuration), &CallType::due, "\"24h\"",
            "mail: to be finished so soon after it came."),
        key("interruptible", boolean(), &CallType::interruptible, "false",
            "mail: whether an agent leaves it for a call that finds nobody free."),
        key("outcome", outcome(), &CallType::outcome, "nobody asks",
            "What customers get out of it: solved or not, defects, complaints, satisfaction."),
    };
}

}  // namespace floorwalker::scenario
