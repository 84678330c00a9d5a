// How long contacts waited, and who gave up.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "viz/panels/charts/charts.hpp"

namespace floorwalker::viz {
namespace {

class WaitsChart {
public:
    WaitsChart(const Stage& stage, const Box& area)
        : stage_{stage}, area_{area}, side_{stage.frame.sides.front()}, scenario_{side_.run->scenario} {}

    void draw() const {
        const Counts counts = counted();
        double most = 1;
        for (std::size_t i = 0; i < kEdges.size(); ++i) most = std::max(most, counts.served[i] + counts.lost[i]);
        Box plot = area_;
        plot.take_bottom(stage_.px(30));
        plot.take_top(stage_.px(52));
        for (std::size_t i = 0; i < kEdges.size(); ++i) draw_bar_of(i, counts, most, plot);
        draw_text(stage_.draw, *stage_.fonts().small, {area_.right(), area_.y}, stage_.theme().faint,
                  tr("contacts by how long they waited, from …; orange-red: gave up"), Align::right);
    }

private:
    // By 5 s up to a minute, then by 30 s.
    static constexpr std::array kEdges{0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 600};

    struct Counts {
        std::array<double, kEdges.size()> served{};
        std::array<double, kEdges.size()> lost{};
    };

    Counts counted() const {
        Counts counts;
        for_each_contact(stage_, [&](const ContactRecord& one) {
            if (scenario_.call_types[index(one.call_type)].channel == Channel::mail) return;
            const auto after = std::upper_bound(kEdges.begin(), kEdges.end(), to_seconds(one.waited));
            const auto bin = static_cast<std::size_t>(after - kEdges.begin()) - 1;
            if (was_served(one)) counts.served[bin] += 1;
            if (has_given_up(one)) counts.lost[bin] += 1;
        });
        return counts;
    }

    void draw_bar_of(std::size_t bin, const Counts& counts, double most, const Box& plot) const {
        const Fonts& fonts = stage_.fonts();
        const float step = plot.w / static_cast<float>(kEdges.size());
        const float x = plot.x + step * static_cast<float>(bin);
        const float tall = plot.h * static_cast<float>(counts.served[bin] / most);
        const float taller = plot.h * static_cast<float>(counts.lost[bin] / most);
        const Box bar{x + stage_.px(3), plot.bottom() - tall, step - stage_.px(6), tall};
        fill(stage_.draw, bar, rgb(0x56B4E9));
        fill(stage_.draw, {bar.x, bar.y - taller, bar.w, taller}, stage_.theme().bad);
        const std::string from = kEdges[bin] < 60 ? fmt::format(fmt::runtime(tr("{} s")), kEdges[bin])
                                                  : fmt::format(fmt::runtime(tr("{:.3g} min")), kEdges[bin] / 60.0);
        draw_text(stage_.draw, *fonts.small, {x + step / 2, plot.bottom() + stage_.px(6)}, stage_.theme().faint, from,
                  Align::centre);
        draw_text(stage_.draw, *fonts.small, {x + step / 2, bar.y - taller - stage_.px(22)}, stage_.theme().text,
                  count(counts.served[bin] + counts.lost[bin]), Align::centre);
    }

    const Stage& stage_;
    Box area_;
    const Side& side_;
    const Scenario& scenario_;
};

}  // namespace

void draw_waits_chart(const Stage& stage, const Box& area) { WaitsChart{stage, area}.draw(); }

}  // namespace floorwalker::viz
