#include <map>
#include <string>
#include <tuple>

#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/facts.hpp"

/// A thousand contacts of 20 types and three tiers wait for one agent. The model looks at the first contact of each
/// lane only; here every choice is held against all who wait.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr std::uint16_t kTypes = 20;
constexpr std::uint16_t kTiers = 3;  // with standard
constexpr int kContacts = 1000;

Scenario long_queue(ContactChoice take, std::uint64_t seed) {
    Dice dice{seed};
    Scenario scenario = quiet_day(4);
    Group all = group("all", {1}, {});
    for (std::uint16_t t = 0; t < kTypes; ++t) {
        const CallTypeId id = add_type(scenario, std::to_string(t), 5s);
        CallType& type = scenario.call_types[t];
        type.priority = static_cast<int>(dice.between(0, 2));
        type.waiting_credit = Duration{1s} * dice.between(0, 200);
        type.weight = static_cast<double>(dice.between(0, 5));
        type.points = static_cast<double>(dice.between(0, 300));
        type.points_per_second = static_cast<double>(dice.between(0, 4));
        type.queue_share = static_cast<double>(dice.between(1, 4));
        all.skills[id] = 1.0;
    }
    for (const char* id : {"gold", "silver"}) {
        Tier tier;
        tier.id = id;
        tier.share_by_call_type.assign(kTypes, 0.0);
        tier.priority = static_cast<int>(dice.between(0, 2));
        tier.waiting_credit = Duration{1s} * dice.between(0, 200);
        tier.weight = static_cast<double>(dice.between(1, 3));
        tier.points = static_cast<double>(dice.between(0, 300));
        tier.points_per_second = static_cast<double>(dice.between(0, 4));
        scenario.tiers.push_back(tier);
    }
    all.take = take;
    add_group(scenario, all);
    scenario.call_types.front().talk = constant(20min);  // the first call, while the others come
    add_call(scenario, 8h, CallTypeId{0}, TierId{0});
    for (int i = 1; i < kContacts; ++i) {
        const auto type = CallTypeId(static_cast<std::uint16_t>(1 + dice.below(kTypes - 1)));
        add_call(scenario, 8h + i * 1s, type, TierId(static_cast<std::uint16_t>(dice.below(kTiers))));
    }
    return scenario;
}

/// What the rules of routing.hpp say, for one contact that waits.
class Rules {
public:
    explicit Rules(const Scenario& scenario) : scenario_{scenario} {}

    using Waiting = std::map<std::uint64_t, ContactRef>;  // by order of coming

    /// Who is next; `since` of the contact with the number n is 8 h + n seconds.
    std::uint64_t next(const Waiting& waiting, TimePoint now) const {
        std::vector<double> queues(kTypes, 0.0);
        for (const auto& [number, contact] : waiting) ++queues[index(contact.call_type)];
        const auto rank = [&](std::uint64_t number, const ContactRef& contact) {
            const bool by_ratio = take() == ContactChoice::queue_ratio;
            return std::tuple{-worth(number, contact, now, queues),
                              by_ratio ? -priority(contact) : 0,
                              ranked(number, contact),
                              contact.call_type,
                              contact.tier,
                              number};
        };
        auto best = waiting.begin();
        for (auto one = waiting.begin(); one != waiting.end(); ++one) {
            if (rank(one->first, one->second) < rank(best->first, best->second)) best = one;
        }
        return best->first;
    }

private:
    ContactChoice take() const { return scenario_.groups.front().take; }
    const CallType& type(const ContactRef& contact) const { return scenario_.call_types[index(contact.call_type)]; }
    Tier tier(const ContactRef& contact) const {
        return index(contact.tier) < scenario_.tiers.size() ? scenario_.tiers[index(contact.tier)] : Tier{};
    }
    int priority(const ContactRef& contact) const { return type(contact).priority + tier(contact).priority; }
    TimePoint ranked(std::uint64_t number, const ContactRef& contact) const {
        return TimePoint{8h} + Duration{1s} * static_cast<std::int64_t>(number) - type(contact).waiting_credit -
               tier(contact).waiting_credit;
    }

    double worth(std::uint64_t number, const ContactRef& contact, TimePoint now,
                 const std::vector<double>& queues) const {
        const double waited_s = to_seconds(now - ranked(number, contact));
        switch (take()) {
        case ContactChoice::priority: return priority(contact);
        case ContactChoice::longest_wait: return waited_s;
        case ContactChoice::weighted_wait: return type(contact).weight * tier(contact).weight * waited_s;
        case ContactChoice::accumulating:
            return type(contact).points + tier(contact).points +
                   (type(contact).points_per_second + tier(contact).points_per_second) * waited_s;
        case ContactChoice::queue_ratio: break;
        }
        double all = 0.0;
        double shares = 0.0;
        for (std::uint16_t t = 0; t < kTypes; ++t) {
            all += queues[t];
            shares += scenario_.call_types[t].queue_share;
        }
        return queues[index(contact.call_type)] * shares - type(contact).queue_share * all;
    }

    const Scenario& scenario_;
};

/// How many were taken out of the queue, and how many of them were not next.
std::pair<int, int> served_and_wrong(const Scenario& scenario) {
    const Rules rules{scenario};
    Rules::Waiting waiting;
    int served = 0;
    int wrong = 0;
    std::map<Customer, std::uint64_t> number_of;
    for (const Fact& fact : facts_of(scenario)) {
        if (const auto* queued = std::get_if<Queued>(&fact)) {
            const auto number = static_cast<std::uint64_t>((queued->at - TimePoint{8h}) / 1s);
            number_of[queued->contact.customer] = number;
            waiting[number] = queued->contact;
        }
        const auto* answered = std::get_if<Answered>(&fact);
        if (answered == nullptr || !answered->queued) continue;
        ++served;
        const std::uint64_t number = number_of.at(answered->contact.customer);
        wrong += rules.next(waiting, answered->at) == number ? 0 : 1;
        waiting.erase(number);
    }
    return {served, wrong};
}

}  // namespace

TEST_CASE("out of a queue of a thousand the right one is taken each time, by every rule", "[model][routing]") {
    using enum ContactChoice;
    for (const ContactChoice take : {priority, longest_wait, weighted_wait, accumulating, queue_ratio}) {
        for (std::uint64_t seed = 1; seed <= 2; ++seed) {
            INFO("rule " << static_cast<int>(take) << ", seed " << seed);
            CHECK(served_and_wrong(long_queue(take, seed)) == std::pair{kContacts - 1, 0});
        }
    }
}

}  // namespace floorwalker::model
