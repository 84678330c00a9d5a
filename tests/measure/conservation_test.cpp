// No contact is lost on the way from the model to the KPIs, and none is counted twice: beside the contact log, which is
// written from the same facts in another way.
#include <functional>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "sim/plan/replicate.hpp"
#include "tests/support/journey_centre.hpp"

namespace floorwalker::measure {
namespace {

using Outcome = ContactOutcome;

struct Measured {
    Scenario scenario;
    RunResult result;
    std::vector<ContactRecord> contacts;  // of customers who called; not those whom a campaign called
};

Measured measure(Scenario scenario, std::uint64_t seed) {
    Measured measured{std::move(scenario), {}, {}};
    plan::ReplicateOptions options;
    options.run.seed = seed;
    options.run.replications = 1;
    options.run.threads = 1;
    options.with_contacts = true;
    options.on_finished = [&](const plan::FinishedReplication& finished) {
        for (const ContactRecord& contact : finished.contacts) {
            const bool is_called = kind_of(contact.customer.source) == SourceKind::campaign;
            if (!is_called && contact.day >= measured.scenario.centre.warm_up_days)
                measured.contacts.push_back(contact);
        }
    };
    measured.result = plan::replicate(measured.scenario, options);
    return measured;
}

using Choice = std::function<bool(const ContactRecord&)>;

double count(const Measured& measured, const Choice& is_in, const std::set<Outcome>& outcomes) {
    double sum = 0;
    for (const ContactRecord& contact : measured.contacts)
        sum += is_in(contact) && outcomes.contains(contact.outcome) ? 1 : 0;
    return sum;
}

double mean(const KpiSet& kpis, Kpi kpi) { return kpis[kpi].mean.value_or(0); }

/// The KPIs of a scope beside the contacts in it. `with_ivr`: the KPIs of the IVR apply to it.
void check_conserved(const Measured& measured, const KpiSet& kpis, const Choice& is_in, bool with_ivr = true) {
    const auto n = [&](const std::set<Outcome>& outcomes) { return count(measured, is_in, outcomes); };
    const auto k = [&](Kpi kpi) { return mean(kpis, kpi); };
    CHECK(k(Kpi::blocked) == n({Outcome::blocked}));
    // Those written down are called back, and count as that in the log; most of them had been answered.
    CHECK(k(Kpi::answered) <= n({Outcome::answered}) + k(Kpi::on_paper));
    CHECK(k(Kpi::answered) >= n({Outcome::answered}));
    CHECK(k(Kpi::left_at_once) >= n({Outcome::left_at_once}));  // some of them are called back as missed calls
    CHECK(k(Kpi::callbacks_reached) >= n({Outcome::called_back}));
    if (k(Kpi::on_paper) == 0) {
        CHECK(k(Kpi::answered) == n({Outcome::answered}));
        CHECK(k(Kpi::callbacks_reached) == n({Outcome::called_back}));
    }
    if (with_ivr) {
        CHECK(k(Kpi::contained) == n({Outcome::contained}));
        CHECK(k(Kpi::left_ivr) == n({Outcome::left_ivr}));
    }
    const double in_ivr = n({Outcome::contained, Outcome::left_ivr});
    const double waiting = n({Outcome::waiting});
    CHECK(k(Kpi::offered) ==
          static_cast<double>(std::count_if(measured.contacts.begin(), measured.contacts.end(), is_in)) -
              n({Outcome::blocked}));
    // offered = answered + abandoned + ended in the IVR + kept for a callback, but for those who had abandoned or been
    // answered before, + mail that nobody had begun.
    const double kept = k(Kpi::callbacks_kept) - k(Kpi::missed_calls) - k(Kpi::on_paper);
    CHECK(k(Kpi::offered) == k(Kpi::answered) + k(Kpi::abandoned) + in_ivr + kept + waiting);
    CHECK(k(Kpi::callbacks_kept) == k(Kpi::callbacks_reached) + k(Kpi::callbacks_missed));
    CHECK(k(Kpi::backlog) >= waiting);  // and mail that was begun and left for a call
    // The attempts of customers: the first ones, and the others.
    double first = 0;
    for (const ContactRecord& contact : measured.contacts) first += is_in(contact) && contact.attempt == 0 ? 1 : 0;
    CHECK(k(Kpi::customers) == first);
    CHECK(k(Kpi::customers) + k(Kpi::call_agains) == k(Kpi::offered) + k(Kpi::blocked));
}

Channel channel_of(const Measured& measured, const ContactRecord& contact) {
    return contact.call_type == kNoCallType ? Channel::voice
                                            : measured.scenario.call_types[index(contact.call_type)].channel;
}

void check_all_scopes(const Measured& measured) {
    {
        INFO("overall");
        check_conserved(measured, measured.result.overall, [](const ContactRecord&) { return true; });
    }
    for (std::size_t tier = 0; tier < measured.result.tiers.size(); ++tier) {
        INFO("tier " << measured.result.tiers[tier].id);
        check_conserved(measured, measured.result.tiers[tier].kpis,
                        [&](const ContactRecord& contact) { return index(contact.tier) == tier; });
    }
    const std::map<std::string, Channel> channels{
        {"voice", Channel::voice}, {"chat", Channel::chat}, {"mail", Channel::mail}};
    for (const NamedKpis& named : measured.result.channels) {
        INFO("channel " << named.id);
        check_conserved(
            measured, named.kpis,
            [&](const ContactRecord& contact) { return channel_of(measured, contact) == channels.at(named.id); },
            false);
    }
    for (std::size_t interval = 0; interval < measured.result.intervals.size(); ++interval) {
        INFO("interval " << interval);
        check_conserved(measured, measured.result.intervals[interval].kpis,
                        [&](const ContactRecord& contact) { return contact.interval == interval; });
    }
    for (std::size_t type = 0; type < measured.result.call_types.size(); ++type) {
        const std::string& id = measured.result.call_types[type].id;
        // Transferred contacts count there too, those who come back to the first agent, and calls out.
        const auto& transfers = measured.scenario.call_types[type].transfers;
        const bool come_back = !transfers.empty() && transfers.front().returns;
        if (id == "expert" || id == "offers" || come_back) continue;
        INFO("call type " << id);
        check_conserved(
            measured, measured.result.call_types[type].kpis,
            [&](const ContactRecord& contact) { return index(contact.call_type) == type; }, false);
    }
}

void check_flows(const RunResult& result) {
    for (const IvrResult& flow : result.ivr) {
        INFO("flow " << flow.id);
        CHECK(*flow.entered.mean > 0);
        CHECK(*flow.entered.mean ==
              *flow.contained.mean + *flow.gave_up.mean + *flow.not_served.mean + *flow.wants_agent.mean);
        CHECK(*flow.nodes.front().visits.mean >= *flow.entered.mean);  // all begin there, some come back
    }
    double entered = 0;
    double contained = 0;
    for (const IvrResult& flow : result.ivr) entered += *flow.entered.mean, contained += *flow.contained.mean;
    CHECK(mean(result.overall, Kpi::entered_ivr) == entered);
    CHECK(mean(result.overall, Kpi::contained) == contained);
}

void check_campaigns(const RunResult& result) {
    for (const CampaignResult& campaign : result.campaigns) {
        CHECK(*campaign.answered.mean == *campaign.talked.mean + *campaign.mismatches.mean);
        CHECK(*campaign.answered.mean >= *campaign.right_party.mean);
    }
    // The only campaign calls out as the last call type, which nobody calls.
    const KpiSet& offers = result.call_types.back().kpis;
    CHECK(mean(offers, Kpi::offered) == *result.campaigns.front().answered.mean);
    CHECK(mean(offers, Kpi::answered) == *result.campaigns.front().talked.mean);
    CHECK(mean(offers, Kpi::abandoned) == *result.campaigns.front().mismatches.mean);
}

/// The centre of everything, and with what makes it harder.
std::map<std::string, Scenario> centres() {
    std::map<std::string, Scenario> centres{{"all that there is", support::journey_centre()}};
    Scenario& narrow = centres["few lines, ports and places"] = support::journey_centre();
    narrow.decisions.clear();  // no outage
    narrow.centre.lines = 22;
    narrow.centre.ivr_ports = 3;
    narrow.centre.ports_busy = PortsBusy::to_queue;
    narrow.centre.queue_places = 5;
    Scenario& cleared = centres["cleared at closing"] = support::journey_centre();
    cleared.centre.after_close = AfterClose::clear;
    cleared.centre.ivr_ports = 6;
    cleared.call_types[0].callback->when = Callback::When::quiet;
    Scenario& over = centres["carried over, first day not measured"] = support::journey_centre();
    over.centre.after_close = AfterClose::carry_over;
    over.centre.warm_up_days = 1;
    over.centre.days = 3;
    over.call_types[0].transfers[0].returns = true;
    return centres;
}

}  // namespace

TEST_CASE("every contact is counted once in every scope", "[measure]") {
    for (const auto& [name, scenario] : centres()) {
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            INFO(name << ", seed " << seed);
            const Measured measured = measure(scenario, seed);
            check_all_scopes(measured);
            check_flows(measured.result);
            check_campaigns(measured.result);
        }
    }
}

TEST_CASE("what is blocked after the IVR was no longer offered, and is not blocked twice", "[measure]") {
    const Measured measured = measure(centres()["few lines, ports and places"], 1);
    // Blocked with time in the IVR: it came out of it.
    const auto after_ivr =
        std::count_if(measured.contacts.begin(), measured.contacts.end(), [](const ContactRecord& contact) {
            return contact.outcome == Outcome::blocked && contact.in_ivr > Duration{0};
        });
    CHECK(after_ivr > 0);
    CHECK(mean(measured.result.overall, Kpi::blocked) > static_cast<double>(after_ivr));
    CHECK(mean(measured.result.overall, Kpi::offered) + mean(measured.result.overall, Kpi::blocked) ==
          static_cast<double>(measured.contacts.size()));
}

}  // namespace floorwalker::measure
