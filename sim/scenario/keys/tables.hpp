#pragma once

#include <string>
#include <vector>

#include <floorwalker/scenario.hpp>

#include "sim/scenario/keys/key.hpp"

/// The tables of a scenario file. Each is built once, at its first use.
namespace floorwalker::scenario {

/// The file itself: [centre], [[group]] and the others, in the order in which they must be read.
const Keys<Scenario>& scenario_keys();

const Keys<Centre>& centre_keys();
const Keys<Scenario>& run_keys();

/// Formats of the [replay] table and of the entries of the lists, which know the file's ids from the context.
Format<std::vector<RecordedCall>> replay();
Format<SpecialDay> special_day();
Format<IvrFlow> ivr_flow();
Format<IvrNode> ivr_node();
Format<AccessNumber> access_number();
Format<Campaign> campaign();
Format<Tier> tier();
Format<CallType> call_type();
Format<Group> group();
Format<Decision> decision();
Format<Monitoring> monitoring();
Format<Risk> risk();
Format<RiskScale> risk_scale();
Format<Standard> standard();
Format<Caption> caption();
Format<FloorPlan> floor_plan();
Format<Profile> profile();
Format<Site> site();
Format<Link> link();
const Keys<Infrastructure>& infrastructure_keys();
const Keys<TraitWeights>& trait_keys();

/// An agent with the group that it belongs to.
struct ListedAgent {
    Agent agent;
    GroupId group{};
};
Format<ListedAgent> agent();

/// A server as written: where it stands may be left out.
struct WrittenServer : Server {
    std::optional<SiteId> at;
};
Format<WrittenServer> server();

Format<LookUp> look_up_of_agent();
Format<LookUp> look_up_of_ivr();

/// Formats that several tables share.
Format<Arrivals> arrivals();
Format<AnswerTarget> answer_target();
Format<Skills> skills();
/// { start, end }; an end at or before the start is on the next day.
const Keys<WorkSpan>& work_span_keys();
bool check_work_span(WorkSpan& span, const Node& node, Context& context);

/// { dist = "…", … }, or one duration for a constant.
Format<Distribution> distribution_of_durations();
/// A factor of a day: a gamma with mean 1 unless said otherwise.
Format<Distribution> distribution_of_factors();

}  // namespace floorwalker::scenario
