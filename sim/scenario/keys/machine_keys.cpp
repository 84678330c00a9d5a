#include <fmt/format.h>

#include "sim/scenario/keys/machine_parts.hpp"
#include "sim/scenario/keys/tables.hpp"

/// Sites, the links between them, and servers.
namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

/// A link as written, with the two sites in one key.
struct WrittenLink : Link {
    std::vector<SiteId> between;
};

Format<SiteId> site_id() { return reference<SiteId>(&Context::sites, "site"); }

bool check_ends(const WrittenLink& written, const Node& node, Context& context) {
    if (written.between.empty()) return true;
    const PathPart part{context, "between"};
    const Node& between = *find(node, "between");
    if (written.between.size() != 2) {
        context.problem(between, fmt::format("names {} site{}; a link joins two, such as [\"north\", \"data_centre\"]",
                                             written.between.size(), written.between.size() == 1 ? "" : "s"));
        return false;
    }
    if (written.between[0] != written.between[1]) return true;
    context.problem((*between.list())[1], shown((*between.list())[1]) +
                                              " is the same site twice; whoever is at a site needs no link to its "
                                              "servers");
    return false;
}

std::optional<Link> build_link(WrittenLink& written, const Node& node, Context& context) {
    if (written.name.empty()) written.name = written.id;
    if (!check_ends(written, node, context)) return std::nullopt;
    if (written.between.size() == 2) {
        written.from = written.between[0];
        written.to = written.between[1];
    }
    return written;
}

std::optional<Site> finish_site(Site& site, const Node&, Context&) {
    if (site.name.empty()) site.name = site.id;
    return site;
}

std::optional<WrittenServer> finish_server(WrittenServer& server, const Node&, Context&) {
    if (server.name.empty()) server.name = server.id;
    return server;
}

}  // namespace

Format<Site> site() {
    return table_of<Site>(
        {
            key("id", id(), &Site::id, "", "What the rest of the file calls this site; groups have it as their site.")
                .required(),
            key("name", text(), &Site::name, "the id", "What reports call it."),
            key("host", text(), &Site::host, "the id",
                "With a platform file: the host there from which its agents "
                "ask."),
        },
        finish_site);
}

Format<Link> link() {
    using Written = WrittenLink;
    static const Keys<Written> keys{
        key<Written>("id", id(), &Written::id, "",
                     "What the rest of the file calls this link; with a platform file, its name there.")
            .required(),
        key<Written>("name", text(), &Written::name, "the id", "What reports call it."),
        key<Written>("between", list_of(site_id()), &Written::between, "",
                     "The two sites that it joins, in both directions; needed without a platform file."),
        key<Written>("bandwidth", rate_above(0, kMostBytesPerSecond), &Written::bytes_per_second, "\"100Mbit/s\"",
                     "How much it moves in each direction; together, when it is shared."),
        key<Written>("latency", duration(0s, 1h), &Written::latency, "\"0s\"", "How long a byte is on the way."),
        key<Written>("shared", boolean(), &Written::shared, "true",
                     "Whether all transfers share the bandwidth; else each has the whole for itself."),
        key<Written>("phases", machine_phases(), &Written::phases, "the whole bandwidth all day",
                     "What it has of its bandwidth in the course of each day."),
        key<Written>("breakdowns", breakdowns(), &Written::breakdowns, "it never breaks",
                     "How often it breaks, and for how long."),
    };
    return table_of<Written, Link>(keys, build_link);
}

Format<WrittenServer> server() {
    using Written = WrittenServer;
    return table_of<Written>(
        {
            key<Written>("id", id(), &Written::id, "", "What the rest of the file calls this server.").required(),
            key<Written>("name", text(), &Written::name, "the id", "What reports call it."),
            key<Written>("site", site_id(), &Written::at, "the IVR's", "The site where it stands."),
            key<Written>("host", text(), &Written::host, "the id", "With a platform file: the host there that it is."),
            key<Written>("speed", number_above(0, kMostSpeed), &Written::speed, "1",
                         "How many seconds of work a core does in a second; 1e12: none waits for the work."),
            key<Written>("cores", integer(1, 100'000), &Written::cores, "1",
                         "How many look-ups it works on at full speed; more share the cores evenly. A platform file "
                         "says it itself."),
            key<Written>("places", integer(1, 1'000'000'000), &Written::places, "as many as come",
                         "How many look-ups it takes at once; others fail."),
            key<Written>("phases", machine_phases(), &Written::phases, "its whole speed all day",
                         "What it has of its speed in the course of each day."),
            key<Written>("breakdowns", breakdowns(), &Written::breakdowns, "it never breaks",
                         "How often it breaks, and for how long."),
        },
        finish_server);
}

}  // namespace floorwalker::scenario
