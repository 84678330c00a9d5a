#pragma once

#include <utility>

#include "sim/cluster/transport.hpp"

namespace floorwalker::cluster {

/// Another transport, where each message costs its sender and its receiver processor time.
class CostlyTransport final : public Transport {
public:
    CostlyTransport(Transport& real, double seconds_a_message) : real_{real}, cost_{seconds_a_message} {}

    int rank() const override { return real_.rank(); }
    int size() const override { return real_.size(); }
    double now() const override { return real_.now(); }
    void pause(double seconds) override { real_.pause(seconds); }
    void give_up() override { real_.give_up(); }

    bool send(int to, Kind kind, std::string bytes) override {
        real_.pause(cost_);
        return real_.send(to, kind, std::move(bytes));
    }

    std::optional<Message> receive() override {
        auto message = real_.receive();
        if (message) real_.pause(cost_);
        return message;
    }

private:
    Transport& real_;
    double cost_;
};

}  // namespace floorwalker::cluster
