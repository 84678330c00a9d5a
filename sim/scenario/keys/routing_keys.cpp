#include "sim/scenario/keys/call_type_parts.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

constexpr double kMostWeight = 1e6;

Format<AgentChoice> agent_choice() {
    using enum AgentChoice;
    return choice<AgentChoice>({{"preference", preference},
                                {"longest_idle", longest_idle},
                                {"fewest_skills", fewest_skills},
                                {"least_occupied", least_occupied},
                                {"most_proficient", most_proficient},
                                {"weighted_random", weighted_random},
                                {"local_site", local_site}});
}

Keys<CallType> agent_keys() {
    return {
        key("groups", list_of(reference<GroupId>(&Context::groups, "group")), &CallType::groups,
            "all with the skill, in file order", "The groups that may serve it, the preferred first."),
        key("choose", agent_choice(), &CallType::choose, "\"preference\"",
            "Which free agent gets the contact. preference: of the first group with one. longest_idle: the one idle "
            "longest over all groups. fewest_skills: the one with the fewest skills. least_occupied: the one who has "
            "worked for the least share of its time. most_proficient: the one who is best at the type. "
            "weighted_random: of a group drawn by its weight. local_site: those at its site before all others."),
        key("group_weights", map_of<GroupId>(&Context::groups, "group", number(0, kMostWeight)),
            &CallType::group_weights, "1 for each", "weighted_random: how often a group is drawn, against the others."),
        key("site", text(), &CallType::site, "none",
            "local_site: the site near its customers, which some groups have too; where there are [[site]]s, one of "
            "them."),
        key("last_agent", duration(0s, 24h), &CallType::last_agent, "none",
            "Who was handled before waits so long for the same agent, before any other may take it."),
    };
}

Keys<CallType> order_keys() {
    return {
        key("priority", integer(-1000, 1000), &CallType::priority, "0", "Higher is served first."),
        key("waiting_credit", duration(0s, 24h), &CallType::waiting_credit, "\"0s\"",
            "Served as if it had called this much earlier."),
        key("weight", number(0, kMostWeight), &CallType::weight, "1",
            "For groups that take by weighted_wait: the factor on the wait."),
        key("points", number(-kMostWeight, kMostWeight), &CallType::points, "0",
            "For groups that take by accumulating: points at arrival."),
        key("points_per_second", number(0, kMostWeight), &CallType::points_per_second, "1",
            "For groups that take by accumulating: points for each second of waiting."),
        key("queue_share", number_above(0, kMostWeight), &CallType::queue_share, "1",
            "For groups that take by queue_ratio: its part of all waiting, against that of others."),
        key("queue_places", integer(0, 1'000'000'000), &CallType::queue_places, "as many as needed",
            "Waiting places for this type; with none free a contact is blocked."),
    };
}

}  // namespace

Keys<CallType> routing_keys() {
    auto keys = agent_keys();
    for (auto& key : order_keys()) keys.push_back(std::move(key));
    return keys;
}

Format<WaitAnnouncement> wait_announcement() {
    using enum WaitEstimator;
    return table_of<WaitAnnouncement>({
        key("estimator",
            choice<WaitEstimator>({{"last_wait", last_wait},
                                   {"moving_average", moving_average},
                                   {"queue_length", queue_length},
                                   {"head_wait", head_wait}}),
            &WaitAnnouncement::estimator, "\"queue_length\"",
            "Where it is taken from. last_wait: the wait of the last one answered. moving_average: a mean over those "
            "answered. queue_length: contacts ahead, handling time and agents present. head_wait: the wait so far of "
            "the "
            "one who has waited longest."),
        key("announced", boolean(), &WaitAnnouncement::announced, "false",
            "Whether a contact is told that joins the queue; it leaves when its patience is shorter."),
        key("closed_above", duration(0s, 24h), &WaitAnnouncement::closed, "never",
            "Nobody may join the queue while the expected wait is above this."),
    });
}

}  // namespace floorwalker::scenario
