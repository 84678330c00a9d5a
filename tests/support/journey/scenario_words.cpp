#include "tests/support/journey/scenario_words.hpp"

/// Call types and flows, which take more than a line.
namespace floorwalker::support::scenario_words {
namespace {

std::string words_of_step(const RouteStep& step) {
    std::string text = std::string{" step after="} + words(step.after);
    for (const Condition& condition : step.when) {
        text += fmt::format(" if({} of {} {} in {:g}..{:g})", words(condition.of), words(condition.call_type),
                            words(condition.groups), condition.at_least, condition.at_most);
    }
    if (const auto* open = std::get_if<OpenGroups>(&step.what)) text += std::string{" open "} + words(open->groups);
    if (const auto* change = std::get_if<ChangePriority>(&step.what))
        text += std::string{" priority by "} + words(change->by);
    if (const auto* announce = std::get_if<Announce>(&step.what))
        text += std::string{" announce, leave "} + words(announce->leave) +
                (announce->tell_expected_wait ? ", tell wait" : "");
    if (std::holds_alternative<OfferCallback>(step.what)) text += " offer callback";
    if (std::holds_alternative<SendAway>(step.what)) text += " send away";
    return text + "\n";
}

std::string words_of_transfer(const Transfer& transfer) {
    Line line{" transfer"};
    line.add("to", transfer.to).add("share", transfer.share).add("kind", transfer.kind);
    line.add("by_group", transfer, &Transfer::share_by_group).add("briefing", transfer, &Transfer::briefing);
    line.add("most_hold", transfer, &Transfer::most_hold).add("keeps_wait", transfer, &Transfer::keeps_wait);
    line.add("escalation", transfer, &Transfer::is_escalation).add("returns", transfer, &Transfer::returns);
    line.add("return_wait", transfer, &Transfer::return_wait).add("return_talk", transfer, &Transfer::return_talk);
    return line.take();
}

std::string words_of_callback(const Callback& callback) {
    Line line{" callback"};
    line.add("above", callback.offered_above).add("accepted", callback.accepted).add("when", callback.when);
    line.add("free_agents", callback.free_agents).add("latest", callback.latest).add("dialling", callback.dialling);
    line.add("reached", callback.reached).add("attempts", callback.attempts).add("retry", callback.retry);
    line.add("missed_calls", callback.missed_calls).add("on_paper", callback, &Callback::on_paper);
    return line.take();
}

std::string words_of_again(const CallType& type) {
    std::string text;
    if (const auto& redial = type.redial) {
        Line line{" redial"};
        line.add("blocked", redial->after_blocked).add("abandoned", redial->after_abandoned);
        line.add("further", redial->further).add("tries", redial->most_tries).add("delay", redial->delay);
        text += line.add("becomes", *redial, &Redial::becomes).take();
    }
    if (const auto& repeat = type.repeat) {
        Line line{" repeat"};
        line.add("unsolved", repeat->unsolved).add("calls_again", repeat->calls_again).add("delay", repeat->delay);
        text += line.add("becomes", *repeat, &Repeat::becomes).take();
    }
    if (const auto& outcome = type.outcome) {
        Line line{" outcome"};
        line.add("solved", outcome->solved).add("agent_defects", outcome->defects.share[2]);
        text += line.add("survey", outcome->survey).add("complain", outcome->complaint.share).take();
    }
    return text;
}

std::string words_of_node(const IvrNode& node, std::size_t place) {
    Line line{std::string{" node "} + std::to_string(place)};
    if (const auto* announcement = std::get_if<Announcement>(&node.what))
        line.add("announcement", announcement->length).add("next", announcement->next);
    if (const auto* menu = std::get_if<Menu>(&node.what)) {
        line.add("menu", menu->thinking).add("timeout", menu->timeout).add("after", menu->timeout_after);
        line.add("wrong_key", menu->wrong_key).add("tries", menu->tries).add("failed", menu->when_failed);
        for (const auto& choice : menu->choices) line.add("choice", words(choice.share) + "->" + words(choice.next));
    }
    if (const auto* service = std::get_if<SelfService>(&node.what)) {
        line.add("service", service->duration).add("success", service->success).add("next", service->next);
        line.add("failed", service->when_failed);
    }
    if (const auto* queue = std::get_if<ToQueue>(&node.what)) line.add("queue", queue->call_type);
    if (const auto* end = std::get_if<EndOfCall>(&node.what)) line.add("end, contained", end->contained);
    return line.take();
}

struct ShapeWords {
    std::string operator()(const Constant& d) const { return fmt::format("{:g}", d.value); }
    std::string operator()(const Uniform& d) const { return fmt::format("uniform({:g},{:g})", d.low, d.high); }
    std::string operator()(const Exponential& d) const { return fmt::format("exponential({:g})", d.mean); }
    std::string operator()(const Erlang& d) const { return fmt::format("erlang{}({:g})", d.phases, d.mean); }
    std::string operator()(const Gamma& d) const { return fmt::format("gamma({:g},{:g})", d.shape, d.scale); }
    std::string operator()(const Lognormal& d) const { return fmt::format("lognormal({:g},{:g})", d.mu, d.sigma); }

    template <class Other>
    std::string operator()(const Other&) const {
        return "(another shape)";
    }
};

}  // namespace

std::string words(const Distribution& distribution) {
    std::string text = std::visit(ShapeWords{}, distribution.shape);
    if (distribution.atom) text += fmt::format("|{:g}@{:g}", distribution.atom->share, distribution.atom->value);
    return text;
}

std::string lines_of(const CallType& type, std::size_t place) {
    Line line{std::string{"call type "} + std::to_string(place) + " \"" + type.id + "\""};
    line.add("channel", type, &CallType::channel).add("arrivals", type.arrivals.per_interval);
    line.add("factor", type.arrivals, &Arrivals::factor).add("busyness", type.arrivals, &Arrivals::busyness);
    line.add("patience", type, &CallType::patience).add("leave_at_once", type, &CallType::leave_at_once);
    line.add("talk", type.talk).add("wrap_up", type, &CallType::wrap_up).add("priority", type, &CallType::priority);
    line.add("credit", type, &CallType::waiting_credit).add("places", type, &CallType::queue_places);
    line.add("groups", type, &CallType::groups).add("choose", type, &CallType::choose);
    line.add("handling_factor", type, &CallType::handling_factor);
    line.add("patience_factor", type, &CallType::patience_factor).add("flow", type, &CallType::flow);
    line.add("site", type, &CallType::site).add("group_weights", type, &CallType::group_weights);
    line.add("weight", type, &CallType::weight).add("points", type, &CallType::points);
    line.add("per_second", type, &CallType::points_per_second).add("queue_share", type, &CallType::queue_share);
    line.add("last_agent", type, &CallType::last_agent).add("due", type, &CallType::due);
    line.add("interruptible", type, &CallType::interruptible);
    if (const auto& hold = type.hold) line.add("hold", hold->share).add("for", hold->length);
    if (const auto& expected = type.expected) {
        line.add("estimator", expected->estimator).add("announced", expected->announced);
        line.add("closed", *expected, &WaitAnnouncement::closed);
    }
    std::string text = line.take();
    for (const RouteStep& step : type.steps) text += words_of_step(step);
    for (const Transfer& transfer : type.transfers) text += words_of_transfer(transfer);
    if (type.callback) text += words_of_callback(*type.callback);
    return text + words_of_again(type);
}

std::string lines_of(const IvrFlow& flow, std::size_t place) {
    Line line{std::string{"flow "} + std::to_string(place)};
    std::string text = line.add("patience", flow, &IvrFlow::patience).take();
    for (std::size_t i = 0; i < flow.nodes.size(); ++i) text += words_of_node(flow.nodes[i], i);
    return text;
}

}  // namespace floorwalker::support::scenario_words
