// The service level of each call type in each interval, as a heat map.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "viz/panels/charts/charts.hpp"

namespace floorwalker::viz {
namespace {

class IntervalMap {
public:
    IntervalMap(const Stage& stage, const Box& area)
        : stage_{stage}, area_{area}, side_{stage.frame.sides.front()}, scenario_{side_.run->scenario} {}

    void draw() const {
        const Levels levels = counted();
        Box plot = area_;
        const Box names = plot.take_left(stage_.px(210));
        plot.take_top(stage_.px(30));
        plot.take_bottom(stage_.px(26));
        const std::size_t rows = scenario_.call_types.size();
        const float height = std::min(stage_.px(56), plot.h / static_cast<float>(rows));
        for (std::size_t t = 0; t < rows; ++t)
            draw_row(t, levels, names, {plot.x, plot.y + height * static_cast<float>(t), plot.w, height});
        draw_hours(plot, plot.y + height * static_cast<float>(rows) + stage_.px(4));
        draw_text(stage_.draw, *stage_.fonts().small, {area_.right(), area_.y}, stage_.theme().faint,
                  tr("% in time by interval: blue above the target, white at it, orange-red below"), Align::right);
    }

private:
    /// By call type and interval.
    struct Levels {
        std::vector<double> judged;
        std::vector<double> in_time;
    };

    std::size_t columns() const { return scenario_.intervals_per_day(); }
    AnswerTarget target_of(std::size_t type) const {
        return scenario_.call_types[type].answer_target.value_or(scenario_.centre.answer_target);
    }

    Levels counted() const {
        const std::size_t cells = scenario_.call_types.size() * columns();
        Levels levels{std::vector<double>(cells), std::vector<double>(cells)};
        const auto today = static_cast<std::uint32_t>(stage_.frame.now.time_since_epoch() / kDay);
        for_each_contact(stage_, [&](const ContactRecord& one) {
            const std::size_t type = index(one.call_type);
            if (one.day != today || scenario_.call_types[type].channel == Channel::mail) return;
            if (one.interval >= columns() || !(was_served(one) || has_given_up(one))) return;
            const std::size_t place = type * columns() + one.interval;
            levels.judged[place] += 1;
            levels.in_time[place] += was_served(one) && one.waited <= target_of(type).within ? 1 : 0;
        });
        return levels;
    }

    void draw_row(std::size_t type, const Levels& levels, const Box& names, const Box& row) const {
        const Fonts& fonts = stage_.fonts();
        const std::string name = name_of_type(scenario_, type);
        draw_text(stage_.draw, *fonts.small, {names.x, row.centre().y - fonts.small->FontSize / 2}, stage_.theme().text,
                  fitting(*fonts.small, name, names.w - stage_.px(12)));
        const float width = row.w / static_cast<float>(columns());
        for (std::size_t i = 0; i < columns(); ++i) {
            const std::size_t place = type * columns() + i;
            const Box cell{row.x + width * static_cast<float>(i), row.y, width - stage_.px(1), row.h - stage_.px(2)};
            if (levels.judged[place] == 0) {
                fill(stage_.draw, cell, faded(stage_.theme().empty, 0.5F));
                continue;
            }
            const double level = levels.in_time[place] / levels.judged[place];
            fill(stage_.draw, cell, heat(level, target_of(type).share));
            const std::string words = fmt::format("{:.0f}", level * 100);
            if (width_of(*fonts.small, words) < cell.w)
                draw_text(stage_.draw, *fonts.small, {cell.centre().x, cell.centre().y - fonts.small->FontSize / 2},
                          stage_.theme().ink, words, Align::centre);
            if (stage_.widgets.hovered(cell))
                draw_tooltip(stage_, {name, fmt::format(fmt::runtime(tr("{} of {} in time")), levels.in_time[place],
                                                        levels.judged[place])});
        }
    }

    /// Blue above the target, white at it, orange-red below.
    static ImU32 heat(double level, double target) {
        if (level >= target)
            return between(rgb(0xF2F5F7), rgb(0x56B4E9),
                           static_cast<float>((level - target) / std::max(1e-9, 1 - target)));
        return between(rgb(0xF2F5F7), rgb(0xD55E00), static_cast<float>(std::min(1.0, (target - level) / 0.5)));
    }

    void draw_hours(const Box& plot, float y) const {
        const Fonts& fonts = stage_.fonts();
        const float width = plot.w / static_cast<float>(columns());
        const auto every = static_cast<std::size_t>(std::max(1.0F, std::ceil(stage_.px(60) / width)));
        for (std::size_t i = 0; i < columns(); i += every) {
            const Duration at = scenario_.centre.open + scenario_.centre.interval * static_cast<std::int64_t>(i);
            draw_text(stage_.draw, *fonts.small, {plot.x + width * static_cast<float>(i), y}, stage_.theme().faint,
                      clock(TimePoint{at}, false));
        }
    }

    const Stage& stage_;
    Box area_;
    const Side& side_;
    const Scenario& scenario_;
};

}  // namespace

void draw_interval_map(const Stage& stage, const Box& area) { IntervalMap{stage, area}.draw(); }

}  // namespace floorwalker::viz
