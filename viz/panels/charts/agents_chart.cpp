// What agents did over the day, and what each team does now.
#include <algorithm>
#include <array>
#include <numeric>

#include <fmt/format.h>

#include "viz/panels/charts/charts.hpp"

namespace floorwalker::viz {
namespace {

class AgentsChart {
public:
    AgentsChart(const Stage& stage, const Box& area)
        : stage_{stage}, area_{area}, side_{stage.frame.sides.front()}, scenario_{side_.run->scenario} {}

    /// What all agents did over the day so far, one column a sample, and below it what each group does now.
    void draw() const {
        Box upper = area_;
        upper.h *= 0.42F;
        draw_day(upper);
        draw_text(stage_.draw, *stage_.fonts().small, {area_.right(), upper.bottom() + stage_.px(12)},
                  stage_.theme().faint, tr("what those who are signed in do now"), Align::right);
        Box plot = area_;
        plot.take_top(area_.h * 0.42F + stage_.px(44));
        const auto states = states_of_groups();
        const float height = std::min(stage_.px(60), plot.h / static_cast<float>(states.size()));
        for (std::size_t g = 0; g < states.size(); ++g) draw_group(g, states[g], plot.take_top(height));
    }

private:
    using States = std::array<double, kAgentStates>;

    std::vector<States> states_of_groups() const {
        std::vector<States> states(scenario_.groups.size());
        for (const Seat& seat : side_.scene.seats()) {
            if (seat.number > 0) states[index(seat.group)][static_cast<std::size_t>(seat.state)] += 1;
        }
        return states;
    }

    void draw_group(std::size_t number, const States& states, Box row) const {
        const Fonts& fonts = stage_.fonts();
        const Group& group = scenario_.groups[number];
        const Box name = row.take_left(stage_.px(220));
        const Box told = row.take_right(stage_.px(190));
        draw_text(stage_.draw, *fonts.small, {name.x, name.centre().y - fonts.small->FontSize / 2}, stage_.theme().text,
                  fitting(*fonts.small, group.name.empty() ? group.id : group.name, name.w));
        draw_states(states, row.inner(stage_.px(6)));
        const auto& busy = side_.result.groups[number].kpis[Kpi::occupancy].mean;
        draw_text(stage_.draw, *fonts.small, {told.right(), told.centre().y - fonts.small->FontSize / 2},
                  stage_.theme().faint,
                  busy ? fmt::format(fmt::runtime(tr("{} busy so far")), percent(*busy)) : tr("nobody here"),
                  Align::right);
    }

    void draw_states(const States& states, const Box& bar) const {
        const double signed_in = std::accumulate(states.begin() + 1, states.end(), 0.0);
        float x = bar.x;
        for (std::size_t s = 1; s < kAgentStates && signed_in > 0; ++s) {
            const auto state = static_cast<AgentState>(s);
            const float width = bar.w * static_cast<float>(states[s] / signed_in);
            const Box part{x, bar.y, width, bar.h};
            fill(stage_.draw, part, colour_of(stage_.theme(), state));
            const float sign = std::min(bar.h * 0.6F, stage_.px(22));
            if (width > sign) draw_glyph(stage_.draw, state, part.centre(), sign, stage_.theme().ink);
            if (stage_.widgets.hovered(part))
                draw_tooltip(stage_, {viz::name_of(state), fmt::format("{:.0f} / {:.0f}", states[s], signed_in)});
            x += width;
        }
    }

    /// Every second hour of a run of one day.
    void draw_hours(const Box& box) const {
        const TimePoint begins = stage_.frame.begins;
        const Duration length = stage_.frame.ends - begins;
        if (length > kDay) return;
        constexpr Duration kEvery = std::chrono::hours{2};
        for (TimePoint at{(begins.time_since_epoch() + kEvery - Duration{1}) / kEvery * kEvery}; at < stage_.frame.ends;
             at += kEvery) {
            const auto share = static_cast<float>(to_seconds(at - begins) / to_seconds(length));
            draw_text(stage_.draw, *stage_.fonts().small, {box.x + box.w * share, box.y + stage_.px(4)},
                      stage_.theme().faint, clock(at, false));
        }
    }

    void draw_day(Box plot) const {
        const Fonts& fonts = stage_.fonts();
        draw_text(stage_.draw, *fonts.small, {plot.right(), plot.y}, stage_.theme().faint,
                  tr("what agents did over the day"), Align::right);
        plot.take_top(stage_.px(30));
        draw_hours(plot.take_bottom(stage_.px(24)));
        const auto& outcome = side_.outcome;
        if (!outcome || outcome->samples.empty()) return;
        int most = 1;
        for (const Sample& sample : outcome->samples) most = std::max(most, signed_in(sample));
        const double length = to_seconds(stage_.frame.ends - stage_.frame.begins);
        const float width = plot.w / static_cast<float>(outcome->samples.size());
        for (const Sample& sample : outcome->samples) {
            if (sample.at > stage_.frame.now) break;
            const auto share = static_cast<float>(to_seconds(sample.at - stage_.frame.begins) / length);
            float y = plot.bottom();
            for (std::size_t s = 1; s < kAgentStates; ++s) {
                const float height = plot.h * static_cast<float>(sample.states[s]) / static_cast<float>(most);
                y -= height;
                fill(stage_.draw, {plot.x + plot.w * share, y, width + 0.5F, height},
                     colour_of(stage_.theme(), static_cast<AgentState>(s)));
            }
        }
    }

    static int signed_in(const Sample& sample) {
        int all = 0;
        for (std::size_t s = 1; s < kAgentStates; ++s) all += sample.states[s];
        return all;
    }

    const Stage& stage_;
    Box area_;
    const Side& side_;
    const Scenario& scenario_;
};

}  // namespace

void draw_agents_chart(const Stage& stage, const Box& area) { AgentsChart{stage, area}.draw(); }

}  // namespace floorwalker::viz
