#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <floorwalker/scenario.hpp>

#include "sim/measure/contact_columns.hpp"
#include "sim/measure/features.hpp"
#include "sim/measure/machines/machine_settings.hpp"
#include "sim/measure/schedule.hpp"
#include "sim/measure/standards_tally.hpp"
#include "sim/measure/tally.hpp"

/// What measuring needs to know of a scenario, in the form that it needs.
namespace floorwalker::measure {

struct Settings {
    std::size_t intervals = 1;
    std::size_t call_types = 1;
    std::size_t groups = 1;
    std::size_t tiers = 0;     ///< with "standard"; 0 when the scenario has none
    std::size_t channels = 0;  ///< 0: voice alone
    ContactColumns columns;
    Features features;
    std::vector<GroupId> agents;  ///< the group of each agent known before the run
    std::int64_t warm_up_days = 0;
    Duration open{0};
    Duration close = kDay;
    Duration interval{0};
    Duration short_abandon{0};
    StandardSettings standards;
    MachineSettings machines;
    std::vector<double> target_share;  ///< by call type: share that an interval must reach
    std::vector<Channel> channel;      ///< by call type
    double overall_target_share = 0.8;
    ServiceLevelVariant service_level = ServiceLevelVariant::offered;
    DailyServiceLevel daily_service_level = DailyServiceLevel::ratio_of_sums;
    std::vector<double> cost_per_hour;                        ///< by group
    std::vector<std::array<bool, kActivities>> is_paid_away;  ///< by group
    std::vector<bool> is_leave_paid;                          ///< by group
    std::vector<double> overtime_pay_factor;                  ///< by group
    std::vector<std::int64_t> places;  ///< by group: those of its shifts and listed people; 0 under a head count
    std::size_t months = 0;            ///< of the measured days, where people come and go; 0: too few, or too many
    std::shared_ptr<const Schedule> schedule;  ///< none: nobody works by shift, or nobody is held against it
    double line_cost_per_hour = 0.0;
    std::vector<std::size_t> flow_nodes;                ///< by IVR flow: how many nodes it has
    std::vector<std::vector<GroupId>> campaign_groups;  ///< by campaign: who can talk to its customers

    Duration length_of(std::size_t interval_number) const {
        const Duration start = open + interval * static_cast<std::int64_t>(interval_number);
        return std::min(start + interval, close) - start;
    }
    /// Of a call type, or of callers in the IVR, whose type is the one after the last.
    Channel channel_of(std::size_t call_type) const {
        return call_type < channel.size() ? channel[call_type] : Channel::voice;
    }
};

inline constexpr std::size_t kChannels = 3;
/// What results call them, in the order of Channel.
inline constexpr std::array<std::string_view, kChannels> kChannelIds{"voice", "chat", "mail"};

/// A month is so many days.
inline constexpr std::int64_t kDaysOfAMonth = 30;

/// Without a schedule.
Settings settings_of(const Scenario& scenario);
/// `model` is the scenario prepared.
Settings settings_of(const Scenario& scenario, std::shared_ptr<const model::Model> model);

}  // namespace floorwalker::measure
