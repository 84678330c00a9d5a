#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/scenario.hpp>

/// The facts of a run as a list, and as text that a test can spell out.
namespace floorwalker::support {

/// An observer that keeps everything.
struct FactList {
    std::vector<Fact> facts;

    template <class OneFact>
    void operator()(const OneFact& fact) {
        facts.push_back(fact);
    }
};

std::vector<Fact> facts_of(const Scenario& scenario, std::uint64_t seed = 1, std::uint64_t replication = 0);

TimePoint time_of(const Fact& fact);

/// "08:00:10 a1 queued": contacts are called by their type and their number on the day, agents by their number in the
/// scenario. A day that is not the first stands before the time: "1+08:00:10".
std::string text_of(const Scenario& scenario, const Fact& fact);

/// Everything, a fact a line.
std::vector<std::string> story(const Scenario& scenario);

/// What became of the contacts: answered, queued, abandoned, dismissed, blocked.
std::vector<std::string> contact_story(const Scenario& scenario);

/// Who was answered out of the queue, in order: "b0 a1".
std::string answer_order(const Scenario& scenario);

/// The way of the contacts: all but who came and went. A second call of a customer is a1'1.
std::vector<std::string> journey_story(const Scenario& scenario);

/// Who came and went, and decisions: changes to and from "signed_out", DutyChanged and DecisionApplied.
std::vector<std::string> staff_story(const Scenario& scenario);

using Lines = std::vector<std::string>;

}  // namespace floorwalker::support
