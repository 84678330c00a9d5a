// The day so far in charts, one at a time.
#include "viz/panels/charts/charts.hpp"

#include <array>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include <floorwalker/trace.hpp>

namespace floorwalker::viz {
namespace {

constexpr std::array<const char*, 4> kTabs{N_("Waits"), N_("Intervals"), N_("Agents"), N_("Table")};

/// All contacts of the run, worked out once.
const std::vector<ContactRecord>& contacts_of(const std::shared_ptr<const RunOf>& run) {
    static std::vector<ContactRecord> known;
    static std::shared_ptr<const RunOf> of;
    if (of != run) known = contacts(as_scripted(*run), run->seed, run->replication);
    of = run;
    return known;
}

void draw_chart(const Stage& stage, const Box& area) {
    switch (stage.ui.chart) {
    case 0: return draw_waits_chart(stage, area);
    case 1: return draw_interval_map(stage, area);
    case 2: return draw_agents_chart(stage, area);
    default: return draw_call_type_table(stage, area);
    }
}

}  // namespace

void for_each_contact(const Stage& stage, const std::function<void(const ContactRecord&)>& look) {
    for (const ContactRecord& one : contacts_of(stage.frame.sides.front().run)) {
        if (one.arrived <= stage.frame.now && one.call_type != kNoCallType) look(one);
    }
}

bool was_served(const ContactRecord& one) { return one.outcome == ContactOutcome::answered; }

bool has_given_up(const ContactRecord& one) {
    return one.outcome == ContactOutcome::abandoned || one.outcome == ContactOutcome::left_at_once;
}

std::string name_of_type(const Scenario& scenario, std::size_t type) {
    const CallType& one = scenario.call_types[type];
    return one.name.empty() ? one.id : one.name;
}

void draw_charts(const Stage& stage, const Box& window) {
    Box box{window.x + window.w * 0.08F, window.y + window.h * 0.1F, window.w * 0.84F, window.h * 0.78F};
    stage.widgets.place("panel_charts", box);
    fill(stage.draw, box, stage.theme().card, stage.px(10));
    outline(stage.draw, box, stage.theme().line, stage.px(1), stage.px(10));
    Box rest = box.inner(stage.px(28));
    Box tabs = rest.take_top(stage.px(40));
    for (std::size_t i = 0; i < kTabs.size(); ++i) {
        const Box tab = tabs.take_left(stage.px(130));
        tabs.take_left(stage.px(8));
        if (draw_button(stage, fmt::format("chart_{}", i + 1), tab, tr(kTabs[i]),
                        stage.ui.chart == static_cast<int>(i)))
            stage.ui.chart = static_cast<int>(i);
    }
    const Box cross{box.right() - stage.px(48), box.y + stage.px(16), stage.px(32), stage.px(28)};
    if (draw_button(stage, "close", cross, Button::close)) stage.ui.overlay = Overlay::none;
    // So that a saved picture says of what it is.
    const ImFont& font = *stage.fonts().small;
    const std::string of = stage.scenario(0).centre.name + " · " + clock(stage.frame.now, false);
    draw_text(stage.draw, *stage.fonts().small, {cross.x - stage.px(16), tabs.centre().y - font.FontSize / 2},
              stage.theme().text, fitting(*stage.fonts().small, of, tabs.w - stage.px(80)), Align::right);
    rest.take_top(stage.px(20));
    draw_chart(stage, rest);
}

}  // namespace floorwalker::viz
