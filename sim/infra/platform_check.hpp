#pragma once

#include <stdexcept>
#include <vector>

#include <floorwalker/scenario.hpp>
#include <floorwalker/scenario_file.hpp>

namespace floorwalker::infra {

/// A platform file cannot be used.
class PlatformError : public std::runtime_error {
public:
    explicit PlatformError(std::vector<Problem> problems);

    const std::vector<Problem>& problems() const { return problems_; }

private:
    std::vector<Problem> problems_;
};

/// Has SimGrid load the scenario's platform file, in a process of its own. Nothing to do where there is none. Throws
/// PlatformError when SimGrid refuses the file or when what the scenario wants is not in it, std::runtime_error when
/// there is no SimGrid.
void check_platform(const Scenario& scenario);

}  // namespace floorwalker::infra
