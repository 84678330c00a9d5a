#include "tests/support/steady_room.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "sim/model/engine.hpp"

namespace floorwalker::support {
namespace {

using model::MachineEvent;
using model::MachineLog;
using model::MachineOrder;

struct Nobody {
    template <class OneFact>
    void operator()(const OneFact&) {}
};

class Machines {
public:
    Machines(const model::Model& model, kernel::StreamKey key)
        : model_{model},
          engine_{std::shared_ptr<const model::Model>{std::shared_ptr<const model::Model>{}, &model},
                  model::first_world(model, key), Nobody{}},
          servers_(model.machines.all->servers.size(), 1.0),
          links_(model.machines.all->links.size(), 1.0),
          sites_(model.machines.all->sites.size(), 1.0) {}

    MachineLog run(std::vector<model::LiveDecision> live) {
        std::reverse(live.begin(), live.end());
        while (true) {
            const auto event = engine_.next_event_at();
            const auto answer = pending_.empty() ? std::nullopt : std::optional{pending_.begin()->first.first};
            if (!live.empty() && (!event || *event > live.back().at) && (!answer || *answer > live.back().at)) {
                engine_.advance_clock(live.back().at);
                engine_.apply(live.back().decision);
                live.pop_back();
            } else if (answer && (!event || *answer <= *event)) {
                deliver();
                settle();
            } else if (event) {
                engine_.step_event();
                obey();
                settle();
            } else {
                return std::move(log_);
            }
        }
    }

private:
    struct Pending {
        std::uint32_t ticket = 0;
        ServerId server{};
        SiteId from{};
        TimePoint since{};
        bool is_answered = true;
    };

    void tell(MachineEvent event) {
        event.after_steps = engine_.world().steps;
        log_.push_back(event);
        engine_.take(event);
        obey();
    }

    void deliver() {
        const auto [when, pending] = *pending_.begin();
        pending_.erase(pending_.begin());
        MachineEvent event;
        event.at = when.first;
        event.kind = pending.is_answered ? MachineEvent::Kind::answered : MachineEvent::Kind::failed;
        event.tries = 1;
        event.subject = pending.ticket;
        tell(event);
    }

    void settle() {
        while (engine_.world().fresh_look_ups > 0) {
            if (!pending_.empty() && pending_.begin()->first.first <= engine_.world().now) {
                deliver();
                continue;
            }
            MachineEvent event;
            event.at = engine_.world().now;
            event.kind = MachineEvent::Kind::settled;
            tell(event);
        }
    }

    void obey() {
        const auto orders = engine_.world().orders;
        for (const MachineOrder& order : orders) {
            if (order.kind == MachineOrder::Kind::look_up) ask(order);
            if (order.kind == MachineOrder::Kind::give_up)
                std::erase_if(pending_, [&](const auto& one) { return one.second.ticket == order.ticket; });
            if (order.kind == MachineOrder::Kind::server_speed) servers_[order.machine] = order.value;
            if (order.kind == MachineOrder::Kind::link_speed) links_[order.machine] = order.value;
            if (order.kind == MachineOrder::Kind::site_state) sites_[index(order.site)] = order.value;
        }
        fail_those_out_of_reach();
    }

    void ask(const MachineOrder& order) {
        Pending pending{order.ticket, ServerId{order.machine}, order.site, engine_.world().now, true};
        const double speed = servers_[order.machine] * model_.machines.all->servers[order.machine].speed;
        const Duration length = speed > 0 ? from_seconds(order.work_s / speed) : Duration{0};
        pending_.emplace(std::pair{pending.since + length, serial_++}, pending);
    }

    bool is_out_of_reach(const Pending& pending) const {
        const SiteId to = model_.machines.all->servers[index(pending.server)].site;
        const auto* const way = model_.machines.way(pending.from, to);
        return servers_[index(pending.server)] == 0 || sites_[index(pending.from)] == 0 ||
               std::any_of(way->begin(), way->end(), [&](LinkId link) { return links_[index(link)] == 0; });
    }

    void fail_those_out_of_reach() {
        const Infrastructure& all = *model_.machines.all;
        std::vector<Pending> failed;
        std::erase_if(pending_, [&](const auto& one) {
            if (!one.second.is_answered || !is_out_of_reach(one.second)) return false;
            failed.push_back(one.second);
            return true;
        });
        for (Pending& one : failed) {
            one.is_answered = false;
            const TimePoint end = one.since + all.timeout + all.retries * (all.timeout + all.retry_after);
            pending_.emplace(std::pair{std::max(end, engine_.world().now), serial_++}, one);
        }
    }

    const model::Model& model_;
    model::Engine<Nobody> engine_;
    std::vector<double> servers_;
    std::vector<double> links_;
    std::vector<double> sites_;
    std::map<std::pair<TimePoint, std::uint64_t>, Pending> pending_;
    std::uint64_t serial_ = 0;
    MachineLog log_;
};

class SteadyRoom : public model::MachineRoom {
public:
    std::shared_ptr<const MachineLog> run(const model::Model& model, kernel::StreamKey key,
                                          const std::vector<model::LiveDecision>& live,
                                          const std::atomic<bool>*) const override {
        return std::make_shared<const MachineLog>(Machines{model, key}.run(live));
    }
};

}  // namespace

std::shared_ptr<const model::MachineRoom> steady_room() {
    static const auto room = std::make_shared<const SteadyRoom>();
    return room;
}

}  // namespace floorwalker::support
