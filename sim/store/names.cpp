#include "sim/store/names.hpp"

#include <array>

namespace floorwalker::store {
namespace {

template <class Choice, std::size_t N>
std::string_view entry(const std::array<std::string_view, N>& names, Choice choice) {
    return names.at(static_cast<std::size_t>(choice));
}

}  // namespace

std::string_view name_of(ServiceLevelVariant variant) {
    static constexpr std::array<std::string_view, 6> kNames{"offered",
                                                            "answered",
                                                            "abandon_in_target_good",
                                                            "abandon_in_target_ignored",
                                                            "short_abandon_good",
                                                            "short_abandon_ignored"};
    return entry(kNames, variant);
}

std::string_view name_of(DailyServiceLevel daily) {
    static constexpr std::array<std::string_view, 2> kNames{"ratio_of_sums", "mean_of_days"};
    return entry(kNames, daily);
}

std::string_view name_of(RunState state) {
    static constexpr std::array<std::string_view, 3> kNames{"running", "done", "stopped"};
    return entry(kNames, state);
}

std::string_view name_of(ConfidenceMethod method) {
    static constexpr std::array<std::string_view, 3> kNames{"none", "replications", "batch_means"};
    return entry(kNames, method);
}

}  // namespace floorwalker::store
