#pragma once

#include <algorithm>

#include <simgrid/s4u.hpp>

/// What a host or link of SimGrid is like by what the centre orders and by what its platform file says.
namespace floorwalker::infra {

namespace s4u = simgrid::s4u;

/// Of a core of speed 1. Only proportions matter; this one is what a platform file calls 1Gf.
inline constexpr double kFlopsPerSecond = 1e9;

/// Switches one on and off. What the platform file switches on while we have it off, goes off again; what it switches
/// off meanwhile, SimGrid does not tell us, and it comes on when we say so.
template <class Resource>
class Switch {
public:
    explicit Switch(Resource* resource) : resource_{resource} {}

    Resource* resource() const { return resource_; }
    bool is_on() const { return resource_->is_on(); }

    void order(bool on) {
        ordered_ = on;
        put_right();
    }

    /// Something else than us has switched it.
    void note_own_change() { own_ = resource_->is_on(); }
    bool own() const { return own_; }

    void put_right() {
        const bool wanted = ordered_ && own_;
        if (wanted == resource_->is_on()) return;
        if (wanted)
            resource_->turn_on();
        else
            resource_->turn_off();
    }

private:
    Resource* resource_;
    bool ordered_ = true;
    bool own_ = true;
};

class HostState {
public:
    explicit HostState(s4u::Host* host) : power{host} {}

    s4u::Host* host() const { return power.resource(); }
    /// What the platform file makes of it: a part of its full speed, 0: off.
    double own_speed() const { return power.own() ? host()->get_available_speed() : 0.0; }

    Switch<s4u::Host> power;
};

class LinkState {
public:
    explicit LinkState(s4u::Link* link) : power{link}, full_{link->get_bandwidth()}, set_{full_} {}

    s4u::Link* link() const { return power.resource(); }
    bool is_shared() const { return link()->is_shared(); }
    double own_speed() const { return power.own() ? link()->get_bandwidth() / set_ : 0.0; }

    /// `factor` times its own bandwidth; 0: off.
    void order(double factor) {
        if (factor > 0.0) factor_ = factor;
        set_bandwidth();
        power.order(factor > 0.0);
    }

    /// Calls take so many more bytes a second of it.
    void add_voice(double bytes_per_second) {
        voice_ += bytes_per_second;
        set_bandwidth();
    }

    Switch<s4u::Link> power;

private:
    /// Calls come first, but data never gets nothing at all.
    void set_bandwidth() {
        constexpr double kLeast = 0.05;
        const double all = full_ * factor_;
        const double wanted = std::max(all - voice_, kLeast * all);
        if (wanted == set_) return;
        set_ = wanted;
        link()->set_bandwidth(set_);
    }

    double full_;
    double factor_ = 1.0;
    double voice_ = 0.0;
    double set_;
};

}  // namespace floorwalker::infra
