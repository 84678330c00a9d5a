// The day so far in charts: waits, a heat map of intervals, what agents did, and a table.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include <floorwalker/trace.hpp>

#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

constexpr std::array<const char*, 4> kTabs{N_("Waits"), N_("Intervals"), N_("Agents"), N_("Table")};

/// All contacts of the run, worked out once.
const std::vector<ContactRecord>& contacts_of(const RunOf& run) {
    static std::vector<ContactRecord> known;
    static const RunOf* of = nullptr;
    static std::size_t decisions = 0;
    if (of != &run || decisions != run.live.size()) {
        known = contacts(as_scripted(run), run.seed, run.replication);
        of = &run;
        decisions = run.live.size();
    }
    return known;
}

bool was_served(const ContactRecord& one) { return one.outcome == ContactOutcome::answered; }
bool has_given_up(const ContactRecord& one) {
    return one.outcome == ContactOutcome::abandoned || one.outcome == ContactOutcome::left_at_once;
}

class Charts {
public:
    Charts(const Stage& stage, const Box& area)
        : stage_{stage}, area_{area}, scenario_{stage.scenario(0)}, run_{*stage.frame.sides.front().run} {}

    void draw() const {
        switch (stage_.ui.chart) {
        case 0: return waits();
        case 1: return intervals();
        case 2: return agents();
        default: return table();
        }
    }

private:
    std::string name_of(std::size_t type) const {
        const CallType& one = scenario_.call_types[type];
        return one.name.empty() ? one.id : one.name;
    }

    void waits() const {
        // By 5 s up to a minute, then by 30 s.
        constexpr std::array kEdges{0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 600};
        std::array<double, kEdges.size()> served{};
        std::array<double, kEdges.size()> lost{};
        for (const ContactRecord& one : contacts_of(run_)) {
            if (one.arrived > stage_.frame.now || one.call_type == kNoCallType) continue;
            if (scenario_.call_types[index(one.call_type)].channel == Channel::mail) continue;
            const double waited = to_seconds(one.waited);
            const auto after = std::upper_bound(kEdges.begin(), kEdges.end(), waited);
            const auto bin = static_cast<std::size_t>(after - kEdges.begin()) - 1;
            if (was_served(one)) served[bin] += 1;
            if (has_given_up(one)) lost[bin] += 1;
        }
        double most = 1;
        for (std::size_t i = 0; i < kEdges.size(); ++i) most = std::max(most, served[i] + lost[i]);
        const float step = area_.w / static_cast<float>(kEdges.size());
        Box plot = area_;
        plot.take_bottom(stage_.px(30));
        plot.take_top(stage_.px(52));
        const Fonts& fonts = stage_.fonts();
        for (std::size_t i = 0; i < kEdges.size(); ++i) {
            const float x = plot.x + step * static_cast<float>(i);
            const float tall = plot.h * static_cast<float>(served[i] / most);
            const float taller = plot.h * static_cast<float>(lost[i] / most);
            const Box bar{x + stage_.px(3), plot.bottom() - tall, step - stage_.px(6), tall};
            fill(stage_.draw, bar, rgb(0x56B4E9));
            fill(stage_.draw, {bar.x, bar.y - taller, bar.w, taller}, stage_.theme().bad);
            const std::string from = kEdges[i] < 60 ? fmt::format(fmt::runtime(tr("{} s")), kEdges[i])
                                                    : fmt::format(fmt::runtime(tr("{:.3g} min")), kEdges[i] / 60.0);
            draw_text(stage_.draw, *fonts.small, {x + step / 2, plot.bottom() + stage_.px(6)}, stage_.theme().faint,
                      from, Align::centre);
            draw_text(stage_.draw, *fonts.small, {x + step / 2, bar.y - taller - stage_.px(22)}, stage_.theme().text,
                      count(served[i] + lost[i]), Align::centre);
        }
        draw_text(stage_.draw, *fonts.small, {area_.right(), area_.y}, stage_.theme().faint,
                  tr("contacts by how long they waited, from …; orange-red: gave up"), Align::right);
    }

    void intervals() const {
        const std::size_t columns = scenario_.intervals_per_day();
        const std::size_t rows = scenario_.call_types.size();
        std::vector<double> judged(rows * columns);
        std::vector<double> good(rows * columns);
        const auto today = static_cast<std::uint32_t>(stage_.frame.now.time_since_epoch() / kDay);
        for (const ContactRecord& one : contacts_of(run_)) {
            if (one.arrived > stage_.frame.now || one.call_type == kNoCallType || one.day != today) continue;
            if (scenario_.call_types[index(one.call_type)].channel == Channel::mail) continue;
            if (one.interval >= columns || !(was_served(one) || has_given_up(one))) continue;
            const std::size_t place = index(one.call_type) * columns + one.interval;
            const auto target =
                scenario_.call_types[index(one.call_type)].answer_target.value_or(scenario_.centre.answer_target);
            judged[place] += 1;
            good[place] += was_served(one) && one.waited <= target.within ? 1 : 0;
        }
        const Fonts& fonts = stage_.fonts();
        Box plot = area_;
        const Box names = plot.take_left(stage_.px(210));
        plot.take_top(stage_.px(30));
        plot.take_bottom(stage_.px(26));
        const float width = plot.w / static_cast<float>(columns);
        const float height = std::min(stage_.px(56), plot.h / static_cast<float>(rows));
        for (std::size_t t = 0; t < rows; ++t) {
            const float y = plot.y + height * static_cast<float>(t);
            draw_text(stage_.draw, *fonts.small, {names.x, y + height / 2 - fonts.small->FontSize / 2},
                      stage_.theme().text, fitting(*fonts.small, name_of(t), names.w - stage_.px(12)));
            const double target = scenario_.call_types[t].answer_target.value_or(scenario_.centre.answer_target).share;
            for (std::size_t i = 0; i < columns; ++i) {
                const std::size_t place = t * columns + i;
                const Box cell{plot.x + width * static_cast<float>(i), y, width - stage_.px(1), height - stage_.px(2)};
                if (judged[place] == 0) {
                    fill(stage_.draw, cell, faded(stage_.theme().empty, 0.5F));
                    continue;
                }
                const double level = good[place] / judged[place];
                fill(stage_.draw, cell, heat(level, target));
                const std::string words = fmt::format("{:.0f}", level * 100);
                if (width_of(*fonts.small, words) < cell.w)
                    draw_text(stage_.draw, *fonts.small, {cell.centre().x, cell.centre().y - fonts.small->FontSize / 2},
                              stage_.theme().ink, words, Align::centre);
                if (stage_.widgets.hovered(cell))
                    draw_tooltip(stage_, {name_of(t), fmt::format(fmt::runtime(tr("{} of {} in time")), good[place],
                                                                  judged[place])});
            }
        }
        hours(plot, plot.y + height * static_cast<float>(rows) + stage_.px(4), columns);
        draw_text(stage_.draw, *fonts.small, {area_.right(), area_.y}, stage_.theme().faint,
                  tr("% in time by interval: blue above the target, white at it, orange-red below"), Align::right);
    }

    /// Blue above the target, white at it, orange-red below.
    static ImU32 heat(double level, double target) {
        if (level >= target)
            return between(rgb(0xF2F5F7), rgb(0x56B4E9),
                           static_cast<float>((level - target) / std::max(1e-9, 1 - target)));
        return between(rgb(0xF2F5F7), rgb(0xD55E00), static_cast<float>(std::min(1.0, (target - level) / 0.5)));
    }

    void hours(const Box& plot, float y, std::size_t columns) const {
        const Fonts& fonts = stage_.fonts();
        const float width = plot.w / static_cast<float>(columns);
        const auto every = static_cast<std::size_t>(std::max(1.0F, std::ceil(stage_.px(60) / width)));
        for (std::size_t i = 0; i < columns; i += every) {
            const Duration at = scenario_.centre.open + scenario_.centre.interval * static_cast<std::int64_t>(i);
            draw_text(stage_.draw, *fonts.small, {plot.x + width * static_cast<float>(i), y}, stage_.theme().faint,
                      clock(TimePoint{at}, false));
        }
    }

    /// What all agents did over the day so far, one column a sample, and below it what each group does now.
    void agents() const {
        const Fonts& fonts = stage_.fonts();
        Box upper = area_;
        upper.h *= 0.42F;
        day_of_states(upper);
        std::vector<std::array<double, kAgentStates>> states(scenario_.groups.size());
        for (const Seat& seat : stage_.frame.sides.front().scene.seats()) {
            if (seat.number > 0) states[index(seat.group)][static_cast<std::size_t>(seat.state)] += 1;
        }
        Box plot = area_;
        plot.take_top(area_.h * 0.42F + stage_.px(44));
        const float height = std::min(stage_.px(60), plot.h / static_cast<float>(states.size()));
        const auto& groups = stage_.frame.sides.front().result.groups;
        for (std::size_t g = 0; g < states.size(); ++g) {
            const Group& group = scenario_.groups[g];
            Box row = plot.take_top(height);
            const Box name = row.take_left(stage_.px(220));
            const Box told = row.take_right(stage_.px(190));
            draw_text(stage_.draw, *fonts.small, {name.x, name.centre().y - fonts.small->FontSize / 2},
                      stage_.theme().text, fitting(*fonts.small, group.name.empty() ? group.id : group.name, name.w));
            double signed_in = 0;
            for (std::size_t s = 1; s < kAgentStates; ++s) signed_in += states[g][s];
            Box bar = row.inner(stage_.px(6));
            for (std::size_t s = 1; s < kAgentStates && signed_in > 0; ++s) {
                const auto state = static_cast<AgentState>(s);
                const float width = bar.w * static_cast<float>(states[g][s] / signed_in);
                const Box part{bar.x, bar.y, width, bar.h};
                fill(stage_.draw, part, colour_of(stage_.theme(), state));
                const float sign = std::min(bar.h * 0.6F, stage_.px(22));
                if (width > sign) draw_glyph(stage_.draw, state, part.centre(), sign, stage_.theme().ink);
                if (stage_.widgets.hovered(part))
                    draw_tooltip(stage_,
                                 {viz::name_of(state), fmt::format("{:.0f} / {:.0f}", states[g][s], signed_in)});
                bar.x += width;
                bar.w = row.inner(stage_.px(6)).w;
            }
            const auto& busy = groups[g].kpis[Kpi::occupancy].mean;
            draw_text(stage_.draw, *fonts.small, {told.right(), told.centre().y - fonts.small->FontSize / 2},
                      stage_.theme().faint,
                      busy ? fmt::format(fmt::runtime(tr("{} busy so far")), percent(*busy)) : tr("nobody here"),
                      Align::right);
        }
        draw_text(stage_.draw, *fonts.small, {area_.right(), upper.bottom() + stage_.px(12)}, stage_.theme().faint,
                  tr("what those who are signed in do now"), Align::right);
    }

    void day_of_states(Box plot) const {
        const Fonts& fonts = stage_.fonts();
        draw_text(stage_.draw, *fonts.small, {plot.right(), plot.y}, stage_.theme().faint,
                  tr("what agents did over the day"), Align::right);
        plot.take_top(stage_.px(30));
        const auto& outcome = stage_.frame.sides.front().outcome;
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

    struct Row {
        std::string name;
        std::array<double, 6> values{};
    };

    std::vector<Row> rows() const {
        constexpr std::array kKpis{Kpi::offered,     Kpi::answered, Kpi::service_level,
                                   Kpi::abandonment, Kpi::asa_s,    Kpi::aht_s};
        std::vector<Row> rows;
        const auto& types = stage_.frame.sides.front().result.call_types;
        for (std::size_t t = 0; t < types.size(); ++t) {
            Row row{name_of(t), {}};
            for (std::size_t k = 0; k < kKpis.size(); ++k) row.values[k] = types[t].kpis[kKpis[k]].mean.value_or(NAN);
            rows.push_back(std::move(row));
        }
        const std::size_t sorted = stage_.ui.sorted;
        std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
            if (sorted == 0) return stage_.ui.descends ? a.name < b.name : b.name < a.name;
            const double x = a.values[sorted - 1];
            const double y = b.values[sorted - 1];
            if (std::isnan(x) || std::isnan(y)) return !std::isnan(x) && std::isnan(y);
            return stage_.ui.descends ? x > y : x < y;
        });
        return rows;
    }

    static std::string shown(std::size_t column, double number) {
        if (std::isnan(number)) return "–";
        if (column == 2 || column == 3) return percent(number);
        return column < 2 ? count(number) : fmt::format("{:.1f}", number);
    }

    void table() const {
        const Fonts& fonts = stage_.fonts();
        const std::array heads{tr("Call types"), tr("came"),  tr("answered"), tr("service level"),
                               tr("gave up"),    tr("ASA s"), tr("AHT s")};
        Box rest = area_;
        const float line = stage_.px(38);
        const float first = rest.w * 0.28F;
        const float width = (rest.w - first) / 6;
        Box head = rest.take_top(line);
        for (std::size_t c = 0; c < heads.size(); ++c) {
            const Box cell{head.x + (c == 0 ? 0 : first + width * static_cast<float>(c - 1)), head.y,
                           c == 0 ? first : width, line};
            if (stage_.widgets.clicked(fmt::format("sort_{}", c), cell)) {
                stage_.ui.descends = stage_.ui.sorted == c ? !stage_.ui.descends : true;
                stage_.ui.sorted = c;
            }
            const std::string mark = stage_.ui.sorted == c ? (stage_.ui.descends ? " ↓" : " ↑") : "";
            draw_text(stage_.draw, *fonts.small, {c == 0 ? cell.x : cell.right(), cell.y}, stage_.theme().faint,
                      heads[c] + mark, c == 0 ? Align::left : Align::right);
        }
        std::string csv = "call_type,offered,answered,service_level,abandonment,asa_s,aht_s\n";
        for (const Row& row : rows()) {
            const Box box = rest.take_top(line);
            draw_text(stage_.draw, *fonts.small, box.min(), stage_.theme().text,
                      fitting(*fonts.small, row.name, first - stage_.px(12)));
            csv += row.name;
            for (std::size_t c = 0; c < row.values.size(); ++c) {
                draw_text(stage_.draw, *fonts.small, {box.x + first + width * static_cast<float>(c + 1), box.y},
                          stage_.theme().text, shown(c, row.values[c]), Align::right);
                csv += std::isnan(row.values[c]) ? "," : fmt::format(",{}", row.values[c]);
            }
            csv += "\n";
        }
        rest.take_top(stage_.px(12));
        const Box button = rest.take_top(stage_.px(36)).take_left(stage_.px(190));
        stage_.widgets.show("table", csv);
        if (draw_button(stage_, "copy", button, tr("Copy as CSV"))) {
            ImGui::SetClipboardText(csv.c_str());
            stage_.ui.message = tr("The table is in the clipboard.");
        }
    }

    const Stage& stage_;
    Box area_;
    const Scenario& scenario_;
    const RunOf& run_;
};

}  // namespace

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
    rest.take_top(stage.px(20));
    Charts{stage, rest}.draw();
}

}  // namespace floorwalker::viz
