#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

/// Adherence and conformance the slow way: from all facts of a run, and the question for each agent and each piece of
/// time in which nothing changes, what the plan wanted around it.
namespace floorwalker::support {

class NaiveAdherence {
public:
    explicit NaiveAdherence(const Scenario& scenario);

    void operator()(const Fact& fact);

    /// What `result`, which must be of the same run, says otherwise; the first. Empty: nothing.
    std::string difference(const RunResult& result, TimePoint end);
    /// How much time was scheduled, and how much of it somebody did not adhere to.
    double scheduled_s() const { return all_.scheduled; }
    double missed_s() const { return all_.scheduled - all_.adherent; }

private:
    struct Sums {
        double scheduled = 0, adherent = 0, for_contacts = 0, worked = 0;

        void add(const Sums& other);
    };
    struct Planned {
        TimePoint shift_begins{};
        TimePoint from{};
        TimePoint until{};
        AgentState what{};
    };
    struct Person {
        std::size_t group = 0;
        std::vector<Planned> plan;
        std::map<TimePoint, AgentState> states;  ///< entered
        std::map<TimePoint, bool> held;          ///< whether somebody is in the place, from then on
    };
    struct Row {
        TimePoint from{};
        std::size_t interval = 0;
        bool is_measured = false;
    };

    void measure(const Person& person, TimePoint end, Sums& of_agent);
    bool counts(const Person& person, const Planned& planned, TimePoint seen_at) const;
    std::vector<AgentState> wanted(const Person& person, TimePoint at, TimePoint seen_at) const;
    bool adheres(const Person& person, TimePoint at, AgentState state) const;
    std::string difference(const std::string& scope, const Sums& sums, const KpiSet& kpis) const;

    const Scenario& scenario_;
    Duration tolerance_;
    std::vector<Person> people_;
    std::vector<Row> rows_;
    std::uint32_t day_ = 0;
    Sums all_;
    std::vector<Sums> groups_;
    std::vector<Sums> intervals_;
};

}  // namespace floorwalker::support
