#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/scenario.hpp>

/// How service standards are kept.
namespace floorwalker::measure {

/// What is known of standards before the run.
struct StandardSettings {
    std::int64_t warm_up_days = 0;
    std::vector<Standard> standards;
    std::vector<Duration> ring_length;  ///< by group; 0: nothing rings
    std::vector<Channel> channel;       ///< by call type
};

StandardSettings standards_of(const Scenario& scenario);

/// Cases of one replication, of contacts that came after the warm-up.
class StandardsTally {
public:
    struct Count {
        std::int64_t cases = 0;
        std::int64_t kept = 0;
    };

    explicit StandardsTally(const StandardSettings& settings);

    void add(const Answered& fact);
    void add(const RingMissed& fact);
    void add(const HoldEnded& fact);
    void add(const CalledBack& fact);
    void add(const CallbackMissed& fact);
    void add(const TalkEnded& fact);

    const Count& overall(std::size_t standard) const { return counts_[standard * columns()]; }
    const Count& of_group(std::size_t standard, std::size_t group) const {
        return counts_[standard * columns() + 1 + group];
    }

private:
    std::size_t columns() const { return settings_->ring_length.size() + 1; }
    template <class IsKept>
    void judge(StandardOf what, const ContactRef& contact, std::optional<GroupId> group, const IsKept& is_kept);

    const StandardSettings* settings_;
    std::vector<Count> counts_;  // by standard: overall, then by group
};

}  // namespace floorwalker::measure
