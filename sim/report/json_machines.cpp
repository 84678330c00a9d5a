// The machines behind the floor.
#include "sim/report/clock.hpp"
#include "sim/report/json_values.hpp"

namespace floorwalker::report {
namespace {

using report::to_json;

Json to_json(const ServerResult& server, const std::vector<IntervalKpis>& intervals) {
    Json object{{"id", server.id}};
    add(object, measure::figures_of(server));
    for (std::size_t i = 0; i < server.intervals.size(); ++i) {
        Json row{{"start", clock(intervals[i].start)},
                 {"end", clock(intervals[i].end)},
                 {"after_close", intervals[i].after_close}};
        add(row, measure::figures_of(server.intervals[i]));
        object["intervals"].push_back(std::move(row));
    }
    return object;
}

Json to_json(const std::vector<MachineResult>& machines) {
    Json list = Json::array();
    for (const MachineResult& machine : machines) {
        list.push_back({{"id", machine.id}});
        add(list.back(), measure::figures_of(machine));
    }
    return list;
}

}  // namespace

Json to_json(const MachineResults& machines, const std::vector<IntervalKpis>& intervals) {
    Json servers = Json::array();
    for (const ServerResult& server : machines.servers) servers.push_back(to_json(server, intervals));
    Json object{
        {"servers", std::move(servers)}, {"links", to_json(machines.links)}, {"sites", to_json(machines.sites)}};
    add(object, measure::figures_of(machines));
    return object;
}

}  // namespace floorwalker::report
