#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/roster.hpp"

/// Every contact that is answered at once gets the agent whom its rule names, on days thrown together by chance: held
/// against all agents, whose state is followed by the facts alone.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr std::uint16_t kTypes = 3;
constexpr std::uint16_t kGroups = 4;

Skills random_skills(Dice& dice) {
    Skills skills{{CallTypeId(static_cast<std::uint16_t>(dice.below(kTypes))), 1.0}};
    for (std::uint16_t t = 0; t < kTypes; ++t) {
        if (dice.happens(0.6)) skills[CallTypeId{t}] = dice.one_of({0.5, 0.8, 1.0, 1.25});
    }
    return skills;
}

std::vector<GroupId> random_groups(Dice& dice) {
    std::vector<GroupId> groups;
    for (std::uint16_t g = 0; g < kGroups; ++g) {
        if (dice.happens(0.6)) groups.push_back(GroupId{g});
    }
    if (dice.happens(0.5)) std::reverse(groups.begin(), groups.end());
    return groups;
}

Scenario random_day(std::uint64_t seed, AgentChoice choose) {
    Dice dice{seed};
    Scenario scenario = quiet_day(6);
    scenario.replay.reset();
    for (std::uint16_t t = 0; t < kTypes; ++t) {
        add_type(scenario, std::to_string(t), 60s);
        CallType& type = scenario.call_types.back();
        type.arrivals.per_interval = {60.0};
        type.talk = exponential(60.0);
        type.wrap_up = exponential(20.0);
        type.patience = exponential(60.0);
        type.choose = choose;
        type.site = dice.one_of({"north", "south", ""});
    }
    for (std::uint16_t g = 0; g < kGroups; ++g) {
        Group people = group(std::to_string(g), {}, {});
        people.skills = random_skills(dice);
        people.site = dice.one_of({"north", "south", ""});
        if (dice.happens(0.5)) {
            for (int hour = 0; hour < 6; ++hour) people.agents.push_back(dice.between(0, 4));
        } else {
            people.shifts.push_back({{8h, 11h}, dice.between(1, 3)});
            people.listed.push_back({"ann", random_skills(dice), {{8h, 14h}}});
            people.listed.push_back({"bob", random_skills(dice), {{10h, 12h}, {13h, 14h}}});
        }
        add_group(scenario, people);
    }
    for (CallType& type : scenario.call_types) {
        if (dice.happens(0.6)) type.groups = random_groups(dice);
        for (std::uint16_t g = 0; g < kGroups; ++g) type.group_weights[GroupId{g}] = static_cast<double>(dice.below(3));
    }
    scenario.tiers.push_back({"gold", "", std::vector<double>(kTypes, 0.3)});
    scenario.tiers.front().groups = random_groups(dice);
    return scenario;
}

/// Follows the agents, and notes each contact that did not get the right one.
class Follower {
public:
    explicit Follower(const Scenario& scenario) : scenario_{scenario}, roster_{scenario}, agents_(roster_.size()) {}

    void operator()(const Fact& fact) {
        if (const auto* changed = std::get_if<AgentChanged>(&fact)) follow(*changed);
        if (const auto* queued = std::get_if<Queued>(&fact)) wrong_ += any_for(queued->contact) ? 1 : 0;
        const auto* answered = std::get_if<Answered>(&fact);
        if (answered == nullptr || answered->queued) return;
        ++choices_;
        wrong_ += is_right(*answered) ? 0 : 1;
    }

    int choices() const { return choices_; }
    int wrong() const { return wrong_; }

private:
    struct Now {
        AgentState state = AgentState::signed_out;
        int idle_order = 0;
        TimePoint signed_in{};
        TimePoint since{};
        Duration busy{0};
    };

    static bool is_busy(AgentState state) { return state != AgentState::available && state != AgentState::signed_out; }

    void follow(const AgentChanged& fact) {
        Now& agent = agents_[index(fact.agent)];
        if (is_busy(fact.from)) agent.busy += fact.at - agent.since;
        if (fact.from == AgentState::signed_out) agent = {.signed_in = fact.at};
        agent.state = fact.to;
        agent.since = fact.at;
        if (fact.to == AgentState::available) agent.idle_order = ++idle_count_;
    }

    const CallType& type(const ContactRef& contact) const { return scenario_.call_types[index(contact.call_type)]; }
    GroupId group(std::size_t agent) const { return roster_.known(agent).group; }

    /// The place of a group in the order for the contact; none: it may not serve it.
    std::optional<std::size_t> preference(GroupId id, const ContactRef& contact) const {
        std::vector<GroupId> order;
        if (index(contact.tier) < scenario_.tiers.size()) order = scenario_.tiers[index(contact.tier)].groups;
        const auto add = [&](GroupId one) {
            if (std::find(order.begin(), order.end(), one) == order.end()) order.push_back(one);
        };
        for (const GroupId one : type(contact).groups) add(one);
        for (std::uint16_t g = 0; type(contact).groups.empty() && g < kGroups; ++g) add(GroupId{g});
        const auto found = std::find(order.begin(), order.end(), id);
        if (found == order.end()) return std::nullopt;
        return static_cast<std::size_t>(found - order.begin());
    }

    bool can(std::size_t agent, const ContactRef& contact) const {
        return agents_[agent].state == AgentState::available &&
               roster_.known(agent).skills.contains(contact.call_type) && preference(group(agent), contact);
    }

    bool any_for(const ContactRef& contact) const {
        for (std::size_t a = 0; a < agents_.size(); ++a) {
            if (can(a, contact)) return true;
        }
        return false;
    }

    /// The smallest is first, by what the rule asks for; then the order of groups where it matters; then idle longest.
    std::tuple<double, std::size_t, int> rank(std::size_t a, const ContactRef& contact, TimePoint now) const {
        const Now& agent = agents_[a];
        const std::size_t place = *preference(group(a), contact);
        const Skills& skills = roster_.known(a).skills;
        switch (type(contact).choose) {
        case AgentChoice::preference: return {0.0, place, agent.idle_order};
        case AgentChoice::longest_idle: return {0.0, 0, agent.idle_order};
        case AgentChoice::fewest_skills: return {static_cast<double>(skills.size()), place, agent.idle_order};
        case AgentChoice::most_proficient: return {1.0 / skills.at(contact.call_type), 0, agent.idle_order};
        case AgentChoice::local_site: {
            const bool is_near = scenario_.groups[index(group(a))].site == type(contact).site;
            return {is_near ? 0.0 : 1.0, 0, agent.idle_order};
        }
        case AgentChoice::least_occupied: {
            const auto present = static_cast<double>((now - agent.signed_in).count());
            const double share = present > 0 ? static_cast<double>(agent.busy.count()) / present : 0.0;
            return {share, 0, agent.idle_order};
        }
        case AgentChoice::weighted_random: break;
        }
        return {0.0, place, agent.idle_order};
    }

    double weight(std::size_t agent, const ContactRef& contact) const {
        return type(contact).group_weights.at(group(agent));
    }

    /// By chance any group of a weight may have it, one without only when there is no other; in it the idle longest.
    bool is_possible(std::size_t chosen, const ContactRef& contact) const {
        for (std::size_t a = 0; a < agents_.size(); ++a) {
            if (!can(a, contact)) continue;
            if (group(a) == group(chosen) && agents_[a].idle_order < agents_[chosen].idle_order) return false;
            if (weight(a, contact) > 0 && weight(chosen, contact) == 0) return false;
        }
        return true;
    }

    bool is_right(const Answered& fact) const {
        const std::size_t chosen = index(fact.agent);
        if (!can(chosen, fact.contact)) return false;
        if (type(fact.contact).choose == AgentChoice::weighted_random) return is_possible(chosen, fact.contact);
        for (std::size_t a = 0; a < agents_.size(); ++a) {
            if (can(a, fact.contact) && rank(a, fact.contact, fact.at) < rank(chosen, fact.contact, fact.at))
                return false;
        }
        return true;
    }

    const Scenario& scenario_;
    Roster roster_;
    std::vector<Now> agents_;
    int idle_count_ = 0;
    int choices_ = 0;
    int wrong_ = 0;
};

}  // namespace

TEST_CASE("whoever is answered at once gets the agent of its rule", "[model][routing]") {
    for (int choose = 0; choose < 7; ++choose) {
        int choices = 0;
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            INFO("rule " << choose << ", seed " << seed);
            const Scenario scenario = random_day(seed, static_cast<AgentChoice>(choose));
            Follower follower{scenario};
            for (const Fact& fact : facts_of(scenario, seed)) follower(fact);
            CHECK(follower.wrong() == 0);
            choices += follower.choices();
        }
        CHECK(choices > 3000);
    }
}

}  // namespace floorwalker::model
