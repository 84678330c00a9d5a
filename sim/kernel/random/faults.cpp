#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numeric>

#include "floorwalker/distribution.hpp"

namespace floorwalker {
namespace {

bool all_positive(std::initializer_list<double> values) {
    return std::all_of(values.begin(), values.end(), [](double value) { return value > 0 && std::isfinite(value); });
}

bool are_shares(const std::vector<double>& shares) {
    const bool within =
        std::all_of(shares.begin(), shares.end(), [](double share) { return share >= 0 && share <= 1; });
    return within && std::abs(std::accumulate(shares.begin(), shares.end(), 0.0) - 1.0) < 1e-6;
}

struct Judge {
    const char* operator()(const Constant& c) const {
        return std::isfinite(c.value) ? nullptr : "a constant must be finite";
    }
    const char* operator()(const Uniform& u) const {
        return std::isfinite(u.low) && std::isfinite(u.high) && u.low <= u.high ? nullptr
                                                                                : "a uniform needs low <= high";
    }
    const char* operator()(const Exponential& e) const {
        return all_positive({e.mean}) ? nullptr : "an exponential needs a positive mean";
    }
    const char* operator()(const Erlang& e) const {
        return e.phases >= 1 && all_positive({e.mean}) ? nullptr : "an Erlang needs a phase and a positive mean";
    }
    const char* operator()(const Gamma& g) const {
        return all_positive({g.shape, g.scale}) ? nullptr : "a gamma needs a positive shape and scale";
    }
    const char* operator()(const Weibull& w) const {
        return all_positive({w.shape, w.scale}) ? nullptr : "a Weibull needs a positive shape and scale";
    }
    const char* operator()(const Lognormal& l) const {
        return std::isfinite(l.mu) && l.sigma >= 0 && std::isfinite(l.sigma)
                   ? nullptr
                   : "a lognormal needs a finite mu and sigma";
    }
    const char* operator()(const TruncatedNormal& t) const {
        const bool inside = t.low <= t.mean && t.mean <= t.high && t.low < t.high;
        return all_positive({t.sd}) && inside
                   ? nullptr
                   : "a truncated normal needs a positive sd and its mean within [low, high]";
    }
    const char* operator()(const Triangular& t) const {
        const bool ordered = t.low <= t.mode && t.mode <= t.high && t.low < t.high;
        return std::isfinite(t.low) && std::isfinite(t.high) && ordered ? nullptr
                                                                        : "a triangular needs low <= mode <= high";
    }
    const char* operator()(const Hyperexponential& h) const {
        const bool means =
            std::all_of(h.means.begin(), h.means.end(), [](double mean) { return all_positive({mean}); });
        const bool fits = !h.means.empty() && h.means.size() == h.shares.size() && are_shares(h.shares);
        return means && fits ? nullptr
                             : "a hyperexponential needs a positive mean for each share, and shares that sum to 1";
    }
    const char* operator()(const EmpiricalValues& e) const {
        const bool finite =
            std::all_of(e.values.begin(), e.values.end(), [](double value) { return std::isfinite(value); });
        return finite && !e.values.empty() ? nullptr : "an empirical distribution needs values";
    }
    const char* operator()(const EmpiricalQuantiles& e) const {
        const auto& points = e.points;
        if (points.size() < 2 || points.front().share != 0 || points.back().share != 1) {
            return "quantiles must go from share 0 to share 1";
        }
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (!(points[i].share >= points[i - 1].share && points[i].value >= points[i - 1].value))
                return "quantiles must not fall";
        }
        return nullptr;
    }
};

}  // namespace

std::optional<std::string> fault_of(const Distribution& distribution) {
    if (const char* fault = std::visit(Judge{}, distribution.shape)) return fault;
    if (distribution.atom) {
        const Atom& atom = *distribution.atom;
        if (!(atom.share >= 0 && atom.share <= 1) || !std::isfinite(atom.value))
            return "an atom needs a share from 0 to 1 and a finite value";
    }
    return std::nullopt;
}

}  // namespace floorwalker
