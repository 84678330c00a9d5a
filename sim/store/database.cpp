#include "sim/store/database.hpp"

#include <chrono>
#include <string>
#include <thread>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "sim/store/schema.hpp"

namespace floorwalker::store {
namespace {

void check_place(const std::filesystem::path& file, const Schema& schema) {
    const std::string content{schema.content};
    if (file.empty()) throw StoreError{StoreProblem::other, "", "a name is needed for the file of " + content};
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) {
        throw StoreError{StoreProblem::not_a_database, file, "is a folder; name a file for the " + content};
    }
    if (!std::filesystem::is_directory(folder, ignored)) {
        throw StoreError{StoreProblem::missing_folder, file, "cannot be made: there is no folder " + folder.string()};
    }
}

void check_age(const std::filesystem::path& file, SQLite::Database& database, const Schema& schema) {
    const std::int64_t version = schema_version(database);
    const std::int64_t known = schema.version();
    if (version <= known) return;
    throw StoreError{StoreProblem::newer_schema, file,
                     "was written by a newer Floorwalker (schema " + std::to_string(version) + "; this one knows " +
                         std::to_string(known) + "); update the program"};
}

/// What a file of ours holds; empty when it is none of ours.
std::string_view contents_of(std::int64_t application_id) {
    for (const Schema& known : {schema(), sweep_schema()}) {
        if (known.application_id == application_id) return known.contents;
    }
    return {};
}

void check_owner(const std::filesystem::path& file, SQLite::Database& database, const Schema& schema) {
    // One transaction: another program may be making the tables of the new file at this moment.
    const SQLite::Transaction transaction{database};
    const std::int64_t owner = database.execAndGet("PRAGMA application_id").getInt64();
    if (owner == schema.application_id) return;
    const std::int64_t tables = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt64();
    if (owner == 0 && tables == 0) return;
    const std::string advice = "; it was left as it is. Name another file for the " + std::string{schema.content};
    if (const auto contents = contents_of(owner); !contents.empty()) {
        throw StoreError{StoreProblem::other_program, file, "holds " + std::string{contents} + advice};
    }
    throw StoreError{StoreProblem::other_program, file, "is a database of another program" + advice};
}

void set_limit(SQLite::Database& database, std::int64_t most_bytes) {
    if (most_bytes <= 0) return;
    const std::int64_t page = database.execAndGet("PRAGMA page_size").getInt64();
    database.exec("PRAGMA max_page_count = " + std::to_string(std::max<std::int64_t>(1, most_bytes / page)));
}

/// Readers go on while somebody writes. When several programs change the mode of a new file at once, SQLite sends all
/// but one away without waiting.
void use_write_ahead_log(SQLite::Database& database, std::chrono::milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    const std::string change = "PRAGMA journal_mode = WAL";
    while (database.tryExec(change) == SQLITE_BUSY && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    database.exec(change);
}

/// As a URI that says that nobody changes the file: SQLite then needs no files beside it.
std::string unchanging(const std::filesystem::path& file) {
    std::string uri = "file:";
    for (const char letter : std::filesystem::absolute(file).string()) {
        switch (letter) {
        case '%': uri += "%25"; break;
        case '?': uri += "%3F"; break;
        case '#': uri += "%23"; break;
        default: uri += letter;
        }
    }
    return uri + "?immutable=1";
}

/// In a folder where this user may make no files, SQLite cannot read a file in WAL mode; nobody else writes to it when
/// there is no log beside it.
SQLite::Database open_as_it_is(const std::filesystem::path& file, std::chrono::milliseconds patience) {
    const auto wait = static_cast<int>(patience.count());
    // Who may write takes SQLite's files beside this one away again at the end.
    SQLite::Database database{std::filesystem::absolute(file), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, wait};
    try {
        database.exec("PRAGMA query_only = ON");
        database.execAndGet("SELECT count(*) FROM sqlite_schema");
    } catch (const SQLite::Exception& failure) {
        const std::filesystem::path log = file.string() + "-wal";
        const bool is_refused = failure.getErrorCode() == SQLITE_CANTOPEN || failure.getErrorCode() == SQLITE_READONLY;
        std::error_code ignored;
        if (!is_refused || std::filesystem::exists(log, ignored)) throw;
        const int flags = SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI;
        return {unchanging(file), flags, wait};
    }
    return database;
}

}  // namespace

SQLite::Database open_database(const std::filesystem::path& file, const StoreOptions& options, const Schema& schema) {
    check_place(file, schema);
    // An absolute path is never taken for a URI or for SQLite's ":memory:". The store sees to it that one thread at a
    // time uses the database, so SQLite need not.
    SQLite::Database database{std::filesystem::absolute(file),
                              SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                              static_cast<int>(options.patience.count())};
    check_owner(file, database, schema);
    check_age(file, database, schema);
    set_limit(database, options.most_bytes);
    use_write_ahead_log(database, options.patience);
    // A crash of the machine can cost the last transactions, never the file.
    database.exec("PRAGMA synchronous = NORMAL");
    migrate(database, schema);
    check_age(file, database, schema);
    database.exec("PRAGMA foreign_keys = ON");
    return database;
}

SQLite::Database open_to_read(const std::filesystem::path& file, std::chrono::milliseconds patience,
                              const Schema& schema) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) throw StoreError{StoreProblem::missing_file, file, "does not exist"};
    check_place(file, schema);
    SQLite::Database database = open_as_it_is(file, patience);
    check_owner(file, database, schema);
    check_age(file, database, schema);
    return database;
}

}  // namespace floorwalker::store
