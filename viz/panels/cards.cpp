#include "viz/panels/cards.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

namespace floorwalker::viz {
namespace {

constexpr Duration kHalfHour = std::chrono::minutes{30};

/// What a figure is held against; near its limit it is close.
struct Rule {
    std::optional<double> limit;
    double close_from = 0.0;
    bool is_least = false;  ///< the figure is to be at least that, else at most

    Verdict verdict(std::optional<double> figure) const {
        if (!limit || !figure) return Verdict::none;
        const auto is_within = [this, &figure](double bound) { return is_least ? *figure >= bound : *figure <= bound; };
        if (!is_within(*limit)) return Verdict::missed;
        return is_within(close_from) ? Verdict::good : Verdict::close;
    }
};

Rule at_least(double share) { return {share, share + 0.02, true}; }
Rule at_most(std::optional<double> limit, double close_from) { return {limit, close_from, false}; }

/// One side at one moment, and its cards.
class Board {
public:
    Board(const Stage& stage, std::size_t side) : stage_{stage}, side_{stage.frame.sides[side]} {
        const auto& expected = stage.expected[side];
        if (!expected) return;
        expected_ = expected.get();
        predicted_ = predicted(standing_of(side_.result), *expected, stage.frame.now);
    }

    std::optional<Card> card(BoardFigure figure) const {
        const Centre& centre = side_.run->scenario.centre;
        switch (figure) {
        case BoardFigure::service_level: return service_level();
        case BoardFigure::abandonment:
            return share(Kpi::abandonment, Figure::abandonment, tr("Gave up"),
                         at_most(centre.abandonment_target, centre.abandonment_target.value_or(1) * 0.8));
        case BoardFigure::longest_wait: return longest_wait();
        case BoardFigure::tier: return first_tier();
        case BoardFigure::occupancy:
            return share(Kpi::occupancy, Figure::occupancy, tr("Occupancy"),
                         at_most(centre.occupancy_target, centre.occupancy_target.value_or(1) - 0.03));
        case BoardFigure::asa: return asa();
        }
        return std::nullopt;
    }

private:
    std::vector<float> trend(const std::function<double(const Sample&)>& figure) const {
        std::vector<float> trend;
        if (!side_.outcome) return trend;
        for (const Sample& sample : side_.outcome->samples) {
            if (sample.at <= stage_.frame.now && sample.at > stage_.frame.now - kHalfHour)
                trend.push_back(static_cast<float>(figure(sample)));
        }
        return trend;
    }

    std::vector<float> trend(Kpi kpi) const {
        return trend([kpi](const Sample& sample) { return sample.kpis[kpi].mean.value_or(0); });
    }

    static std::string at_closing(const std::string& figure) {
        return fmt::format(fmt::runtime(tr("{} at closing")), figure);
    }

    std::optional<double> outlook(Figure figure) const {
        return predicted_ ? (*predicted_)[figure].value() : std::nullopt;
    }

    /// A card of a share.
    static Card card_of(std::string name, std::string title, const Estimate& now, std::optional<double> outlook,
                        const Rule& rule) {
        Card card{.name = std::move(name), .title = std::move(title), .value = now.mean ? percent(*now.mean) : "–"};
        card.verdict = rule.verdict(now.mean);
        card.figure = now.mean;
        if (!outlook) return card;
        card.prediction = at_closing(percent(*outlook));
        card.prediction_verdict = rule.verdict(outlook);
        return card;
    }

    static std::string words_of(const AnswerTarget& target) {
        return fmt::format(fmt::runtime(tr("{} in {} s")), percent(target.share, 0), to_seconds(target.within));
    }

    Card service_level() const {
        const AnswerTarget& target = side_.run->scenario.centre.answer_target;
        Card card = card_of("service_level", tr("Service level"), side_.result.overall[Kpi::service_level],
                            outlook(Figure::service_level), at_least(target.share));
        card.target = words_of(target);
        card.trend = trend(Kpi::service_level);
        return card;
    }

    Card share(Kpi kpi, Figure figure, std::string title, const Rule& rule) const {
        Card card =
            card_of(std::string{name_of(kpi)}, std::move(title), side_.result.overall[kpi], outlook(figure), rule);
        if (rule.limit) card.target = "≤ " + percent(*rule.limit, 0);
        card.trend = trend(kpi);
        return card;
    }

    /// Of the first tier with a target of its own.
    std::optional<Card> first_tier() const {
        const auto& tiers = side_.run->scenario.tiers;
        for (std::size_t i = 0; i < tiers.size() && i < side_.result.tiers.size(); ++i) {
            if (!tiers[i].answer_target) continue;
            const auto at_end =
                predicted_ && i < predicted_->tiers.size() ? predicted_->tiers[i].value() : std::nullopt;
            Card card = card_of("tier_" + tiers[i].id, tiers[i].name.empty() ? tiers[i].id : tiers[i].name,
                                side_.result.tiers[i].kpis[Kpi::service_level], at_end,
                                at_least(tiers[i].answer_target->share));
            card.target = words_of(*tiers[i].answer_target);
            card.trend = trend([i](const Sample& sample) {
                return i < sample.tiers.size() ? sample.tiers[i][Kpi::service_level].mean.value_or(0) : 0;
            });
            return card;
        }
        return std::nullopt;
    }

    Card longest_wait() const {
        Duration longest{0};
        const auto& types = side_.run->scenario.call_types;
        for (std::size_t t = 0; t < types.size(); ++t) {
            const auto& queue = side_.scene.queues()[t];
            if (types[t].channel != Channel::mail && !queue.empty())
                longest = std::max(longest, stage_.frame.now - queue.front().since);
        }
        Card card{.name = "longest_wait", .title = tr("Longest wait now"), .value = span(longest)};
        card.target = fmt::format(fmt::runtime(tr("{} waiting")), side_.scene.waiting_people());
        card.trend = trend([](const Sample& sample) { return static_cast<double>(sample.waiting); });
        if (expected_ == nullptr) return card;
        const auto so_far = from_seconds(side_.result.overall[Kpi::longest_wait_s].mean.value_or(0));
        const auto of_day = predicted_longest_wait(std::max(so_far, longest), *expected_, stage_.frame.now);
        if (of_day) card.prediction = fmt::format(fmt::runtime(tr("{} of the day")), span(*of_day));
        return card;
    }

    Card asa() const {
        const auto limit = side_.run->scenario.centre.asa_target;
        const Rule rule = at_most(limit ? std::optional{to_seconds(*limit)} : std::nullopt,
                                  to_seconds(limit.value_or(Duration{0})) * 0.8);
        const Estimate& wait = side_.result.overall[Kpi::asa_s];
        Card card{.name = "asa", .title = tr("Mean wait"), .value = wait.mean ? span(from_seconds(*wait.mean)) : "–"};
        card.verdict = rule.verdict(wait.mean);
        card.trend = trend(Kpi::asa_s);
        if (limit) card.target = "≤ " + span(*limit);
        if (const auto at_end = outlook(Figure::asa)) {
            card.prediction = at_closing(span(from_seconds(*at_end)));
            card.prediction_verdict = rule.verdict(at_end);
        }
        return card;
    }

    const Stage& stage_;
    const Side& side_;
    const Expected* expected_ = nullptr;
    std::optional<Standing> predicted_;
};

}  // namespace

std::vector<Card> cards_of(const Stage& stage, std::size_t side) {
    std::vector<BoardFigure> wanted = stage.scenario(side).floor.wallboard;
    if (wanted.empty())
        wanted = {BoardFigure::service_level, BoardFigure::abandonment, BoardFigure::asa,
                  BoardFigure::longest_wait,  BoardFigure::tier,        BoardFigure::occupancy};
    const Board board{stage, side};
    std::vector<Card> cards;
    for (const BoardFigure figure : wanted) {
        if (auto card = board.card(figure)) cards.push_back(std::move(*card));
    }
    return cards;
}

}  // namespace floorwalker::viz
