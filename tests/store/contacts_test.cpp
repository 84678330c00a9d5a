#include <catch2/catch.hpp>

#include "tests/store/kept_runs.hpp"

using namespace floorwalker;
using namespace floorwalker::store;

TEST_CASE("Every contact is kept as it was", "[store]") {
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    const KeptRun kept = keep_run(store, busy_centre(), true);
    SQLite::Database database = reader(folder / "runs.db");
    SQLite::Statement query{
        database,
        "SELECT c.*, t.position AS type, tier.position AS tier, g.position AS grp, r.number AS replication "
        "FROM contact c JOIN replication r USING (replication_id) JOIN call_type t USING (call_type_id) "
        "JOIN tier USING (tier_id) LEFT JOIN agent_group g USING (agent_group_id) "
        "ORDER BY r.number, sequence"};
    const auto value = [&](const char* column) { return query.getColumn(column).getInt64(); };
    std::int64_t contacts = 0;
    for (std::size_t r = 0; r < kept.contacts.size(); ++r) {
        for (const ContactRecord& contact : kept.contacts[r]) {
            REQUIRE(query.executeStep());
            ++contacts;
            CHECK(value("replication") == static_cast<std::int64_t>(r));
            CHECK(value("type") == static_cast<std::int64_t>(index(contact.call_type)));
            CHECK(value("day") == contact.customer.day);
            CHECK(value("number") == contact.customer.number);
            CHECK(value("tier") == static_cast<std::int64_t>(index(contact.tier)));
            CHECK(value("interval") == contact.interval);
            CHECK(value("arrived_us") == contact.arrived.time_since_epoch().count());
            CHECK(query.getColumn("patience_us").isNull() == (contact.patience == kForever));
            if (contact.patience != kForever) CHECK(value("patience_us") == contact.patience.count());
            CHECK(value("talk_need_us") == contact.talk_need.count());
            CHECK(value("wrap_up_need_us") == contact.wrap_up_need.count());
            CHECK(value("outcome_id") == static_cast<std::int64_t>(contact.outcome));
            CHECK(value("waited_us") == contact.waited.count());
            CHECK(value("talk_us") == contact.talk.count());
            CHECK(value("wrap_up_us") == contact.wrap_up.count());
            CHECK(query.getColumn("grp").isNull() != contact.group.has_value());
            if (contact.group) CHECK(value("grp") == static_cast<std::int64_t>(index(*contact.group)));
            CHECK(query.getColumn("agent").isNull() != contact.agent.has_value());
            if (contact.agent) CHECK(value("agent") == static_cast<std::int64_t>(index(*contact.agent)));
        }
    }
    CHECK_FALSE(query.executeStep());
    CHECK(contacts > 1000);
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
