#include "sim/plan/design/points.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/sobol.hpp>
#include <boost/random/uniform_01.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <fmt/format.h>

#include "sim/plan/experiment/bad_request.hpp"

namespace floorwalker::plan {
namespace {

std::int64_t grid_size(const std::vector<Input>& inputs) {
    std::int64_t size = 1;
    for (const Input& input : inputs) {
        if (input.is_continuous()) {
            const std::string low = input.value_at(0);
            throw BadRequest{
                fmt::format("--vary {}: a grid needs to know the step, such as {}:{}:{}; or let --design "
                            "latin --points 20 choose values",
                            input.path, low, input.value_at(1),
                            Input{.path = {},
                                  .levels = {},
                                  .low = 0,
                                  .high = input.high - input.low,
                                  .unit = input.unit,
                                  .decimals = input.decimals}
                                .value_at(0.25))};
        }
        const auto levels = static_cast<std::int64_t>(input.levels.size());
        if (size > std::numeric_limits<std::int64_t>::max() / levels) {
            throw BadRequest{"that are more combinations than can be counted"};
        }
        size *= levels;
    }
    return size;
}

}  // namespace

std::string_view name_of(Design design) {
    switch (design) {
    case Design::grid: return "grid";
    case Design::latin: return "latin";
    case Design::sobol: break;
    }
    return "sobol";
}

Points::Points(std::vector<Input> inputs, Design design, std::int64_t count, std::uint64_t seed)
    : inputs_{std::move(inputs)}, design_{design}, size_{design == Design::grid ? grid_size(inputs_) : count} {
    if (design_ == Design::latin) place_latin(seed);
    if (design_ == Design::sobol) place_sobol();
}

std::vector<std::string> Points::values(std::int64_t number) const {
    std::vector<std::string> values(inputs_.size());
    if (design_ != Design::grid) {
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
            values[i] = inputs_[i].value_at(places_[static_cast<std::size_t>(number) * inputs_.size() + i]);
        }
        return values;
    }
    auto rest = static_cast<std::size_t>(number);
    for (std::size_t i = inputs_.size(); i-- > 0;) {
        const auto& levels = inputs_[i].levels;
        values[i] = levels[rest % levels.size()];
        rest /= levels.size();
    }
    return values;
}

std::vector<std::int64_t> Points::representatives(std::int64_t most) const {
    std::vector<std::int64_t> numbers;
    if (size_ <= most || design_ != Design::grid) {
        numbers.resize(static_cast<std::size_t>(std::min(size_, most)));
        std::iota(numbers.begin(), numbers.end(), std::int64_t{0});
        return numbers;
    }
    std::int64_t stride = 1;
    for (std::size_t i = inputs_.size(); i-- > 0;) {
        const auto levels = static_cast<std::int64_t>(inputs_[i].levels.size());
        for (std::int64_t level = 0; level < std::min(levels, most); ++level) numbers.push_back(level * stride);
        stride *= levels;
    }
    numbers.push_back(size_ - 1);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

void Points::place_latin(std::uint64_t seed) {
    boost::random::mt19937_64 engine{seed};
    boost::random::uniform_01<double> uniform;
    const auto count = static_cast<std::size_t>(size_);
    places_.resize(count * inputs_.size());
    std::vector<std::size_t> strata(count);
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
        std::iota(strata.begin(), strata.end(), std::size_t{0});
        for (std::size_t n = count; n > 1; --n) {
            const boost::random::uniform_int_distribution<std::size_t> any{0, n - 1};
            std::swap(strata[n - 1], strata[any(engine)]);
        }
        for (std::size_t n = 0; n < count; ++n) {
            places_[n * inputs_.size() + i] =
                (static_cast<double>(strata[n]) + uniform(engine)) / static_cast<double>(count);
        }
    }
}

void Points::place_sobol() {
    boost::random::sobol engine{inputs_.size()};
    const std::size_t count = static_cast<std::size_t>(size_) * inputs_.size();
    places_.assign(inputs_.size(), 0.0);  // the origin, which the engine leaves out
    places_.reserve(count);
    constexpr double kOne = 0x1p64;
    while (places_.size() < count) places_.push_back(static_cast<double>(engine()) / kOne);
}

}  // namespace floorwalker::plan
