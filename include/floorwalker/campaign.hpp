#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/distribution.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

/// Calling out. docs/model/outbound.md.
namespace floorwalker {

enum class Dialer : std::uint8_t {
    preview,      ///< an agent reads the record, then dials
    progressive,  ///< dials for an agent who is kept free for the answer
    predictive,   ///< dials ahead of agents becoming free, paced by the share of calls that found none
    threshold,    ///< dials while at least so many agents are free; nobody is kept free for the answer
};

/// A list of customers to be called.
struct Campaign {
    std::string id;
    std::string name;
    CallTypeId call_type{};  ///< whose talk, wrap-up, groups and priority hold
    std::int64_t list = 0;   ///< records, called in order
    Duration start{0};       ///< since midnight, each day
    Duration end = kDay;     ///< no dialling from here on
    Dialer dialer = Dialer::progressive;
    Distribution preview{Constant{30.0}, {}};           ///< seconds to read a record, of a preview dialer
    Distribution ring{Constant{18.0}, {}};              ///< seconds from dialling to an answer or to giving up
    std::vector<double> reached{0.35};                  ///< chance of an answer, by interval or one for all
    double right_party = 1.0;                           ///< of the answers, the share where the right person is there
    Distribution wrong_party_talk{Constant{15.0}, {}};  ///< seconds that an agent spends with a wrong person
    std::int64_t attempts = 3;                          ///< on one record
    Duration retry = std::chrono::hours{2};
    std::int64_t free_agents = 1;     ///< dials only while so many are free: the rule that keeps some for inbound
    double dials_per_agent = 1.0;     ///< threshold: dials in flight for each free agent
    double abandonment_limit = 0.03;  ///< predictive: share of answered calls without an agent
    Duration hold = std::chrono::seconds{2};  ///< how long an answered call without an agent lasts
};

}  // namespace floorwalker
