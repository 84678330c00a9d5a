#pragma once

#include <optional>
#include <variant>
#include <vector>

#include <floorwalker/ivr.hpp>

#include "sim/kernel/random/sampler.hpp"
#include "sim/model/prepared/machine_model.hpp"

/// IVR flows with their distributions ready to draw from.
namespace floorwalker::model {

struct AnnouncementModel {
    kernel::Sampler length;
    NodeId next{};
};

struct MenuModel {
    kernel::Sampler thinking;
    std::vector<double> up_to;  // cumulative shares of the choices
    std::vector<NodeId> next;   // of each choice
    double timeout = 0.0;
    Duration timeout_after{0};
    double wrong_key = 0.0;
    int tries = 1;
    std::optional<NodeId> when_failed;
};

struct SelfServiceModel {
    kernel::Sampler duration;
    double success = 1.0;
    std::optional<NodeId> next;
    std::optional<NodeId> when_failed;
    std::vector<LookUpModel> look_ups;  // by number
};

using NodeModel = std::variant<AnnouncementModel, MenuModel, SelfServiceModel, ToQueue, EndOfCall>;

struct FlowModel {
    std::vector<NodeModel> nodes;
    std::optional<kernel::Sampler> patience;
};

}  // namespace floorwalker::model
