#include "sim/plan/sweep/outcome_bytes.hpp"

#include <cstring>
#include <stdexcept>
#include <type_traits>

namespace floorwalker::plan {
namespace {

using measure::Fraction;
static_assert(std::is_trivially_copyable_v<Fraction>);

constexpr std::size_t kHead = sizeof(Outcome::replication) + sizeof(Outcome::digest);

}  // namespace

std::string to_bytes(const Outcome& outcome) {
    std::string bytes(kHead + outcome.values.size() * sizeof(Fraction), '\0');
    std::memcpy(bytes.data(), &outcome.replication, sizeof outcome.replication);
    std::memcpy(bytes.data() + sizeof outcome.replication, &outcome.digest, sizeof outcome.digest);
    if (!outcome.values.empty())
        std::memcpy(bytes.data() + kHead, outcome.values.data(), outcome.values.size() * sizeof(Fraction));
    return bytes;
}

Outcome outcome_from(std::string_view bytes) {
    if (bytes.size() < kHead || (bytes.size() - kHead) % sizeof(Fraction) != 0)
        throw std::runtime_error{"these bytes are no outcome of a replication"};
    Outcome outcome;
    std::memcpy(&outcome.replication, bytes.data(), sizeof outcome.replication);
    std::memcpy(&outcome.digest, bytes.data() + sizeof outcome.replication, sizeof outcome.digest);
    outcome.values.resize((bytes.size() - kHead) / sizeof(Fraction));
    if (!outcome.values.empty()) std::memcpy(outcome.values.data(), bytes.data() + kHead, bytes.size() - kHead);
    return outcome;
}

}  // namespace floorwalker::plan
