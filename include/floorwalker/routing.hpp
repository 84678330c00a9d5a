#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <variant>
#include <vector>

#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

/// Routing: which agent a contact gets, which contact an agent takes, and what happens while a contact waits. Each rule
/// with a worked example in docs/model/routing.md.
namespace floorwalker {

/// Which agent of those free a contact gets.
enum class AgentChoice {
    preference,       ///< the first group of `groups` with a free agent; in it, the one idle longest
    longest_idle,     ///< the one idle longest over all of `groups`
    fewest_skills,    ///< the one with the fewest skills; then the order of `groups`; then idle longest
    least_occupied,   ///< the one that has handled for the least share of its time on the floor; then idle longest
    most_proficient,  ///< the one with the highest proficiency for the call type; then idle longest
    weighted_random,  ///< a group with a free agent by chance in proportion to its weight; in it, idle longest
    local_site,       ///< those at the call type's site before all others; among equals, idle longest
};

/// Which of the waiting contacts that it may serve a freed agent takes. Equals go by their wait with its credit, then
/// by scenario order.
enum class ContactChoice {
    priority,       ///< highest priority, then longest wait with its credit
    longest_wait,   ///< longest wait with its credit, whatever the priority
    weighted_wait,  ///< largest weight × wait with its credit
    accumulating,   ///< most points: base + points per second × wait (Kleinrock 1964; Stanford, Taylor, Ziedins 2014)
    queue_ratio,    ///< the call type whose queue is longest against its share of all waiting (Gurvich, Whitt 2009);
                    ///< its contacts by priority, then longest wait
};

/// How the wait ahead of a contact is estimated. Formulas in docs/model/routing.md.
enum class WaitEstimator : std::uint8_t {
    last_wait,       ///< the wait of the last one answered (LES, Ibrahim and Whitt 2009)
    moving_average,  ///< exponentially weighted mean of the waits of those answered
    queue_length,    ///< (contacts of the type served before + 1) × mean handling time ÷ agents present
    head_wait,       ///< how long the head of the queue has waited (HOL)
};
inline constexpr std::size_t kWaitEstimators = 4;

/// Something about the queues and the agents at the moment of asking, with its bounds.
struct Condition {
    enum class Of : std::uint8_t {
        queue_length,     ///< contacts waiting, the one that asks too if it does
        expected_wait,    ///< seconds, by the call type's estimator, of one who joins the queue now
        free_agents,      ///< agents available
        queue_per_agent,  ///< contacts waiting ÷ agents present
    };

    Of of = Of::queue_length;
    std::optional<CallTypeId> call_type;  ///< whose queue; none: the contact's own
    std::vector<GroupId> groups;          ///< whose agents; empty: all groups that may serve the call type
    double at_least = -std::numeric_limits<double>::infinity();
    double at_most = std::numeric_limits<double>::infinity();
};

/// From now on these groups may serve the contact too, after those that might before.
struct OpenGroups {
    std::vector<GroupId> groups;
};

/// From now on the contact has more (or less) priority.
struct ChangePriority {
    int by = 0;
};

/// Something is announced; a share of those who hear it leaves.
struct Announce {
    double leave = 0.0;
    bool tell_expected_wait = false;  ///< and those leave whose patience is shorter than the expected wait
};

/// The contact is offered a callback by the call type's rules.
struct OfferCallback {};

/// The contact is sent away; it counts as abandoned, dismissed.
struct SendAway {};

/// One step of what happens to a contact in the queue.
struct RouteStep {
    Duration after{0};            ///< since it began to wait
    std::vector<Condition> when;  ///< all must hold at that moment, else the step is left out
    std::variant<OpenGroups, ChangePriority, Announce, OfferCallback, SendAway> what;
};

/// Free agents kept for some: others get an agent of the group only while more than `agents` are free.
struct Reserve {
    std::int64_t agents = 1;
    std::vector<CallTypeId> call_types;  ///< kept for these
    std::vector<TierId> tiers;           ///< and for these
};

}  // namespace floorwalker
