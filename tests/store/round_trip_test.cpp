// What a report says can be worked out again from the rows of the file.
#include <string>

#include <catch2/catch.hpp>

#include "sim/measure/figures.hpp"
#include "tests/store/kept_runs.hpp"
#include "tests/support/journey_centre.hpp"

using namespace floorwalker;
using namespace floorwalker::store;

namespace {

struct Formula {
    Kpi kpi;
    std::string part;
    std::string whole;  // of ratios; counts and maxima have none
};

const std::vector<Formula> kOfCalls{
    {Kpi::offered, "offered", ""},
    {Kpi::abandoned, "abandoned", ""},
    {Kpi::left_at_once, "left_at_once", ""},
    {Kpi::dismissed, "dismissed", ""},
    {Kpi::blocked, "blocked", ""},
    {Kpi::blocking, "blocked", "blocked + offered"},
    {Kpi::service_level, "answered_in_target", "answered + abandoned"},
    {Kpi::abandonment, "abandoned", "answered + abandoned"},
    {Kpi::abandonment_without_short, "abandoned - abandoned_short", "answered + abandoned - abandoned_short"},
    {Kpi::abandonment_after_target, "abandoned - abandoned_in_target", "answered + abandoned"},
    {Kpi::wait_all_s, "wait_answered_s + wait_lost_s", "answered + abandoned"},
    {Kpi::wait_probability, "answered_queued + abandoned", "answered + abandoned"},
    {Kpi::mean_queue, "queue_s", "open_s"},
    {Kpi::longest_queue, "longest_queue", ""},
    {Kpi::intervals_in_target, "intervals_met", "intervals"},
};

const std::vector<Formula> kOfHandling{
    {Kpi::answered, "answered", ""},
    {Kpi::asa_s, "wait_answered_s", "answered"},
    {Kpi::asa_queued_s, "wait_answered_s", "answered_queued"},
    {Kpi::longest_wait_s, "longest_wait_s", ""},
    {Kpi::aht_s, "talk_s + hold_s + wrap_up_s", "answered"},
    {Kpi::talk_s, "talk_s", "answered"},
    {Kpi::wrap_up_s, "wrap_up_s", "answered"},
};

const std::string kPresent = "available_s + talking_s + wrapping_up_s";
const std::vector<Formula> kOfAgents{
    {Kpi::occupancy, "talking_s + wrapping_up_s", kPresent},
    {Kpi::utilisation, "talking_s + wrapping_up_s", "paid_s"},
    {Kpi::shrinkage, "paid_s - (" + kPresent + ")", "paid_s"},
    {Kpi::mean_agents, "present_open_s", "open_s"},
    {Kpi::paid_hours, "paid_s / 3600", ""},
    {Kpi::cost, "cost", ""},
    {Kpi::cost_per_contact, "cost", "answered"},
};

// Of rows in which each contact counts once. Where somebody waits for the answer, mail is left out.
const std::string kAwaited = "(answered - mail_answered)";
const std::string kHandled = "(answered + callbacks_reached + outbound_answered)";
const std::vector<Formula> kOfContacts{
    {Kpi::offered, "offered", ""},
    {Kpi::answered, "answered", ""},
    {Kpi::abandoned, "abandoned", ""},
    {Kpi::blocked, "blocked", ""},
    {Kpi::service_level, "answered_in_target", kAwaited + " + abandoned"},
    {Kpi::abandonment, "abandoned", kAwaited + " + abandoned"},
    {Kpi::asa_s, "wait_answered_s", kAwaited},
    {Kpi::wait_probability, "answered_queued + abandoned", kAwaited + " + abandoned"},
    {Kpi::longest_wait_s, "longest_wait_s", ""},
    {Kpi::aht_s, "talk_s + hold_s + wrap_up_s", kHandled},
    {Kpi::talk_s, "talk_s", kHandled},
};

const std::string kBusy = "(talking_s + wrapping_up_s + dialling_s + ringing_s + on_hold_s)";
const std::vector<Formula> kOfTheCentre{
    {Kpi::occupancy, kBusy, kBusy + " + available_s"},
    {Kpi::utilisation, kBusy, "paid_s"},
    {Kpi::paid_hours, "paid_s / 3600", ""},
    {Kpi::cost, "cost", ""},
    {Kpi::cost_per_contact, "cost", kHandled},
    {Kpi::mean_queue, "queue_s", "open_s"},
};

const std::vector<Formula> kOfTimeAway{
    {Kpi::break_hours, "break_s / 3600", ""},       {Kpi::meal_hours, "meal_s / 3600", ""},
    {Kpi::meeting_hours, "meeting_s / 3600", ""},   {Kpi::coaching_hours, "coaching_s / 3600", ""},
    {Kpi::training_hours, "training_s / 3600", ""}, {Kpi::planned_shrinkage, "paid_away_s", "paid_s"},
};

const std::vector<Formula> kOfThoseMissing{
    {Kpi::leave_hours, "leave_s / 3600", ""},
    {Kpi::sick_hours, "sick_s / 3600", ""},
    {Kpi::late_hours, "late_s / 3600", ""},
    {Kpi::overtime_hours, "overtime_s / 3600", ""},
};

const std::vector<Formula> kOfJourneys{
    {Kpi::customers, "customers", ""},
    {Kpi::call_agains, "call_agains", ""},
    {Kpi::callbacks_offered, "callbacks_offered", ""},
    {Kpi::callbacks_kept, "callbacks_kept", ""},
    {Kpi::missed_calls, "missed_calls", ""},
    {Kpi::on_paper, "on_paper", ""},
    {Kpi::callbacks_reached, "callbacks_reached", ""},
    {Kpi::callbacks_missed, "callbacks_missed", ""},
    {Kpi::callback_wait_s, "callback_wait_s", "callbacks_reached"},
    {Kpi::transferred, "transferred", ""},
};

const std::vector<Formula> kOfTheIvr{
    {Kpi::entered_ivr, "entered_ivr", ""},
    {Kpi::contained, "contained", ""},
    {Kpi::left_ivr, "left_ivr", ""},
    {Kpi::containment, "contained", "entered_ivr"},
    {Kpi::containment_strict, "contained - contained_again", "entered_ivr"},
    {Kpi::ivr_s, "ivr_s", "entered_ivr"},
};

const std::vector<Formula> kOfWork{
    {Kpi::elapsed_s, "elapsed_s", "done"},
    {Kpi::in_due, "mail_in_due", "mail_done"},
    {Kpi::interrupted, "interrupted", ""},
    {Kpi::backlog, "mail_came - mail_gone", ""},
    {Kpi::concurrency, "chat_open_s", "chat_engaged_s"},
};

void check(SQLite::Database& database, const KpiSet& kpis, const std::vector<Formula>& formulas,
           const std::string& rows) {
    for (const Formula& formula : formulas) {
        const std::string whole = formula.whole.empty() ? "1" : formula.whole;
        const std::string query = "SELECT sum(1.0 * (" + formula.part + ")) / sum(" + whole + ") FROM " + rows;
        INFO(query);
        REQUIRE(kpis[formula.kpi].mean);
        CHECK(database.execAndGet(query).getDouble() == Approx(*kpis[formula.kpi].mean).epsilon(1e-9).margin(1e-12));
    }
}

}  // namespace

TEST_CASE("KPIs of the report follow from the rows of the replications", "[store]") {
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    keep_run(store, busy_centre());  // another run in the same file changes nothing
    const KeptRun kept = keep_run(store, busy_centre());
    SQLite::Database database = reader(folder / "runs.db");
    const std::string of_run = " JOIN replication r USING (replication_id) WHERE r.run_id = 2 AND ";

    for (const auto& formulas : {kOfCalls, kOfHandling, kOfAgents}) {
        check(database, kept.result.overall, formulas, "replication WHERE run_id = 2");
    }
    for (std::size_t t = 0; t < 2; ++t) {
        const std::string rows = "(SELECT t.* FROM replication_call_type t JOIN call_type USING (call_type_id)" +
                                 of_run + "id = '" + kept.result.call_types[t].id + "')";
        check(database, kept.result.call_types[t].kpis, kOfCalls, rows);
        check(database, kept.result.call_types[t].kpis, kOfHandling, rows);
    }
    for (std::size_t g = 0; g < 2; ++g) {
        const std::string rows = "(SELECT g.* FROM replication_group g JOIN agent_group USING (agent_group_id)" +
                                 of_run + "id = '" + kept.result.groups[g].id + "')";
        check(database, kept.result.groups[g].kpis, kOfHandling, rows);
        check(database, kept.result.groups[g].kpis, kOfAgents, rows);
    }
    CHECK(*kept.result.overall[Kpi::blocked].mean > 0);  // the scenario shows something
    CHECK(*kept.result.overall[Kpi::left_at_once].mean > 0);
}

TEST_CASE("KPIs of journeys follow from the rows of the replications", "[store]") {
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    const KeptRun kept = keep_run(store, support::journey_centre());
    SQLite::Database database = reader(folder / "runs.db");
    const KpiSet& all = kept.result.overall;
    for (const auto& formulas : {kOfContacts, kOfTheCentre}) check(database, all, formulas, "replication");
    for (const auto& formulas : {kOfJourneys, kOfTheIvr, kOfWork})
        check(database, all, formulas, "v_journey WHERE scope = 'overall'");
    check(database, all,
          {{Kpi::transfer_rate, "transferred", "answered"},
           {Kpi::escalation_rate, "escalated", "answered"},
           {Kpi::first_contact_resolution, kHandled + " - repeats", kHandled}},
          "(SELECT r.*, transferred, escalated, repeats FROM replication r JOIN v_journey j USING (replication_id) "
          "WHERE scope = 'overall')");
    REQUIRE(kept.result.tiers.size() == 3);
    for (const NamedKpis& tier : kept.result.tiers) {
        INFO(tier.id);
        check(database, tier.kpis, kOfContacts, "v_tier WHERE tier = '" + tier.id + "'");
        const std::string journeys = "v_journey WHERE scope = 'tier' AND subject = '" + tier.id + "'";
        for (const auto& formulas : {kOfJourneys, kOfTheIvr}) check(database, tier.kpis, formulas, journeys);
    }
    const auto of_type = [](const std::string& id) {
        return "v_journey WHERE scope = 'call_type' AND subject = '" + id + "'";
    };
    check(database, kept.result.call_types[0].kpis, kOfJourneys, of_type("billing"));
    check(database, kept.result.call_types[2].kpis, {kOfWork[0], kOfWork[4]}, of_type("chat"));
    check(database, kept.result.call_types[3].kpis, {kOfWork.begin(), kOfWork.end() - 1}, of_type("mail"));
    for (std::size_t g = 0; g < kept.result.groups.size(); ++g) {
        const std::string rows =
            "(SELECT g.* FROM replication_group g JOIN agent_group USING (agent_group_id) WHERE id = '" +
            kept.result.groups[g].id + "')";
        check(database, kept.result.groups[g].kpis,
              {{Kpi::callbacks_reached, "callbacks_reached", ""},
               {Kpi::aht_s, "talk_s + hold_s + wrap_up_s", "answered + callbacks_reached"},
               {Kpi::occupancy, kBusy, kBusy + " + available_s"}},
              rows);
    }
}

TEST_CASE("v_interval shows the intervals of the report", "[store]") {
    const TemporaryFolder folder;
    const auto variant = static_cast<ServiceLevelVariant>(GENERATE(0, 1, 2, 3, 4, 5));
    Scenario scenario = GENERATE(busy_centre, support::journey_centre)();
    scenario.centre.service_level = variant;
    INFO(scenario.centre.name);
    RunStore store{folder / "runs.db"};
    const KeptRun kept = keep_run(store, scenario);
    SQLite::Database database = reader(folder / "runs.db");
    SQLite::Statement query{database, "SELECT * FROM v_interval ORDER BY interval"};
    for (const IntervalKpis& interval : kept.result.intervals) {
        REQUIRE(query.executeStep());
        CHECK((query.getColumn("after_close").getInt() != 0) == interval.after_close);
        for (const Kpi kpi :
             {Kpi::offered, Kpi::answered, Kpi::abandoned, Kpi::blocked, Kpi::service_level, Kpi::abandonment,
              Kpi::asa_s, Kpi::aht_s, Kpi::mean_queue, Kpi::occupancy, Kpi::mean_agents, Kpi::paid_hours, Kpi::cost}) {
            const SQLite::Column column = query.getColumn(std::string{name_of(kpi)}.c_str());
            INFO(name_of(kpi) << " of interval " << query.getColumn("starts").getString());
            CHECK(column.isNull() != interval.kpis[kpi].mean.has_value());
            const double mean = interval.kpis[kpi].mean.value_or(0.0);
            CHECK(column.getDouble() == Approx(mean).epsilon(1e-9).margin(1e-12));
        }
    }
    CHECK_FALSE(query.executeStep());
}

TEST_CASE("Rows of the intervals add up to those of the replications", "[store]") {
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    keep_run(store, busy_centre());
    SQLite::Database database = reader(folder / "runs.db");
    const auto sum = [&](const std::string& column, const std::string& table) {
        return database.execAndGet("SELECT sum(" + column + ") FROM " + table).getDouble();
    };
    for (const std::string column : {"offered", "answered_in_target", "wait_lost_s", "queue_s", "open_s", "cost"}) {
        CHECK(sum(column, "interval_call_type") == Approx(sum(column, "replication_call_type")).epsilon(1e-9));
    }
    for (const std::string column : {"answered", "talk_s", "available_s", "paid_s", "open_s", "cost"}) {
        CHECK(sum(column, "interval_group") == Approx(sum(column, "replication_group")).epsilon(1e-9));
    }
    for (const std::string column :
         {"offered", "answered_in_target", "wait_lost_s", "queue_s", "talk_s", "paid_s", "cost"})
        CHECK(sum(column, "replication_interval") == Approx(sum(column, "replication")).epsilon(1e-9));
    CHECK(sum("offered", "replication_call_type") == sum("offered", "replication"));
    CHECK(sum("answered", "replication_group") == sum("answered", "replication"));
}

namespace {

/// Two days with outcomes, monitoring and a risk.
Scenario judged_centre() {
    Scenario scenario = busy_centre();
    scenario.centre.days = 2;
    CallType& type = scenario.call_types.front();
    type.outcome.emplace();
    type.outcome->survey = 0.5;
    scenario.monitoring = Monitoring{.samples_per_agent = 150, .calibration = Calibration{kDay, 0.5}};
    Risk risk;
    risk.defects = {RiskLevels{2, 2, 3.0}, std::nullopt, RiskLevels{1, 3, 0.5}};
    scenario.risks.push_back(risk);
    return scenario;
}

}  // namespace

TEST_CASE("Estimates are kept with their half-widths", "[store]") {
    const Scenario scenario = GENERATE(busy_centre, support::journey_centre, judged_centre)();
    INFO(scenario.centre.name);
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    const KeptRun kept = keep_run(store, scenario);
    SQLite::Database database = reader(folder / "runs.db");
    SQLite::Statement query{database,
                            "SELECT mean, half_width FROM v_result WHERE scope = ? AND subject = ? AND kpi = ?"};
    std::int64_t found = 0;
    const auto check_one = [&](const std::string& scope, const std::string& subject, std::string_view name,
                               const Estimate& estimate) {
        INFO(scope << " " << subject << " " << name);
        query.reset();
        query.bind(1, scope);
        query.bind(2, subject);
        query.bind(3, std::string{name});
        REQUIRE(query.executeStep() == estimate.mean.has_value());
        if (!estimate.mean) return;
        ++found;
        CHECK(query.getColumn(0).getDouble() == *estimate.mean);
        CHECK(query.getColumn(1).isNull() != estimate.half_width.has_value());
        CHECK(query.getColumn(1).getDouble() == estimate.half_width.value_or(0.0));
        CHECK_FALSE(query.executeStep());
    };
    const auto check_scope = [&](const std::string& scope, const std::string& subject, const KpiSet& kpis) {
        for (const Kpi kpi : all_kpis()) check_one(scope, subject, name_of(kpi), kpis[kpi]);
    };
    const auto check_each = [&](const std::string& scope, const std::vector<NamedKpis>& all) {
        for (const NamedKpis& named : all) check_scope(scope, named.id, named.kpis);
    };
    const auto check_figures = [&](const std::string& scope, const std::string& subject, const auto& what) {
        for (const auto& [name, estimate] : measure::figures_of(what)) check_one(scope, subject, name, estimate);
    };
    check_scope("overall", "", kept.result.overall);
    check_each("call_type", kept.result.call_types);
    check_each("group", kept.result.groups);
    check_each("tier", kept.result.tiers);
    check_each("channel", kept.result.channels);
    for (const IvrResult& flow : kept.result.ivr) {
        check_figures("ivr", flow.id, flow);
        for (const IvrResult::Node& node : flow.nodes) check_figures("ivr_node", flow.id + "/" + node.id, node);
    }
    for (const CampaignResult& campaign : kept.result.campaigns) check_figures("campaign", campaign.id, campaign);
    for (const WaitEstimateResult& one : kept.result.wait_estimates)
        check_figures("wait_estimate", one.call_type + "/" + std::string{name_of(one.estimator)}, one);
    if (kept.result.quality) check_figures("quality", "", *kept.result.quality);
    if (kept.result.calibration) {
        check_figures("quality", "before_calibration", kept.result.calibration->before);
        check_figures("quality", "after_calibration", kept.result.calibration->after);
    }
    if (const auto& risk = kept.result.risk) {
        const RiskResult::Business& business = risk->businesses.at(0);
        for (const RiskCell& cell : business.defects)
            check_figures("risk", business.call_type + "/" + std::string{name_of(cell.defect)}, cell);
        check_one("risk", business.call_type, "risk", {business.risk, {}});
        for (std::size_t kind = 0; kind < kDefectKinds; ++kind)
            check_one("risk_of_defect", std::string{name_of(static_cast<DefectKind>(kind))}, "risk",
                      {risk->by_defect[kind], {}});
        check_one("risk", "", "risk", {risk->total, {}});
    }
    SQLite::Statement starts{database, "SELECT starts FROM day_interval ORDER BY interval"};
    for (const IntervalKpis& interval : kept.result.intervals) {
        REQUIRE(starts.executeStep());
        check_scope("interval", starts.getColumn(0).getString(), interval.kpis);
    }
    CHECK(count(folder / "runs.db", "result") == found);  // nothing else is there
    double answered = 0;
    for (const NamedKpis& group : kept.result.groups) answered += *group.kpis[Kpi::answered].mean;
    CHECK(database.execAndGet("SELECT sum(answered) FROM agent").getDouble() == Approx(answered));
}

TEST_CASE("Hours of those who did not come, and of overtime, follow from the rows", "[store]") {
    Scenario scenario = busy_centre();
    Group& group = scenario.groups.front();
    const Duration open = scenario.centre.open;
    group.agents.clear();
    group.shifts = {{{open, open + (scenario.centre.close - open) / 2}, 3}, {{open, scenario.centre.close}, 20}};
    group.absence.leave = Leave{0.2};
    group.absence.sickness = Sickness{0.2};
    group.absence.lateness = Lateness{0.3};
    group.overtime = Overtime{.waiting = 1};
    scenario.call_types.front().talk = {Exponential{600.0}, {}};
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    const KeptRun kept = keep_run(store, scenario);
    SQLite::Database database = reader(folder / "runs.db");
    for (const Kpi kpi : {Kpi::leave_hours, Kpi::sick_hours, Kpi::late_hours})
        CHECK(kept.result.overall[kpi].mean.value_or(0) > 0);
    std::string sums;
    for (const char* what : {"leave", "sick", "late", "overtime"})
        sums += std::string{", sum("} + what + "_s) AS " + what + "_s";
    for (const std::string table : {"replication", "replication_group", "replication_interval", "interval_group"}) {
        const std::string rows = "(SELECT replication_id" + sums + " FROM " + table + " GROUP BY replication_id)";
        check(database, kept.result.overall, kOfThoseMissing, rows);
    }
}

TEST_CASE("Time away and planned shrinkage follow from the rows, by group and interval too", "[store][away]") {
    using namespace std::chrono_literals;
    using enum AgentState;
    Scenario scenario = busy_centre();
    Group& group = scenario.groups.front();
    const Duration open = scenario.centre.open;
    group.agents.clear();
    group.shifts = {{{open, scenario.centre.close}, 4}};
    // By the plan each is away for 3, 5, 2, 4 and 6 minutes of the first hour; the meal is not paid.
    const auto away = [&](AgentState what, Duration from, Duration length, bool is_paid) {
        return Activity{.what = what, .from = from, .until = from + length, .length = length, .is_paid = is_paid};
    };
    group.away = {away(on_break, open, 3min, true), away(meal, open + 10min, 5min, false),
                  away(meeting, open + 20min, 2min, true), away(coaching, open + 30min, 4min, true),
                  away(training, open + 40min, 6min, true)};
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    const KeptRun kept = keep_run(store, scenario);
    SQLite::Database database = reader(folder / "runs.db");
    for (const Kpi kpi : {Kpi::break_hours, Kpi::meal_hours, Kpi::meeting_hours, Kpi::coaching_hours,
                          Kpi::training_hours, Kpi::planned_shrinkage})
        CHECK(kept.result.overall[kpi].mean.value_or(0) > 0);
    std::string sums;
    for (const char* what : {"break", "meal", "meeting", "coaching", "training", "paid_away", "paid"})
        sums += std::string{", sum("} + what + "_s) AS " + what + "_s";
    for (const std::string table : {"replication", "replication_group", "replication_interval", "interval_group"}) {
        const std::string rows = "(SELECT replication_id" + sums + " FROM " + table + " GROUP BY replication_id)";
        check(database, kept.result.overall, kOfTimeAway, rows);
    }
    // Calls delay activities, and the last of them the end of the shift.
    double adherence = 0;
    double conformance = 0;
    for (const AgentResult& agent : kept.result.agents) {
        adherence += agent.adherence.value_or(0);
        conformance += agent.conformance.value_or(0);
    }
    CHECK(adherence > 0);
    CHECK(database.execAndGet("SELECT sum(adherence) FROM agent").getDouble() == Approx(adherence));
    CHECK(database.execAndGet("SELECT sum(conformance) FROM agent").getDouble() == Approx(conformance));
    const double without = database.execAndGet("SELECT count(*) FROM agent WHERE adherence IS NULL").getDouble();
    const auto is_without = [](const AgentResult& agent) { return !agent.adherence.has_value(); };
    CHECK(without ==
          static_cast<double>(std::count_if(kept.result.agents.begin(), kept.result.agents.end(), is_without)));
}
