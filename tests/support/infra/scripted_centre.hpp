#pragma once

#include <map>
#include <utility>
#include <vector>

#include <floorwalker/infrastructure.hpp>
#include <floorwalker/time.hpp>

#include "sim/infra/centre.hpp"

/// A centre that orders what a test tells it to, and does nothing about what comes of it.
namespace floorwalker::test {

class ScriptedCentre final : public infra::Centre {
public:
    /// Orders at one moment belong to one event.
    void order(Duration at, const model::MachineOrder& order) { script_[TimePoint{at}].push_back(order); }
    void look_up(Duration at, std::uint32_t ticket, const model::MachineOrder& order);
    void give_up(Duration at, std::uint32_t ticket);
    void set_server(Duration at, std::uint16_t server, double speed);
    void set_link(Duration at, std::uint16_t link, double speed);
    /// Does nothing but keep the run going until then.
    void wait(Duration until) { script_[TimePoint{until}]; }

    std::optional<TimePoint> next_at() override;
    void step() override;
    void take(const model::MachineEvent& event) override;
    std::vector<model::MachineOrder> take_orders() override { return std::exchange(orders_, {}); }
    bool needs_settling() const override { return is_fresh_; }
    TimePoint now() const override { return now_; }
    std::uint64_t steps() const override { return steps_; }

private:
    std::map<TimePoint, std::vector<model::MachineOrder>> script_;
    std::vector<model::MachineOrder> orders_;
    TimePoint now_{};
    std::uint64_t steps_ = 0;
    bool is_fresh_ = false;
};

/// A look-up from that site at that server that asks for so much.
model::MachineOrder asking(std::uint16_t site, std::uint16_t server, double request_bytes, double work_s,
                           double answer_bytes);

/// A server "crm" at site "head", and agents at site "branch" behind the link "line": 1,000,000 bytes a second, no
/// latency.
Infrastructure branch_and_head();

/// What became of each look-up, by ticket; only where each ticket is used once.
std::map<std::uint32_t, model::MachineEvent> outcomes_of(const model::MachineLog& log);

/// The entries of that kind, in order.
model::MachineLog entries_of(const model::MachineLog& log, model::MachineEvent::Kind kind);

}  // namespace floorwalker::test
