#include <catch2/catch.hpp>

#include "tests/scenario/reading.hpp"

/// What the keys of redial, repeat, transfer, callback and of the channels set.
namespace floorwalker::reading {
namespace {

using namespace std::chrono_literals;

const std::string kExpert = "[[call_type]]\nid = \"expert\"\narrivals = { per_hour = 1 }\n";
const std::string kTransfers = R"([[call_type.transfer]]
to = "expert"
share = "8%"
share_by_group = { general = "3%" }
kind = "warm"
briefing = "45s"
most_hold = "2min"
keeps_wait = true
escalation = true
returns = true
return_wait = "90s"
return_talk = { dist = "exponential", mean = "50s" }
[[call_type.transfer]]
to = "regular"
share = 0.02
)";

}  // namespace

TEST_CASE("keys of redial and repeat", "[scenario][keys]") {
    const auto type = with_call_type(
                          "redial = { after_blocked = \"60%\", after_abandoned = 0.4, further = \"30%\", most_tries = "
                          "5, delay = { dist = \"exponential\", mean = \"2min\" }, becomes = \"expert\" }\n"
                          "repeat = { unsolved = \"15%\", calls_again = \"80%\", delay = \"4h\", becomes = \"regular\" "
                          "}\n",
                          kExpert)
                          .call_types.at(0);
    REQUIRE(type.redial);
    CHECK(type.redial->after_blocked == 0.6);
    CHECK(type.redial->after_abandoned == 0.4);
    CHECK(type.redial->further == 0.3);
    CHECK(type.redial->most_tries == 5);
    CHECK(exponential_of(type.redial->delay) == 120.0);
    CHECK(type.redial->becomes == CallTypeId{1});
    REQUIRE(type.repeat);
    CHECK(type.repeat->unsolved == 0.15);
    CHECK(type.repeat->calls_again == 0.8);
    CHECK(constant_of(type.repeat->delay) == 14'400.0);
    CHECK(type.repeat->becomes == CallTypeId{0});
}

TEST_CASE("keys of redial and repeat left out", "[scenario][keys]") {
    const auto type =
        with_call_type("redial = { after_abandoned = \"10%\" }\nrepeat = { unsolved = \"10%\" }\n").call_types.at(0);
    CHECK(type.redial.value().after_blocked == 0.0);
    CHECK_FALSE(type.redial->further);
    CHECK(type.redial->most_tries == 10);
    CHECK(exponential_of(type.redial->delay) == 300.0);
    CHECK_FALSE(type.redial->becomes);
    CHECK(type.repeat.value().calls_again == 1.0);
    CHECK(exponential_of(type.repeat->delay) == 86'400.0);
    CHECK_FALSE(type.repeat->becomes);
    CHECK_FALSE(with_call_type("").call_types[0].redial);
    CHECK_FALSE(with_call_type("").call_types[0].repeat);
}

TEST_CASE("keys of a transfer", "[scenario][keys]") {
    const auto type = with_call_type(kTransfers, kExpert).call_types.at(0);
    REQUIRE(type.transfers.size() == 2);
    const auto& first = type.transfers[0];
    CHECK(first.to == CallTypeId{1});
    CHECK(first.share == 0.08);
    CHECK(first.share_by_group == std::map<GroupId, double>{{GroupId{0}, 0.03}});
    CHECK(first.kind == TransferKind::warm);
    CHECK(constant_of(first.briefing) == 45.0);
    CHECK(first.most_hold == 2min);
    CHECK(first.keeps_wait);
    CHECK(first.is_escalation);
    CHECK(first.returns);
    CHECK(first.return_wait == 90s);
    CHECK(exponential_of(first.return_talk) == 50.0);
    const auto& second = type.transfers[1];
    CHECK(second.to == CallTypeId{0});
    CHECK(second.share == 0.02);
    CHECK(second.share_by_group.empty());
    CHECK(second.kind == TransferKind::cold);
    CHECK(constant_of(second.briefing) == 30.0);
    CHECK(second.most_hold == 5min);
    CHECK_FALSE(second.keeps_wait);
    CHECK_FALSE(second.is_escalation);
    CHECK_FALSE(second.returns);
    CHECK(second.return_wait == 2min);
    CHECK(constant_of(second.return_talk) == 60.0);
}

TEST_CASE("shares of transfers are held against the groups that serve the type", "[scenario][keys]") {
    // The second level talks to nobody of "regular", so that 60% and 60% concern the first level alone, where its own
    // shares make 60% + 30% = 90%.
    const auto scenario = with_call_type(
        R"([[call_type.transfer]]
to = "expert"
share = "60%"
[[call_type.transfer]]
to = "expert"
share = "60%"
share_by_group = { general = "30%" }
)",
        kExpert + "[[group]]\nid = \"second\"\nagents = 1\nskills = { expert = 1 }\n");
    CHECK(scenario.call_types[0].transfers.size() == 2);
}

TEST_CASE("keys of a callback", "[scenario][keys]") {
    const auto callback = with_call_type(
                              "callback = { offered_above = \"3min\", accepted = \"30%\", when = \"quiet\", "
                              "free_agents = 4, latest = \"5h\", dialling = { dist = \"exponential\", mean = \"25s\" "
                              "}, reached = \"70%\", attempts = 2, retry = \"1h\", missed_calls = \"20%\" }\n")
                              .call_types.at(0)
                              .callback;
    REQUIRE(callback);
    CHECK(callback->offered_above == 3min);
    CHECK(callback->accepted == 0.3);
    CHECK(callback->when == Callback::When::quiet);
    CHECK(callback->free_agents == 4);
    CHECK(callback->latest == 5h);
    CHECK(exponential_of(callback->dialling) == 25.0);
    CHECK(callback->reached == 0.7);
    CHECK(callback->attempts == 2);
    CHECK(callback->retry == 1h);
    CHECK(callback->missed_calls == 0.2);
    const auto plain = with_call_type("callback = { offered_above = \"0s\" }\n").call_types.at(0).callback.value();
    CHECK(plain.offered_above == 0s);
    CHECK(plain.accepted == 0.5);
    CHECK(plain.when == Callback::When::in_turn);
    CHECK(plain.free_agents == 2);
    CHECK(plain.latest == 24h);
    CHECK(constant_of(plain.dialling) == 20.0);
    CHECK(plain.reached == 0.8);
    CHECK(plain.attempts == 3);
    CHECK(plain.retry == 30min);
    CHECK(plain.missed_calls == 0.0);
}

TEST_CASE("keys of the channels", "[scenario][keys]") {
    const auto mail = with_call_type("channel = \"mail\"\ndue = \"8h\"\ninterruptible = true\n").call_types.at(0);
    CHECK(mail.channel == Channel::mail);
    CHECK(mail.due == 8h);
    CHECK(mail.interruptible);
    const auto plain = with_call_type("channel = \"mail\"\n").call_types.at(0);
    CHECK(plain.due == 24h);
    CHECK_FALSE(plain.interruptible);
    CHECK(with_call_type("channel = \"chat\"\n").call_types[0].channel == Channel::chat);
    CHECK(with_call_type("channel = \"voice\"\n").call_types[0].channel == Channel::voice);
    CHECK(with_call_type("").call_types[0].channel == Channel::voice);
}

TEST_CASE("what contacts lead to is changed by path", "[scenario][overrides]") {
    const std::string text = kCentre + kCallType +
                             "redial = { after_blocked = \"60%\" }\ncallback = { missed_calls = 1 }\n" + kTransfers +
                             kExpert + kGroup;
    const auto type = [&](const std::string& change) { return read(text, {change}).call_types.at(0); };
    CHECK(type("call_type.regular.callback.accepted=30%").callback.value().accepted == 0.3);
    CHECK(type("call_type.regular.callback.when=quiet").callback.value().when == Callback::When::quiet);
    const auto delayed =
        read(text, {"call_type.regular.redial.delay.dist=exponential", "call_type.regular.redial.delay.mean=1min"});
    CHECK(exponential_of(delayed.call_types[0].redial.value().delay) == 60.0);
    CHECK(constant_of(type("call_type.regular.redial.delay=1min").redial.value().delay) == 60.0);
    CHECK(type("call_type.regular.repeat.unsolved=5%").repeat.value().unsolved == 0.05);
    CHECK(type("call_type.regular.transfer.1.share=9%").transfers.at(0).share == 0.09);
    CHECK(type("call_type.regular.transfer.2.kind=conference").transfers.at(1).kind == TransferKind::conference);
    CHECK(
        type("call_type.regular.transfer.1.share_by_group.general=1%").transfers.at(0).share_by_group.at(GroupId{0}) ==
        0.01);
    CHECK(type("call_type.regular.transfer.1.most_hold=10s").transfers.at(0).most_hold == 10s);
}

}  // namespace floorwalker::reading
