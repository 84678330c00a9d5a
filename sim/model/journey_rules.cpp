#include <algorithm>
#include <cmath>
#include <string>

#include "sim/model/endless.hpp"
#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"
#include "sim/model/serving.hpp"

namespace floorwalker::model {
namespace {

constexpr int kMostPriority = 1'000'000;

class JourneyRules {
public:
    explicit JourneyRules(const Scenario& scenario) : scenario_{scenario} {}

    void check() const {
        for (const IvrFlow& flow : scenario_.flows) check_flow(flow);
        for (const AccessNumber& number : scenario_.numbers) check_number(number);
        for (const Tier& tier : scenario_.tiers) check_tier(tier);
        for (std::size_t type = 0; type < scenario_.call_types.size(); ++type)
            check_call_type(CallTypeId(static_cast<std::uint16_t>(type)));
        for (const Group& group : scenario_.groups) check_group(group);
        check_ends();
    }

private:
    /// Every contact must be able to come to an end.
    void check_ends() const {
        for (const IvrFlow& flow : scenario_.flows) {
            const auto endless = endless_flow(flow);
            require(!endless, "ivr." + flow.id + ": a call that comes to node " +
                                  (endless ? flow.nodes[endless->round.front()].id : "") + " never ends");
        }
        require(!endless_transfers(scenario_), "some call types are transferred from one to the other for ever");
        require(!endless_redials(scenario_), "some customers try again at once and for ever");
    }

    void require_type(CallTypeId type, const std::string& name) const {
        require(index(type) < scenario_.call_types.size(), name + " names a call type that is not there");
    }
    void require_flow(const std::optional<FlowId>& flow, const std::string& name) const {
        require(!flow || index(*flow) < scenario_.flows.size(), name + " names a flow that is not there");
    }

    void check_node(const IvrFlow& flow, const IvrNode& node) const {
        const std::string name = "ivr." + flow.id + "." + node.id;
        const auto check_next = [&](const std::optional<NodeId>& next) {
            require(!next || index(*next) < flow.nodes.size(), name + " leads to a node that is not there");
        };
        if (const auto* announcement = std::get_if<Announcement>(&node.what)) {
            require_sound(announcement->length, name);
            check_next(announcement->next);
        } else if (const auto* menu = std::get_if<Menu>(&node.what)) {
            check_menu(*menu, name);
            for (const auto& choice : menu->choices) check_next(choice.next);
            check_next(menu->when_failed);
        } else if (const auto* service = std::get_if<SelfService>(&node.what)) {
            require_sound(service->duration, name);
            require_share(service->success, name + ".success");
            check_next(service->next);
            check_next(service->when_failed);
        } else if (const auto* queue = std::get_if<ToQueue>(&node.what); queue != nullptr && queue->call_type) {
            require_type(*queue->call_type, name);
            require(scenario_.call_types[index(*queue->call_type)].channel == Channel::voice,
                    name + " leads to something that is not a call");
        }
    }

    static void check_menu(const Menu& menu, const std::string& name) {
        require(!menu.choices.empty(), name + " needs choices");
        require_sound(menu.thinking, name);
        double sum = 0.0;
        for (const auto& choice : menu.choices) {
            require_share(choice.share, name);
            sum += choice.share;
        }
        require(std::abs(sum - 1.0) < 1e-6, name + ": the shares of the choices do not add up to 1");
        require(menu.timeout >= 0 && menu.wrong_key >= 0 && menu.timeout + menu.wrong_key < 1,
                name + ": some callers must press a key that leads on");
        require(menu.tries > 0, name + ".tries must be positive");
        require(menu.timeout_after >= Duration{0}, name + ".timeout_after must not be negative");
    }

    void check_flow(const IvrFlow& flow) const {
        require(!flow.nodes.empty(), "ivr." + flow.id + " needs a node");
        if (flow.patience) require_sound(*flow.patience, "ivr." + flow.id + ".patience");
        for (const IvrNode& node : flow.nodes) check_node(flow, node);
    }

    /// A caller of a number must have been asked what it wants before it can be given to an agent.
    void check_asks(FlowId id, const std::string& name) const {
        for (const IvrNode& node : scenario_.flows[index(id)].nodes) {
            const auto* queue = std::get_if<ToQueue>(&node.what);
            require(queue == nullptr || queue->call_type.has_value(),
                    name + ": its flow leads to a queue without saying of which call type");
        }
    }

    void check_tiers_of(const AccessNumber& number, const std::string& name) const {
        require(number.share_by_tier.size() <= scenario_.tiers.size(), name + " has more tiers than there are");
        double sum = 0.0;
        for (std::size_t tier = 0; tier < number.share_by_tier.size(); ++tier) {
            require_share(number.share_by_tier[tier], name + ".share_by_tier");
            sum += number.share_by_tier[tier];
            const auto& flow = scenario_.tiers[tier].flow;
            require_flow(flow, "tier." + scenario_.tiers[tier].id);
            if (flow && number.share_by_tier[tier] > 0) check_asks(*flow, name);
        }
        require(sum <= 1 + 1e-9, name + ": its tiers are more than the whole");
    }

    void check_number(const AccessNumber& number) const {
        const std::string name = "number." + number.id;
        require_flow(number.flow, name);
        check_asks(number.flow, name);
        check_tiers_of(number, name);
        if (number.redial) check_redial(*number.redial, name);
        if (number.repeat) check_repeat(*number.repeat, name);
    }

    void check_tier(const Tier& tier) const {
        require_flow(tier.flow, "tier." + tier.id);
        require_known(tier.groups, scenario_.groups.size(), "tier." + tier.id + ".groups");
        require(tier.weight >= 0 && std::isfinite(tier.weight), "tier." + tier.id + ".weight must not be negative");
        require(std::isfinite(tier.points) && std::isfinite(tier.points_per_second),
                "tier." + tier.id + ".points must be finite");
        require(std::abs(tier.priority) <= kMostPriority,
                "tier." + tier.id + ".priority must be from -1,000,000 to 1,000,000");
    }

    void check_redial(const Redial& redial, const std::string& name) const {
        require_share(redial.after_blocked, name + ".redial.after_blocked");
        require_share(redial.after_abandoned, name + ".redial.after_abandoned");
        require_share(redial.further.value_or(0.0), name + ".redial.further");
        require(redial.most_tries >= 1 && redial.most_tries <= 200, name + ".redial.most_tries must be from 1 to 200");
        require_sound(redial.delay, name + ".redial.delay");
        if (redial.becomes) require_type(*redial.becomes, name + ".redial");
    }

    void check_repeat(const Repeat& repeat, const std::string& name) const {
        require_share(repeat.unsolved, name + ".repeat.unsolved");
        require_share(repeat.calls_again, name + ".repeat.calls_again");
        require_sound(repeat.delay, name + ".repeat.delay");
        if (repeat.becomes) require_type(*repeat.becomes, name + ".repeat");
    }

    void check_transfer(const Transfer& transfer, const std::string& name) const {
        require_type(transfer.to, name + ".transfer");
        require_share(transfer.share, name + ".transfer.share");
        for (const auto& [group, share] : transfer.share_by_group) {
            require(index(group) < scenario_.groups.size(), name + ".transfer names a group that is not there");
            require_share(share, name + ".transfer.share_by_group");
        }
        require_sound(transfer.briefing, name + ".transfer.briefing");
        require_sound(transfer.return_talk, name + ".transfer.return_talk");
        require(transfer.most_hold >= Duration{0} && transfer.return_wait >= Duration{0},
                name + ".transfer: times must not be negative");
        require(scenario_.call_types[index(transfer.to)].channel == Channel::voice,
                name + ".transfer leads to something that is not a call");
    }

    void check_transfers(CallTypeId id, const std::string& name) const {
        const CallType& type = scenario_.call_types[index(id)];
        require(type.channel == Channel::voice, name + ": only calls are transferred");
        for (const Transfer& transfer : type.transfers) check_transfer(transfer, name);
        for (std::size_t g = 0; g < scenario_.groups.size(); ++g) {
            const auto group = GroupId(static_cast<std::uint16_t>(g));
            require(!may_serve(scenario_, group, id) || transferred_share(type, group) <= 1 + 1e-9,
                    name + ": more contacts are transferred than there are");
        }
    }

    static void check_callback(const Callback& callback, const std::string& name) {
        require_share(callback.accepted, name + ".callback.accepted");
        require_share(callback.reached, name + ".callback.reached");
        require_share(callback.missed_calls, name + ".callback.missed_calls");
        require(callback.attempts >= 1 && callback.attempts <= 100, name + ".callback.attempts must be from 1 to 100");
        require(callback.free_agents >= 1, name + ".callback.free_agents must be positive");
        require(callback.retry > Duration{0} && callback.latest >= Duration{0},
                name + ".callback: times must be positive");
        require_sound(callback.dialling, name + ".callback.dialling");
        require_sound(callback.on_paper, name + ".callback.on_paper");
    }

    void check_step(const RouteStep& step, const std::string& name) const {
        if (const auto* open = std::get_if<OpenGroups>(&step.what))
            require_known(open->groups, scenario_.groups.size(), name + ".step");
        if (const auto* announce = std::get_if<Announce>(&step.what)) require_share(announce->leave, name + ".step");
        for (const Condition& condition : step.when) {
            if (condition.call_type) require_type(*condition.call_type, name + ".step");
            require_known(condition.groups, scenario_.groups.size(), name + ".step");
        }
    }

    void check_steps(const CallType& type, const std::string& name) const {
        // Every one of these doubles the ways through the steps.
        constexpr std::ptrdiff_t kMostForks = 8;
        const auto is_fork = [](const RouteStep& step) {
            const bool leads_on =
                std::holds_alternative<OpenGroups>(step.what) || std::holds_alternative<ChangePriority>(step.what);
            return leads_on && !step.when.empty();
        };
        require(std::count_if(type.steps.begin(), type.steps.end(), is_fork) <= kMostForks,
                name + " has more than 8 steps that open groups or change the priority under a condition");
        require(type.steps.size() <= 100, name + " has more than 100 steps");
        const auto earlier = [](const RouteStep& a, const RouteStep& b) { return a.after < b.after; };
        require(std::is_sorted(type.steps.begin(), type.steps.end(), earlier),
                name + ": steps must be in order of time");
        for (const RouteStep& step : type.steps) check_step(step, name);
    }

    void check_call_type(CallTypeId type_id) const {
        const CallType& type = scenario_.call_types[index(type_id)];
        const std::string name = "call_type." + type.id;
        require_flow(type.flow, name);
        require(!type.flow || type.channel == Channel::voice, name + ": only calls hear an IVR");
        require(type.weight >= 0 && std::isfinite(type.weight), name + ".weight must not be negative");
        require(type.queue_share > 0 && std::isfinite(type.queue_share), name + ".queue_share must be positive");
        require(std::isfinite(type.points), name + ".points must be finite");
        require(type.points_per_second >= 0 && std::isfinite(type.points_per_second),
                name + ".points_per_second must not be negative");
        require(std::abs(type.priority) <= kMostPriority, name + ".priority must be from -1,000,000 to 1,000,000");
        require(type.due > Duration{0}, name + ".due must be positive");
        require(!type.last_agent || *type.last_agent >= Duration{0}, name + ".last_agent must not be negative");
        for (const auto& [group, weight] : type.group_weights) {
            require(index(group) < scenario_.groups.size(), name + ".group_weights names a group that is not there");
            require(weight >= 0 && std::isfinite(weight), name + ".group_weights must not be negative");
        }
        check_steps(type, name);
        if (type.callback) {
            require(type.channel == Channel::voice, name + ": only calls are called back");
            check_callback(*type.callback, name);
        }
        if (type.redial) check_redial(*type.redial, name);
        if (type.repeat) check_repeat(*type.repeat, name);
        if (!type.transfers.empty()) check_transfers(type_id, name);
    }

    void check_group(const Group& group) const {
        const std::string name = "group." + group.id;
        for (const Reserve& reserve : group.reserves) {
            require(reserve.agents >= 0 && reserve.agents <= 1'000'000, name + ".reserve must be from 0 to 1,000,000");
            require_known(reserve.call_types, scenario_.call_types.size(), name + ".reserve");
            require_known(reserve.tiers, scenario_.tiers.size() + 1, name + ".reserve");
        }
        require(group.chat.windows >= 0 && group.chat.windows <= 100, name + ".chat.windows must be from 0 to 100");
        require(
            group.chat.slowdown.empty() || group.chat.slowdown.size() == static_cast<std::size_t>(group.chat.windows),
            name + ".chat.slowdown needs a value for each window");
        for (const double slowdown : group.chat.slowdown)
            require(slowdown >= 1 && slowdown <= 1000, name + ".chat.slowdown must be from 1 to 1000");
    }

    const Scenario& scenario_;
};

}  // namespace

void check_journeys(const Scenario& scenario) { JourneyRules{scenario}.check(); }

}  // namespace floorwalker::model
