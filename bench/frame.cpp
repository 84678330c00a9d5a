#include <array>
#include <fstream>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>
#include <imgui.h>
#include <unistd.h>

#include "viz/day/forecast.hpp"
#include "viz/day/player.hpp"
#include "viz/look/fonts.hpp"
#include "viz/panels/stage.hpp"

/// What the window costs: the time of our own code for one frame, with ImGui but without a driver, and the memory of a
/// recorded day.
namespace {

using namespace floorwalker;
using namespace floorwalker::viz;
using namespace std::chrono_literals;

/// 14 and a half hours for so many people in twelve teams, of whom each has its skills; and more callers than they can
/// serve, who hardly ever give up. Two tiers, so that customers differ.
Scenario crowd(std::int64_t agents, double per_hour) {
    constexpr std::size_t kTeams = 12;
    Scenario scenario;
    scenario.centre.name = "Crowd";
    scenario.centre.open = 8h;
    scenario.centre.close = 22h + 30min;
    scenario.centre.interval = 30min;
    constexpr std::size_t kTypes = 5;
    Tier gold;
    gold.id = "gold";
    gold.name = "Gold";
    gold.share_by_call_type.assign(kTypes, 0.2);
    scenario.tiers.push_back(gold);
    for (std::size_t t = 0; t < kTypes; ++t) {
        CallType calls;
        calls.id = "calls_" + std::to_string(t + 1);
        calls.name = "Calls " + std::to_string(t + 1);
        calls.arrivals.per_interval = {per_hour / 2 / kTypes};
        calls.patience = Distribution{Exponential{1800.0}, {}};
        calls.talk = Distribution{Exponential{300.0}, {}};
        calls.wrap_up = Distribution{Exponential{30.0}, {}};
        scenario.call_types.push_back(calls);
    }
    for (std::size_t g = 0; g < kTeams; ++g) {
        Group group;
        group.id = "team_" + std::to_string(g + 1);
        group.name = "Team " + std::to_string(g + 1);
        for (std::size_t t = 0; t < kTypes; ++t) group.skills[CallTypeId(static_cast<std::uint16_t>(t))] = 1.0;
        const auto place = static_cast<std::int64_t>(g);
        group.agents = {agents * (place + 1) / std::int64_t{kTeams} - agents * place / std::int64_t{kTeams}};
        scenario.groups.push_back(group);
    }
    return scenario;
}

/// The same with people: traits, learning, fatigue, stress, phones that ring, and what becomes of each contact.
Scenario crowd_of_people(std::int64_t agents, double per_hour) {
    Scenario scenario = crowd(agents, per_hour);
    scenario.profiles.push_back({"usual", "Usual", {}});
    for (CallType& type : scenario.call_types) {
        type.outcome = OutcomeRules{};
        type.abuse = Abuse{};
    }
    for (Group& group : scenario.groups) {
        group.profile = ProfileId{0};
        group.fatigue.rise = 0.3;
        group.stress = Stress{.per_contact = 0.02};
        group.ring = Ring{};
    }
    return scenario;
}

/// ImGui as the window has it, but for what puts it on a screen.
class Context {
public:
    Context() {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {1920, 1080};
        // As the driver does: lists of more than 65,536 vertices.
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        look_.theme = Theme::dark();
        look_.fonts = load_fonts(1.0F, {});
    }
    ~Context() { ImGui::DestroyContext(); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    void draw(Player& player, const std::vector<std::shared_ptr<const Expected>>& expected) {
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        ImGui::NewFrame();
        const auto frame = player.frame();
        const Stage stage{look_,  *frame,   ui_,          widgets_,
                          player, expected, differences_, *ImGui::GetBackgroundDrawList()};
        draw_window(stage, {0, 0, 1920, 1080});
        ImGui::Render();
    }
    Ui& ui() { return ui_; }

private:
    Look look_;
    const std::vector<Differences> differences_{};  // of one side there are none
    Ui ui_;
    Widgets widgets_;
};

/// At noon, with 1,000 seats and some 500 waiting. Expected values of the day are known, as they are soon after start.
void frame(benchmark::State& state) {
    const RunOf run{crowd(1'000, 12'000), 1, 0, {}};
    Player player{{run}};
    const Forecast forecast{run.scenario};
    forecast.settle();
    const std::vector expected{forecast.expected()};
    player.seek(TimePoint{12h});
    player.settle();
    Context context;
    if (state.range(0) == 1) context.ui().following.agent = AgentId{100};
    context.draw(player, expected);
    for (auto _ : state) context.draw(player, expected);
    const Scene& scene = player.frame()->sides.front().scene;
    state.counters["seats"] = static_cast<double>(scene.seats().size());
    state.counters["waiting"] = static_cast<double>(scene.waiting());
    state.counters["vertices"] = static_cast<double>(ImGui::GetDrawData()->TotalVtxCount);
}

double resident_mb() {
    std::ifstream file{"/proc/self/statm"};
    double all = 0;
    double resident = 0;
    file >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// A day of 24,000 contacts an hour for 2,000 agents: how long it takes to record, and how much of memory.
void record(benchmark::State& state) {
    const RunOf run{state.range(0) == 1 ? crowd_of_people(2'000, 24'000) : crowd(2'000, 24'000), 1, 0, {}};
    double used = 0;
    for (auto _ : state) {
        const double before = resident_mb();
        Tape tape{run};
        const std::atomic<bool> never{false};
        tape.record(never);
        used = std::max(used, resident_mb() - before);
        benchmark::DoNotOptimize(tape.outcome());
    }
    state.counters["MB"] = used;
}

/// To random moments of that day, forwards and backwards.
void seek(benchmark::State& state) {
    const RunOf run{crowd(2'000, 24'000), 1, 0, {}};
    Tape tape{run};
    const std::atomic<bool> never{false};
    tape.record(never);
    std::int64_t minute = 0;
    for (auto _ : state) {
        minute = (minute * 31 + 17) % 870;
        benchmark::DoNotOptimize(tape.at(TimePoint{8h + std::chrono::minutes{minute}}));
    }
}

BENCHMARK(frame)->ArgName("follows")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(record)->ArgName("people")->Arg(0)->Arg(1)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(seek)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
