#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "sim/kernel/stream.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/shipped.hpp"

/// Who a customer is depends on where it comes from, not on what else there is.
namespace floorwalker::model {
namespace {

using Arrivals = std::map<Customer, TimePoint>;

/// When customers of all sources but the call types come first.
Arrivals arrivals_of(const Scenario& scenario) {
    Arrivals found;
    for (const Fact& fact : support::facts_of(scenario, 3)) {
        const auto* offered = std::get_if<Offered>(&fact);
        if (offered == nullptr || offered->contact.attempt > 0) continue;
        const SourceKind kind = kind_of(offered->contact.customer.source);
        if (kind == SourceKind::number || kind == SourceKind::decision)
            found.try_emplace(offered->contact.customer, offered->at);
    }
    return found;
}

}  // namespace

TEST_CASE("one call type more leaves the customers of numbers and peaks who they are", "[model][luck]") {
    Scenario before = support::shipped("hotline");
    before.centre.lines.reset();
    before.centre.ivr_ports.reset();
    before.decisions.push_back(
        {std::chrono::hours{10}, {}, Peak{CallTypeId{0}, {}, 100.0, std::chrono::hours{11}, {}}});
    Scenario after = before;
    CallType more = after.call_types.front();
    more.id = "one_more";
    more.arrivals = {};
    after.call_types.push_back(more);
    for (Tier& tier : after.tiers) tier.share_by_call_type.push_back(0.0);
    const Arrivals first = arrivals_of(before);
    CHECK(first.size() > 1000);
    CHECK(first == arrivals_of(after));
}

}  // namespace floorwalker::model
