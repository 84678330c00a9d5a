#pragma once

#include <string>

#include <floorwalker/facts.hpp>
#include <floorwalker/scenario.hpp>

namespace floorwalker::report {

/// Names of the scenario's things in sentences.
class Names {
public:
    explicit Names(const Scenario& scenario) : scenario_{scenario} {}

    /// "enquiry"; "not told yet" of a caller in the IVR of a number
    std::string call_type(CallTypeId id) const;
    std::string tier(TierId id) const;
    std::string group(GroupId id) const;
    /// A call type, a number, a campaign, or "peak 1".
    std::string source(SourceId id) const;
    /// "enquiry/1/57": source, day from 1, number on that day from 0, as kept contacts have them.
    std::string customer(const Customer& customer) const;
    const IvrFlow& flow(FlowId id) const { return scenario_.flows[index(id)]; }

private:
    const Scenario& scenario_;
};

/// What happened to the customer, as a planner would say it: "waits; is ready to for 2 min 10 s".
std::string words(const Scenario& scenario, const Fact& fact);

/// "answered": the name of the kind of fact in JSON.
std::string_view kind_of(const Fact& fact);

}  // namespace floorwalker::report
