#include "sim/store/sweep/sweep_store.hpp"

#include <cassert>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "sim/store/database.hpp"
#include "sim/store/failure.hpp"
#include "sim/store/replication_writer.hpp"
#include "sim/store/sweep/file_lock.hpp"
#include "sim/store/sweep/sweep_tables.hpp"

namespace floorwalker::store {
namespace {

constexpr std::string_view kContent = "sweep";

}  // namespace

class SweepStore::Implementation {
public:
    Implementation() : guarded_{"memory", {}, kContent}, database_{":memory:", SQLite::OPEN_READWRITE} {
        migrate(database_, sweep_schema());
    }

    Implementation(const std::filesystem::path& file, const StoreOptions& options)
        : guarded_{file, options.patience, kContent},
          database_{guarded_([&] { return open_database(file, options, sweep_schema()); })},
          lock_{std::in_place, file},
          definition_{guarded_([&] { return read_definition(database_); })} {
        prepare();
    }

    const std::optional<SweepDefinition>& definition() const { return definition_; }

    Shard shard() {
        return guarded_([&] { return read_shard(database_); });
    }

    void begin(const SweepDefinition& definition, Shard shard, const ValuesOfVariant& values_of) {
        guarded_([&] { write_definition(database_, definition, shard, values_of); });
        definition_ = definition;
        prepare();
    }

    void add(std::span<const KeptOutcome> outcomes) {
        guarded_([&] {
            try {
                write_together(outcomes);
            } catch (const SQLite::Exception& failure) {
                if (failure.getErrorCode() != SQLITE_FULL) throw;
                for (std::size_t i = 0; i < outcomes.size(); ++i) write_together(outcomes.subspan(i, 1));
            }
        });
    }

    std::int64_t size() {
        return guarded_([&] { return database_.execAndGet("SELECT count(*) FROM outcome").getInt64(); });
    }

    std::vector<bool> kept() {
        std::vector<bool> kept(static_cast<std::size_t>(definition_->variants * definition_->replications));
        guarded_([&] {
            SQLite::Statement query{database_, "SELECT variant, replication FROM outcome"};
            while (query.executeStep()) {
                const std::int64_t variant = query.getColumn(0).getInt64() - 1;
                kept.at(static_cast<std::size_t>(variant * definition_->replications + query.getColumn(1).getInt64())) =
                    true;
            }
        });
        return kept;
    }

    std::vector<std::vector<std::string>> variants() {
        return guarded_([&] { return read_variants(database_, *definition_); });
    }

    void for_each(const TakeOutcome& take) {
        guarded_([&] { read_outcomes(database_, *definition_, take); });
    }

private:
    void prepare() {
        if (definition_)
            insert_.emplace(guarded_([&] { return SQLite::Statement{database_, outcome_insert(*definition_)}; }));
    }

    void write_together(std::span<const KeptOutcome> outcomes) {
        SQLite::Transaction transaction{database_, SQLite::TransactionBehavior::IMMEDIATE};
        for (const KeptOutcome& outcome : outcomes) write(outcome);
        transaction.commit();
    }

    void write(const KeptOutcome& outcome) {
        assert(outcome.values.size() == definition_->metrics.size());
        insert_->tryReset();  // what became of the last one has been told
        int place = 0;
        insert_->bind(++place, outcome.variant + 1);
        insert_->bind(++place, outcome.replication);
        insert_->bind(++place, hex(outcome.digest));
        for (const measure::Fraction& value : outcome.values) {
            insert_->bind(++place, value.part);
            insert_->bind(++place, value.whole);
        }
        insert_->exec();
    }

    Guard guarded_;
    SQLite::Database database_;
    std::optional<FileLock> lock_;
    std::optional<SweepDefinition> definition_;
    std::optional<SQLite::Statement> insert_;
};

SweepStore::SweepStore() : implementation_{std::make_unique<Implementation>()} {}

SweepStore::SweepStore(const std::filesystem::path& file, const StoreOptions& options)
    : implementation_{std::make_unique<Implementation>(file, options)} {}

SweepStore::~SweepStore() = default;

std::optional<SweepDefinition> SweepStore::definition() { return implementation_->definition(); }

Shard SweepStore::shard() { return implementation_->shard(); }

void SweepStore::begin(const SweepDefinition& definition, Shard shard, const ValuesOfVariant& values_of) {
    implementation_->begin(definition, shard, values_of);
}

void SweepStore::add(std::span<const KeptOutcome> outcomes) { implementation_->add(outcomes); }

std::int64_t SweepStore::size() { return implementation_->size(); }

std::vector<bool> SweepStore::kept() { return implementation_->kept(); }

std::vector<std::vector<std::string>> SweepStore::variants() { return implementation_->variants(); }

void SweepStore::for_each(const TakeOutcome& take) { implementation_->for_each(take); }

class SweepFile::Implementation {
public:
    explicit Implementation(const std::filesystem::path& file)
        : guarded_{file, kPatience, kContent},
          database_{guarded_([&] { return open_to_read(file, kPatience, sweep_schema()); })},
          definition_{guarded_([&] { return read_definition(database_); })} {}

    const std::optional<SweepDefinition>& definition() const { return definition_; }

    Shard shard() {
        return guarded_([&] { return read_shard(database_); });
    }

    std::vector<std::vector<std::string>> variants() {
        return guarded_([&] { return read_variants(database_, *definition_); });
    }

    void for_each(const TakeOutcome& take) {
        guarded_([&] { read_outcomes(database_, *definition_, take); });
    }

private:
    static constexpr std::chrono::milliseconds kPatience{5000};

    Guard guarded_;
    SQLite::Database database_;
    std::optional<SweepDefinition> definition_;
};

SweepFile::SweepFile(const std::filesystem::path& file) : implementation_{std::make_unique<Implementation>(file)} {}

SweepFile::~SweepFile() = default;

std::optional<SweepDefinition> SweepFile::definition() { return implementation_->definition(); }

Shard SweepFile::shard() { return implementation_->shard(); }

std::vector<std::vector<std::string>> SweepFile::variants() { return implementation_->variants(); }

void SweepFile::for_each(const TakeOutcome& take) { implementation_->for_each(take); }

}  // namespace floorwalker::store
