#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/scenario.hpp>

#include "viz/day/scene.hpp"

/// Keeps books of a run from its facts alone and holds a scene, which is told the same facts, against them.
namespace floorwalker::viz {

class Ledger {
public:
    explicit Ledger(const Scenario& scenario);

    /// Books the fact, and checks what it is about and all counts. The scene has been told it before.
    void check_fact(const Scene& scene, const Fact& fact);
    /// Between events: everybody.
    void check_all(const Scene& scene);
    /// Between events, with Simulation::waiting(). That counts contacts which stand in a lane of the engine, mail too:
    /// all in the scene's queues but those at whom a phone rings, and of the promised callbacks those that wait for an
    /// agent. Callbacks hold no line and are in no queue of the scene.
    void check_waiting(const Scene& scene, std::int64_t in_lanes);
    /// When the run is over.
    void check_end(const Scene& scene);

    std::size_t facts() const { return facts_; }
    std::size_t most_waiting() const { return most_waiting_; }
    /// What did not agree, the first few.
    const std::vector<std::string>& complaints() const { return complaints_; }

private:
    struct Visitor;
    using Contacts = std::map<ContactId, Customer>;

    void check(bool holds, const std::string& what);
    std::size_t ringing() const { return ringing_.size(); }

    const Scenario& scenario_;
    bool has_chats_ = false;
    TimePoint now_{};
    std::vector<Contacts> waiting_;  // by call type
    Contacts in_ivr_;
    Contacts ringing_;  // of the waiting ones
    std::map<AgentId, AgentState> states_;
    std::map<AgentId, Contacts> busy_with_;  // rings or talks
    std::vector<std::int64_t> promised_;     // callbacks, by call type
    std::size_t facts_ = 0;
    std::size_t most_waiting_ = 0;
    std::vector<std::string> complaints_;
};

}  // namespace floorwalker::viz
