#include "tests/support/infra/scripted_centre.hpp"

#include <algorithm>
#include <iterator>

namespace floorwalker::test {

using model::MachineEvent;
using model::MachineLog;
using model::MachineOrder;

void ScriptedCentre::look_up(Duration at, std::uint32_t ticket, const MachineOrder& order) {
    MachineOrder one = order;
    one.ticket = ticket;
    this->order(at, one);
}

void ScriptedCentre::give_up(Duration at, std::uint32_t ticket) {
    order(at, {.kind = MachineOrder::Kind::give_up, .ticket = ticket});
}

void ScriptedCentre::set_server(Duration at, std::uint16_t server, double speed) {
    order(at, {.kind = MachineOrder::Kind::server_speed, .machine = server, .value = speed});
}

void ScriptedCentre::set_link(Duration at, std::uint16_t link, double speed) {
    order(at, {.kind = MachineOrder::Kind::link_speed, .machine = link, .value = speed});
}

std::optional<TimePoint> ScriptedCentre::next_at() {
    if (script_.empty()) return std::nullopt;
    return script_.begin()->first;
}

void ScriptedCentre::step() {
    const auto next = script_.begin();
    now_ = next->first;
    ++steps_;
    orders_ = next->second;
    is_fresh_ = std::any_of(orders_.begin(), orders_.end(),
                            [](const MachineOrder& one) { return one.kind == MachineOrder::Kind::look_up; });
    script_.erase(next);
}

void ScriptedCentre::take(const MachineEvent& event) {
    now_ = std::max(now_, event.at);
    if (event.kind == MachineEvent::Kind::settled) is_fresh_ = false;
}

MachineOrder asking(std::uint16_t site, std::uint16_t server, double request_bytes, double work_s,
                    double answer_bytes) {
    return {.kind = MachineOrder::Kind::look_up,
            .site = SiteId{site},
            .machine = server,
            .request_bytes = request_bytes,
            .work_s = work_s,
            .answer_bytes = answer_bytes};
}

Infrastructure branch_and_head() {
    Infrastructure machines;
    machines.sites = {{.id = "head", .name = {}, .host = {}}, {.id = "branch", .name = {}, .host = {}}};
    Link line;
    line.id = "line";
    line.from = SiteId{1};
    line.to = SiteId{0};
    line.bytes_per_second = 1e6;
    machines.links = {line};
    Server crm;
    crm.id = "crm";
    crm.site = SiteId{0};
    machines.servers = {crm};
    return machines;
}

std::map<std::uint32_t, MachineEvent> outcomes_of(const MachineLog& log) {
    std::map<std::uint32_t, MachineEvent> outcomes;
    for (const MachineEvent& event : log) {
        if (event.kind == MachineEvent::Kind::answered || event.kind == MachineEvent::Kind::failed)
            outcomes[event.subject] = event;
    }
    return outcomes;
}

MachineLog entries_of(const MachineLog& log, MachineEvent::Kind kind) {
    MachineLog entries;
    std::copy_if(log.begin(), log.end(), std::back_inserter(entries),
                 [kind](const MachineEvent& event) { return event.kind == kind; });
    return entries;
}

}  // namespace floorwalker::test
