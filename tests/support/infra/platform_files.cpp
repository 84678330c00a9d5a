#include "tests/support/infra/platform_files.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "tests/support/infra/scripted_centre.hpp"

namespace floorwalker::test {

std::string platform_text(const std::string& more) {
    return R"(<?xml version="1.0"?>
<!DOCTYPE platform SYSTEM "https://simgrid.org/simgrid.dtd">
<platform version="4.1">
  <zone id="all" routing="Full">
    <host id="head" speed="1Gf"/>
    <host id="branch" speed="1Gf"/>
    <host id="crm" speed="1Gf"/>
    <link id="line" bandwidth="1MBps" latency="0us" sharing_policy="SPLITDUPLEX"/>
    <route src="branch" dst="crm"><link_ctn id="line" direction="UP"/></route>
)" + more +
           R"(  </zone>
</platform>
)";
}

std::string with(std::string text, const std::string& was, const std::string& is) {
    const auto place = text.find(was);
    if (place == std::string::npos) throw std::invalid_argument{"there is no " + was};
    return text.replace(place, was.size(), is);
}

std::string platform_file(const std::string& name, const std::string& text) {
    const auto folder = std::filesystem::temp_directory_path() / "floorwalker_platform_tests";
    std::filesystem::create_directories(folder);
    const auto file = folder / name;
    std::ofstream{file} << text;
    return file.string();
}

Scenario scenario_on(const std::string& platform) {
    Scenario scenario;
    scenario.infrastructure = branch_and_head();
    scenario.infrastructure.platform = platform;
    CallType type;
    type.id = "regular";
    type.look_ups.emplace_back();
    type.look_ups.front().server = ServerId{0};
    scenario.call_types.push_back(type);
    Group group;
    group.id = "team";
    group.site = "branch";
    group.skills[CallTypeId{0}] = 1.0;
    scenario.groups.push_back(group);
    return scenario;
}

}  // namespace floorwalker::test
