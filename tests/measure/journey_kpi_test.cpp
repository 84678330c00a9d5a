// KPIs of the whole way of a contact, from facts told by hand.
#include <catch2/catch.hpp>

#include "tests/measure/told.hpp"

namespace floorwalker::measure {
namespace {

/// Types a and b, each with a group of one agent.
Scenario two_types() {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 60s);
    add_type(scenario, "b", 60s);
    add_group(scenario, group("first", {1}, {0}));
    add_group(scenario, group("second", {1}, {1}));
    return scenario;
}

Scenario with_call_agains() {
    Scenario scenario = two_types();
    scenario.call_types[0].redial = Redial{};
    scenario.call_types[0].repeat = Repeat{};
    return scenario;
}

Scenario with_callbacks() {
    Scenario scenario = two_types();
    scenario.call_types[0].callback = Callback{};
    return scenario;
}

Scenario with_transfers() {
    Scenario scenario = two_types();
    scenario.call_types[0].transfers.resize(1);
    scenario.call_types[0].transfers[0].to = CallTypeId{1};
    scenario.call_types[0].transfers[0].is_escalation = true;
    return scenario;
}

/// One IVR of two nodes, before type a and behind a number. Sources: a, b, the number.
Scenario with_ivr() {
    Scenario scenario = with_call_agains();
    scenario.flows = {
        {.id = "menu", .name = "", .nodes = {{"ask", Announcement{}}, {"agent", ToQueue{}}}, .patience = {}}};
    scenario.call_types[0].flow = FlowId{0};
    scenario.numbers = {{.id = "number",
                         .name = "",
                         .arrivals = {},
                         .flow = FlowId{0},
                         .share_by_tier = {},
                         .redial = {},
                         .repeat = {}}};
    return scenario;
}

ContactRef of_number(std::uint32_t number, std::uint8_t attempt = 0) {
    ContactRef ref = contact(number, 2, attempt);
    ref.call_type = kNoCallType;
    return ref;
}

ContactRef asking_for(ContactRef contact, std::uint16_t type) {
    contact.call_type = CallTypeId{type};
    return contact;
}

void enters(Told& told, Duration at, const ContactRef& ref) {
    told.tell(Offered{moment(at), ref}).tell(EnteredIvr{moment(at), ref, FlowId{0}});
    told.tell(EnteredNode{moment(at), ref, FlowId{0}, NodeId{0}});
}

void leaves(Told& told, Duration at, const ContactRef& ref, IvrOutcome outcome, Duration spent) {
    told.tell(LeftIvr{moment(at), ref, FlowId{0}, outcome, spent});
}

}  // namespace

TEST_CASE("customers and contacts: offered + blocked = customers + call-agains", "[measure]") {
    Told told{with_call_agains()};
    told.open();
    // Customer 0 gives up, calls again and is answered; it is not solved, and the third call is.
    told.tell(Offered{moment(8h), contact(0)}).tell(Queued{moment(8h), contact(0), 30s});
    told.tell(Abandoned{moment(8h + 30s), contact(0), 30s, true});
    told.tell(WillCallAgain{moment(8h + 30s), contact(0), CallAgainReason::abandoned, moment(8h + 2min)});
    told.tell(Offered{moment(8h + 2min), contact(0, 0, 1)}).answered(8h + 2min, contact(0, 0, 1));
    told.talked(8h + 3min, contact(0, 0, 1), 1min);
    told.tell(WillCallAgain{moment(8h + 3min), contact(0, 0, 1), CallAgainReason::unsolved, moment(8h + 10min)});
    told.tell(Offered{moment(8h + 10min), contact(0, 0, 2)}).answered(8h + 10min, contact(0, 0, 2));
    told.talked(8h + 11min, contact(0, 0, 2), 1min);
    // Customer 1 is blocked twice; customer 2 is answered.
    for (const bool is_second : {false, true}) {
        ContactRef blocked = contact(1, 0, is_second ? 1 : 0);
        blocked.id = kNoContact;
        told.tell(Blocked{moment(8h + 12min), blocked, BlockReason::no_line});
    }
    told.tell(Offered{moment(8h + 20min), contact(2)}).answered(8h + 20min, contact(2));
    told.talked(8h + 21min, contact(2), 1min);
    const RunResult result = told.result();
    // Calls: 3 + 2 + 1 = 6, of 3 customers. Handled 3, of which 1 was followed by a repeat: FCR 1 − 1/3.
    const std::vector<std::pair<Kpi, double>> expected{
        {Kpi::offered, 4},     {Kpi::blocked, 2},  {Kpi::blocking, 2.0 / 6}, {Kpi::customers, 3},
        {Kpi::call_agains, 3}, {Kpi::answered, 3}, {Kpi::abandoned, 1},      {Kpi::first_contact_resolution, 2.0 / 3}};
    check(result.overall, expected);
    check(result.call_types[0].kpis, expected);
    check(result.call_types[1].kpis, {{Kpi::customers, 0}, {Kpi::call_agains, 0}});
    CHECK_FALSE(result.call_types[1].kpis[Kpi::first_contact_resolution].mean.has_value());  // nothing handled
}

TEST_CASE("the IVR: what becomes of those who enter, and who is blocked after it counts once", "[measure]") {
    Told told{with_ivr()};
    told.open();
    const ContactRef served = of_number(0);
    enters(told, 8h, served);
    told.tell(EnteredNode{moment(8h + 20s), served, FlowId{0}, NodeId{1}});
    leaves(told, 8h + 30s, served, IvrOutcome::contained, 30s);
    enters(told, 8h, of_number(1));
    leaves(told, 8h + 10s, of_number(1), IvrOutcome::gave_up, 10s);
    enters(told, 8h, of_number(2));
    leaves(told, 8h + 20s, of_number(2), IvrOutcome::not_served, 20s);
    // Asks for an agent and finds no place in the queue: offered until then, blocked from then on.
    enters(told, 8h, of_number(3, 1));
    leaves(told, 8h + 15s, asking_for(of_number(3, 1), 0), IvrOutcome::wants_agent, 15s);
    told.tell(Blocked{moment(8h + 15s), asking_for(of_number(3, 1), 0), BlockReason::no_place});
    // A caller of type a, who is answered.
    enters(told, 8h, contact(4));
    leaves(told, 8h + 25s, contact(4), IvrOutcome::wants_agent, 25s);
    told.answered(8h + 25s, contact(4)).talked(8h + 85s, contact(4), 60s);
    // Another finds no line.
    ContactRef no_line = contact(5);
    no_line.id = kNoContact;
    told.tell(Blocked{moment(8h + 1min), no_line, BlockReason::no_line});
    const RunResult result = told.result();

    // Six calls: 4 offered = 1 answered + 1 contained + 2 left, and 2 blocked. One of the six is a second call.
    check(result.overall, {{Kpi::offered, 4},
                           {Kpi::answered, 1},
                           {Kpi::blocked, 2},
                           {Kpi::blocking, 2.0 / 6},
                           {Kpi::customers, 5},
                           {Kpi::call_agains, 1},
                           {Kpi::entered_ivr, 5},
                           {Kpi::contained, 1},
                           {Kpi::left_ivr, 2},
                           {Kpi::containment, 1.0 / 5},
                           {Kpi::containment_strict, 1.0 / 5},
                           {Kpi::ivr_s, (30.0 + 10 + 20 + 15 + 25) / 5}});
    // The type has those who asked for it.
    check(result.call_types[0].kpis,
          {{Kpi::offered, 1}, {Kpi::answered, 1}, {Kpi::blocked, 2}, {Kpi::customers, 2}, {Kpi::call_agains, 1}});
    check(result.call_types[1].kpis, {{Kpi::offered, 0}, {Kpi::blocked, 0}, {Kpi::customers, 0}});
    CHECK_FALSE(applies(Kpi::entered_ivr, Scope::call_type));  // it is not known yet what they want

    REQUIRE(result.ivr.size() == 1);
    const IvrResult& flow = result.ivr.front();
    CHECK(mean_of(flow.entered) == 5);
    CHECK(mean_of(flow.contained) == 1);
    CHECK(mean_of(flow.gave_up) == 1);
    CHECK(mean_of(flow.not_served) == 1);
    CHECK(mean_of(flow.wants_agent) == 2);
    CHECK(mean_of(flow.contained_share) == Approx(1.0 / 5));
    CHECK(mean_of(flow.gave_up_share) == Approx(1.0 / 5));
    CHECK(mean_of(flow.not_served_share) == Approx(1.0 / 5));
    CHECK(mean_of(flow.wants_agent_share) == Approx(2.0 / 5));
    CHECK(mean_of(flow.mean_s) == Approx(20));
    REQUIRE(flow.nodes.size() == 2);
    CHECK(flow.nodes[0].id == "ask");
    CHECK(mean_of(flow.nodes[0].visits) == 5);
    CHECK(mean_of(flow.nodes[0].share) == 1);
    CHECK(mean_of(flow.nodes[1].visits) == 1);
    CHECK(mean_of(flow.nodes[1].share) == Approx(1.0 / 5));
}

TEST_CASE("strict containment leaves out those who call again all the same", "[measure]") {
    Told told{with_ivr()};
    told.open();
    for (std::uint32_t caller = 0; caller < 4; ++caller) {
        const Duration at = 8h + caller * 1min;
        enters(told, at, contact(caller));
        leaves(told, at + 30s, contact(caller), caller < 3 ? IvrOutcome::contained : IvrOutcome::gave_up, 30s);
        // The first, who was contained, and the last, who was not.
        if (caller == 0 || caller == 3)
            told.tell(WillCallAgain{moment(at + 30s), contact(caller),
                                    caller == 0 ? CallAgainReason::unsolved : CallAgainReason::abandoned, moment(9h)});
    }
    const RunResult result = told.result();
    check(result.overall, {{Kpi::containment, 3.0 / 4}, {Kpi::containment_strict, 2.0 / 4}});
    CHECK_FALSE(result.overall[Kpi::first_contact_resolution].mean.has_value());  // no agent handled anything
}

TEST_CASE("callbacks: offered, kept, reached, missed; a missed call stays abandoned", "[measure]") {
    Told told{with_callbacks()};
    told.open();
    for (std::uint32_t caller = 0; caller < 3; ++caller)
        told.tell(Offered{moment(8h), contact(caller)}).tell(Queued{moment(8h), contact(caller), 5min});
    // 0: accepts after a minute, is dialled in vain, then reached 14 minutes after it hung up.
    told.tell(CallbackOffered{moment(8h + 1min), contact(0), true})
        .tell(CallbackKept{moment(8h + 1min), contact(0), CallbackReason::accepted});
    // 1: does not want one and gives up; it is called back as a missed call, in vain.
    told.tell(CallbackOffered{moment(8h + 1min), contact(1), false});
    told.tell(Abandoned{moment(8h + 90s), contact(1), 90s, true})
        .tell(CallbackKept{moment(8h + 90s), contact(1), CallbackReason::missed});
    // 2: accepts and is not reached.
    told.tell(CallbackOffered{moment(8h + 2min), contact(2), true})
        .tell(CallbackKept{moment(8h + 2min), contact(2), CallbackReason::accepted});
    told.tell(Offered{moment(8h + 3min), contact(3)})
        .answered(8h + 3min, contact(3))
        .talked(8h + 4min, contact(3), 60s);
    // 4: is answered while the systems are down; the request is written down, and the customer called 20 minutes later.
    told.tell(Offered{moment(8h + 30min), contact(4)}).answered(8h + 30min, contact(4));
    told.talked(8h + 31min, contact(4), 60s, false);
    told.tell(CallbackKept{moment(8h + 31min), contact(4), CallbackReason::on_paper});
    told.tell(CalledBack{moment(8h + 51min), contact(4), AgentId{0}, GroupId{0}, true, 20min});
    told.talked(8h + 54min, contact(4), 180s);
    told.tell(CalledBack{moment(8h + 5min), contact(0), AgentId{0}, GroupId{0}, false, 4min});
    told.tell(CalledBack{moment(8h + 15min), contact(0), AgentId{0}, GroupId{0}, true, 14min});
    told.talked(8h + 17min, contact(0), 120s);
    told.tell(CallbackMissed{moment(8h + 20min), contact(1)}).tell(CallbackMissed{moment(8h + 21min), contact(2)});
    const RunResult result = told.result();
    // Five offered = 2 answered + 1 abandoned + 4 kept − 1 that had abandoned − 1 on paper.
    const std::vector<std::pair<Kpi, double>> expected{
        {Kpi::offered, 5},
        {Kpi::answered, 2},
        {Kpi::abandoned, 1},
        {Kpi::abandonment, 1.0 / 3},
        {Kpi::callbacks_offered, 3},
        {Kpi::callbacks_kept, 4},
        {Kpi::missed_calls, 1},
        {Kpi::on_paper, 1},
        {Kpi::callbacks_reached, 2},
        {Kpi::callbacks_missed, 2},
        {Kpi::callback_wait_s, (840.0 + 1200) / 2},
        {Kpi::talk_s, (60.0 + 120 + 60 + 180) / 4},  // two answered, two reached
        // In the queue for 60, 90 and 120 s of two hours.
        {Kpi::mean_queue, 270.0 / 7200},
    };
    check(result.overall, expected);
    check(result.call_types[0].kpis, expected);
    check(result.groups[0].kpis, {{Kpi::answered, 2}, {Kpi::callbacks_reached, 2}, {Kpi::talk_s, 105}});
    check(result.groups[1].kpis, {{Kpi::callbacks_reached, 0}});
}

TEST_CASE("a transferred contact counts once in all, and at each of its call types", "[measure]") {
    Told told{with_transfers()};
    told.open();
    // 0: waits 10 s, talks 100 s, goes on to b, waits 30 s, talks 200 s, and comes back to the first agent for 20 s.
    const ContactRef second = next_leg(contact(0), 1);
    const ContactRef back = next_leg(second, 0);
    told.tell(Offered{moment(8h), contact(0)}).answered(8h, contact(0), 10s).talked(8h + 110s, contact(0), 100s, false);
    told.tell(
        Transferred{moment(8h + 110s), second, CallTypeId{0}, AgentId{0}, GroupId{0}, TransferKind::cold, true, false});
    told.answered(8h + 110s, second, 30s, GroupId{1}).talked(8h + 340s, second, 200s, false, GroupId{1});
    told.tell(
        Transferred{moment(8h + 340s), back, CallTypeId{1}, AgentId{1}, GroupId{1}, TransferKind::cold, false, true});
    told.answered(8h + 340s, back).talked(8h + 360s, back, 20s);
    // 1: is passed on and gives up in the second queue. 2: one agent is enough.
    told.tell(Offered{moment(8h + 10min), contact(1)}).answered(8h + 10min, contact(1));
    told.talked(8h + 11min, contact(1), 60s, false);
    told.tell(Transferred{moment(8h + 11min), next_leg(contact(1), 1), CallTypeId{0}, AgentId{0}, GroupId{0},
                          TransferKind::cold, false, false});
    told.tell(Queued{moment(8h + 11min), next_leg(contact(1), 1), 2min});
    told.tell(Abandoned{moment(8h + 13min), next_leg(contact(1), 1), 2min, true});
    told.tell(Offered{moment(8h + 20min), contact(2)})
        .answered(8h + 20min, contact(2))
        .talked(8h + 21min, contact(2), 60s);
    const RunResult result = told.result();
    // In all: three contacts, answered; the waits of their first agents; the talk of all their agents.
    check(result.overall, {{Kpi::offered, 3},
                           {Kpi::answered, 3},
                           {Kpi::abandoned, 0},
                           {Kpi::asa_s, 10.0 / 3},
                           {Kpi::longest_wait_s, 10},
                           {Kpi::talk_s, (100.0 + 200 + 20 + 60 + 60) / 3},
                           {Kpi::transferred, 2},
                           {Kpi::transfer_rate, 2.0 / 3},
                           {Kpi::escalation_rate, 1.0 / 3}});
    // At a: those three, and the one that came back, which could not be passed on any more.
    check(result.call_types[0].kpis, {{Kpi::offered, 4},
                                      {Kpi::answered, 4},
                                      {Kpi::asa_s, 10.0 / 4},
                                      {Kpi::talk_s, (100.0 + 60 + 60 + 20) / 4},
                                      {Kpi::transferred, 2},
                                      {Kpi::transfer_rate, 2.0 / 3}});
    check(result.call_types[1].kpis, {{Kpi::offered, 2},
                                      {Kpi::answered, 1},
                                      {Kpi::abandoned, 1},
                                      {Kpi::asa_s, 30},
                                      {Kpi::longest_wait_s, 120},
                                      {Kpi::talk_s, 200},
                                      {Kpi::transferred, 0}});
    check(result.groups[0].kpis, {{Kpi::answered, 4}, {Kpi::talk_s, 60}});
    check(result.groups[1].kpis, {{Kpi::answered, 1}, {Kpi::talk_s, 200}});
}

}  // namespace floorwalker::measure
