// What a report says can be worked out again from the rows of the file.
#include <string>

#include <catch2/catch.hpp>

#include "tests/store/kept_runs.hpp"

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
    {Kpi::aht_s, "talk_s + wrap_up_s", "answered"},
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

TEST_CASE("v_interval shows the intervals of the report", "[store]") {
    const TemporaryFolder folder;
    const auto variant = static_cast<ServiceLevelVariant>(GENERATE(0, 1, 2, 3, 4, 5));
    Scenario scenario = busy_centre();
    scenario.centre.service_level = variant;
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
            // An interval without a single row has no counts, where the report says 0.
            if (!interval.kpis[kpi].mean) CHECK(column.isNull());
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
    CHECK(sum("offered", "replication_call_type") == sum("offered", "replication"));
    CHECK(sum("answered", "replication_group") == sum("answered", "replication"));
}

TEST_CASE("Estimates are kept with their half-widths", "[store]") {
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    const KeptRun kept = keep_run(store, busy_centre());
    SQLite::Database database = reader(folder / "runs.db");
    SQLite::Statement query{database,
                            "SELECT mean, half_width FROM v_result WHERE scope = ? AND subject = ? AND kpi = ?"};
    const auto check_scope = [&](const std::string& scope, const std::string& subject, const KpiSet& kpis) {
        for (const Kpi kpi : all_kpis()) {
            INFO(scope << " " << subject << " " << name_of(kpi));
            query.reset();
            query.bind(1, scope);
            query.bind(2, subject);
            query.bind(3, std::string{name_of(kpi)});
            REQUIRE(query.executeStep() == kpis[kpi].mean.has_value());
            if (!kpis[kpi].mean) continue;
            CHECK(query.getColumn(0).getDouble() == *kpis[kpi].mean);
            CHECK(query.getColumn(1).isNull() != kpis[kpi].half_width.has_value());
            CHECK(query.getColumn(1).getDouble() == kpis[kpi].half_width.value_or(0.0));
        }
    };
    check_scope("overall", "", kept.result.overall);
    for (const NamedKpis& type : kept.result.call_types) check_scope("call_type", type.id, type.kpis);
    for (const NamedKpis& group : kept.result.groups) check_scope("group", group.id, group.kpis);
    const std::vector<std::string> starts{"08:00", "08:30", "09:00", "09:30", "09:45"};
    for (std::size_t i = 0; i < starts.size(); ++i) check_scope("interval", starts[i], kept.result.intervals[i].kpis);
    CHECK(database.execAndGet("SELECT sum(answered) FROM agent").getDouble() ==
          Approx(*kept.result.overall[Kpi::answered].mean));
}
