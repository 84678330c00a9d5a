#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <floorwalker/distribution.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/infrastructure.hpp>
#include <floorwalker/time.hpp>

/// The IVR: what a caller hears and presses before an agent is asked for. A flow is a list of nodes; a call begins at
/// the first. Model, limits and an example in docs/model/ivr.md.
namespace floorwalker {

/// Something is said, then the call goes on.
struct Announcement {
    Distribution length{Constant{10.0}, {}};
    NodeId next{};
};

/// Callers choose by a key. Of all tries, some time out and some hit a wrong key; these hear the menu again until their
/// tries are used up.
struct Menu {
    struct Choice {
        std::string key;  ///< "1"; "0" by custom leads to a person
        double share = 0.0;
        NodeId next{};
    };

    Distribution thinking{Constant{8.0}, {}};  ///< from the first word of the prompt to the key
    std::vector<Choice> choices;               ///< their shares add up to 1
    double timeout = 0.0;                      ///< share of tries in which nothing is pressed
    Duration timeout_after = std::chrono::seconds{10};
    double wrong_key = 0.0;  ///< share of tries with a key that leads nowhere
    int tries = 3;
    std::optional<NodeId> when_failed;  ///< none: the call ends there, not served
};

/// The caller is served by the machine, or not. What it has to look up comes after `duration`, one after the other;
/// when that fails, so does the service.
struct SelfService {
    Distribution duration{Constant{60.0}, {}};
    double success = 1.0;
    std::optional<NodeId> next;         ///< after success; none: the call ends there, contained
    std::optional<NodeId> when_failed;  ///< none: the call ends there, not served
    std::vector<LookUp> look_ups{};     ///< by the IVR, from its site
};

/// An agent is asked for.
struct ToQueue {
    std::optional<CallTypeId> call_type;  ///< none: the one that the caller came with
};

/// The call ends.
struct EndOfCall {
    bool contained = true;  ///< served: it counts as contained; else as turned away
};

struct IvrNode {
    std::string id;
    std::variant<Announcement, Menu, SelfService, ToQueue, EndOfCall> what;
};

struct IvrFlow {
    std::string id;
    std::string name;
    std::vector<IvrNode> nodes;            ///< the first is where calls begin
    std::optional<Distribution> patience;  ///< seconds in the IVR until a caller gives up; none: never
};

/// What becomes of a call that finds all IVR ports busy.
enum class PortsBusy {
    block,     ///< it is blocked
    to_queue,  ///< it skips the IVR and asks for an agent of its own call type
};

}  // namespace floorwalker
