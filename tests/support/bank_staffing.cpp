#include "tests/support/bank_staffing.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

namespace floorwalker::support {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;
using std::chrono::sys_days;

constexpr auto kNight = 5h;           // nobody's working day begins before
constexpr auto kLongestBreath = 60s;  // away for longer while somebody waits: off duty
constexpr auto kLongestLull = 30min;  // away for longer though nobody waits: off duty too
constexpr auto kFromTheStart = kBankOpens + 20min;
constexpr auto kToTheEnd = kBankCloses - 20min;

using Counts = std::array<double, kActivities>;
double& of(Counts& counts, Activity activity) { return counts[static_cast<std::size_t>(activity)]; }
double of(const Counts& counts, Activity activity) { return counts[static_cast<std::size_t>(activity)]; }

/// Services of each activity, and how many they would be had the server taken its share of every activity.
struct Mix {
    Counts taken{};
    Counts expected{};

    void add(const Mix& other) {
        for (std::size_t a = 0; a < kActivities; ++a) {
            taken[a] += other.taken[a];
            expected[a] += other.expected[a];
        }
    }
};

struct Work {
    std::vector<const BankCall*> services;  // in order of their beginning
    Mix mix;
};

using ServerOnDate = std::pair<std::string, sys_days>;

std::map<ServerOnDate, Work> services_of(const std::vector<BankCall>& calls) {
    std::map<ServerOnDate, Work> work;
    std::map<std::pair<sys_days, std::int64_t>, Counts> of_hour;
    const auto hour = [](const BankCall& call) { return std::pair{call.date, call.served_from % 24h / 1h}; };
    for (const BankCall& call : calls) {
        if (call.server.empty() || call.arrived < kNight) continue;
        work[{call.server, call.date}].services.push_back(&call);
        of(of_hour[hour(call)], call.activity) += 1;
    }
    for (auto& [key, own] : work) {
        std::stable_sort(own.services.begin(), own.services.end(), [](const BankCall* a, const BankCall* b) {
            return std::tie(a->served_from, a->served_to) < std::tie(b->served_from, b->served_to);
        });
        for (const BankCall* service : own.services) {
            const Counts& all = of_hour[hour(*service)];
            const double sum = std::accumulate(all.begin(), all.end(), 0.0);
            of(own.mix.taken, service->activity) += 1;
            for (std::size_t a = 0; a < kActivities; ++a) own.mix.expected[a] += all[a] / sum;
        }
    }
    return work;
}

/// Whether the server takes the activity on that day; where the day says too little, on all its days.
bool takes(const Mix& day, const Mix& month, Activity activity) {
    constexpr double kShare = 0.2;
    const double taken = of(day.taken, activity);
    const double expected = of(day.expected, activity);
    if (taken >= 1 && taken >= kShare * expected) return true;
    if (expected >= 2) return false;
    return of(month.taken, activity) > 0 && of(month.taken, activity) >= kShare * of(month.expected, activity);
}

Team team_of(const Mix& day, const Mix& month) {
    const double stock = of(day.taken, Activity::stock_exchange);
    if (stock >= 5 && stock >= 3 * of(day.expected, Activity::stock_exchange)) return Team::stock;
    if (!takes(day, month, Activity::stock_exchange)) return Team::regular;
    return takes(day, month, Activity::prospective) ? Team::general : Team::stock;
}

using Waits = std::map<std::pair<sys_days, Activity>, std::vector<OnDuty>>;

Waits waits_of(const std::vector<BankCall>& calls) {
    Waits waits;
    for (const BankCall& call : calls) {
        if (call.waited <= 0s || call.arrived < kNight || call.activity == Activity::internet) continue;
        waits[{call.date, call.activity}].push_back({call.queued_from, call.queued_to});
    }
    return waits;
}

/// How far into the gap somebody waited whom the server could have served; zero when nobody did. Who came within two
/// seconds of its end was answered, not kept waiting.
seconds ignored(const Waits& waits, const Work& work, OnDuty gap) {
    seconds longest{0};
    for (std::size_t a = 0; a < kActivities; ++a) {
        if (work.mix.taken[a] == 0) continue;
        const auto found = waits.find({work.services.front()->date, static_cast<Activity>(a)});
        if (found == waits.end()) continue;
        for (const OnDuty& wait : found->second) {
            if (wait.from >= gap.to - 2s || wait.to <= gap.from) continue;
            longest = std::max(longest, std::min(wait.to, gap.to) - gap.from);
        }
    }
    return longest;
}

void add_within_hours(std::vector<OnDuty>& spans, OnDuty span) {
    span = {std::max<seconds>(span.from, kBankOpens), std::min<seconds>(span.to, kBankCloses)};
    if (span.from < span.to) spans.push_back(span);
}

std::vector<OnDuty> on_duty(const Waits& waits, const Work& work) {
    std::vector<OnDuty> spans;
    OnDuty now{work.services.front()->served_from, work.services.front()->served_to};
    if (now.from < kFromTheStart) now.from = std::min<seconds>(now.from, kBankOpens);
    for (const BankCall* next : work.services) {
        const OnDuty gap{now.to, next->served_from};
        const seconds away = gap.from < gap.to ? ignored(waits, work, gap) : 0s;
        const bool is_lull = gap.to - gap.from - away <= kLongestLull;
        if (away > kLongestBreath || !is_lull) {
            add_within_hours(spans, now);
            now.from = away > kLongestBreath && is_lull ? gap.from + away : gap.to;
        }
        now.to = std::max(now.to, next->served_to);
    }
    if (now.to > kToTheEnd) now.to = kBankCloses;
    add_within_hours(spans, now);
    return spans;
}

/// Shares out `whole` by largest remainder; of equal remainders the first comes first.
std::vector<std::int64_t> shared_out(const std::vector<double>& parts, std::int64_t whole) {
    std::vector<std::int64_t> shares;
    for (const double part : parts) shares.push_back(static_cast<std::int64_t>(std::floor(part)));
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return parts[a] - std::floor(parts[a]) > parts[b] - std::floor(parts[b]);
    });
    const std::int64_t left = whole - std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) ++shares[order[i]];
    return shares;
}

}  // namespace

std::vector<ServerDay> infer_staffing(const std::vector<BankCall>& calls) {
    const auto work = services_of(calls);
    const Waits waits = waits_of(calls);
    std::map<std::string, Mix> months;
    for (const auto& [key, own] : work) months[key.first].add(own.mix);
    std::vector<ServerDay> staffing;
    for (const auto& [key, own] : work) {
        const Mix& month = months[key.first];
        ServerDay day{key.second, team_of(own.mix, month), {}, on_duty(waits, own)};
        for (std::size_t a = 0; a < kActivities; ++a) {
            const auto activity = static_cast<Activity>(a);
            const bool can_be_left_out = activity == Activity::stock_exchange || activity == Activity::prospective;
            if (own.mix.taken[a] > 0 && (!can_be_left_out || takes(own.mix, month, activity)))
                day.serves.insert(activity);
        }
        staffing.push_back(std::move(day));
    }
    return staffing;
}

ByTeam<double> mean_on_duty(const std::vector<ServerDay>& staffing, sys_days date) {
    ByTeam<double> mean{};
    for (const ServerDay& day : staffing) {
        if (day.date != date) continue;
        for (const OnDuty& span : day.on_duty) {
            for (std::size_t i = 0; i < kHalfHours; ++i) {
                const seconds start = kBankOpens + static_cast<int>(i) * kHalfHour;
                const seconds present = std::min<seconds>(span.to, start + kHalfHour) - std::max(span.from, start);
                const double share = std::chrono::duration<double>{present} / kHalfHour;
                mean[static_cast<std::size_t>(day.team)][i] += std::max(share, 0.0);
            }
        }
    }
    return mean;
}

ByTeam<std::int64_t> whole_agents(const ByTeam<double>& mean) {
    std::vector<double> all(kHalfHours);
    for (const auto& of_team : mean) {
        for (std::size_t i = 0; i < kHalfHours; ++i) all[i] += of_team[i];
    }
    const auto whole = shared_out(all, std::llround(std::accumulate(all.begin(), all.end(), 0.0)));
    ByTeam<std::int64_t> agents{};
    for (std::size_t i = 0; i < kHalfHours; ++i) {
        std::vector<double> parts;
        for (const auto& of_team : mean) {
            parts.push_back(of_team[i] * static_cast<double>(whole[i]) / std::max(all[i], 1e-9));
        }
        const auto of_teams = shared_out(parts, whole[i]);
        for (std::size_t t = 0; t < kTeams; ++t) agents[t][i] = of_teams[t];
    }
    return agents;
}

}  // namespace floorwalker::support
