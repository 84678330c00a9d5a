#include "sim/store/schema.hpp"

#include <array>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/store/schema_steps.hpp"

namespace floorwalker::store {
namespace {

void make_views(SQLite::Database& database, std::string_view views) {
    std::vector<std::string> old;
    SQLite::Statement query{database,
                            "SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE 'v\\_%' ESCAPE '\\'"};
    while (query.executeStep()) old.push_back(query.getColumn(0).getString());
    query.reset();
    for (const std::string& name : old) database.exec("DROP VIEW \"" + name + '"');
    database.exec(std::string{views});
}

}  // namespace

Schema schema() {
    static const std::array<std::string_view, 5> steps{kSchema1, kSchema2, kSchema3, kSchema4, kSchema5};
    return {steps, kViews};
}

std::int64_t schema_version(SQLite::Database& database) {
    return database.execAndGet("PRAGMA user_version").getInt64();
}

void migrate(SQLite::Database& database, const Schema& schema) {
    if (schema_version(database) >= schema.version()) return;
    SQLite::Transaction transaction{database, SQLite::TransactionBehavior::IMMEDIATE};
    // Asked again, now that nobody else can take a step.
    const std::int64_t version = schema_version(database);
    if (version >= schema.version()) return;
    for (const std::string_view step : schema.steps.subspan(static_cast<std::size_t>(version))) {
        database.exec(std::string{step});
    }
    if (!schema.views.empty()) make_views(database, schema.views);
    database.exec("PRAGMA application_id = " + std::to_string(schema.application_id));
    database.exec("PRAGMA user_version = " + std::to_string(schema.version()));
    transaction.commit();
}

}  // namespace floorwalker::store
