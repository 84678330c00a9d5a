#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include <floorwalker/scenario.hpp>

/// The parts of `simpler`.
namespace floorwalker::support::simpler_parts {

/// Gathers variants of a scenario.
class Variants {
public:
    explicit Variants(const Scenario& scenario) : scenario_{scenario} {}

    const Scenario& scenario() const { return scenario_; }

    /// The scenario after `edit`, if there is something to edit.
    template <class Edit>
    void add(bool is_there, Edit edit) {
        if (!is_there) return;
        Scenario& edited = all_.emplace_back(scenario_);
        edit(edited);
        const bool any_outcome = std::any_of(edited.call_types.begin(), edited.call_types.end(),
                                             [](const CallType& type) { return type.outcome.has_value(); });
        if (!any_outcome) edited.monitoring.reset();  // nothing could be judged
    }

    std::vector<Scenario> take() { return std::move(all_); }

private:
    const Scenario& scenario_;
    std::vector<Scenario> all_;
};

template <class List>
void erase_at(List& list, std::size_t place) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(place));
}

void without_features(Variants& variants);
void without_entries(Variants& variants);
void of_call_types(Variants& variants);
void of_groups(Variants& variants);

// Take an entry out, with all that refers to it.
void drop_call_type(Scenario& scenario, std::size_t place);
void drop_group(Scenario& scenario, std::size_t place);
void drop_tier(Scenario& scenario, std::size_t place);
void drop_number(Scenario& scenario, std::size_t place);
void drop_flow(Scenario& scenario, std::size_t place);

}  // namespace floorwalker::support::simpler_parts
