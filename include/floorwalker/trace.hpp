#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/contact_record.hpp>
#include <floorwalker/facts.hpp>
#include <floorwalker/routing.hpp>
#include <floorwalker/scenario.hpp>

/// Why a contact went where it went: its facts, and with each decision all that the rule looked at.
namespace floorwalker {

/// A group in which an agent was looked for, in the order in which groups are tried.
struct GroupLook {
    GroupId group{};
    std::int64_t free = 0;     ///< agents who can take the call type and are available
    std::int64_t present = 0;  ///< signed in
    std::int64_t kept = 0;     ///< how many must stay free for others
    bool may_take = false;     ///< some are free, and more than are kept
    bool is_chosen = false;
};

/// A queue from which an agent could have taken the next contact: the first of one call type and tier.
struct QueueLook {
    CallTypeId call_type{};
    TierId tier{};
    std::int64_t waiting = 0;
    int priority = 0;
    Duration credited_wait{};   ///< of its first: time waited, and its credit
    double worth = 0.0;         ///< what the group's rule compares, in seconds, points or contacts
    bool is_quiet = false;      ///< callbacks that wait for a quiet time
    bool is_kept_back = false;  ///< too few agents would stay free for others
    bool is_chosen = false;
};

/// A condition of a step, and what it found.
struct ConditionLook {
    Condition condition;
    double value = 0.0;
    bool holds = false;
};

/// A fact of the traced customer, with what was looked at when it was decided; what does not apply is empty.
struct TraceEntry {
    Fact fact;
    std::optional<AgentChoice> choose;  ///< with `groups`: by which rule an agent was sought for it
    std::vector<GroupLook> groups;
    std::optional<ContactChoice> take;  ///< with `queues`: by which rule an agent took it
    std::vector<QueueLook> queues;
    std::vector<ConditionLook> conditions;
    bool by_last_agent = false;  ///< answered by the agent it knows, for whom it asked or waited
};

/// The whole story of a customer in one replication, all its calls in order of time; empty when it does not come.
/// Throws std::invalid_argument when the scenario breaks a rule.
std::vector<TraceEntry> trace(const Scenario& scenario, const Customer& customer, std::uint64_t seed = 1,
                              std::uint64_t replication = 0);

/// Every contact of one replication, in order of arrival. Memory grows with their number.
std::vector<ContactRecord> contacts(const Scenario& scenario, std::uint64_t seed = 1, std::uint64_t replication = 0);

}  // namespace floorwalker
