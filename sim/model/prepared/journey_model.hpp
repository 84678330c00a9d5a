#pragma once

#include <map>
#include <optional>
#include <vector>

#include <floorwalker/campaign.hpp>
#include <floorwalker/hold.hpp>
#include <floorwalker/journey.hpp>

#include "sim/kernel/random/sampler.hpp"

/// What contacts lead to, with the distributions ready to draw from.
namespace floorwalker::model {

struct RedialModel {
    Redial rules;
    kernel::Sampler delay;
};

struct RepeatModel {
    Repeat rules;
    kernel::Sampler delay;
};

struct TransferModel {
    Transfer rules;
    kernel::Sampler briefing;
    kernel::Sampler return_talk;
};

struct HoldModel {
    double share = 0.0;
    kernel::Sampler length;
    std::optional<kernel::Sampler> report_back;
};

struct CallbackModel {
    Callback rules;
    kernel::Sampler dialling;
    kernel::Sampler on_paper;
};

struct CampaignModel {
    Campaign rules;
    kernel::Sampler preview;
    kernel::Sampler ring;
    kernel::Sampler wrong_party_talk;
    std::vector<double> reached;  // by interval
    double mean_ring_s = 0.0;
};

}  // namespace floorwalker::model
