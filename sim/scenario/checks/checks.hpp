#pragma once

#include <string>
#include <utility>

#include <floorwalker/scenario.hpp>

#include "sim/model/machine_rules.hpp"
#include "sim/scenario/document/node.hpp"
#include "sim/scenario/keys/context.hpp"

/// What no single key can tell: whether the parts of a scenario fit together.
namespace floorwalker::scenario {

/// Shares are written with few digits; what exceeds the whole by less is rounding.
inline constexpr double kShareTolerance = 1e-9;

/// Moves a closing time that passes midnight behind the opening, and checks hours, intervals and warm-up.
bool check_hours(Centre& centre, const Node& table, Context& context);

/// Moves hours that pass midnight behind the centre's opening; reports hours that are not within the centre's. True
/// when they are.
bool fit_within_hours(OpenHours& hours, const Centre& centre, const Node& node, Context& context);
/// The same for hours that must begin and end with an interval.
bool fit_open_hours(OpenHours& hours, const Centre& centre, const Node& node, Context& context);
bool fit_weekdays(Centre& centre, const Node& table, Context& context);

/// The hours of a weekday, whatever is special about the day; none: closed.
std::optional<OpenHours> usual_hours(const Centre& centre, std::chrono::sys_days date);

/// Gives a single group without an id one, "general".
void name_single_group(Node& root);

/// Registers the ids of all lists; reports those that stand twice.
void collect_ids(const Node& root, Context& context);

/// Registers the ids of one list, of which `most` entries are possible.
void collect_list(const Node& node, std::string_view name, std::size_t most, Ids& ids, Context& context);

/// All checks between the tables of a scenario whose tables are right by themselves.
void check_scenario(const Scenario& scenario, const Node& root, Context& context);

void check_load(const Scenario& scenario, const Node& root, Context& context);
void check_qualities(const Scenario& scenario, const Node& root, Context& context);
void remark_on_tenure(const Scenario& scenario, const Node& root, Context& context);
void remark_on_profiles(const Scenario& scenario, const Node& root, Context& context);
void check_look_ups(const Scenario& scenario, const Node& root, Context& context);
/// Links and servers beside a platform file or without; ways from who asks to who answers; servers never up.
void check_machines(const Scenario& scenario, const Node& root, Context& context);
void check_voice(const Scenario& scenario, const Node& root, Context& context);
void check_never_up(const Scenario& scenario, const Node& root, Context& context);
void check_holds(const Scenario& scenario, const Node& root, Context& context);
void check_standards(const Scenario& scenario, const Node& root, Context& context);
void check_away(const Scenario& scenario, const Node& root, Context& context);

/// Absences, overtime and handover of groups: not under a head count, and relief that can come.
void check_absences(const Scenario& scenario, const Node& root, Context& context);
void check_calendar(const Scenario& scenario, const Node& root, Context& context);
void check_volumes(const Scenario& scenario, const Node& root, Context& context);
void check_tiers(const Scenario& scenario, const Node& root, Context& context);
void check_flows(const Scenario& scenario, const Node& root, Context& context);
void check_queue_nodes(const Scenario& scenario, const Node& root, Context& context);
void check_channels(const Scenario& scenario, const Node& root, Context& context);
void check_sites(const Scenario& scenario, const Node& root, Context& context);
void check_weights(const Scenario& scenario, const Node& root, Context& context);
void check_reserves(const Scenario& scenario, const Node& root, Context& context);
void check_steps(const Scenario& scenario, const Node& root, Context& context);
void check_callbacks(const Scenario& scenario, const Node& root, Context& context);
void check_transfers(const Scenario& scenario, const Node& root, Context& context);
void check_outages(const Scenario& scenario, const Node& root, Context& context);
void check_keep_offs(const Scenario& scenario, const Node& root, Context& context);
void check_calling_again(const Scenario& scenario, const Node& root, Context& context);
void check_campaigns(const Scenario& scenario, const Node& root, Context& context);
void check_quality(const Scenario& scenario, const Node& root, Context& context);
void check_rings(const Scenario& scenario, const Node& root, Context& context);
void check_turnover(const Scenario& scenario, const Node& root, Context& context);
void check_staff(const Scenario& scenario, const Node& root, Context& context);

// Remarks: what can be run and hardly is what was meant.
void remark_on_mail(const Scenario& scenario, const Node& root, Context& context);
void remark_on_servers(const Scenario& scenario, const Node& root, Context& context);
void remark_on_numbers(const Scenario& scenario, const Node& root, Context& context);

/// The path of a look-up, and its entry.
std::pair<std::string, const Node&> look_up_at(const model::WayNeeded& way, const Scenario& scenario, const Node& root);

/// "voice", "chat" or "mail".
std::string_view channel_name(Channel channel);

/// The message about a group that a call type names without its ever being served there.
std::string never_serves(const std::string& group, const std::string& type);

/// The entry of a list at a position; `root` itself when the file does not have it.
const Node& entry_at(const Node& root, std::string_view list, std::size_t position);

}  // namespace floorwalker::scenario
