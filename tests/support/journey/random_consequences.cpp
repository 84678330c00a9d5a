#include <algorithm>

#include "tests/support/journey/random_parts.hpp"

/// What contacts lead to, and calling out.
namespace floorwalker::support::random_parts {
namespace {

CallTypeId any_type(Dice& dice, const Scenario& scenario) {
    return id_of<CallTypeId>(place_below(dice, scenario.call_types.size()));
}

Redial random_redial(Dice& dice, const Scenario& scenario) {
    Redial redial;
    redial.after_blocked = dice.share();
    redial.after_abandoned = dice.share();
    if (dice.happens(0.5)) redial.further = dice.share();
    redial.most_tries = dice.between(1, 6);
    redial.delay = random_time(dice, static_cast<double>(dice.one_of({0, 30, 600, 40'000})));
    if (dice.happens(0.2)) redial.becomes = any_type(dice, scenario);
    return redial;
}

Repeat random_repeat(Dice& dice, const Scenario& scenario) {
    Repeat repeat;
    repeat.unsolved = 0.6 * dice.share();
    repeat.calls_again = dice.one_of({1.0, 0.7});
    repeat.delay = random_time(dice, static_cast<double>(dice.one_of({0, 60, 3600, 60'000})));
    if (dice.happens(0.2)) repeat.becomes = any_type(dice, scenario);
    return repeat;
}

/// With the other transfers of the type at most 80 % go on, so that a loop is left at last.
Transfer random_transfer(Dice& dice, const Scenario& scenario) {
    Transfer transfer;
    transfer.to = random_voice_type(dice, scenario);
    transfer.share = 0.4 * dice.share();
    if (dice.happens(0.3)) {
        const auto group = id_of<GroupId>(place_below(dice, scenario.groups.size()));
        transfer.share_by_group[group] = 0.4 * dice.share();
    }
    transfer.kind = dice.one_of({TransferKind::cold, TransferKind::warm, TransferKind::conference});
    transfer.briefing = random_time(dice, static_cast<double>(dice.between(0, 60)));
    transfer.most_hold = seconds_between(dice, 1, 300);
    transfer.keeps_wait = dice.happens(0.4);
    transfer.is_escalation = dice.happens(0.3);
    transfer.returns = dice.happens(0.3);
    transfer.return_wait = seconds_between(dice, 1, 200);
    transfer.return_talk = random_time(dice, static_cast<double>(dice.between(0, 120)));
    return transfer;
}

Callback random_callback(Dice& dice) {
    Callback callback;
    if (dice.happens(0.7)) callback.offered_above = seconds_between(dice, 0, 200);
    callback.accepted = dice.one_of({0.3, 0.7, 1.0});
    callback.when = dice.one_of({Callback::When::in_turn, Callback::When::quiet});
    callback.free_agents = dice.between(1, 3);
    callback.latest = dice.one_of<Duration>({10min, 1h, 24h});
    callback.dialling = random_time(dice, static_cast<double>(dice.between(0, 40)));
    callback.reached = dice.one_of({0.0, 0.5, 0.8, 1.0});
    callback.attempts = dice.between(1, 3);
    callback.retry = dice.one_of<Duration>({1min, 5min, 30min, 10h});
    callback.missed_calls = dice.one_of({0.0, 0.3, 1.0});
    callback.on_paper = random_time(dice, static_cast<double>(dice.between(0, 90)));
    return callback;
}

Campaign random_campaign(Dice& dice, const Scenario& scenario, std::string id) {
    Campaign campaign;
    campaign.id = std::move(id);
    campaign.call_type = random_voice_type(dice, scenario);
    campaign.list = dice.between(0, 60);
    if (dice.happens(0.5)) campaign.start = scenario.centre.open + seconds_between(dice, 0, 3600);
    if (dice.happens(0.5)) campaign.end = campaign.start + seconds_between(dice, 1800, 4 * 3600);
    campaign.end = std::max<Duration>(campaign.end, campaign.start + 10min);
    campaign.dialer = static_cast<Dialer>(dice.below(4));
    campaign.preview = random_time(dice, static_cast<double>(dice.between(0, 60)));
    campaign.ring = random_time(dice, static_cast<double>(dice.between(5, 30)));
    campaign.reached = {dice.one_of({0.3, 0.7, 1.0})};
    campaign.right_party = dice.one_of({1.0, 0.5});
    campaign.attempts = dice.between(1, 3);
    campaign.retry = dice.one_of<Duration>({1min, 20min, 2h});
    campaign.free_agents = dice.between(1, 3);
    campaign.dials_per_agent = dice.one_of({0.5, 1.0, 2.5});
    campaign.hold = seconds_between(dice, 0, 10);
    return campaign;
}

}  // namespace

void add_consequences(Dice& dice, Scenario& scenario) {
    const bool redials = dice.happens(0.5);
    const bool repeats = dice.happens(0.3);
    const bool transfers = dice.happens(0.5);
    const bool callbacks = dice.happens(0.5);
    for (CallType& type : scenario.call_types) {
        if (redials && dice.happens(0.7)) type.redial = random_redial(dice, scenario);
        if (repeats && dice.happens(0.7)) type.repeat = random_repeat(dice, scenario);
        if (type.channel != Channel::voice) continue;
        for (std::int64_t i = transfers ? dice.between(0, 2) : 0; i-- > 0;)
            type.transfers.push_back(random_transfer(dice, scenario));
        if (callbacks && dice.happens(0.7)) type.callback = random_callback(dice);
    }
}

void add_campaigns(Dice& dice, Scenario& scenario) {
    if (!dice.happens(0.4)) return;
    for (std::int64_t i = dice.between(1, 2); i-- > 0;)
        scenario.campaigns.push_back(random_campaign(dice, scenario, "campaign" + std::to_string(i)));
}

}  // namespace floorwalker::support::random_parts
