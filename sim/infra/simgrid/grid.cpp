#include "sim/infra/simgrid/grid.hpp"

#include <csignal>
#include <string>
#include <vector>

#include <simgrid/s4u.hpp>

namespace floorwalker::infra {

void start_grid() {
    // CM02 is max-min sharing. Its shares go by the latency of the way, so SimGrid is told of none: transfers begin
    // later instead (look_ups.cpp).
    std::vector<std::string> words{
        "floorwalker",
        "--log=root.thresh:warning",
        "--cfg=surf/precision:1e-9",
        "--cfg=maxmin/precision:1e-9",
        "--cfg=network/model:CM02",
        "--cfg=network/latency-factor:0",
        "--cfg=network/TCP-gamma:0",
        "--cfg=network/crosstraffic:0",
    };
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    auto count = static_cast<int>(arguments.size());
    arguments.push_back(nullptr);
    new simgrid::s4u::Engine(&count, arguments.data());  // stays until the process ends, as SimGrid wants it
    std::signal(SIGINT, SIG_IGN);                        // SimGrid would leave by exit(); our parent ends us
}

double seconds_to_next_end(double now) {
    double least = -1.0;
    for (auto* const model : simgrid::s4u::Engine::get_instance()->get_all_models()) {
        const double seconds = model->next_occurring_event(now);
        if (seconds >= 0.0 && (least < 0.0 || seconds < least)) least = seconds;
    }
    return least;
}

bool has_unreported_ends() {
    for (auto* const model : simgrid::s4u::Engine::get_instance()->get_all_models()) {
        if (!model->get_finished_action_set()->empty() || !model->get_failed_action_set()->empty()) return true;
    }
    return false;
}

}  // namespace floorwalker::infra
