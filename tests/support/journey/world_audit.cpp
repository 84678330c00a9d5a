#include "tests/support/journey/world_audit.hpp"

#include <algorithm>
#include <vector>

namespace floorwalker::support {
namespace {

using model::kNone;
using model::Whereabouts;

class Audit {
public:
    Audit(const model::Model& model, const model::World& world, const JourneyInspector& facts)
        : model_{model}, world_{world}, facts_{facts}, seen_in_(world.contacts.size()) {}

    std::string result() {
        audit_contacts();
        audit_queues();
        audit_resources();
        audit_agents();
        return wrong_;
    }

private:
    void check(bool holds, const char* rule) {
        if (holds || !wrong_.empty()) return;
        const Duration of_day = world_.now.time_since_epoch() % kDay;
        wrong_ = "day " + std::to_string(world_.now.time_since_epoch() / kDay) + ", " +
                 std::to_string(to_hours(of_day)) + " h: in the world, " + rule;
    }

    ContactPlace place_of(std::size_t contact) const {
        return contact < facts_.contacts().size() ? facts_.contacts()[contact].place : ContactPlace::gone;
    }
    bool has_journey(std::size_t contact) const { return !world_.contacts[contact].is_plain; }

    void audit_contacts() {
        std::vector<bool> is_free(world_.contacts.size(), false);
        for (const std::uint32_t place : world_.free_contacts) {
            check(!is_free[place], "a place is free twice");
            is_free[place] = true;
        }
        for (std::size_t i = 0; i < is_free.size(); ++i) {
            check(is_free[i] == (place_of(i) == ContactPlace::gone), "others are inside than the facts say");
            if (is_free[i]) continue;
            const ContactRef& known = facts_.contacts()[i].ref;
            const ContactRef& ref = world_.contacts[i].ref;
            check(ref.customer == known.customer && ref.call_type == known.call_type && ref.leg == known.leg,
                  "a contact is another than the facts say");
        }
        check(world_.in_centre() == facts_.inside(), "not as many are inside as the facts say");
    }

    /// A contact found waiting somewhere.
    void find_waiting(std::uint32_t place, Whereabouts where) {
        ++seen_in_[place];
        ++waiting_;
        ++waiting_of_type_[index(world_.contacts[place].ref.call_type)];
        const ContactPlace known = place_of(place);
        check(known == ContactPlace::waiting || known == ContactPlace::kept, "somebody waits who does not");
        check(!has_journey(place) || world_.journeys[place].place == where, "somebody waits elsewhere too");
        if (has_journey(place) && where == Whereabouts::in_lane && world_.journeys[place].is_deferred)
            ++deferred_waiting_;
    }

    void audit_lane(std::size_t number) {
        const model::LaneState& lane = world_.lanes[number];
        std::uint32_t before = kNone;
        std::uint32_t count = 0;
        for (std::uint32_t place = lane.head; place != kNone; place = world_.contacts[place].next) {
            const model::ContactState& contact = world_.contacts[place];
            check(++count <= world_.contacts.size(), "a lane goes round");
            if (count > world_.contacts.size()) return;
            check(index(contact.lane) == number && contact.previous == before, "a lane is not linked well");
            check(before == kNone || world_.contacts[before].ranked <= contact.ranked, "a lane is not in order");
            find_waiting(place, Whereabouts::in_lane);
            before = place;
        }
        check(lane.tail == before && lane.waiting == count, "a lane ends elsewhere");
        check(lane.head == kNone || lane.head_ranked == world_.contacts[lane.head].ranked, "a lane's head is another");
    }

    void audit_queues() {
        waiting_of_type_.resize(model_.call_types.size());
        for (std::size_t i = 0; i < world_.lanes.size(); ++i) audit_lane(i);
        for (std::size_t agent = 0; agent < world_.wanting.size(); ++agent) {
            for (std::uint32_t place = world_.wanting[agent]; place != kNone;
                 place = world_.journeys[place].next_wanting) {
                check(index(world_.journeys[place].wanted) == agent, "somebody waits for another agent");
                find_waiting(place, Whereabouts::with_one);
                if (seen_in_[place] > 1) return;
            }
        }
        check(world_.waiting == waiting_ && world_.waiting_of_type == waiting_of_type_, "not as many wait as counted");
        check(world_.deferred_waiting == deferred_waiting_, "not as many wait for tomorrow as counted");
        for (std::size_t i = 0; i < seen_in_.size(); ++i) {
            const bool should = place_of(i) == ContactPlace::waiting;
            const bool may = place_of(i) == ContactPlace::kept;  // or it is put off, or being dialled
            check(seen_in_[i] == 1 ? should || may : seen_in_[i] == 0 && !should, "somebody is in two places or none");
        }
    }

    void audit_resources() {
        std::int64_t lines = facts_.calls_inside();
        std::int64_t ports = 0;
        for (std::size_t i = 0; i < world_.contacts.size(); ++i) {
            if (place_of(i) == ContactPlace::gone || !has_journey(i)) continue;
            const model::Journey& journey = world_.journeys[i];
            ports += journey.holds_port ? 1 : 0;
            const bool is_dialled = journey.place == Whereabouts::called_back;
            lines += is_dialled ? 1 : 0;
            check(place_of(i) != ContactPlace::kept || journey.holds_line == is_dialled,
                  "a callback holds a line when it should not");
        }
        for (const model::CampaignState& campaign : world_.campaigns) lines += campaign.in_flight;
        check(world_.lines_used == lines, "not as many lines are used as there are calls");
        check(world_.lines_used <= model_.lines, "more lines are used than there are");
        check(world_.ports_used == ports && ports == facts_.in_ivr(), "not as many ports are used as counted");
        check(ports <= model_.ivr_ports, "more ports are used than there are");
    }

    void audit_idle() {
        std::size_t idle = 0;
        for (std::size_t p = 0; p < world_.pools.size(); ++p) {
            std::uint32_t count = 0;
            std::uint32_t before = kNone;
            for (std::uint32_t a = world_.pools[p].idle_head; a != kNone && count <= world_.agents.size();
                 a = world_.agents[a].next) {
                const model::AgentRecord& agent = world_.agents[a];
                check(index(agent.pool) == p && agent.state == AgentState::available && agent.previous == before &&
                          agent.listed == model::AgentListed::none,
                      "somebody is among the idle who is not");
                before = a;
                ++count;
            }
            check(count == world_.pools[p].idle && world_.pools[p].idle_tail == before,
                  "not as many are idle as counted");
            idle += count;
        }
        const auto available = std::count_if(world_.agents.begin(), world_.agents.end(),
                                             [](const auto& agent) { return agent.state == AgentState::available; });
        check(idle == static_cast<std::size_t>(available), "somebody available is not among the idle");
    }

    void audit_agents() {
        audit_idle();
        std::vector<std::int64_t> present(world_.groups.size());
        for (std::size_t a = 0; a < world_.agents.size(); ++a) {
            const model::AgentRecord& agent = world_.agents[a];
            const bool is_known = a < facts_.agents().size();
            const AgentNow none;
            const AgentNow& known = is_known ? facts_.agents()[a] : none;
            check(agent.state == known.state, "an agent does something else than the facts say");
            check(agent.chats == known.chats.size(), "an agent has other chats than the facts say");
            present[index(agent.group)] += agent.state == AgentState::signed_out ? 0 : 1;
            if (a < world_.chats.size()) audit_chats(world_.chats[a], known);
        }
        for (std::size_t g = 0; g < present.size(); ++g) {
            const model::GroupState& group = world_.groups[g];
            check(group.present_on_duty >= 0 && group.present_off_duty >= 0 &&
                      group.present_on_duty + group.present_off_duty == present[g],
                  "not as many are present as counted");
        }
    }

    void audit_chats(std::uint32_t first, const AgentNow& known) {
        std::size_t count = 0;
        for (std::uint32_t place = first; place != kNone && count <= known.chats.size();
             place = world_.journeys[place].next_chat) {
            check(known.chats.contains(ContactId{place}), "an agent has another chat");
            ++count;
        }
        check(count == known.chats.size(), "an agent has lost a chat");
    }

    const model::Model& model_;
    const model::World& world_;
    const JourneyInspector& facts_;
    std::string wrong_;
    std::vector<int> seen_in_;  // by contact: queues in which it was found
    std::int64_t waiting_ = 0;
    std::int64_t deferred_waiting_ = 0;
    std::vector<std::int64_t> waiting_of_type_;
};

}  // namespace

std::string audit(const model::Model& model, const model::World& world, const JourneyInspector& facts) {
    return Audit{model, world, facts}.result();
}

}  // namespace floorwalker::support
