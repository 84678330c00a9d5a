#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/store/run_store.hpp"
#include "sim/store/sweep/sweep_definition.hpp"

/// A sweep kept in a SQLite file of its own. docs/sweeps.md describes the file.
namespace floorwalker::store {

/// Writes and reads the file of one sweep, or keeps a sweep in memory. Not for several threads at once, and while it
/// lives no other store can have the file. Every member throws StoreError.
class SweepStore {
public:
    /// In memory.
    SweepStore();
    /// Opens the file; makes it when there is none.
    explicit SweepStore(const std::filesystem::path& file, const StoreOptions& options = {});
    ~SweepStore();

    SweepStore(const SweepStore&) = delete;
    SweepStore& operator=(const SweepStore&) = delete;

    /// None before `begin`.
    std::optional<SweepDefinition> definition();
    Shard shard();

    /// Once for a file: all that the sweep is, and all its variants, are in it on return, or nothing.
    void begin(const SweepDefinition& definition, Shard shard, const ValuesOfVariant& values_of);

    /// They are in the file on return. When it is full, as many as fit are.
    void add(std::span<const KeptOutcome> outcomes);

    /// How many outcomes there are.
    std::int64_t size();
    /// Which there are: variant × replications + replication.
    std::vector<bool> kept();
    /// The value of each key that is varied, of all variants.
    std::vector<std::vector<std::string>> variants();
    /// In the order of variants, and of replications within one.
    void for_each(const TakeOutcome& take);

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// A file of a sweep that is read and stays as it is. Every member throws StoreError.
class SweepFile {
public:
    explicit SweepFile(const std::filesystem::path& file);
    ~SweepFile();

    SweepFile(const SweepFile&) = delete;
    SweepFile& operator=(const SweepFile&) = delete;

    /// None when the sweep had not begun.
    std::optional<SweepDefinition> definition();
    Shard shard();
    /// The value of each key that is varied, of all variants.
    std::vector<std::vector<std::string>> variants();
    void for_each(const TakeOutcome& take);

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace floorwalker::store
