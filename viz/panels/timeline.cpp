// The day under everything: volume, staffing, service level, decisions, and one playhead that can be dragged.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "viz/panels/day_axis.hpp"
#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

/// What happened in an interval of the day that is shown, from the samples.
struct Interval {
    Duration start{};
    Duration end{};
    double offered = 0;
    double judged = 0;
    double in_time = 0;
    double present = 0;
    bool has_begun = false;
};

struct Sums {
    double offered = 0;
    double judged = 0;
    double in_time = 0;
    double present = 0;
};

double value(const KpiSet& kpis, Kpi kpi) { return kpis[kpi].mean.value_or(0); }

Sums sums_of(const KpiSet& kpis, std::int64_t present) {
    const double judged = value(kpis, Kpi::answered) + value(kpis, Kpi::abandoned);
    return {value(kpis, Kpi::offered), judged, value(kpis, Kpi::service_level) * judged, static_cast<double>(present)};
}

/// Of the last sample at or before that moment.
Sums sums_at(const std::vector<Sample>& samples, TimePoint at) {
    const auto after = std::upper_bound(samples.begin(), samples.end(), at,
                                        [](TimePoint moment, const Sample& sample) { return moment < sample.at; });
    if (after == samples.begin()) return {};
    return sums_of((after - 1)->kpis, (after - 1)->present);
}

ImU32 queue_colour(const Theme& theme) { return theme.is_dark ? rgb(0xF4D3E4) : rgb(0x8A2E62); }

class Timeline {
public:
    Timeline(const Stage& stage, const Box& area, std::size_t side)
        : stage_{stage},
          area_{area},
          side_number_{side},
          side_{stage.frame.sides[side]},
          centre_{side_.run->scenario.centre},
          axis_{stage.frame, centre_, area.x, area.w},
          midnight_{axis_.midnight()},
          open_{axis_.open()},
          close_{axis_.close()} {}

    const DayAxis& axis() const { return axis_; }
    float x_of(Duration of_day) const { return axis_.x_of(of_day); }
    Duration now_of_day() const { return stage_.frame.now - midnight_; }

    std::vector<Interval> intervals() const {
        std::vector<Interval> all;
        if (!side_.outcome) return all;
        const auto& samples = side_.outcome->samples;
        const Duration now = now_of_day();
        for (Duration start = open_; start < close_; start += centre_.interval) {
            Interval one{.start = start, .end = std::min(start + centre_.interval, close_)};
            one.has_begun = start < now;
            if (!one.has_begun) {
                all.push_back(one);
                continue;
            }
            const Sums before = sums_at(samples, midnight_ + start);
            const bool is_now = one.end > now;
            const auto here = std::count_if(
                side_.scene.seats().begin(), side_.scene.seats().end(),
                [](const Seat& seat) { return seat.state != AgentState::signed_out && !is_away(seat.state); });
            const Sums after = is_now ? sums_of(side_.result.overall, here) : sums_at(samples, midnight_ + one.end);
            one.offered = std::max(0.0, after.offered - before.offered);
            one.judged = std::max(0.0, after.judged - before.judged);
            one.in_time = std::max(0.0, after.in_time - before.in_time);
            one.present = is_now ? after.present : sums_at(samples, midnight_ + start + (one.end - start) / 2).present;
            all.push_back(one);
        }
        return all;
    }

    void draw() const {
        const auto past = intervals();
        const auto& expected = stage_.expected[side_number_];
        double most = 1;
        double most_present = 1;
        for (const Interval& one : past) {
            most = std::max(most, one.offered);
            most_present = std::max(most_present, one.present);
        }
        if (expected) {
            for (const auto& one : expected->intervals) {
                most = std::max(most, one.offered);
                most_present = std::max(most_present, one.present);
            }
        }
        // Bars take the lower two thirds, so that lines above them stay free.
        bars_ = {area_.x, area_.y + area_.h * 0.3F, area_.w, area_.h * 0.7F};
        draw_hours();
        if (expected) draw_expected(*expected, most);
        draw_volume(past, most);
        draw_staff(past, expected.get(), most_present);
        draw_queue();
        draw_service_level(past);
    }

    /// Their words keep clear of what begins at `right`.
    void draw_marks(float right) const {
        const Fonts& fonts = stage_.fonts();
        const auto& decisions = side_.run->scenario.decisions;
        float free_from = area_.x;
        std::vector<std::pair<Duration, std::string>> marks;
        for (const Decision& decision : decisions) {
            if (decision.day && TimePoint{kDay * *decision.day} != midnight_) continue;
            marks.emplace_back(decision.at, words_of(decision, side_.run->scenario));
        }
        for (const RunOf::Live& live : side_.run->live) {
            if (live.taken >= midnight_ && live.taken < midnight_ + kDay)
                marks.emplace_back(live.taken - midnight_, words_of(live.decision, side_.run->scenario));
        }
        for (const Caption& caption : side_.run->scenario.captions) {
            if (!caption.day || TimePoint{kDay * *caption.day} == midnight_) marks.emplace_back(caption.at, "");
        }
        std::sort(marks.begin(), marks.end());
        for (const auto& [at, words] : marks) {
            const float x = x_of(at);
            const float y = area_.y - stage_.px(20);
            stage_.draw.AddTriangleFilled({x - stage_.px(5), y}, {x + stage_.px(5), y}, {x, y + stage_.px(8)},
                                          stage_.theme().text);
            const float width = width_of(*fonts.small, words);
            if (x + stage_.px(10) < free_from || x + stage_.px(10) + width > right) continue;
            draw_text(stage_.draw, *fonts.small, {x + stage_.px(10), y - stage_.px(4)}, stage_.theme().text, words);
            free_from = x + stage_.px(26) + width;
        }
    }

    void draw_playhead() const {
        const float x = x_of(now_of_day());
        stage_.draw.AddLine({x, area_.y - stage_.px(6)}, {x, area_.bottom()}, stage_.theme().text, stage_.px(2));
        stage_.draw.AddCircleFilled({x, area_.y - stage_.px(6)}, stage_.px(6), stage_.theme().text);
    }

private:
    void draw_hours() const {
        using namespace std::chrono_literals;
        const Fonts& fonts = stage_.fonts();
        Duration step = 1h;
        while (area_.w / static_cast<float>((close_ - open_) / step) < stage_.px(64)) step *= 2;
        for (Duration at = (open_ + step - Duration{1}) / step * step; at <= close_; at += step) {
            const float x = x_of(at);
            stage_.draw.AddLine({x, area_.y}, {x, area_.bottom()}, faded(stage_.theme().line, 0.5F));
            const bool is_last = x > area_.right() - stage_.px(24);
            draw_text(stage_.draw, *fonts.small, {x, area_.bottom() + stage_.px(4)}, stage_.theme().faint,
                      clock(TimePoint{at}, false), is_last ? Align::right : Align::centre);
        }
    }

    Box bar(Duration start, Duration end, double height, double most) const {
        const float from = x_of(start) + stage_.px(1);
        const float width = std::max(1.0F, x_of(end) - stage_.px(1) - from);
        const float tall = bars_.h * static_cast<float>(height / most);
        return {from, bars_.bottom() - tall, width, tall};
    }

    void draw_expected(const Expected& expected, double most) const {
        for (const auto& one : expected.intervals)
            fill(stage_.draw, bar(one.start, one.end, one.offered, most), stage_.theme().empty);
    }

    void draw_volume(const std::vector<Interval>& past, double most) const {
        for (const Interval& one : past) {
            if (!one.has_begun) continue;
            Box box = bar(one.start, one.end, one.offered, most);
            // The present interval grows from the left.
            box.w = std::min(box.w, std::max(1.0F, x_of(now_of_day()) - box.x));
            fill(stage_.draw, box, rgb(0x56B4E9, 0.85F));
        }
    }

    void draw_staff(const std::vector<Interval>& past, const Expected* expected, double most) const {
        const ImU32 colour = rgb(0x009E73);
        std::optional<float> last;
        for (std::size_t i = 0; i < past.size(); ++i) {
            const bool is_known = past[i].has_begun;
            if (!is_known && (expected == nullptr || i >= expected->intervals.size())) break;
            const double present = is_known ? past[i].present : expected->intervals[i].present;
            const float y = bars_.bottom() - bars_.h * static_cast<float>(present / most) * 0.98F;
            const ImU32 ink = is_known ? colour : faded(colour, 0.6F);
            const float from = x_of(past[i].start);
            if (last) stage_.draw.AddLine({from, *last}, {from, y}, ink, stage_.px(2));
            stage_.draw.AddLine({from, y}, {x_of(past[i].end), y}, ink, stage_.px(2));
            last = y;
        }
    }

    /// Who waits, from sample to sample; the longest queue of the day so far is half as high as the bars.
    void draw_queue() const {
        if (!side_.outcome) return;
        std::vector<std::pair<Duration, std::int64_t>> points;
        std::int64_t most = 5;
        for (const Sample& sample : side_.outcome->samples) {
            if (sample.at < midnight_ + open_ || sample.at > stage_.frame.now) continue;
            points.emplace_back(sample.at - midnight_, sample.waiting);
            most = std::max(most, sample.waiting);
        }
        points.emplace_back(now_of_day(), side_.scene.waiting_people());
        most = std::max(most, points.back().second);
        const ImU32 ink = queue_colour(stage_.theme());
        for (std::size_t i = 1; i < points.size(); ++i) {
            const auto point = [&](std::size_t place) {
                const auto share = static_cast<float>(points[place].second) / static_cast<float>(most);
                return ImVec2{x_of(points[place].first), bars_.bottom() - bars_.h * 0.5F * share};
            };
            stage_.draw.AddLine(point(i - 1), point(i), ink, stage_.px(1.6F));
        }
    }

    void draw_service_level(const std::vector<Interval>& past) const {
        // From 0 % at the foot to 100 % at the head of the whole area.
        const auto y_of = [&](double share) {
            return area_.bottom() - area_.h * static_cast<float>(std::clamp(share, 0.0, 1.0));
        };
        const float target = y_of(centre_.answer_target.share);
        const ImU32 ink = stage_.theme().is_dark ? rgb(0xF0E442) : rgb(0x8A6D00);
        for (float x = area_.x; x < area_.right(); x += stage_.px(10))
            stage_.draw.AddLine({x, target}, {x + stage_.px(5), target}, faded(ink, 0.5F));
        std::optional<ImVec2> last;
        for (const Interval& one : past) {
            if (!one.has_begun || one.judged <= 0) continue;
            const Duration middle = one.start + (std::min(one.end, now_of_day()) - one.start) / 2;
            const ImVec2 point{x_of(middle), y_of(one.in_time / one.judged)};
            if (last) stage_.draw.AddLine(*last, point, ink, stage_.px(2.2F));
            last = point;
        }
    }

    const Stage& stage_;
    Box area_;
    std::size_t side_number_;
    const Side& side_;
    const Centre& centre_;
    DayAxis axis_;
    TimePoint midnight_{};
    Duration open_{};
    Duration close_{};
    mutable Box bars_{};
};

/// Returns where it begins.
float draw_key(const Stage& stage, const Box& box) {
    const Fonts& fonts = stage.fonts();
    struct Entry {
        const char* name;
        ImU32 colour;
        bool is_line;
    };
    const ImU32 level = stage.theme().is_dark ? rgb(0xF0E442) : rgb(0x8A6D00);
    const std::array entries{Entry{tr("came"), rgb(0x56B4E9), false}, Entry{tr("expected"), stage.theme().empty, false},
                             Entry{tr("staff"), rgb(0x009E73), true},
                             Entry{tr("queue"), queue_colour(stage.theme()), true},
                             Entry{tr("service level"), level, true}};
    float x = box.right();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        x -= width_of(*fonts.small, entry->name);
        draw_text(stage.draw, *fonts.small, {x, box.y}, stage.theme().faint, entry->name);
        x -= stage.px(20);
        const Box sign{x, box.y + fonts.small->FontSize * 0.3F, stage.px(14),
                       entry->is_line ? stage.px(3) : stage.px(10)};
        fill(stage.draw, entry->is_line ? Box{sign.x, sign.y + stage.px(4), sign.w, sign.h} : sign, entry->colour);
        x -= stage.px(16);
    }
    return x;
}

void drag(const Stage& stage, const Box& box, const Timeline& timeline) {
    stage.widgets.clicked("timeline", box);
    const ImGuiIO& io = ImGui::GetIO();
    if (!stage.widgets.hovered(box) || !ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
    if (!box.holds(io.MouseClickedPos[ImGuiMouseButton_Left])) return;
    stage.player.seek(timeline.axis().moment_at(io.MousePos.x));
}

}  // namespace

void draw_timeline(const Stage& stage, const Box& box) {
    stage.widgets.place("panel_timeline", box);
    Box rest = draw_panel(stage, box, "");
    const float key = draw_key(stage, {rest.x, rest.y - stage.px(4), rest.w, stage.px(20)});
    const float names = std::max(stage.px(16), width_of_server_names(stage));
    rest = {rest.x + names, rest.y, rest.w - names - stage.px(16), rest.h};
    Box servers = height_of_servers(stage) > 0 ? rest : Box{};
    if (servers.w > 0) {
        rest.take_top(stage.px(20));
        servers = rest.take_top(height_of_servers(stage));
    }
    rest.take_top(stage.px(30));
    rest.take_bottom(stage.px(18));
    const Timeline timeline{stage, rest, 0};
    timeline.draw();
    if (servers.w > 0) draw_servers(stage, servers, timeline.axis());
    // Above the marks stands the key, or the servers do.
    timeline.draw_marks(servers.w > 0 ? rest.right() : key);
    timeline.draw_playhead();
    drag(stage, {rest.x - stage.px(8), rest.y - stage.px(12), rest.w + stage.px(16), rest.h + stage.px(28)}, timeline);
    if (stage.frame.sides.front().outcome) return;
    draw_text(stage.draw, *stage.fonts().small, rest.centre(), stage.theme().faint, tr("the day is being worked out …"),
              Align::centre);
}

}  // namespace floorwalker::viz
