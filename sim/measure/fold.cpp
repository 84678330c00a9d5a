#include "sim/measure/fold.hpp"

#include "sim/measure/service_level.hpp"

namespace floorwalker::measure {
namespace {

constexpr double kMicrosecondsPerHour = 3.6e9;

/// Chats and mail hold no line.
double line_hours(const Totals& totals) {
    return (totals.wait_answered_us + totals.wait_lost_us + totals.talk_us + totals.hold_us + totals.journey.ivr_us) /
           kMicrosecondsPerHour;
}

/// Notes whether the interval met its target, if anybody called.
void judge_interval(const Settings& settings, double target_share, Totals& totals) {
    const Fraction level = service_level(settings.service_level, totals);
    if (level.whole <= 0) return;
    totals.intervals = 1;
    totals.intervals_met = level.part >= target_share * level.whole ? 1 : 0;
}

void judge_day(const Settings& settings, Totals& totals) {
    const Fraction level = service_level(settings.service_level, totals);
    if (level.whole <= 0) return;
    totals.days = 1;
    totals.daily_service_level = level.part / level.whole;
}

/// What the journeys of a column say by its channel.
void tell_apart(Totals& totals, const JourneyCell& cell, Channel channel, bool is_first_leg) {
    JourneyTotals& journey = totals.journey;
    if (is_first_leg) journey.customers = totals.offered + totals.blocked - journey.call_agains;
    if (channel == Channel::chat && cell.done > 0) {
        journey.chat_open_us = journey.elapsed_us - totals.wait_answered_us;
        journey.chat_engaged_us = totals.talk_us;
    }
    if (channel != Channel::mail) return;
    if (is_first_leg) journey.mail_came = totals.offered;
    journey.mail_done = journey.done;
    journey.mail_gone = journey.done + totals.abandoned;
    journey.mail_in_due = static_cast<double>(cell.in_due);
}

/// What is said of all channels together: nobody waits for the answer to a letter.
Totals overall_part(Totals totals, Channel channel) {
    if (channel != Channel::mail) return totals;
    totals.journey.mail_answered = totals.answered;
    totals.answered_in_target = totals.answered_queued = 0;
    totals.wait_answered_us = totals.longest_wait_us = 0;
    totals.queue_us = totals.longest_queue = 0;
    return totals;
}

/// Folds one row of the tables.
class RowFold {
public:
    RowFold(RecorderTables& tables, std::size_t row, IntervalTotals& interval, BatchTotals& of_day)
        : tables_{tables},
          settings_{tables.settings()},
          columns_{settings_.columns},
          row_{row},
          open_us_{static_cast<double>(tables.measured(row).count())},
          interval_{interval},
          of_day_{of_day} {}

    void fold() {
        for (std::size_t t = 0; t < columns_.types(); ++t) fold_type(t);
        for (std::size_t g = 0; g < settings_.groups; ++g) fold_group(g);
        overall_.open_us = open_us_;
        overall_.longest_queue = static_cast<double>(tables_.longest_queue(row_));  // not that of the worst call type
        judge_interval(settings_, settings_.overall_target_share, overall_);
        interval_.overall.add(overall_);
        of_day_.overall.add(overall_);
    }

private:
    /// Each contact once, and all of a type: with the legs that came to it later, and calls out.
    struct OfType {
        Totals once;
        Totals all;
    };

    Totals column(std::size_t type, std::size_t number, bool is_first_leg) const {
        Totals totals;
        totals.add(tables_.contact_cell(row_, number));
        if (tables_.has_journeys()) {
            const JourneyCell& journey = tables_.journey_cell(row_, number);
            totals.journey.add(journey);
            tell_apart(totals, journey, settings_.channel_of(type), is_first_leg);
        }
        if (tables_.has_outcomes()) totals.outcome.add(tables_.outcome_cell(row_, number));
        return totals;
    }

    void fold_tier(std::size_t type, std::size_t tier, OfType& sums) {
        Totals once = column(type, columns_.first_leg(type, tier), true);
        if (columns_.has_later_legs() || columns_.has_outbound()) {
            sums.all.add(once);
            if (columns_.has_later_legs()) {
                const Totals later = column(type, columns_.later_leg(type, tier), false);
                sums.all.add(later);
                once.add_work(later);
                once.journey.returned = 0;  // nor is it among the answered
            }
            if (columns_.has_outbound()) {
                const Totals outbound = column(type, columns_.outbound(type, tier), false);
                sums.all.add(outbound);
                once.add_work(outbound);
                once.journey.outbound_answered += outbound.answered;
            }
        }
        if (settings_.tiers > 0) of_day_.tiers[tier].add(overall_part(once, settings_.channel_of(type)));
        sums.once.add(once);
    }

    void fold_type(std::size_t type) {
        OfType sums;
        for (std::size_t k = 0; k < columns_.tiers(); ++k) fold_tier(type, k, sums);
        const bool is_one = !columns_.has_later_legs() && !columns_.has_outbound();
        Totals& of_type = is_one ? sums.once : sums.all;
        const Channel channel = settings_.channel_of(type);
        if (type < settings_.call_types) of_type.add(tables_.queue_cell(row_, type));
        if (channel == Channel::voice) of_type.cost = line_hours(of_type) * settings_.line_cost_per_hour;
        if (!is_one) {
            sums.once.queue_us = of_type.queue_us;
            sums.once.cost = of_type.cost;
        }
        if (settings_.channels > 0) of_day_.channels[static_cast<std::size_t>(channel)].add(sums.once);
        overall_.add(overall_part(sums.once, channel));
        if (type >= settings_.call_types) return;
        of_type.open_us = open_us_;
        judge_interval(settings_, settings_.target_share[type], of_type);
        interval_.call_types[type].add(of_type);
        of_day_.call_types[type].add(of_type);
    }

    void fold_group(std::size_t group) {
        const GroupCell& cell = tables_.group_cell(row_, group);
        Totals time;
        time.add_time(cell);
        const double extra_us = time.overtime_us * (settings_.overtime_pay_factor[group] - 1.0);
        time.cost = (time.paid_us + extra_us) / kMicrosecondsPerHour * settings_.cost_per_hour[group];
        if (settings_.is_leave_paid[group])
            time.paid_away_us += time.missing_us[static_cast<std::size_t>(AbsenceCause::leave)];
        for (std::size_t i = 0; i < kActivities; ++i) {
            if (settings_.is_paid_away[group][i]) time.paid_away_us += time.away_us[i];
        }
        time.paid_away_us += time.trainees_us;
        time.places_us = static_cast<double>(settings_.places[group]) * open_us_;
        if (open_us_ > 0) time.present_open_us = time.present_us();
        overall_.add(time);
        time.add_contacts(cell);
        if (tables_.has_outcomes()) time.outcome.add(tables_.group_outcome_cell(row_, group));
        time.open_us = open_us_;
        interval_.groups[group].add(time);
        of_day_.groups[group].add(time);
    }

    RecorderTables& tables_;
    const Settings& settings_;
    const ContactColumns& columns_;
    std::size_t row_;
    double open_us_;
    IntervalTotals& interval_;
    BatchTotals& of_day_;
    Totals overall_;
};

}  // namespace

BatchTotals fold_day(RecorderTables& tables, std::uint32_t day, std::vector<IntervalTotals>& intervals) {
    const Settings& settings = tables.settings();
    BatchTotals of_day = no_days(settings);
    of_day.days = 1;
    for (std::size_t i = 0; i < tables.rows(); ++i) RowFold{tables, tables.row(day, i), intervals[i], of_day}.fold();
    judge_day(settings, of_day.overall);
    for (auto* scope : {&of_day.call_types, &of_day.tiers, &of_day.channels}) {
        for (Totals& totals : *scope) judge_day(settings, totals);
    }
    return of_day;
}

}  // namespace floorwalker::measure
