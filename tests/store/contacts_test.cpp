#include <catch2/catch.hpp>

#include "tests/store/kept_runs.hpp"
#include "tests/support/journey_centre.hpp"

using namespace floorwalker;
using namespace floorwalker::store;

namespace {

/// Each column of the table beside the contact that was kept in it.
class KeptContact {
public:
    KeptContact(SQLite::Statement& row, const ContactRecord& contact) : row_{row}, contact_{contact} {}

    void check() const {
        check_identity();
        CHECK(value("interval") == contact_.interval);
        CHECK(value("arrived_us") == contact_.arrived.time_since_epoch().count());
        CHECK(row_.getColumn("patience_us").isNull() == (contact_.patience == kForever));
        if (contact_.patience != kForever) CHECK(value("patience_us") == contact_.patience.count());
        CHECK(value("talk_need_us") == contact_.talk_need.count());
        CHECK(value("wrap_up_need_us") == contact_.wrap_up_need.count());
        CHECK(value("outcome_id") == static_cast<std::int64_t>(contact_.outcome));
        CHECK(value("in_ivr_us") == contact_.in_ivr.count());
        CHECK(value("waited_us") == contact_.waited.count());
        CHECK(value("legs") == contact_.legs);
        CHECK(value("talk_us") == contact_.talk.count());
        CHECK(value("wrap_up_us") == contact_.wrap_up.count());
        check_if_any("grp", contact_.group);
        check_if_any("agent", contact_.agent);
    }

private:
    std::int64_t value(const char* column) const { return row_.getColumn(column).getInt64(); }

    template <class Id>
    void check_if_any(const char* column, const std::optional<Id>& id) const {
        CHECK(row_.getColumn(column).isNull() != id.has_value());
        if (id) CHECK(value(column) == static_cast<std::int64_t>(index(*id)));
    }

    void check_identity() const {
        const bool has_asked = contact_.call_type != kNoCallType;
        CHECK(row_.getColumn("type").isNull() != has_asked);
        if (has_asked) CHECK(value("type") == static_cast<std::int64_t>(index(contact_.call_type)));
        CHECK(value("day") == contact_.day);
        CHECK(value("source") == static_cast<std::int64_t>(index(contact_.customer.source)));
        CHECK(value("customer_day") == contact_.customer.day);
        CHECK(value("number") == contact_.customer.number);
        CHECK(value("attempt") == contact_.attempt);
        CHECK(value("tier") == static_cast<std::int64_t>(index(contact_.tier)));
    }

    SQLite::Statement& row_;
    const ContactRecord& contact_;
};

}  // namespace

TEST_CASE("Every contact is kept as it was", "[store]") {
    const auto scenario = GENERATE(busy_centre, support::journey_centre)();
    INFO(scenario.centre.name);
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    const KeptRun kept = keep_run(store, scenario, true);
    SQLite::Database database = reader(folder / "runs.db");
    SQLite::Statement query{
        database,
        "SELECT c.*, t.position AS type, tier.position AS tier, g.position AS grp, r.number AS replication "
        "FROM contact c JOIN replication r USING (replication_id) LEFT JOIN call_type t USING (call_type_id) "
        "JOIN tier USING (tier_id) LEFT JOIN agent_group g USING (agent_group_id) "
        "ORDER BY r.number, sequence"};
    std::int64_t contacts = 0;
    for (std::size_t r = 0; r < kept.contacts.size(); ++r) {
        for (const ContactRecord& contact : kept.contacts[r]) {
            REQUIRE(query.executeStep());
            ++contacts;
            CHECK(query.getColumn("replication").getInt64() == static_cast<std::int64_t>(r));
            KeptContact{query, contact}.check();
        }
    }
    CHECK_FALSE(query.executeStep());
    CHECK(contacts > 1000);
}

TEST_CASE("v_contact has every outcome by its name, and who never asked for an agent", "[store]") {
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    Scenario scenario = support::journey_centre();
    scenario.centre.after_close = AfterClose::clear;          // some are dismissed:
    for (Group& group : scenario.groups) group.agents = {2};  // so few are there that some wait at closing
    const KeptRun kept = keep_run(store, scenario, true);
    SQLite::Database database = reader(folder / "runs.db");
    const std::vector<std::string> names{"answered",  "abandoned", "left_at_once", "dismissed",       "blocked",
                                         "contained", "left_ivr",  "called_back",  "callback_missed", "waiting"};
    std::vector<std::int64_t> expected(names.size());
    for (const auto& replication : kept.contacts) {
        for (const ContactRecord& contact : replication) ++expected.at(static_cast<std::size_t>(contact.outcome));
    }
    for (std::size_t outcome = 0; outcome < names.size(); ++outcome) {
        INFO(names[outcome]);
        CHECK(expected[outcome] > 0);
        CHECK(count(folder / "runs.db", "v_contact WHERE outcome = '" + names[outcome] + "'") == expected[outcome]);
    }
    CHECK(count(folder / "runs.db", "outcome") == static_cast<std::int64_t>(names.size()));
    // Those whom the IVR serves do not ask for an agent, and have their time in it.
    CHECK(count(folder / "runs.db",
                "v_contact WHERE outcome = 'contained' AND (call_type IS NOT NULL OR in_ivr_s = 0 OR legs > 0)") == 0);
    CHECK(count(folder / "runs.db", "v_contact WHERE legs > 1") > 0);            // transferred
    CHECK(count(folder / "runs.db", "v_contact WHERE attempt > 0") > 0);         // called again
    CHECK(count(folder / "runs.db", "v_contact WHERE customer_day < day") > 0);  // on the next day
}

TEST_CASE("v_contact tells of each contact in seconds, clock times and names", "[store]") {
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    const KeptRun kept = keep_run(store, busy_centre(), true);
    SQLite::Database database = reader(folder / "runs.db");
    std::int64_t contacts = 0;
    for (const auto& replication : kept.contacts) contacts += static_cast<std::int64_t>(replication.size());
    CHECK(count(folder / "runs.db", "v_contact") == contacts);

    SQLite::Statement query{
        database, "SELECT * FROM v_contact WHERE replication = 1 AND outcome = 'answered' AND day = 1 LIMIT 1"};
    REQUIRE(query.executeStep());
    const auto sequence = static_cast<std::size_t>(query.getColumn("sequence").getInt64());
    const ContactRecord& contact = kept.contacts[1][sequence];
    const double arrived = to_seconds(contact.arrived.time_since_epoch());
    CHECK(query.getColumn("arrived_s").getDouble() == Approx(arrived));
    CHECK(query.getColumn("waited_s").getDouble() == Approx(to_seconds(contact.waited)));
    CHECK(query.getColumn("talk_s").getDouble() == Approx(to_seconds(contact.talk)));
    // The first day is 2024-02-28, so day 1 is the leap day.
    CHECK(query.getColumn("arrived_at").getString().substr(0, 12) == "2024-02-29 0");
    CHECK(query.getColumn("agent_number").getInt() >= 1);
    CHECK(database.execAndGet("SELECT group_concat(DISTINCT tier) FROM v_contact").getString().find("gold") !=
          std::string::npos);
    CHECK(database.execAndGet("SELECT count(*) FROM v_contact WHERE outcome = 'answered'").getDouble() ==
          Approx(*kept.result.overall[Kpi::answered].mean * 5));
}
