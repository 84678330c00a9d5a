// A row for each server above the timeline: how busy it was, and when it was off.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "viz/panels/day_axis.hpp"
#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

constexpr std::size_t kMostRows = 4;

std::size_t rows_of(const Scenario& scenario) { return std::min(kMostRows, scenario.infrastructure.servers.size()); }

std::string name_of(const Server& server) { return server.name.empty() ? server.id : server.name; }

/// Blue while there are cores to spare, orange when there are not, red when look-ups take several times as long.
ImU32 colour_of(const Theme& theme, double load) {
    const ImU32 calm = rgb(0x56B4E9);
    if (load < 0.7) return calm;
    if (load < 1.0) return between(calm, theme.warning, static_cast<float>((load - 0.7) / 0.3));
    return between(theme.warning, theme.bad, static_cast<float>(std::min(1.0, (load - 1.0) / 2.0)));
}

class Rows {
public:
    Rows(const Stage& stage, const Box& area, const DayAxis& axis) : stage_{stage}, area_{area}, axis_{axis} {}

    void draw() const {
        const Side& side = stage_.frame.sides.front();
        const auto& servers = side.run->scenario.infrastructure.servers;
        const float height = area_.h / static_cast<float>(rows_of(side.run->scenario));
        for (std::size_t i = 0; i < rows_of(side.run->scenario); ++i) {
            const Box row{area_.x, area_.y + height * static_cast<float>(i) + stage_.px(1), area_.w,
                          height - stage_.px(3)};
            draw_text(stage_.draw, *stage_.fonts().small,
                      {area_.x - stage_.px(8), row.y + row.h / 2 - stage_.fonts().small->FontSize / 2},
                      stage_.theme().faint, name_of(servers[i]), Align::right);
            fill(stage_.draw, row, faded(stage_.theme().empty, 0.5F));
            draw_row(side, i, row);
            stage_.widgets.place(fmt::format("server:{}", servers[i].id), row);
        }
    }

private:
    void draw_row(const Side& side, std::size_t server, const Box& row) const {
        if (!side.outcome) return;
        const ServerNow* before = nullptr;
        for (const Sample& sample : side.outcome->samples) {
            if (sample.at > stage_.frame.now) break;
            const ServerNow& after = sample.servers[server];
            if (before != nullptr && sample.at > axis_.begins()) draw_cell(side, server, row, *before, after);
            before = &after;
        }
        const ServerNow& now = side.scene.servers().all()[server];
        if (before != nullptr && now.since > before->since) draw_cell(side, server, row, *before, now);
    }

    void draw_cell(const Side& side, std::size_t server, const Box& row, const ServerNow& before,
                   const ServerNow& after) const {
        const ServerSpan span = between(before, after);
        const float from = axis_.x_of(before.since);
        const Box cell{from, row.y, std::max(1.0F, axis_.x_of(after.since) - from), row.h};
        const Server& what = side.run->scenario.infrastructure.servers[server];
        const double load = span.present / static_cast<double>(what.cores);
        const float tall = row.h * static_cast<float>(std::min(1.0, load));
        fill(stage_.draw, {cell.x, cell.bottom() - tall, cell.w, tall}, colour_of(stage_.theme(), load));
        if (span.off > 0.5) hatch(cell);
        if (!stage_.widgets.hovered(cell)) return;
        std::vector<std::string> lines{
            fmt::format("{}  {}", viz::clock(after.since, false), name_of(what)),
            fmt::format(fmt::runtime(tr("{:.1f} look-ups at once, {} cores")), span.present, what.cores)};
        if (span.took_s > 0) lines.push_back(fmt::format(fmt::runtime(tr("answered in {:.1f} s")), span.took_s));
        if (span.failed > 0) lines.push_back(fmt::format(fmt::runtime(tr("{} failed")), span.failed));
        if (span.off > 0) lines.emplace_back(tr("it was off"));
        draw_tooltip(stage_, lines);
    }

    /// Off: told by shape, not by colour alone.
    void hatch(const Box& cell) const {
        fill(stage_.draw, cell, faded(stage_.theme().bad, 0.35F));
        stage_.draw.PushClipRect(cell.min(), cell.max(), true);
        const float step = stage_.px(6);
        const float first = std::floor((cell.x - cell.h) / step) * step;
        for (float x = first; x < cell.right(); x += step)
            stage_.draw.AddLine({x, cell.bottom()}, {x + cell.h, cell.y}, stage_.theme().bad, stage_.px(1.5F));
        stage_.draw.PopClipRect();
    }

    const Stage& stage_;
    Box area_;
    const DayAxis& axis_;
};

}  // namespace

float height_of_servers(const Stage& stage) { return stage.px(18) * static_cast<float>(rows_of(stage.scenario(0))); }

float width_of_server_names(const Stage& stage) {
    float width = 0;
    const auto& servers = stage.scenario(0).infrastructure.servers;
    for (std::size_t i = 0; i < rows_of(stage.scenario(0)); ++i)
        width = std::max(width, width_of(*stage.fonts().small, name_of(servers[i])) + stage.px(8));
    return width;
}

void draw_servers(const Stage& stage, const Box& box, const DayAxis& axis) { Rows{stage, box, axis}.draw(); }

}  // namespace floorwalker::viz
