#pragma once

#include <string_view>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/store/run_store.hpp"

/// Choices as they are written in the file.
namespace floorwalker::store {

std::string_view name_of(ServiceLevelVariant variant);
std::string_view name_of(DailyServiceLevel daily);
std::string_view name_of(RunState state);
std::string_view name_of(ConfidenceMethod method);

/// The choice with that name; the first one when there is none.
template <class Choice>
Choice choice_named(std::string_view name, Choice last) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (name_of(static_cast<Choice>(i)) == name) return static_cast<Choice>(i);
    }
    return Choice{};
}

}  // namespace floorwalker::store
