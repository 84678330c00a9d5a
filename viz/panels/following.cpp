// Whom the user follows: an agent, or a customer with its whole story.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <floorwalker/trace.hpp>

#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

struct Line {
    std::string text;
    bool is_faint = false;
};

std::string name_of_group(const Scenario& scenario, GroupId group) {
    const Group& one = scenario.groups[index(group)];
    return one.name.empty() ? one.id : one.name;
}

std::string name_of_type(const Scenario& scenario, CallTypeId type) {
    if (type == kNoCallType) return tr("not told yet");
    const CallType& one = scenario.call_types[index(type)];
    return one.name.empty() ? one.id : one.name;
}

std::vector<Line> about(const Stage& stage, const Seat& seat, const Scenario& scenario) {
    const TimePoint now = stage.frame.now;
    std::vector<Line> lines;
    lines.push_back({fmt::format(fmt::runtime(tr("{} for {}")), viz::name_of(seat.state), span(now - seat.since))});
    if (seat.contact)
        lines.push_back(
            {fmt::format(fmt::runtime(tr("with a customer: {}")), name_of_type(scenario, seat.contact->call_type))});
    lines.push_back({fmt::format(fmt::runtime(tr("contacts today: {}")), seat.handled)});
    if (seat.fatigue) lines.push_back({fmt::format(fmt::runtime(tr("fatigue {:.2f}")), *seat.fatigue)});
    if (seat.stress) lines.push_back({fmt::format(fmt::runtime(tr("stress {:.2f}")), *seat.stress)});
    const TimePoint rested = seat.rested.value_or(seat.signed_in);
    if (seat.state != AgentState::signed_out)
        lines.push_back({fmt::format(fmt::runtime(tr("last break {} ago")), span(now - rested)), true});
    return lines;
}

/// The facts of the customer until now, told one a line.
class Teller {
public:
    explicit Teller(const Scenario& scenario) : scenario_{scenario} {}

    std::string operator()(const Offered& fact) const {
        return fmt::format(fmt::runtime(tr("comes: {}")), name_of_type(scenario_, fact.contact.call_type));
    }
    std::string operator()(const Blocked&) const { return tr("finds no line or place"); }
    std::string operator()(const EnteredIvr&) const { return tr("hears the menu"); }
    std::string operator()(const LeftIvr& fact) const {
        if (fact.outcome == IvrOutcome::contained) return tr("is served by the machine");
        if (fact.outcome == IvrOutcome::wants_agent)
            return fmt::format(fmt::runtime(tr("wants an agent: {}")), name_of_type(scenario_, fact.contact.call_type));
        return tr("hangs up in the menu");
    }
    std::string operator()(const Queued&) const { return tr("waits"); }
    std::string operator()(const Abandoned& fact) const {
        return fmt::format(fmt::runtime(tr("gives up after {}")), span(fact.waited));
    }
    std::string operator()(const Dismissed&) const { return tr("is sent away at closing"); }
    std::string operator()(const RingBegan& fact) const {
        return fmt::format(fmt::runtime(tr("rings at {}")), name_of_group(scenario_, fact.group));
    }
    std::string operator()(const RingMissed&) const { return tr("nobody takes it"); }
    std::string operator()(const Answered& fact) const {
        return fmt::format(fmt::runtime(tr("is answered by {} after {}")), name_of_group(scenario_, fact.group),
                           span(fact.waited));
    }
    std::string operator()(const Abused&) const { return tr("is abusive"); }
    std::string operator()(const HoldEnded& fact) const {
        return fmt::format(fmt::runtime(tr("was on hold for {}")), span(fact.held));
    }
    std::string operator()(const Transferred& fact) const {
        return fmt::format(fmt::runtime(tr("is passed on: {}")), name_of_type(scenario_, fact.contact.call_type));
    }
    std::string operator()(const CallbackKept&) const { return tr("will be called back"); }
    std::string operator()(const CalledBack& fact) const {
        return fact.reached ? tr("is called back") : tr("is not reached");
    }
    std::string operator()(const TalkEnded& fact) const {
        return fmt::format(fmt::runtime(fact.leaves ? tr("leaves after talking {}") : tr("has talked {}")),
                           span(fact.talk));
    }
    std::string operator()(const OutcomeKnown& fact) const {
        return fmt::format(fmt::runtime(fact.outcome.solved ? tr("is served well; satisfaction {}")
                                                            : tr("has no solution; satisfaction {}")),
                           int{fact.outcome.satisfaction});
    }
    std::string operator()(const WillCallAgain& fact) const {
        return fmt::format(fmt::runtime(tr("will call again at {}")), clock(fact.then, false));
    }
    template <class Other>
    std::string operator()(const Other&) const {
        return {};
    }

private:
    const Scenario& scenario_;
};

/// Worked out once for each customer and side, which takes a run of the whole scenario.
const std::vector<TraceEntry>& story_of(const Customer& customer, const RunOf& run, std::size_t side) {
    struct Known {
        std::optional<Customer> customer;
        const RunOf* of = nullptr;  // with which decisions
        std::vector<TraceEntry> story;
    };
    static std::array<Known, 2> known;
    Known& one = known.at(side);
    if (one.customer != customer || one.of != &run) {
        one.story = trace(run.scenario, customer, run.seed, run.replication);
        one.customer = customer;
        one.of = &run;
    }
    return one.story;
}

std::vector<Line> about(const Stage& stage, const Customer& customer, const RunOf& run, std::size_t side) {
    std::vector<Line> lines;
    for (const TraceEntry& entry : story_of(customer, run, side)) {
        const TimePoint at = std::visit([](const auto& fact) { return fact.at; }, entry.fact);
        const std::string words = std::visit(Teller{run.scenario}, entry.fact);
        if (words.empty()) continue;
        lines.push_back({clock(at) + "  " + words, at > stage.frame.now});
    }
    return lines;
}

void draw_story(const Stage& stage, Box rest, const std::string& title, const std::vector<Line>& lines,
                const std::string& name) {
    const Fonts& fonts = stage.fonts();
    draw_text(stage.draw, *fonts.small, rest.min(), stage.theme().text, fitting(*fonts.small, title, rest.w));
    rest.take_top(stage.px(24));
    const float height = stage.px(21);
    const auto fits = static_cast<std::size_t>(std::max(1.0F, rest.h / height));
    // What has happened last is what one wants to see; what is still to come is faint.
    const auto past = static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [](const Line& line) { return !line.is_faint; }));
    const std::size_t first = past > fits ? past - fits : 0;
    for (std::size_t i = first; i < std::min(lines.size(), first + fits); ++i) {
        draw_text(stage.draw, *fonts.small, {rest.x, rest.y + height * static_cast<float>(i - first)},
                  lines[i].is_faint ? stage.theme().faint : stage.theme().text,
                  fitting(*fonts.small, lines[i].text, rest.w));
    }
    std::string shown = title;
    for (const Line& line : lines) shown += "\n" + line.text;
    stage.widgets.show(name, shown);
}

/// The same customer on both sides, where there are two.
void draw_customer_story(const Stage& stage, Box rest, const Customer& customer) {
    const auto& sides = stage.frame.sides;
    const float height = rest.h / static_cast<float>(sides.size());
    for (std::size_t side = 0; side < sides.size(); ++side) {
        const std::string who =
            fmt::format(fmt::runtime(tr("customer {} of day {}")), customer.number + 1, customer.day + 1);
        const std::string title = sides.size() > 1 ? sides[side].run->scenario.centre.name + " · " + who : who;
        draw_story(stage, rest.take_top(height), title, about(stage, customer, *sides[side].run, side),
                   side == 0 ? "following" : "following_2");
    }
}

}  // namespace

void draw_following(const Stage& stage, const Box& box) {
    Box rest = draw_panel(stage, box, tr("FOLLOWING"));
    Following& following = stage.ui.following;
    const Box cross{box.right() - stage.px(40), box.y + stage.px(10), stage.px(28), stage.px(24)};
    const bool is_over = draw_button(stage, "unfollow", cross, Button::close);
    const Side& side = stage.frame.sides[std::min(following.side, stage.frame.sides.size() - 1)];
    const Scenario& scenario = side.run->scenario;
    if (following.agent && index(*following.agent) < side.scene.seats().size()) {
        const Seat& seat = side.scene.seats()[index(*following.agent)];
        draw_story(stage, rest, fmt::format("{} {}", name_of_group(scenario, seat.group), seat.number),
                   about(stage, seat, scenario), "following");
    } else if (following.customer) {
        draw_customer_story(stage, rest, *following.customer);
    }
    if (is_over) following = {};
}

}  // namespace floorwalker::viz
