#include "sim/measure/adherence.hpp"

#include <algorithm>
#include <utility>

namespace floorwalker::measure {

Adherence::Adherence(std::shared_ptr<const Schedule> schedule, std::size_t groups)
    : schedule_{std::move(schedule)}, agents_(schedule_ ? schedule_->agents() : 0), groups_(schedule_ ? groups : 0) {}

void Adherence::enters(AgentId agent, AgentState state, TimePoint at) {
    if (index(agent) >= agents_.size()) return;  // taken on by a decision, without a schedule
    pass(agent, at);
    agents_[index(agent)].state = kind_of(state);
}

void Adherence::changes_place(AgentId agent, bool joined, TimePoint at) {
    if (index(agent) >= agents_.size()) return;
    pass(agent, at);
    AgentNow& now = agents_[index(agent)];
    if (joined)
        now.vacant.until = at;
    else
        now.vacant = {at, TimePoint{kForever}};
    now.pieces.clear();
}

void Adherence::pass(TimePoint now) {
    for (std::size_t a = 0; a < agents_.size(); ++a) pass(AgentId{static_cast<std::uint32_t>(a)}, now);
}

AdherenceCell Adherence::take(GroupId group) { return std::exchange(groups_[index(group)], {}); }

void Adherence::start_afresh() {
    for (AgentNow& agent : agents_) agent.sum = {};
}

void Adherence::find_piece(AgentId agent) {
    AgentNow& now = agents_[index(agent)];
    if (now.pieces.empty() || now.since >= now.pieces.back().end) {
        const std::int64_t day = now.since.time_since_epoch() / kDay;
        schedule_->plan_day(agent, day, now.vacant, now.pieces);
        now.piece = 0;
    }
    while (now.pieces[now.piece].end <= now.since) ++now.piece;
}

void Adherence::pass(AgentId agent, TimePoint until) {
    if (!schedule_->has(agent)) return;
    AgentNow& now = agents_[index(agent)];
    AdherenceCell passed;
    while (now.since < until) {
        find_piece(agent);
        const PlannedPiece& piece = now.pieces[now.piece];
        const TimePoint end = std::min(piece.end, until);
        const std::int64_t length = (end - now.since).count();
        if (piece.planned != kNothing) {
            passed.scheduled_us += length;
            if ((piece.fitting & now.state) != 0) passed.adherent_us += length;
        }
        if (piece.planned == kForContacts) passed.for_contacts_us += length;
        if (now.state == kForContacts) passed.worked_us += length;
        now.since = end;
    }
    now.sum.add(passed);
    groups_[index(schedule_->group_of(agent))].add(passed);
}

}  // namespace floorwalker::measure
