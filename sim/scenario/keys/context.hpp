#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <floorwalker/scenario.hpp>

#include "sim/scenario/document/node.hpp"
#include "sim/scenario/text/problems.hpp"

namespace floorwalker::scenario {

class DataFiles;

/// What customers in no tier are called.
inline constexpr std::string_view kStandardTier = "standard";

/// The ids of one list of the file (call types, groups, …), each with its position.
struct Ids {
    std::string kind;  ///< "call type"
    std::map<std::string, std::size_t, std::less<>> positions = {};
    std::vector<std::string> names = {};  ///< for suggestions
    std::size_t entries = 0;              ///< in the list, with and without a good id
    bool complete = true;                 ///< false: some id could not be read, so a missing one proves nothing
};

/// What the reading of one key knows about the rest of the file.
struct Context {
    Problems& problems;
    std::filesystem::path folder = {};  ///< of the scenario file
    Ids call_types{"call type"};
    Ids groups{"group"};
    Ids tiers{"tier"};
    Ids agents{"agent"};
    Ids flows{"flow"};
    Ids numbers{"number"};
    Ids campaigns{"campaign"};
    Ids profiles{"profile"};
    Ids sites{"site"};
    Ids links{"link"};
    Ids servers{"server"};
    Ids nodes{"node"};  ///< of the flow being read

    /// Whether a clock time is one of the small hours that belong to the working day before: a centre that is open from
    /// 22:00 to 06:00 means the end of its night by 02:00.
    bool is_past_midnight(Duration clock) const {
        return centre && clock < centre->open && clock + kDay < centre->close;
    }

    std::optional<Centre> centre = {};  ///< once read without mistakes in its opening hours
    std::string path = {};              ///< of the key being read, such as "group.general.agents"
    Problems* remarks = nullptr;        ///< where remarks go, if anybody wants them
    DataFiles* data_files = nullptr;    ///< where files are read, if they are kept for others

    /// Reports a mistake in the key being read.
    void problem(const Node& node, std::string_view message);
    void problem(Place place, std::string_view message);

    /// Says of the key being read that it can be run and hardly is what was meant.
    void remark(const Node& node, std::string_view message);

    /// "07:00 to 24:00 in intervals of 30min is 34 intervals"; needs the centre.
    std::string explain_intervals() const;

    std::filesystem::path file_beside(const std::string& name) const { return folder / std::filesystem::path{name}; }

    /// The position of an id; reports an unknown one with the nearest.
    std::optional<std::size_t> position(const Ids& ids, const std::string& id, Place place);

private:
    void add(Problems& to, Place place, std::string_view message) const;
};

/// Adds a part to the path for as long as it lives.
class PathPart {
public:
    PathPart(Context& context, std::string_view part) : context_{context}, length_{context.path.size()} {
        if (length_ > 0) context.path += '.';
        context.path += part;
    }
    ~PathPart() { context_.path.resize(length_); }
    PathPart(const PathPart&) = delete;
    PathPart& operator=(const PathPart&) = delete;

private:
    Context& context_;
    std::size_t length_;
};

}  // namespace floorwalker::scenario
