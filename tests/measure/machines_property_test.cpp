#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "tests/measure/told.hpp"
#include "tests/support/few_machines.hpp"

/// Loads and states of machines, against sums over every second of random days.
namespace floorwalker::measure {
namespace {

constexpr int kOpens = 8 * 3600;
constexpr int kCloses = 10 * 3600;
constexpr int kDaySeconds = 86'400;

struct Change {
    int second = 0;
    int present = 0;
    double speed = 1.0;
};

/// In order of time; each has both, so that the state at a second is that of the last change.
std::vector<Change> random_changes(std::mt19937& dice, int days) {
    constexpr std::array kSpeeds{0.0, 0.25, 1.0, 1.0, 2.0};
    std::vector<Change> changes(60);
    for (Change& one : changes) one.second = std::uniform_int_distribution{0, days * kDaySeconds - 1}(dice);
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.second < b.second; });
    for (Change& one : changes) {
        one.present = std::uniform_int_distribution{0, 6}(dice);
        one.speed = kSpeeds[std::uniform_int_distribution<std::size_t>{0, kSpeeds.size() - 1}(dice)];
    }
    return changes;
}

struct Seconds {
    double open = 0, present = 0, busy = 0, down = 0, slow = 0;
};

/// Second by second, from the second day on.
std::array<Seconds, 2> counted(const std::vector<Change>& changes, int days, int cores) {
    std::array<Seconds, 2> hours{};
    Change now;
    std::size_t next = 0;
    for (int second = 0; second < days * kDaySeconds; ++second) {
        for (; next < changes.size() && changes[next].second <= second; ++next) now = changes[next];
        const int of_day = second % kDaySeconds;
        if (second < kDaySeconds || of_day < kOpens || of_day >= kCloses) continue;
        Seconds& hour = hours[static_cast<std::size_t>((of_day - kOpens) / 3600)];
        hour.open += 1;
        hour.present += now.present;
        if (now.speed > 0) hour.busy += std::min(now.present, cores);
        hour.down += now.speed == 0 ? 1 : 0;
        hour.slow += now.speed > 0 && now.speed < 1 ? 1 : 0;
    }
    return hours;
}

void tell(Recorder& recorder, const Change& change) {
    const TimePoint at{std::chrono::seconds{change.second}};
    recorder(ServerLoad{at, ServerId{0}, static_cast<std::uint32_t>(change.present)});
    recorder(MachineChanged{at, MachineKind::server, 0, change.speed});
    recorder(MachineChanged{at, MachineKind::link, 0, change.speed});
}

/// Days and intervals begin before what happens at the same moment.
RunResult told(const Scenario& scenario, const std::vector<Change>& changes, int days) {
    Recorder recorder{std::make_shared<const Settings>(settings_of(scenario))};
    std::size_t next = 0;
    const auto tell_until = [&](TimePoint until) {
        for (; next < changes.size() && TimePoint{std::chrono::seconds{changes[next].second}} < until; ++next)
            tell(recorder, changes[next]);
    };
    for (std::uint32_t day = 0; day < static_cast<std::uint32_t>(days); ++day) {
        tell_until(moment(8h, day));
        recorder(DayOpened{moment(8h, day), day});
        for (std::uint16_t interval = 0; interval <= 2; ++interval) {
            tell_until(moment(8h + 1h * interval, day));
            recorder(IntervalBegan{moment(8h + 1h * interval, day), day, interval});
        }
    }
    const TimePoint end = moment(0h, static_cast<std::uint32_t>(days));
    tell_until(end);
    recorder.finish(end);
    Summary summary{scenario};
    summary.add(recorder, 0);
    return summary.result(0.95);
}

}  // namespace

TEST_CASE("loads and states of random days are those counted second by second", "[measure][machines][property]") {
    constexpr int kDays = 3;
    constexpr int kCores = 3;
    Scenario scenario = quiet_day(2);
    scenario.centre.days = kDays;
    scenario.centre.warm_up_days = 1;
    add_type(scenario, "a", 5min);
    scenario.infrastructure = two_sites();
    scenario.infrastructure.servers = {server("crm", SiteId{0}, kCores)};
    for (unsigned seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        std::mt19937 dice{seed};
        const auto changes = random_changes(dice, kDays);
        const auto hours = counted(changes, kDays, kCores);
        const RunResult run = told(scenario, changes, kDays);
        const ServerResult& crm = run.machines->servers.front();
        for (std::size_t h = 0; h < hours.size(); ++h) {
            CHECK(mean_of(crm.intervals[h].present) == Approx(hours[h].present / hours[h].open).margin(1e-12));
            const double up = hours[h].open - hours[h].down;
            if (up > 0)
                CHECK(mean_of(crm.intervals[h].utilisation) == Approx(hours[h].busy / (kCores * up)).margin(1e-12));
            else
                CHECK_FALSE(crm.intervals[h].utilisation.mean);
        }
        const double down_h = (hours[0].down + hours[1].down) / 3600;
        const double slow_h = (hours[0].slow + hours[1].slow) / 3600;
        CHECK(mean_of(crm.down_hours) == Approx(down_h).margin(1e-12));
        CHECK(mean_of(crm.slow_hours) == Approx(slow_h).margin(1e-12));
        CHECK(mean_of(run.machines->links.front().down_hours) == Approx(down_h).margin(1e-12));
    }
}

}  // namespace floorwalker::measure
