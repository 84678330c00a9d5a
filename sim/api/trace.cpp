#include <floorwalker/trace.hpp>

#include "sim/infra/prepare.hpp"
#include "sim/measure/contact_log.hpp"
#include "sim/model/engine.hpp"
#include "sim/model/routing/explaining.hpp"

namespace floorwalker {
namespace {

template <class OneFact>
concept OfContact = requires(const OneFact& fact) {
    fact.contact.customer;
};

/// Keeps the facts of one customer and asks at each what the rules see. It looks at the world that states the facts, at
/// the moment when they are stated.
class Tracer {
public:
    explicit Tracer(Customer customer) : customer_{customer} {}

    void watch(const model::Model& model, const model::World& world) {
        model_ = &model;
        world_ = &world;
    }

    std::vector<TraceEntry> take() { return std::move(entries_); }

    template <class OneFact>
    void operator()(const OneFact& fact) {
        if constexpr (OfContact<OneFact>) {
            if (fact.contact.customer == customer_) note(fact);
        }
    }

    void operator()(const Dialled& fact) {
        if (fact.customer == customer_) note(fact);
    }

private:
    template <class OneFact>
    void note(const OneFact& fact) {
        TraceEntry entry;
        entry.fact = fact;
        explain(fact, entry);
        entries_.push_back(std::move(entry));
    }

    template <class OneFact>
    void explain(const OneFact&, TraceEntry&) const {}

    void explain(const Queued& fact, TraceEntry& entry) const {
        const model::ContactState& contact = world_->contacts[index(fact.contact.id)];
        look_for_agents(*world_, contact.lane, std::nullopt, entry);
    }

    void explain(const Blocked& fact, TraceEntry& entry) const {
        if (fact.contact.call_type == kNoCallType || fact.reason == BlockReason::no_line) return;
        look_for_agents(*world_, model_->lane(fact.contact.call_type, fact.contact.tier), std::nullopt, entry);
    }

    // A step may have opened a group with a free agent; else an agent has become free and took it from the queue.
    // Where it has rung, that was the choice.
    void explain(const Answered& fact, TraceEntry& entry) const {
        if (!follows_ring()) explain_choice(fact, entry);
    }

    void explain(const RingBegan& fact, TraceEntry& entry) const { explain_choice(fact, entry); }

    template <class Choice>
    void explain_choice(const Choice& fact, TraceEntry& entry) const {
        const model::ContactState& contact = world_->contacts[index(fact.contact.id)];
        const model::AgentRecord& agent = world_->agents[index(fact.agent)];
        entry.by_last_agent = !contact.is_plain && knows(fact);
        if (entry.by_last_agent) return;
        model::World before = *world_;
        if (fact.queued && !follows_step(fact.at)) {
            model::join_lane(before, fact.contact.id);
            entry.take = model_->pools[index(agent.pool)].take;
            entry.queues = model::queues_looked_at(*model_, before, agent.pool, contact.lane);
        } else {
            if (agent.state == AgentState::available) model::join_idle(before, fact.agent);
            look_for_agents(before, contact.lane, fact.group, entry);
        }
    }

    void explain(const StepTaken& fact, TraceEntry& entry) const {
        const RouteStep& step = model_->call_types[index(fact.contact.call_type)].steps[fact.step];
        entry.conditions = model::conditions_looked_at(*model_, *world_, step, fact.contact.call_type);
    }

    void look_for_agents(const model::World& world, model::LaneId lane, std::optional<GroupId> chosen,
                         TraceEntry& entry) const {
        entry.choose = model_->searches[index(model_->lanes[index(lane)].search)].choose;
        entry.groups = model::groups_looked_at(*model_, world, lane, chosen);
    }

    template <class Choice>
    bool knows(const Choice& fact) const {
        const model::Journey& journey = world_->journeys[index(fact.contact.id)];
        const bool wants_last = model_->call_types[index(fact.contact.call_type)].last_agent.has_value();
        return journey.is_return || (wants_last && journey.last_agent == fact.agent);
    }

    bool follows_ring() const { return !entries_.empty() && std::holds_alternative<RingBegan>(entries_.back().fact); }

    bool follows_step(TimePoint at) const {
        if (entries_.empty()) return false;
        const auto* step = std::get_if<StepTaken>(&entries_.back().fact);
        return step != nullptr && step->taken && step->at == at;
    }

    Customer customer_;
    const model::Model* model_ = nullptr;
    const model::World* world_ = nullptr;
    std::vector<TraceEntry> entries_;
};

}  // namespace

std::vector<TraceEntry> trace(const Scenario& scenario, const Customer& customer, std::uint64_t seed,
                              std::uint64_t replication) {
    model::Engine<Tracer> engine{infra::prepare(scenario), seed, replication, Tracer{customer}};
    engine.observer().watch(engine.model(), engine.world());
    engine.run();
    return engine.observer().take();
}

std::vector<ContactRecord> contacts(const Scenario& scenario, std::uint64_t seed, std::uint64_t replication) {
    const auto model = infra::prepare(scenario);
    model::Engine<measure::ContactLog> engine{model, seed, replication,
                                              measure::ContactLog{model, kernel::stream_key(seed, replication)}};
    engine.run();
    return engine.observer().contacts();
}

}  // namespace floorwalker
