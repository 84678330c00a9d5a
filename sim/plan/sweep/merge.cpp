#include "sim/plan/sweep/merge.hpp"

#include <algorithm>
#include <bit>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "sim/plan/experiment/bad_request.hpp"
#include "sim/plan/sweep/difference.hpp"
#include "sim/plan/sweep/session.hpp"
#include "sim/store/sweep/sweep_store.hpp"

namespace floorwalker::plan {
namespace {

/// A file that holds a sweep.
struct Part {
    std::filesystem::path name;
    std::unique_ptr<store::SweepFile> file;
    store::SweepDefinition definition;
    store::Shard shard;
};

Part open(const std::filesystem::path& name) {
    auto file = std::make_unique<store::SweepFile>(name);
    auto definition = file->definition();
    if (!definition) throw BadRequest{fmt::format("{} holds no sweep yet", name.string())};
    const store::Shard shard = file->shard();
    return {name, std::move(file), std::move(*definition), shard};
}

std::vector<Part> open_all(const std::vector<std::filesystem::path>& names) {
    std::vector<Part> parts;
    for (const auto& name : names) {
        parts.push_back(open(name));
        const Part& first = parts.front();
        const Part& last = parts.back();
        const auto other = difference(first.definition, last.definition, first.name.string(), last.name.string());
        if (!other.empty()) {
            throw BadRequest{fmt::format("{} is a part of another sweep than {}:\n{}", last.name.string(),
                                         first.name.string(), other)};
        }
    }
    return parts;
}

/// Puts outcomes into the new file, a batch at a time.
class Writer {
public:
    Writer(store::SweepStore& store, std::int64_t replications)
        : store_{store}, replications_{replications}, is_there_{store.kept()} {}

    /// False when it was there already.
    bool add(const store::KeptOutcome& outcome) {
        const auto place = static_cast<std::size_t>(outcome.variant * replications_ + outcome.replication);
        if (is_there_.at(place)) return false;
        is_there_[place] = true;
        batch_.push_back(outcome);
        if (batch_.size() >= kBatch) flush();
        return true;
    }

    void flush() {
        store_.add(batch_);
        batch_.clear();
    }

private:
    static constexpr std::size_t kBatch = 20'000;

    store::SweepStore& store_;
    std::int64_t replications_;
    std::vector<bool> is_there_;
    std::vector<store::KeptOutcome> batch_;
};

bool are_same(const store::KeptOutcome& a, const store::KeptOutcome& b) {
    const auto bits = [](double number) { return std::bit_cast<std::uint64_t>(number); };
    return a.digest == b.digest &&
           std::equal(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(),
                      [&](auto x, auto y) { return bits(x.part) == bits(y.part) && bits(x.whole) == bits(y.whole); });
}

/// Replications that two files have must be the same in both.
void compare_twice(store::SweepStore& merged, const std::vector<store::KeptOutcome>& twice, const Part& part) {
    if (twice.empty()) return;
    std::size_t next = 0;
    merged.for_each([&](const store::KeptOutcome& kept) {
        if (next == twice.size() || kept.variant != twice[next].variant ||
            kept.replication != twice[next].replication) {
            return;
        }
        if (!are_same(kept, twice[next])) {
            throw BadRequest{
                fmt::format("{} says something else of replication {} of variant {} than the files before "
                            "it: they were not made by the same program",
                            part.name.string(), kept.replication, kept.variant + 1)};
        }
        ++next;
    });
}

void copy(const Part& part, store::SweepStore& merged) {
    Writer writer{merged, part.definition.replications};
    std::vector<store::KeptOutcome> twice;
    part.file->for_each([&](const store::KeptOutcome& outcome) {
        if (!writer.add(outcome)) twice.push_back(outcome);
    });
    writer.flush();
    compare_twice(merged, twice, part);
}

bool is_whole_shard_missing(const std::vector<bool>& kept, const store::Shard& shard, const SweepResult& result) {
    const auto& definition = result.definition;
    bool has_any = false;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const auto number = static_cast<std::int64_t>(i);
        const JobNumber job{number / definition.replications, number % definition.replications};
        if (!is_of(shard, job, definition.variants, definition.replications)) continue;
        if (kept[i]) return false;
        has_any = true;
    }
    return has_any;
}

MissingWork missing_in(store::SweepStore& merged, const SweepResult& result, std::int64_t shards) {
    MissingWork missing;
    missing.replications = result.jobs - result.kept;
    if (missing.replications == 0) return missing;
    const auto kept = merged.kept();
    constexpr std::int64_t kMostShards = 1000;
    for (std::int64_t number = 1; shards > 1 && number <= std::min(shards, kMostShards); ++number) {
        const store::Shard shard{number, shards};
        if (is_whole_shard_missing(kept, shard, result)) missing.shards.push_back(shard);
    }
    const auto& definition = result.definition;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const auto number = static_cast<std::int64_t>(i);
        const JobNumber job{number / definition.replications, number % definition.replications};
        const auto has = [&](const store::Shard& shard) {
            return is_of(shard, job, definition.variants, definition.replications);
        };
        if (kept[i] || std::any_of(missing.shards.begin(), missing.shards.end(), has)) continue;
        if (missing.variants.empty() || missing.variants.back() != job.variant) missing.variants.push_back(job.variant);
    }
    return missing;
}

}  // namespace

Merged merge(const std::filesystem::path& into, const std::vector<std::filesystem::path>& names, double confidence,
             const store::StoreOptions& options) {
    const auto parts = open_all(names);
    store::SweepStore merged{into, options};
    if (merged.definition()) {
        throw BadRequest{fmt::format("{} holds a sweep already; name a new file to merge into", into.string())};
    }
    const auto variants = parts.front().file->variants();
    merged.begin(parts.front().definition, {},
                 [&](std::int64_t number) { return variants[static_cast<std::size_t>(number)]; });
    for (const Part& part : parts) copy(part, merged);
    Merged all{result_of(merged, confidence), {}};
    all.missing = missing_in(merged, all.result, parts.front().shard.of);
    return all;
}

std::string describe(const MissingWork& missing, std::int64_t jobs) {
    std::string what;
    for (const auto& shard : missing.shards) {
        what += fmt::format("{}shard {}/{}", what.empty() ? "all of " : ", ", shard.number, shard.of);
    }
    constexpr std::size_t kMost = 10;
    if (!missing.variants.empty()) {
        what += what.empty() ? "some of variant" : "; some of variant";
        what += missing.variants.size() == 1 ? " " : "s ";
        for (std::size_t i = 0; i < std::min(kMost, missing.variants.size()); ++i) {
            what += fmt::format("{}{}", i == 0 ? "" : ", ", missing.variants[i] + 1);
        }
        if (missing.variants.size() > kMost) what += fmt::format(" and {} others", missing.variants.size() - kMost);
    }
    return fmt::format("of {} replications {} are missing: {}", jobs, missing.replications, what);
}

}  // namespace floorwalker::plan
