#pragma once

#include <cstdint>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <floorwalker/contact_record.hpp>

#include "sim/measure/recorder.hpp"
#include "sim/store/columns.hpp"
#include "sim/store/run_header.hpp"

namespace floorwalker::store {

/// The keys of a run's names, by their place in the scenario.
struct RunKeys {
    RunId run{};
    std::vector<std::int64_t> call_types;
    std::vector<std::int64_t> tiers;
    std::vector<std::int64_t> groups;
};

/// What is kept of a replication.
struct Replication {
    RunId run{};
    std::int64_t number = 0;
    std::uint64_t digest = 0;
    std::uint64_t offered = 0;  ///< with the warm-up
    measure::BatchTotals totals;
    std::vector<measure::IntervalTotals> intervals;
    std::vector<ContactRecord> contacts;

    /// How many rows it makes, about.
    std::size_t rows() const {
        return totals.tiers.size() + (1 + totals.call_types.size() + totals.groups.size()) * (1 + intervals.size()) +
               contacts.size();
    }
};

/// "00c0ffee00c0ffee"
std::string hex(std::uint64_t digest);

/// Turns replications into rows. Statements are prepared once.
class ReplicationWriter {
public:
    explicit ReplicationWriter(SQLite::Database& database);

    void write(const RunKeys& keys, const Replication& replication);

private:
    /// Inserts rows of one table.
    struct Table {
        Columns columns;
        SQLite::Statement insert;

        void add(const measure::Totals& totals);
    };

    std::int64_t write_replication(const Replication& replication);
    void write_intervals(const RunKeys& keys, const Replication& replication, std::int64_t replication_id);
    void write_tiers(const RunKeys& keys, const Replication& replication, std::int64_t replication_id);
    void write_journeys(const RunKeys& keys, const Replication& replication, std::int64_t replication_id);
    void write_contact(const RunKeys& keys, const ContactRecord& contact, std::int64_t replication_id,
                       std::int64_t sequence);

    SQLite::Database& database_;
    Table replication_;
    Table call_type_;
    Table group_;
    Table interval_;
    Table interval_call_type_;
    Table interval_group_;
    Table tier_;
    Table journey_;
    SQLite::Statement contact_;
};

}  // namespace floorwalker::store
