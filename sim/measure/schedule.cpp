#include "sim/measure/schedule.hpp"

#include <algorithm>

#include "sim/model/calendar/day.hpp"
#include "sim/model/model.hpp"

namespace floorwalker::measure {
namespace {

bool is_same(WorkSpan a, WorkSpan b) { return a.start == b.start && a.end == b.end; }

template <class Item>
void sort_unique(std::vector<Item>& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

Schedule::Schedule(std::shared_ptr<const model::Model> model, Duration tolerance)
    : model_{std::move(model)}, tolerance_{tolerance}, plans_(model_->agents.size()) {
    for (std::size_t a = 0; a < plans_.size(); ++a) plans_[a].group = model_->agents[a].group;
    Duration latest{0};
    for (const model::ShiftBlock& block : model_->shifts) {
        for (std::uint32_t i = 0; i < block.agents; ++i)
            plans_[index(block.first) + i].shifts.push_back({block.span, {}});
        latest = std::max(latest, block.span.end);
    }
    days_back_ = (latest + tolerance_) / kDay + 1;
    for (const model::AwayPlan& away : model_->away) {
        const model::ActivityModel& activity = model_->activities[away.activity];
        for (Shift& shift : plans_[index(away.agent)].shifts) {
            if (is_same(shift.span, away.shift))
                shift.activities.push_back({away.due, away.due + activity.length, kind_of(activity.what)});
        }
    }
}

bool Schedule::is_day_of(const Shift& shift, std::int64_t day) const {
    return day >= 0 && day < model_->days &&
           !model::is_called_off(*model_, static_cast<std::uint32_t>(day), shift.span);
}

void Schedule::add_spans(const Shift& shift, std::int64_t day, std::vector<Span>& spans) const {
    const TimePoint midnight{kDay * day};
    spans.push_back({midnight + shift.span.start, midnight + shift.span.end, kForContacts});
    for (const Activity& activity : shift.activities)
        spans.push_back({midnight + activity.from, midnight + activity.until, activity.kind});
}

std::vector<Schedule::Span> Schedule::spans_around(AgentId agent, std::int64_t day, const Vacancy& vacant) const {
    std::vector<Span> spans;
    for (const Shift& shift : plans_[index(agent)].shifts) {
        for (std::int64_t of = day - days_back_; of <= day + 1; ++of) {
            const TimePoint begins = TimePoint{kDay * of} + shift.span.start;
            if (begins >= vacant.from && begins < vacant.until) continue;
            if (is_day_of(shift, of)) add_spans(shift, of, spans);
        }
    }
    return spans;
}

void Schedule::plan_day(AgentId agent, std::int64_t day, const Vacancy& vacant,
                        std::vector<PlannedPiece>& pieces) const {
    const TimePoint midnight{kDay * day};
    const TimePoint first = midnight - tolerance_ - Duration{1};
    const TimePoint last = midnight + kDay + tolerance_ + Duration{1};
    const std::vector<Span> spans = spans_around(agent, day, vacant);
    std::vector<TimePoint> edges{first, last};
    for (const Span& span : spans) {
        for (const TimePoint edge : {span.from, span.until}) {
            if (edge > first && edge < last) edges.push_back(edge);
        }
    }
    sort_unique(edges);
    const auto planned_from = [&](TimePoint from) {
        StateKinds shift = 0;
        StateKinds activities = 0;
        for (const Span& span : spans) {
            if (span.from <= from && from < span.until) (span.kind == kForContacts ? shift : activities) |= span.kind;
        }
        if (activities != 0) return activities;
        return shift != 0 ? shift : kNothing;
    };
    std::vector<Span> plan;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) plan.push_back({edges[i], edges[i + 1], planned_from(edges[i])});

    // Between these moments neither what is planned changes nor what fits.
    std::vector<TimePoint> ends{midnight + kDay};
    for (const TimePoint edge : edges) {
        for (const TimePoint end : {edge - tolerance_, edge, edge + tolerance_}) {
            if (end > midnight && end < midnight + kDay) ends.push_back(end);
        }
    }
    sort_unique(ends);
    pieces.clear();
    TimePoint from = midnight;
    for (const TimePoint end : ends) {
        PlannedPiece piece{end, kNothing, 0};
        for (const Span& span : plan) {
            if (span.from <= from && from < span.until) piece.planned = span.kind;
            if (span.from - tolerance_ <= from && end <= span.until + tolerance_) piece.fitting |= span.kind;
        }
        const bool goes_on =
            !pieces.empty() && pieces.back().planned == piece.planned && pieces.back().fitting == piece.fitting;
        if (goes_on) pieces.pop_back();
        pieces.push_back(piece);
        from = end;
    }
}

}  // namespace floorwalker::measure
