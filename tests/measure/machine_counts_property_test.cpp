#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include <catch2/catch.hpp>

#include "sim/measure/observers.hpp"
#include "sim/measure/recorder.hpp"
#include "sim/measure/summary.hpp"
#include "sim/model/engine.hpp"
#include "tests/support/journey/journey_counts.hpp"
#include "tests/support/journey/property.hpp"
#include "tests/support/journey/random_machines.hpp"
#include "tests/support/steady_room.hpp"

/// The KPIs of centres with machines that fail are what anybody would count who keeps all their facts.
namespace floorwalker::measure {
namespace {

/// Who was touched by a fault, what servers were asked, and what is on paper: kept as it was told.
class MachineCounts {
public:
    explicit MachineCounts(const Scenario& scenario)
        : warm_up_{static_cast<std::uint32_t>(scenario.centre.warm_up_days)},
          servers_(scenario.infrastructure.servers.size()) {}

    void operator()(const DayOpened& fact) { today_ = fact.day; }
    void operator()(const LookedUp& fact) {
        if (fact.end == LookUpEnd::failed) touch(fact.contact);
        if (today_ < warm_up_ || fact.end == LookUpEnd::given_up) return;
        OfServer& server = servers_[index(fact.server)];
        if (fact.end == LookUpEnd::failed)
            ++server.failed;
        else
            server.responses_s.push_back(to_seconds(fact.took));
    }
    void operator()(const WentToPaper& fact) {
        touch(fact.contact);
        ++on_paper_;
    }
    void operator()(const EnteredFromPaper&) { --on_paper_; }
    void operator()(const CallDropped& fact) { touch(fact.contact); }

    template <class OtherFact>
    void operator()(const OtherFact&) {}

    std::string difference(const RunResult& result) const {
        const auto is_about = [](const Estimate& estimate, double value) {
            return estimate.mean && std::abs(*estimate.mean - value) <= 1e-9 * (1 + std::abs(value));
        };
        if (!is_about(result.overall[Kpi::fault_touched], static_cast<double>(touched_.size())))
            return "another number is touched by faults";
        if (!is_about(result.machines->paper_open, on_paper_)) return "another number is on paper";
        for (std::size_t s = 0; s < servers_.size(); ++s) {
            const auto& [failed, responses] = servers_[s];
            const ServerResult& server = result.machines->servers[s];
            const auto answered = static_cast<double>(responses.size());
            if (!is_about(server.failed, failed)) return "another number has failed";
            if (!is_about(server.look_ups, answered + failed)) return "another number was looked up";
            double sum = 0;
            for (const double one : responses) sum += one;
            if (!responses.empty() && !is_about(server.response_s, sum / answered)) return "another response time";
            if (!responses.empty() && !is_quantile(responses, 0.95, *server.response_p95_s.mean)) return "another P95";
        }
        return "";
    }

private:
    struct OfServer {
        double failed = 0;
        std::vector<double> responses_s;
    };

    void touch(const ContactRef& contact) {
        if (contact.day >= warm_up_) touched_.insert({contact.customer, contact.day, contact.attempt});
    }

    static bool is_quantile(std::vector<double> values, double share, double value) {
        std::sort(values.begin(), values.end());
        const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
        const double exact = values[std::max<std::size_t>(rank, 1) - 1];
        return std::abs(value - exact) <= 0.008 * exact + 1e-6;
    }

    std::uint32_t warm_up_;
    std::uint32_t today_ = 0;
    std::vector<OfServer> servers_;
    std::set<std::tuple<Customer, std::uint32_t, std::uint8_t>> touched_;
    double on_paper_ = 0;
};

}  // namespace

TEST_CASE("KPIs of centres with machines that fail are those counted from facts", "[measure][machines][property]") {
    support::check_for_all("machine counts", 300, [](const Scenario& plain, std::uint64_t seed) -> std::string {
        const Scenario scenario = support::with_faults(support::with_machines(plain, seed, 20.0), seed);
        const auto model = model::prepare(scenario, support::steady_room());
        auto settings = std::make_shared<const Settings>(settings_of(scenario, model));
        using All = Observers<Recorder, support::JourneyCounts, MachineCounts>;
        model::Engine<All> engine{model, seed, 0,
                                  All{Recorder{settings}, support::JourneyCounts{scenario}, MachineCounts{scenario}}};
        while (engine.step()) {
        }
        auto& recorder = engine.observer().get<Recorder>();
        recorder.finish(engine.world().now);
        Summary summary{scenario};
        summary.add(recorder, 0);
        const RunResult result = summary.result(0.95);
        const std::string wrong = engine.observer().get<support::JourneyCounts>().difference(result);
        return wrong.empty() ? engine.observer().get<MachineCounts>().difference(result) : wrong;
    });
}

}  // namespace floorwalker::measure
