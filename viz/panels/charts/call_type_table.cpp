// Call types in a table that sorts and is copied.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "viz/panels/charts/charts.hpp"

namespace floorwalker::viz {
namespace {

class CallTypeTable {
public:
    CallTypeTable(const Stage& stage, const Box& area)
        : stage_{stage}, area_{area}, side_{stage.frame.sides.front()}, scenario_{side_.run->scenario} {}

    void draw() const {
        Box rest = area_;
        draw_heads(rest.take_top(line()));
        std::string csv = "call_type,offered,answered,service_level,abandonment,asa_s,aht_s\n";
        for (const Row& row : rows()) {
            draw_row(row, rest.take_top(line()));
            csv += csv_of(row);
        }
        rest.take_top(stage_.px(12));
        const Box button = rest.take_top(stage_.px(36)).take_left(stage_.px(190));
        stage_.widgets.show("table", csv);
        if (!draw_button(stage_, "copy", button, tr("Copy as CSV"))) return;
        ImGui::SetClipboardText(csv.c_str());
        stage_.ui.message = tr("The table is in the clipboard.");
    }

private:
    struct Row {
        std::string name;
        std::array<double, 6> values{};
    };

    std::vector<Row> rows() const {
        constexpr std::array kKpis{Kpi::offered,     Kpi::answered, Kpi::service_level,
                                   Kpi::abandonment, Kpi::asa_s,    Kpi::aht_s};
        std::vector<Row> rows;
        const auto& types = side_.result.call_types;
        for (std::size_t t = 0; t < types.size(); ++t) {
            Row row{name_of_type(scenario_, t), {}};
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

    float line() const { return stage_.px(38); }
    float first() const { return area_.w * 0.28F; }
    float column() const { return (area_.w - first()) / 6; }

    void draw_heads(const Box& head) const {
        const Fonts& fonts = stage_.fonts();
        const std::array heads{tr("Call types"), tr("came"),  tr("answered"), tr("service level"),
                               tr("gave up"),    tr("ASA s"), tr("AHT s")};
        for (std::size_t c = 0; c < heads.size(); ++c) {
            const Box cell{head.x + (c == 0 ? 0 : first() + column() * static_cast<float>(c - 1)), head.y,
                           c == 0 ? first() : column(), head.h};
            if (stage_.widgets.clicked(fmt::format("sort_{}", c), cell)) {
                stage_.ui.descends = stage_.ui.sorted == c ? !stage_.ui.descends : true;
                stage_.ui.sorted = c;
            }
            const std::string mark = stage_.ui.sorted == c ? (stage_.ui.descends ? " ↓" : " ↑") : "";
            draw_text(stage_.draw, *fonts.small, {c == 0 ? cell.x : cell.right(), cell.y}, stage_.theme().faint,
                      heads[c] + mark, c == 0 ? Align::left : Align::right);
        }
    }

    void draw_row(const Row& row, const Box& box) const {
        const Fonts& fonts = stage_.fonts();
        draw_text(stage_.draw, *fonts.small, box.min(), stage_.theme().text,
                  fitting(*fonts.small, row.name, first() - stage_.px(12)));
        for (std::size_t c = 0; c < row.values.size(); ++c)
            draw_text(stage_.draw, *fonts.small, {box.x + first() + column() * static_cast<float>(c + 1), box.y},
                      stage_.theme().text, shown(c, row.values[c]), Align::right);
    }

    static std::string csv_of(const Row& row) {
        std::string text = "\"";
        for (const char letter : row.name) text += letter == '"' ? std::string{"\"\""} : std::string(1, letter);
        text += '"';
        for (const double value : row.values) text += std::isnan(value) ? "," : fmt::format(",{}", value);
        return text + "\n";
    }

    const Stage& stage_;
    Box area_;
    const Side& side_;
    const Scenario& scenario_;
};

}  // namespace

void draw_call_type_table(const Stage& stage, const Box& area) { CallTypeTable{stage, area}.draw(); }

}  // namespace floorwalker::viz
