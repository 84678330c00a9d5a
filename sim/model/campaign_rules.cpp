#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {

void check_campaign(const Scenario& scenario, const Campaign& campaign) {
    const std::string name = "campaign." + campaign.id;
    require(index(campaign.call_type) < scenario.call_types.size(), name + " names a call type that is not there");
    require(scenario.call_types[index(campaign.call_type)].channel == Channel::voice, name + " must be of calls");
    require(campaign.list >= 0 && campaign.list <= 100'000'000, name + ".list must be from 0 to 100,000,000");
    require(campaign.attempts >= 1 && campaign.attempts <= 200, name + ".attempts must be from 1 to 200");
    require(campaign.free_agents >= 1, name + ".free_agents must be positive");
    require(campaign.dials_per_agent > 0 && campaign.dials_per_agent <= 100,
            name + ".dials_per_agent must be above 0, at most 100");
    require(campaign.reached.size() == 1 || campaign.reached.size() == scenario.intervals_per_day(),
            name + ".reached needs one value, or one for each interval");
    // A predictive dialer makes up for the calls that nobody answers; for these there would be no end of dialling.
    constexpr double kLeastReached = 0.01;
    for (const double share : campaign.reached) {
        require_share(share, name + ".reached");
        require(share >= kLeastReached || campaign.dialer != Dialer::predictive,
                name + ".reached must be 1% at least for a predictive dialer");
    }
    require_share(campaign.right_party, name + ".right_party");
    require_share(campaign.abandonment_limit, name + ".abandonment_limit");
    require(campaign.retry > Duration{0}, name + ".retry must be positive");
    require(campaign.hold >= Duration{0}, name + ".hold must not be negative");
    require(campaign.start >= Duration{0} && campaign.start < campaign.end, name + " must end after it begins");
    for (const Distribution* time : {&campaign.ring, &campaign.preview, &campaign.wrong_party_talk})
        require_sound(*time, name);
    require(mean_of(campaign.ring) > 0, name + ".ring must take time");
}

}  // namespace floorwalker::model
