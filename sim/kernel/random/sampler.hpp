#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <variant>
#include <vector>

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include "floorwalker/distribution.hpp"

/// Every draw is a function of the engine alone and reads as few of its words as it can, because engines are
/// keyed per customer and made anew for each. Draws are written as one engine call a statement: the order of
/// two calls within one expression is the compiler's choice, and the digest must not depend on it.
namespace floorwalker::kernel {

/// A generator of 64 uniform bits a call. Boost's ziggurats read exactly one such word on their first try.
template <class Engine>
concept WordEngine = std::same_as<typename Engine::result_type, std::uint64_t> &&(Engine::min() == 0) &&
                     (Engine::max() == std::numeric_limits<std::uint64_t>::max());

/// The distributions with everything computed that a draw does not have to compute.
namespace prepared {

/// In [0, 1), a multiple of 2^-53. boost::random::uniform_01 keeps all 64 bits instead and pays for it: x86
/// converts unsigned words to double through a branch on the top bit, which no predictor gets right.
double unit_uniform(WordEngine auto& engine) { return static_cast<double>(engine() >> 11) * 0x1p-53; }

/// Reads again the word `first`, then goes on with the engine.
template <WordEngine Engine>
struct Replay {
    using result_type = std::uint64_t;

    static constexpr result_type min() { return 0; }

    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    result_type operator()() { return std::exchange(replayed, true) ? engine() : first; }

    Engine& engine;
    result_type first;
    bool replayed = false;
};

template <WordEngine Engine>
[[gnu::noinline]] double unit_exponential_from(std::uint64_t first, Engine& engine) {
    Replay<Engine> replay{engine, first};
    return boost::random::exponential_distribution<double>{}(replay);
}

/// Boost's ziggurat, value by value and word by word. Its first try, the only one in 98 % of the draws, is
/// repeated here because compilers do not inline Boost's loop: 1.9 ns a draw instead of 3.5.
template <WordEngine Engine>
[[gnu::always_inline]] inline double unit_exponential(Engine& engine) {
    const std::uint64_t word = engine();
    const double* layers = boost::random::detail::exponential_table<double>::table_x;
    const std::size_t layer = word & 0xff;
    // Boost clears bit 11, which keeps the fraction of 56 bits from being rounded up to 1.
    const auto fraction = static_cast<std::int64_t>((word & ~(std::uint64_t{1} << 11)) >> 8);
    const double value = static_cast<double>(fraction) * 0x1p-56 * layers[layer];
    return value < layers[layer + 1] ? value : unit_exponential_from(word, engine);
}

/// Boost's is a ziggurat without memory: no second normal waits for the next call.
double unit_normal(WordEngine auto& engine) { return boost::random::normal_distribution<double>{}(engine); }

struct Constant {
    double value = 0.0;

    double operator()(WordEngine auto&) const { return value; }
};

struct Uniform {
    double low = 0.0;
    double width = 1.0;

    double operator()(WordEngine auto& engine) const { return low + width * unit_uniform(engine); }
};

/// Erlang with few phases.
struct ExponentialSum {
    int phases = 1;
    double phase_mean = 1.0;

    double operator()(WordEngine auto& engine) const {
        double sum = 0.0;
        for (int phase = 0; phase < phases; ++phase) {
            sum += unit_exponential(engine);
        }
        return sum * phase_mean;
    }
};

/// Boost's gamma is slower than libstdc++'s, but the same with every standard library.
struct Gamma {
    boost::random::gamma_distribution<double> gamma;

    double operator()(WordEngine auto& engine) const {
        auto mutable_copy = gamma;  // its call operator is not const, though it changes nothing
        return mutable_copy(engine);
    }
};

struct Weibull {
    double inverse_shape = 1.0;
    double scale = 1.0;

    double operator()(WordEngine auto& engine) const {
        return scale * std::pow(unit_exponential(engine), inverse_shape);
    }
};

struct Lognormal {
    double mu = 0.0;
    double sigma = 1.0;

    double operator()(WordEngine auto& engine) const { return std::exp(mu + sigma * unit_normal(engine)); }
};

/// By rejection, with the proposal that reads fewer words. With w = (high - low) / sd and p the normal's
/// share of [low, high], normal proposals read 1 / p words a draw, uniform ones 2 w / (p sqrt(2 pi)): fewer
/// where w < sqrt(pi / 2). At worst, for [mean, mean + 1.2533 sd], that is 1 / 0.395 = 2.5 words.
struct TruncatedNormal {
    double mean = 0.0;
    double sd = 1.0;
    double low = 0.0;
    double high = 0.0;
    bool narrow = false;

    double operator()(WordEngine auto& engine) const {
        for (;;) {
            const double value = narrow ? low + (high - low) * unit_uniform(engine) : mean + sd * unit_normal(engine);
            if (value >= low && value <= high && (!narrow || unit_uniform(engine) < relative_density(value))) {
                return value;
            }
        }
    }

    double relative_density(double value) const;
};

struct Triangular {
    double low = 0.0;
    double high = 1.0;
    double share_below_mode = 0.5;
    double rise = 0.5;  // (high - low) (mode - low)
    double fall = 0.5;  // (high - low) (high - mode)

    double operator()(WordEngine auto& engine) const { return quantile(unit_uniform(engine)); }

    double quantile(double share) const;
};

struct Hyperexponential {
    struct Phase {
        double share_up_to = 1.0;
        double mean = 1.0;
    };

    std::vector<Phase> phases;

    double operator()(WordEngine auto& engine) const {
        const double mean = phase_mean(unit_uniform(engine));
        return unit_exponential(engine) * mean;
    }

    double phase_mean(double share) const;
};

struct EmpiricalValues {
    std::vector<double> values;

    double operator()(WordEngine auto& engine) const {
        return values[boost::random::uniform_int_distribution<std::size_t>{0, values.size() - 1}(engine)];
    }
};

/// Straight lines of the quantile function, each from its share to the next one's; none is empty.
struct EmpiricalQuantiles {
    struct Line {
        double share = 0.0;
        double value = 0.0;
        double slope = 0.0;
    };

    std::vector<Line> lines;

    double operator()(WordEngine auto& engine) const { return quantile(unit_uniform(engine)); }

    double quantile(double share) const;
};

/// No more than eleven: up to there libstdc++'s std::visit is a switch.
using Shape = std::variant<Constant, Uniform, ExponentialSum, Gamma, Weibull, Lognormal, TruncatedNormal, Triangular,
                           Hyperexponential, EmpiricalValues, EmpiricalQuantiles>;

}  // namespace prepared

/// A distribution made ready to be drawn from. Its parameters must be valid, as distribution.hpp defines it.
class Sampler {
public:
    /// Always 0.
    Sampler() = default;
    explicit Sampler(const Distribution& distribution);

    template <WordEngine Engine>
    [[gnu::always_inline]] double operator()(Engine& engine) const {
        if (path_ == Path::kExponential) {
            return prepared::unit_exponential(engine) * scale_;
        }
        if (path_ == Path::kConstant) {
            return scale_;
        }
        return draw_any(engine);
    }

private:
    enum class Path : std::uint8_t { kConstant, kExponential, kAny };

    /// Out of line, so that callers stay small enough to be inlined themselves.
    template <WordEngine Engine>
    [[gnu::noinline]] double draw_any(Engine& engine) const {
        if (atom_share_ > 0.0 && prepared::unit_uniform(engine) < atom_share_) {
            return atom_value_;
        }
        return std::visit([&engine](const auto& shape) { return shape(engine); }, shape_);
    }

    Path path_ = Path::kConstant;
    double scale_ = 0.0;  // the constant, or the exponential's mean
    double atom_share_ = 0.0;
    double atom_value_ = 0.0;
    prepared::Shape shape_;
};

}  // namespace floorwalker::kernel
