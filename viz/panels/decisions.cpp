// Decisions taken while it runs: people, systems, demand. They are listed, and can be undone.
#include <algorithm>

#include <fmt/format.h>

#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

constexpr Duration kFor = std::chrono::hours{1};

class Form {
public:
    Form(const Stage& stage, Box rest) : stage_{stage}, rest_{rest} {}

    void draw() {
        const Scenario& scenario = stage_.scenario(0);
        for (std::size_t g = 0; g < scenario.groups.size() && rest_.h > stage_.px(120); ++g)
            draw_group(scenario.groups[g], GroupId(static_cast<std::uint16_t>(g)));
        rest_.take_top(stage_.px(10));
        for (std::size_t t = 0; t < scenario.call_types.size() && rest_.h > stage_.px(120); ++t) {
            if (scenario.call_types[t].channel == Channel::voice)
                draw_type(scenario.call_types[t], CallTypeId(static_cast<std::uint16_t>(t)));
        }
        const Infrastructure& machines = scenario.infrastructure;
        for (std::size_t i = 0; i < machines.servers.size() && rest_.h > stage_.px(120); ++i)
            draw_server(machines.servers[i], ServerId(static_cast<std::uint16_t>(i)));
        for (std::size_t i = 0; i < machines.sites.size() && rest_.h > stage_.px(120); ++i)
            draw_site(machines.sites[i], SiteId(static_cast<std::uint16_t>(i)));
        draw_taken();
    }

private:
    Duration until() const {
        const Centre& centre = stage_.scenario(0).centre;
        const Duration now = stage_.frame.now.time_since_epoch() % kDay;
        return std::min(now + kFor, std::max(centre.close, now + Duration{1}));
    }
    bool is_open() const {
        const auto now = stage_.frame.now.time_since_epoch();
        const auto hours = stage_.scenario(0).centre.hours_on(now / kDay);
        return hours && now % kDay >= hours->open && now % kDay < hours->close;
    }
    Decision now(decltype(Decision::what) what) const {
        const auto since = stage_.frame.now.time_since_epoch();
        return {since % kDay, static_cast<std::uint32_t>(since / kDay), std::move(what)};
    }
    void decide(decltype(Decision::what) what) {
        stage_.player.decide(0, now(std::move(what)));
        stage_.ui.message = tr("Decided. What comes after is worked out anew.");
    }

    Box row(const std::string& name) {
        Box line = rest_.take_top(stage_.px(36));
        draw_text(stage_.draw, *stage_.fonts().small, {line.x, line.centre().y - stage_.fonts().small->FontSize / 2},
                  stage_.theme().text, fitting(*stage_.fonts().small, name, stage_.px(210)));
        line.take_left(stage_.px(220));
        rest_.take_top(stage_.px(6));
        return line;
    }
    bool button(Box& line, const std::string& name, const char* words) {
        const float width = width_of(*stage_.fonts().small, words) + stage_.px(28);
        const bool is_clicked = draw_button(stage_, name, line.take_left(width), words);
        line.take_left(stage_.px(8));
        return is_clicked;
    }

    void draw_group(const Group& group, GroupId id) {
        Box line = row(group.name.empty() ? group.id : group.name);
        if (button(line, "extra_" + group.id, tr("+1 for an hour"))) decide(Extra{id, 1, until()});
        if (button(line, "extra5_" + group.id, tr("+5"))) decide(Extra{id, 5, until()});
        if (button(line, "absent_" + group.id, tr("−1 for an hour"))) decide(Absent{id, 1, until()});
        if (button(line, "down_" + group.id, tr("systems down"))) decide(SystemDown{id, until()});
    }

    /// The teams that can take it and may be kept off, as many as have room.
    void draw_teams(Box& line, const CallType& type, CallTypeId id) {
        const auto& groups = stage_.scenario(0).groups;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            const Group& group = groups[g];
            if (!group.skills.contains(id)) continue;
            const std::string words =
                fmt::format(fmt::runtime(tr("without {}")), group.name.empty() ? group.id : group.name);
            if (line.w < width_of(*stage_.fonts().small, words) + stage_.px(36)) return;
            const std::string name = fmt::format("off_{}_{}", group.id, type.id);
            if (button(line, name, words.c_str())) decide(KeepOff{GroupId(static_cast<std::uint16_t>(g)), id, until()});
        }
    }

    void draw_type(const CallType& type, CallTypeId id) {
        Box line = row(type.name.empty() ? type.id : type.name);
        if (button(line, "first_" + type.id, tr("first for an hour"))) decide(Prioritise{id, {}, 1, until()});
        if (button(line, "last_" + type.id, tr("last for an hour"))) decide(Prioritise{id, {}, -1, until()});
        const bool wants_peak = button(line, "peak_" + type.id, tr("100 calls more"));
        draw_teams(line, type, id);
        if (!wants_peak) return;
        if (is_open()) return decide(Peak{id, {}, 100, until(), {}});
        stage_.ui.message = tr("The centre is closed: nobody would come.");
    }

    void draw_server(const Server& server, ServerId id) {
        Box line = row(server.name.empty() ? server.id : server.name);
        if (button(line, "slow_" + server.id, tr("half as fast for an hour"))) decide(ServerSlow{id, 0.5, until()});
        if (button(line, "off_" + server.id, tr("down for an hour"))) decide(ServerDown{id, until()});
    }

    void draw_site(const Site& site, SiteId id) {
        Box line = row(site.name.empty() ? site.id : site.name);
        if (button(line, "lost_" + site.id, tr("lost for an hour"))) decide(SiteLost{id, true, until()});
    }

    void draw_taken() {
        const Fonts& fonts = stage_.fonts();
        rest_.take_top(stage_.px(6));
        const auto& live = stage_.frame.sides.front().run->live;
        Box line = rest_.take_top(stage_.px(36));
        draw_text(stage_.draw, *fonts.small, {line.x, line.centre().y - fonts.small->FontSize / 2},
                  stage_.theme().faint, fmt::format(fmt::runtime(tr("decisions of yours so far: {}")), live.size()));
        stage_.widgets.show("decisions", std::to_string(live.size()));
        line.take_left(stage_.px(300));
        if (live.empty()) return;
        if (button(line, "undo", tr("undo the last"))) stage_.player.undo(0);
        if (button(line, "save_scenario", tr("save as scenario"))) stage_.ui.wants_scenario = true;
    }

    const Stage& stage_;
    Box rest_;
};

/// All that were taken in the window, the last below.
void draw_list(const Stage& stage, Box rest) {
    const Fonts& fonts = stage.fonts();
    const RunOf& run = *stage.frame.sides.front().run;
    const float height = stage.px(28);
    const auto fits = static_cast<std::size_t>(std::max(1.0F, rest.h / height));
    const std::size_t first = run.live.size() > fits ? run.live.size() - fits : 0;
    std::string all;
    for (std::size_t i = first; i < run.live.size(); ++i) {
        const std::string text = clock(run.live[i].taken) + "  " + words_of(run.live[i].decision, run.scenario);
        draw_text(stage.draw, *fonts.small, rest.take_top(height).min(), stage.theme().text,
                  fitting(*fonts.small, text, rest.w));
        all += text + "\n";
    }
    stage.widgets.show("decisions_taken", all);
}

}  // namespace

void draw_decisions(const Stage& stage, const Box& window) {
    const Scenario& scenario = stage.scenario(0);
    const auto voices = std::count_if(scenario.call_types.begin(), scenario.call_types.end(),
                                      [](const CallType& type) { return type.channel == Channel::voice; });
    const Infrastructure& machines = scenario.infrastructure;
    const float rows = static_cast<float>(scenario.groups.size() + machines.servers.size() + machines.sites.size()) +
                       static_cast<float>(voices);
    Box box{0, 0, std::min(window.w * 0.96F, stage.px(1500)),
            std::min(window.h * 0.9F, stage.px(42) * rows + stage.px(200))};
    box.x = window.centre().x - box.w / 2;
    box.y = window.centre().y - box.h / 2;
    fill(stage.draw, box, stage.theme().card, stage.px(10));
    outline(stage.draw, box, stage.theme().line, stage.px(1), stage.px(10));
    Box rest = box.inner(stage.px(28));
    draw_text(stage.draw, *stage.fonts().strong, rest.min(), stage.theme().text,
              fmt::format(fmt::runtime(tr("Decide at {}")), clock(stage.frame.now)));
    const Box cross{box.right() - stage.px(48), box.y + stage.px(16), stage.px(32), stage.px(28)};
    if (draw_button(stage, "close", cross, Button::close)) stage.ui.overlay = Overlay::none;
    rest.take_top(stage.px(48));
    draw_list(stage, rest.take_right(std::max(0.0F, rest.w - stage.px(1100))));
    Form{stage, rest}.draw();
}

}  // namespace floorwalker::viz
