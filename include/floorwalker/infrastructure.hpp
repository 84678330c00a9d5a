#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/distribution.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

/// The machines behind the floor: sites where people sit, links between them, servers that answer look-ups. A scenario
/// with servers is run together with SimGrid, which shares links and processors out among all who use them at a moment.
/// Model, limits and sources: docs/model/infrastructure.md.
namespace floorwalker {

/// Where people sit and servers stand. Whoever is at a site reaches its servers without a link.
struct Site {
    std::string id;
    std::string name;
    std::string host;  ///< its name in the platform file; empty: its id
};

/// How long a machine works from one breakdown to the next, and how long a repair takes. Drawn for each machine by
/// itself: the same in every variant of a scenario.
struct Breakdowns {
    Distribution up{Exponential{30 * 86'400.0}, {}};  ///< seconds
    Distribution down{Exponential{3'600.0}, {}};      ///< seconds
};

/// From this time of each day on a machine has so much of its speed, or bandwidth; 0: it is down.
struct MachinePhase {
    Duration at{0};  ///< since midnight
    double speed = 1.0;
};

/// Joins two sites; each direction has the whole bandwidth. Whoever wants from one site to another takes the way with
/// the fewest links.
struct Link {
    std::string id;
    std::string name;
    SiteId from{};
    SiteId to{};
    double bytes_per_second = 12.5e6;  ///< 100 Mbit/s
    Duration latency{0};               ///< one way
    bool shared = true;                ///< false: each transfer has the whole bandwidth for itself
    std::vector<MachinePhase> phases;
    std::optional<Breakdowns> breakdowns;  ///< none: it never breaks
};

/// Answers look-ups. All that are there share its cores evenly, and none has more than one core.
struct Server {
    std::string id;
    std::string name;
    SiteId site{};
    std::string host;        ///< its name in the platform file; empty: its id
    double speed = 1.0;      ///< seconds of work that a core does in a second; of a platform file's host: times its own
    std::int64_t cores = 1;  ///< unused with a platform file
    std::optional<std::int64_t> places;  ///< look-ups at once, more are refused; none: as many as come
    std::vector<MachinePhase> phases;
    std::optional<Breakdowns> breakdowns;  ///< none: it never breaks
};

enum class LookUpMoment : std::uint8_t {
    before,  ///< as soon as the agent has answered, before they talk: the screen pop
    during,  ///< at a moment of the talk that luck decides; the customer is on hold
    after,   ///< after the talk and the wrap-up, without the customer
};

/// What an agent, or the IVR, asks of a server: a request goes there, work is done, an answer comes back.
struct LookUp {
    ServerId server{};
    LookUpMoment when = LookUpMoment::during;  ///< of an agent's
    double share = 1.0;                        ///< of talks, or tasks, in which it happens
    std::int64_t times = 1;                    ///< one after the other
    double request_bytes = 2'000.0;
    Distribution work{Exponential{0.3}, {}};  ///< seconds on a core of speed 1
    double answer_bytes = 40'000.0;
};

/// What is done without the machines. An agent whose look-up has failed goes on without, and writes the request down.
/// Of a call type with a callback the agent does no more than that (Callback::on_paper) and the customer is called
/// back; of another the rest of the talk takes longer. When look-ups of a site fail one after the other, all there know
/// that the server cannot be used. What is on paper is entered when the server is back, by somebody of the group: one
/// request after each contact, and more while nobody waits.
struct PaperMode {
    double talk = 1.25;                      ///< times what is left of the talk
    Distribution entry{Constant{90.0}, {}};  ///< seconds to enter one request
    std::int64_t failures = 3;               ///< one after the other, until the whole site knows
    /// So long nobody of the site tries then, unless the machine is back sooner.
    Duration try_again = std::chrono::minutes{2};
};

/// Calls on the links between the site of the IVR, where the lines end, and the agents' sites.
struct VoiceOnLinks {
    double bytes_per_second = 10'900.0;  ///< of one call, each way: G.711 with its headers, 87.2 kbit/s
    double most = 0.75;                  ///< of a link; agents behind a full one take no further calls
};

struct Infrastructure {
    std::vector<Site> sites;
    std::vector<Link> links;
    std::vector<Server> servers;
    std::optional<std::string> platform;  ///< a SimGrid platform file, which says what links and hosts are like
    SiteId ivr_site{};
    Duration timeout = std::chrono::seconds{10};     ///< of each try of a look-up
    std::int64_t retries = 1;                        ///< after the first try
    Duration retry_after = std::chrono::seconds{2};  ///< from a failed try to the next
    PaperMode paper;
    std::optional<VoiceOnLinks> voice;  ///< none: calls have links of their own

    bool is_empty() const { return servers.empty() && !voice; }
};

}  // namespace floorwalker
