#pragma once

#include <string_view>
#include <vector>

#include <floorwalker/results.hpp>

/// The figures of what has no set of KPIs, by the names that reports give them.
namespace floorwalker::measure {

struct Figure {
    std::string_view name;
    Estimate estimate;
};

std::vector<Figure> figures_of(const IvrResult& flow);
std::vector<Figure> figures_of(const IvrResult::Node& node);
std::vector<Figure> figures_of(const CampaignResult& campaign);
std::vector<Figure> figures_of(const WaitEstimateResult& estimate);

std::vector<Figure> figures_of(const QualityResult& quality);
std::vector<Figure> figures_of(const RiskCell& cell);
std::vector<Figure> figures_of(const StandardResult::Compliance& compliance);
std::vector<Figure> figures_of(const ServerResult& server);
std::vector<Figure> figures_of(const ServerResult::Interval& interval);
/// Of a link or a site.
std::vector<Figure> figures_of(const MachineResult& machine);
/// Of all together.
std::vector<Figure> figures_of(const MachineResults& machines);

/// The one figure of a business, of a defect or of all.
std::vector<Figure> sum_of_risks(double risk);

}  // namespace floorwalker::measure
