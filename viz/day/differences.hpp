#pragma once

#include <vector>

#include <floorwalker/scenario.hpp>

#include "viz/day/scene.hpp"

/// Where one of two centres with the same customers stands otherwise than the other, at the same moment.
namespace floorwalker::viz {

/// What an agent is to those who wait.
enum class Presence { gone, away, free, busy };
Presence presence_of(AgentState state);

/// Of one side.
struct Differences {
    std::vector<bool> seats;        ///< by agent: its presence is another there, or it has no seat there
    std::vector<Customer> waiting;  ///< customers who wait, or hear the IVR, here alone; sorted
    std::size_t differing_seats = 0;

    bool waits_here_alone(const Customer& customer) const;
};

/// People are the same when group and number are; customers are whenever they are.
Differences differences(const Scenario& scenario, const Scene& here, const Scenario& other_scenario,
                        const Scene& there);

}  // namespace floorwalker::viz
