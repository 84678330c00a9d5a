#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>
#include <floorwalker/trace.hpp>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/values.hpp"
#include "sim/report/text/fact_words.hpp"
#include "sim/report/trace_report.hpp"
#include "sim/scenario/text/suggest.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::cli {
namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  floorwalker trace scenarios/hotline.toml --outcome abandoned --longest\n"
    "  floorwalker trace scenarios/hotline.toml --call-type fault --tier gold --from 10:30\n"
    "  floorwalker trace scenarios/hotline.toml fault/1/57 --replication 3\n\n"
    "A customer is SOURCE/DAY/NUMBER: the call type, number or campaign it comes from, the day from 1, and its number\n"
    "on that day from 0, as in v_contact of a kept run. Without one, the first contact that the options ask for is "
    "told.";

constexpr std::array<std::string_view, 10> kOutcomes{"answered",        "abandoned", "left_at_once", "dismissed",
                                                     "blocked",         "contained", "left_ivr",     "called_back",
                                                     "callback_missed", "waiting"};

struct TraceArguments {
    std::string scenario;
    std::string customer;
    std::vector<std::string> overrides;
    std::string format = "text";
    std::string call_type;
    std::string tier;
    std::string outcome;
    std::string from;
    bool longest = false;
    std::optional<std::uint64_t> seed;
    std::uint64_t replication = 1;
    std::uint64_t day = 1;
};

void add_options(CLI::App& app, TraceArguments& arguments) {
    constexpr std::uint64_t kMost = 1'000'000'000;
    app.add_option("SCENARIO", arguments.scenario, "A scenario file")->required()->type_name("");
    app.add_option("CUSTOMER", arguments.customer, "Whose story to tell: SOURCE/DAY/NUMBER")->type_name("");
    add_whole_number(
        app, "--replication", 1, kMost, [&](std::uint64_t n) { arguments.replication = n; },
        "Which replication, from 1 (default: 1)");
    add_whole_number(
        app, "--seed", 0, UINT64_MAX, [&](std::uint64_t n) { arguments.seed = n; },
        "Where the random numbers start (default: the scenario's)");
    add_whole_number(
        app, "--day", 1, 1'000'000, [&](std::uint64_t n) { arguments.day = n; },
        "Look for contacts from this day on (default: 1)");
    app.add_option("--from", arguments.from, "Look for contacts from this time of the day on")->type_name("CLOCK");
    app.add_option("--call-type", arguments.call_type, "Look for contacts of this call type")->type_name("ID");
    app.add_option("--tier", arguments.tier, "Look for customers of this tier")->type_name("ID");
    app.add_option("--outcome", arguments.outcome,
                   fmt::format("Look for contacts that ended so: {}", fmt::join(kOutcomes, ", ")))
        ->check(CLI::IsMember(std::vector<std::string>(kOutcomes.begin(), kOutcomes.end())))
        ->type_name("OUTCOME");
    app.add_flag("--longest", arguments.longest, "Of those, the one that waited longest instead of the first");
    add_repeatable(app, "--set", arguments.overrides, "Change a key of the scenario; may be repeated")
        ->type_name("PATH=VALUE");
    app.add_option("--format", arguments.format, "text or json (default: text)")
        ->check(CLI::IsMember({"text", "json"}))
        ->type_name("FORMAT");
}

/// The place of the entry with this id.
template <class Entries>
std::size_t place_of(const std::string& id, const Entries& entries, std::string_view what) {
    std::vector<std::string> ids;
    for (const auto& entry : entries) ids.push_back(entry.id);
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end())
        throw UsageError{fmt::format("there is no {} \"{}\"{}", what, id, scenario::suggestion(id, ids))};
    return static_cast<std::size_t>(found - ids.begin());
}

std::optional<std::uint32_t> number_in(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

SourceId source_named(std::string_view name, const Scenario& scenario) {
    const report::Names names{scenario};
    const std::array counts{std::pair{SourceKind::call_type, scenario.call_types.size()},
                            std::pair{SourceKind::number, scenario.numbers.size()},
                            std::pair{SourceKind::campaign, scenario.campaigns.size()},
                            std::pair{SourceKind::decision, scenario.decisions.size()}};
    std::vector<std::string> all;
    for (const auto& [kind, count] : counts) {
        for (std::size_t i = 0; i < count; ++i) {
            all.push_back(names.source(source_id(kind, i)));
            if (all.back() == name) return source_id(kind, i);
        }
    }
    throw UsageError{
        fmt::format("customers do not come from \"{}\"{}", name, scenario::suggestion(std::string{name}, all))};
}

Customer customer_named(const std::string& text, const Scenario& scenario) {
    const std::size_t last = text.rfind('/');
    const std::size_t first = last == std::string::npos || last == 0 ? std::string::npos : text.rfind('/', last - 1);
    if (first == std::string::npos)
        throw UsageError{fmt::format("\"{}\" is no customer; write SOURCE/DAY/NUMBER, such as {}/1/57", text,
                                     scenario.call_types.front().id)};
    const auto day = number_in(std::string_view{text}.substr(first + 1, last - first - 1));
    const auto number = number_in(std::string_view{text}.substr(last + 1));
    if (!day || *day == 0 || !number)
        throw UsageError{fmt::format("\"{}\" is no customer: DAY is a whole number from 1, NUMBER one from 0", text)};
    return {source_named(std::string_view{text}.substr(0, first), scenario), *day - 1, *number};
}

/// What the options ask for.
struct Wanted {
    std::optional<CallTypeId> call_type;
    std::optional<TierId> tier;
    std::optional<ContactOutcome> outcome;
    TimePoint from{};

    bool fits(const ContactRecord& contact) const {
        return contact.arrived >= from && (!call_type || contact.call_type == *call_type) &&
               (!tier || contact.tier == *tier) && (!outcome || contact.outcome == *outcome);
    }
};

TierId tier_named(const std::string& id, const Scenario& scenario) {
    if (id == "standard") return TierId(static_cast<std::uint16_t>(scenario.tiers.size()));
    return TierId(static_cast<std::uint16_t>(place_of(id, scenario.tiers, "tier")));
}

Wanted wanted(const TraceArguments& arguments, const Scenario& scenario) {
    Wanted wanted;
    if (!arguments.call_type.empty())
        wanted.call_type =
            CallTypeId(static_cast<std::uint16_t>(place_of(arguments.call_type, scenario.call_types, "call type")));
    if (!arguments.tier.empty()) wanted.tier = tier_named(arguments.tier, scenario);
    const auto outcome = std::find(kOutcomes.begin(), kOutcomes.end(), arguments.outcome);
    if (outcome != kOutcomes.end()) wanted.outcome = static_cast<ContactOutcome>(outcome - kOutcomes.begin());
    wanted.from = TimePoint{kDay * static_cast<std::int64_t>(arguments.day - 1)};
    if (arguments.from.empty()) return wanted;
    const auto clock = scenario::parse_clock(arguments.from);
    if (!clock) throw UsageError{fmt::format("--from: \"{}\" is not a clock time such as 10:30", arguments.from)};
    wanted.from += *clock;
    return wanted;
}

Customer customer_sought(const TraceArguments& arguments, const Scenario& scenario, std::uint64_t seed) {
    const Wanted sought = wanted(arguments, scenario);
    std::optional<ContactRecord> best;
    for (const ContactRecord& contact : contacts(scenario, seed, arguments.replication - 1)) {
        if (!sought.fits(contact)) continue;
        if (best && !(arguments.longest && contact.waited > best->waited)) continue;
        best = contact;
    }
    if (!best) throw UsageError{"no contact of this replication is as the options ask for"};
    return best->customer;
}

ExitCode trace_customer(const TraceArguments& arguments) {
    const LoadedScenario loaded = load_scenario(arguments.scenario, arguments.overrides);
    const std::uint64_t seed = arguments.seed.value_or(loaded.scenario.seed);
    const Customer customer = arguments.customer.empty() ? customer_sought(arguments, loaded.scenario, seed)
                                                         : customer_named(arguments.customer, loaded.scenario);
    const report::TraceOf of{customer, seed, arguments.replication - 1};
    const auto entries = trace(loaded.scenario, customer, seed, arguments.replication - 1);
    if (entries.empty())
        throw UsageError{fmt::format("customer {} does not come in replication {}",
                                     report::Names{loaded.scenario}.customer(customer), arguments.replication)};
    print(arguments.format == "json"
              ? report::trace_json(loaded.scenario, of, entries)
              : report::trace_text(loaded.scenario, of, entries, {.colour = stdout_has_colour()}));
    return ExitCode::done;
}

}  // namespace

Command make_trace_command(CLI::App& program) {
    auto arguments = std::make_shared<TraceArguments>();
    CLI::App* app = program.add_subcommand("trace", "Tell why a contact went where it went");
    add_options(*app, *arguments);
    app->footer(kExamples);
    return {app, [arguments] { return trace_customer(*arguments); }};
}

}  // namespace floorwalker::cli
