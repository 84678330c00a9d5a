#include "sim/store/replication_writer.hpp"

#include <array>
#include <cstdio>

#include <floorwalker/facts.hpp>

namespace floorwalker::store {
namespace {

constexpr std::string_view kContactColumns =
    "replication_id, sequence, call_type_id, day, source, customer_day, number, attempt, tier_id, interval, "
    "arrived_us, talk_need_us, wrap_up_need_us, outcome_id, legs, in_ivr_us, waited_us, talk_us, wrap_up_us, "
    "patience_us, agent_group_id, agent";

// Of the centre as a whole; of a contact that never asked for an agent.
constexpr std::int64_t kNoCallTypeKey = 0;
constexpr std::int64_t kAllTiers = 0;

/// Makes the statement ready, whether its last use went well or not, and binds the first parameters.
template <class... Values>
void bind_first(SQLite::Statement& statement, Values... values) {
    statement.tryReset();
    int place = 0;
    (statement.bind(++place, static_cast<std::int64_t>(values)), ...);
}

}  // namespace

std::string hex(std::uint64_t digest) {
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(digest));
    return text.data();
}

ReplicationWriter::ReplicationWriter(SQLite::Database& database)
    : database_{database},
      replication_{replication_columns(),
                   {database, insert_into("replication", "run_id, number, contacts, digest", replication_columns())}},
      call_type_{call_type_columns(),
                 {database, insert_into("replication_call_type", "replication_id, call_type_id", call_type_columns())}},
      group_{group_columns(),
             {database, insert_into("replication_group", "replication_id, agent_group_id", group_columns())}},
      interval_{interval_columns(),
                {database, insert_into("replication_interval", "replication_id, interval", interval_columns())}},
      interval_call_type_{interval_call_type_columns(),
                          {database, insert_into("interval_call_type", "replication_id, interval, call_type_id",
                                                 interval_call_type_columns())}},
      interval_group_{interval_group_columns(),
                      {database, insert_into("interval_group", "replication_id, interval, agent_group_id",
                                             interval_group_columns())}},
      tier_{tier_columns(), {database, insert_into("replication_tier", "replication_id, tier_id", tier_columns())}},
      journey_{
          journey_columns(),
          {database, insert_into("replication_journey", "replication_id, call_type_id, tier_id", journey_columns())}},
      contact_{database, insert_into("contact", kContactColumns, {})} {}

void ReplicationWriter::Table::add(const measure::Totals& totals) {
    bind(insert, insert.getBindParameterCount() - static_cast<int>(columns.size()) + 1, columns, totals);
    insert.exec();
}

void ReplicationWriter::write(const RunKeys& keys, const Replication& replication) {
    const std::int64_t id = write_replication(replication);
    for (std::size_t t = 0; t < keys.call_types.size(); ++t) {
        bind_first(call_type_.insert, id, keys.call_types[t]);
        call_type_.add(replication.totals.call_types[t]);
    }
    for (std::size_t g = 0; g < keys.groups.size(); ++g) {
        bind_first(group_.insert, id, keys.groups[g]);
        group_.add(replication.totals.groups[g]);
    }
    write_tiers(keys, replication, id);
    write_journeys(keys, replication, id);
    write_intervals(keys, replication, id);
    std::int64_t sequence = 0;
    for (const ContactRecord& contact : replication.contacts) write_contact(keys, contact, id, sequence++);
}

std::int64_t ReplicationWriter::write_replication(const Replication& replication) {
    bind_first(replication_.insert, replication.run, replication.number, replication.offered);
    replication_.insert.bind(4, hex(replication.digest));
    replication_.add(replication.totals.overall);
    return database_.getLastInsertRowid();
}

void ReplicationWriter::write_tiers(const RunKeys& keys, const Replication& replication, std::int64_t replication_id) {
    for (std::size_t k = 0; k < replication.totals.tiers.size(); ++k) {
        bind_first(tier_.insert, replication_id, keys.tiers[k]);
        tier_.add(replication.totals.tiers[k]);
    }
}

void ReplicationWriter::write_journeys(const RunKeys& keys, const Replication& replication,
                                       std::int64_t replication_id) {
    const auto add = [&](std::int64_t call_type, std::int64_t tier, const measure::Totals& totals) {
        if (!totals.journey.happened || are_zero(journey_.columns, totals)) return;
        bind_first(journey_.insert, replication_id, call_type, tier);
        journey_.add(totals);
    };
    const measure::BatchTotals& totals = replication.totals;
    add(kNoCallTypeKey, kAllTiers, totals.overall);
    for (std::size_t t = 0; t < keys.call_types.size(); ++t) add(keys.call_types[t], kAllTiers, totals.call_types[t]);
    for (std::size_t k = 0; k < totals.tiers.size(); ++k) add(kNoCallTypeKey, keys.tiers[k], totals.tiers[k]);
}

void ReplicationWriter::write_intervals(const RunKeys& keys, const Replication& replication,
                                        std::int64_t replication_id) {
    for (std::size_t i = 0; i < replication.intervals.size(); ++i) {
        const measure::IntervalTotals& interval = replication.intervals[i];
        bind_first(interval_.insert, replication_id, i);
        interval_.add(interval.overall);
        for (std::size_t t = 0; t < keys.call_types.size(); ++t) {
            if (are_zero(interval_call_type_.columns, interval.call_types[t])) continue;
            bind_first(interval_call_type_.insert, replication_id, i, keys.call_types[t]);
            interval_call_type_.add(interval.call_types[t]);
        }
        for (std::size_t g = 0; g < keys.groups.size(); ++g) {
            if (are_zero(interval_group_.columns, interval.groups[g])) continue;
            bind_first(interval_group_.insert, replication_id, i, keys.groups[g]);
            interval_group_.add(interval.groups[g]);
        }
    }
}

void ReplicationWriter::write_contact(const RunKeys& keys, const ContactRecord& contact, std::int64_t replication_id,
                                      std::int64_t sequence) {
    const std::int64_t call_type =
        contact.call_type == kNoCallType ? kNoCallTypeKey : keys.call_types[index(contact.call_type)];
    bind_first(contact_, replication_id, sequence, call_type, contact.day, contact.customer.source,
               contact.customer.day, contact.customer.number, contact.attempt, keys.tiers[index(contact.tier)],
               contact.interval, contact.arrived.time_since_epoch().count(), contact.talk_need.count(),
               contact.wrap_up_need.count(), contact.outcome, contact.legs, contact.in_ivr.count(),
               contact.waited.count(), contact.talk.count(), contact.wrap_up.count());
    constexpr int kPatience = 20;
    constexpr int kGroup = 21;
    constexpr int kAgent = 22;
    const auto bind_if = [&](int place, bool known, std::int64_t value) {
        known ? contact_.bind(place, value) : contact_.bind(place);
    };
    bind_if(kPatience, contact.patience != kForever, contact.patience.count());
    bind_if(kGroup, contact.group.has_value(), contact.group ? keys.groups[index(*contact.group)] : 0);
    bind_if(kAgent, contact.agent.has_value(), contact.agent ? static_cast<std::int64_t>(index(*contact.agent)) : 0);
    contact_.exec();
}

}  // namespace floorwalker::store
