#include "sim/measure/recorder.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "sim/measure/service_level.hpp"
#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/naive_measure.hpp"
#include "tests/support/random_scenario.hpp"

/// The recorder beside a naive measure of the same facts.
namespace floorwalker::measure {
namespace {

using support::NaiveCell;
using support::NaiveMeasure;

Recorder recorded(const Scenario& scenario, const std::vector<Fact>& facts) {
    Recorder recorder{std::make_shared<const Settings>(settings_of(scenario))};
    for (const Fact& fact : facts) std::visit(recorder, fact);
    recorder.finish(support::time_of(facts.back()));
    return recorder;
}

struct NamedMember {
    const char* name;
    double Totals::*member;
};

constexpr NamedMember kOfContacts[] = {
    {"offered", &Totals::offered},
    {"answered", &Totals::answered},
    {"answered_in_target", &Totals::answered_in_target},
    {"answered_queued", &Totals::answered_queued},
    {"abandoned", &Totals::abandoned},
    {"abandoned_in_target", &Totals::abandoned_in_target},
    {"abandoned_short", &Totals::abandoned_short},
    {"left_at_once", &Totals::left_at_once},
    {"dismissed", &Totals::dismissed},
    {"blocked", &Totals::blocked},
    {"wait_answered_us", &Totals::wait_answered_us},
    {"wait_lost_us", &Totals::wait_lost_us},
    {"talk_us", &Totals::talk_us},
    {"wrap_up_us", &Totals::wrap_up_us},
    {"longest_wait_us", &Totals::longest_wait_us},
    {"queue_us", &Totals::queue_us},
};

constexpr NamedMember kOfAgents[] = {
    {"available_us", &Totals::available_us},
    {"talking_us", &Totals::talking_us},
    {"wrapping_up_us", &Totals::wrapping_up_us},
    {"paid_us", &Totals::paid_us},
};

/// The first difference, or nothing.
std::string difference(const Totals& totals, const Totals& naive) {
    const auto differs = [&](const NamedMember& one) { return totals.*one.member != naive.*one.member; };
    for (const auto& one : kOfContacts) {
        if (differs(one)) return one.name;
    }
    for (const auto& one : kOfAgents) {
        if (differs(one)) return one.name;
    }
    return "";
}

/// Totals of all measured days: of one interval, or of all.
struct NaiveTotals {
    Totals overall;
    std::vector<Totals> call_types;
    std::vector<Totals> groups;
};

Totals with_time_of(Totals contacts, const Totals& group) {
    for (const auto& one : kOfAgents) contacts.*one.member += group.*one.member;
    return contacts;
}

NaiveTotals sum(const Scenario& scenario, const NaiveMeasure& naive, std::optional<std::size_t> interval) {
    NaiveTotals sum{{}, std::vector<Totals>(scenario.call_types.size()), std::vector<Totals>(scenario.groups.size())};
    for (const auto& [where, cell] : naive.cells) {
        const bool is_measured = where.first >= scenario.centre.warm_up_days;
        if (!is_measured || (interval && *interval != where.second)) continue;
        for (std::size_t t = 0; t < cell.call_types.size(); ++t) {
            sum.overall.add(cell.call_types[t]);
            sum.call_types[t].add(cell.call_types[t]);
        }
        for (std::size_t g = 0; g < cell.groups.size(); ++g) {
            sum.overall = with_time_of(sum.overall, cell.groups[g]);
            sum.groups[g].add(cell.groups[g]);
        }
        sum.overall.open_us += cell.open_us;
    }
    return sum;
}

void check_equal(const NaiveTotals& naive, const Totals& overall, const std::vector<Totals>& call_types,
                 const std::vector<Totals>& groups) {
    CHECK(difference(overall, naive.overall) == "");
    CHECK(overall.open_us == naive.overall.open_us);
    for (std::size_t t = 0; t < call_types.size(); ++t) {
        INFO("call type " << t);
        CHECK(difference(call_types[t], naive.call_types[t]) == "");
        CHECK(call_types[t].longest_queue == naive.call_types[t].longest_queue);
        CHECK(call_types[t].open_us == naive.overall.open_us);
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        INFO("group " << g);
        CHECK(difference(groups[g], naive.groups[g]) == "");
        CHECK(groups[g].open_us == naive.overall.open_us);
    }
}

BatchTotals all_batches(const Recorder& recorder) {
    BatchTotals all = recorder.batches().front();
    for (std::size_t b = 1; b < recorder.batches().size(); ++b) all.add(recorder.batches()[b]);
    return all;
}

void check_against_naive(const Scenario& scenario, std::uint64_t seed) {
    const auto facts = support::facts_of(scenario, seed);
    const Recorder recorder = recorded(scenario, facts);
    const NaiveMeasure naive = support::measure_naively(scenario, facts);
    for (std::size_t i = 0; i < recorder.intervals().size(); ++i) {
        INFO("interval " << i);
        const IntervalTotals& interval = recorder.intervals()[i];
        check_equal(sum(scenario, naive, i), interval.overall, interval.call_types, interval.groups);
    }
    const BatchTotals all = all_batches(recorder);
    CHECK(all.days == scenario.centre.days - scenario.centre.warm_up_days);
    check_equal(sum(scenario, naive, {}), all.overall, all.call_types, all.groups);
}

// Facts of a contact of the only type, for days made by hand.
ContactRef contact_of(std::uint32_t day, std::uint16_t interval = 0) {
    return {ContactId{0}, {SourceId{0}, day, 0}, CallTypeId{0}, TierId{0}, day, interval};
}

Scenario many_days(std::int64_t days) {
    Scenario scenario = support::quiet_day(1);
    scenario.centre.days = days;
    support::add_type(scenario, "a", std::chrono::seconds{60});
    support::add_group(scenario, support::group("all", {1}, {0}));
    return scenario;
}

/// Day d has d + 1 contacts, answered at once.
std::vector<Fact> counted_days(std::int64_t days) {
    std::vector<Fact> facts;
    for (std::uint32_t day = 0; day < days; ++day) {
        const TimePoint open{kDay * day + std::chrono::hours{8}};
        facts.push_back(DayOpened{open, day});
        facts.push_back(IntervalBegan{open, day, 0});
        for (std::uint32_t i = 0; i <= day; ++i) facts.push_back(Offered{open, contact_of(day)});
        facts.push_back(IntervalBegan{open + std::chrono::hours{1}, day, 1});
    }
    return facts;
}

}  // namespace

TEST_CASE("the recorder equals a naive measure on 200 random centres", "[measure]") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        INFO("support::random_scenario(" << seed << ")");
        check_against_naive(support::random_scenario(seed), seed);
    }
}

TEST_CASE("a recorder that watches a run equals one that is told the facts", "[measure]") {
    const Scenario scenario = support::random_scenario(7);
    model::Engine<Recorder> engine{model::prepare(scenario), 7, 0,
                                   Recorder{std::make_shared<const Settings>(settings_of(scenario))}};
    engine.run();
    engine.observer().finish(engine.world().now);
    const Recorder told = recorded(scenario, support::facts_of(scenario, 7));
    CHECK(difference(all_batches(engine.observer()).overall, all_batches(told).overall) == "");
    CHECK(engine.observer().contacts() == told.contacts());
}

TEST_CASE("a contact belongs to the day and interval in which it came, wherever it ends", "[measure]") {
    using namespace std::chrono_literals;
    Scenario scenario = support::quiet_day(2);
    scenario.centre.days = 2;
    scenario.centre.after_close = AfterClose::carry_over;
    support::add_type(scenario, "a", 60s);
    support::add_group(scenario, support::group("all", {1, 0}, {0}));
    support::add_call(scenario, 9h + 30min);  // nobody is there; served when the second day opens, 22.5 h later
    const Recorder recorder = recorded(scenario, support::facts_of(scenario));
    const Totals& second = recorder.intervals()[1].overall;
    CHECK(second.offered == 1);
    CHECK(second.answered == 1);
    CHECK(second.wait_answered_us == 22.5 * 3.6e9);
    CHECK(second.talk_us == 60e6);
    CHECK(second.queue_us == 0.5 * 3.6e9);  // until closing; the night is in no interval
    CHECK(recorder.intervals()[0].overall.answered == 0);
    CHECK(recorder.intervals()[0].overall.talking_us == 60e6);  // but the agent talks in the first interval
    CHECK(recorder.batches().at(0).overall.answered == 1);
    CHECK(recorder.batches().at(1).overall.answered == 0);
}

TEST_CASE("a contact that waits for days still belongs to the day on which it came", "[measure]") {
    using namespace std::chrono_literals;
    Scenario scenario = many_days(4);
    scenario.centre.after_close = AfterClose::carry_over;
    scenario.centre.warm_up_days = 1;
    scenario.groups.front().agents = {0};
    Decision helper = support::extra(GroupId{0}, 8h, 9h);
    helper.day = 3;
    scenario.decisions.push_back(helper);
    support::add_call(scenario, 8h + 30min);  // on the day that is not measured; served on the fourth
    const Recorder recorder = recorded(scenario, support::facts_of(scenario));
    CHECK(all_batches(recorder).overall.offered == 0);
    CHECK(all_batches(recorder).overall.answered == 0);
}

TEST_CASE("the longest queue of the centre is that of all call types together", "[measure]") {
    using namespace std::chrono_literals;
    Scenario scenario = support::quiet_day(1);
    support::add_type(scenario, "a", 60s, 10min);
    support::add_type(scenario, "b", 60s, 10min);
    support::add_group(scenario, support::group("all", {0}, {0, 1}));
    for (const Duration at : {1min, 2min, 3min}) support::add_call(scenario, 8h + at, CallTypeId{0});
    for (const Duration at : {4min, 5min}) support::add_call(scenario, 8h + at, CallTypeId{1});
    const Recorder recorder = recorded(scenario, support::facts_of(scenario));
    const IntervalTotals& interval = recorder.intervals().front();
    CHECK(interval.call_types[0].longest_queue == 3);
    CHECK(interval.call_types[1].longest_queue == 2);
    CHECK(interval.overall.longest_queue == 5);
}

TEST_CASE("more than 64 days are kept as batches of equal length, in order", "[measure]") {
    struct Case {
        std::int64_t days;
        std::size_t batches;
        std::int64_t days_of_first;
        std::int64_t days_of_last;
    };
    // 64 batches of a day; the 65th day makes 32 of two and starts one more; 129 days make 32 of four and one of one.
    const auto c = GENERATE(values<Case>({{1, 1, 1, 1},
                                          {63, 63, 1, 1},
                                          {64, 64, 1, 1},
                                          {65, 33, 2, 1},
                                          {66, 33, 2, 2},
                                          {128, 64, 2, 2},
                                          {129, 33, 4, 1},
                                          {300, 38, 8, 4}}));
    const Recorder recorder = recorded(many_days(c.days), counted_days(c.days));
    REQUIRE(recorder.batches().size() == c.batches);
    CHECK(recorder.batches().front().days == c.days_of_first);
    CHECK(recorder.batches().back().days == c.days_of_last);
    std::int64_t day = 0;
    for (const BatchTotals& batch : recorder.batches()) {
        double expected = 0;
        for (std::int64_t i = 0; i < batch.days; ++i) expected += static_cast<double>(++day);
        CHECK(batch.overall.offered == expected);
    }
    CHECK(day == c.days);
}

}  // namespace floorwalker::measure
