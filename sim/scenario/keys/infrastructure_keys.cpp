#include <fmt/format.h>

#include "sim/scenario/csv/data_files.hpp"
#include "sim/scenario/keys/machine_parts.hpp"
#include "sim/scenario/keys/tables.hpp"

/// What holds for all machines, and for whoever has to do without them.
namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

/// Read here, so that a file that is not there is a mistake of the scenario and a later change of it is noticed.
Format<std::string> platform_file() {
    auto format = file();
    format.read = [read = format.read](const Node& node, Context& context,
                                       const Shape& own) -> std::optional<std::string> {
        const auto name = read(node, context, own);
        if (!name) return std::nullopt;
        const auto path = context.file_beside(*name);
        DataFiles once;
        const auto content = (context.data_files == nullptr ? once : *context.data_files).read(path);
        if (content->mistake.empty()) return path.string();
        context.problem(node, fmt::format("{} {}", path.string(), content->mistake));
        return std::nullopt;
    };
    return format;
}

Format<PaperMode> paper() {
    return table_of<PaperMode>({
        key("talk", number_above(0, 100), &PaperMode::talk, "1.25",
            "Without a callback: a factor on what is left of the talk."),
        key("entry", distribution_of_durations(), &PaperMode::entry, "\"90s\"",
            "How long one request takes to be entered when the server is back."),
        key("failures", integer(1, 1000), &PaperMode::failures, "3",
            "How many look-ups of a site fail one after the other before all there know that the server is down."),
        key("try_again", duration_above(0s, 24h), &PaperMode::try_again, "\"2min\"",
            "How long nobody of the site tries it then, unless it is back sooner."),
    });
}

Format<VoiceOnLinks> voice() {
    return table_of<VoiceOnLinks>({
        key("bandwidth", rate_above(0, kMostBytesPerSecond), &VoiceOnLinks::bytes_per_second, "\"87.2kbit/s\"",
            "What one call needs, each way."),
        key("most", share_above(0, 1), &VoiceOnLinks::most, "\"75%\"",
            "Of a link; agents behind one so full take no further calls."),
    });
}

}  // namespace

const Keys<Infrastructure>& infrastructure_keys() {
    static const Keys<Infrastructure> kKeys{
        key("platform", platform_file(), &Infrastructure::platform, "none",
            "A SimGrid platform file beside the scenario, which says what links and hosts are like."),
        key("ivr_site", reference<SiteId>(&Context::sites, "site"), &Infrastructure::ivr_site, "the first",
            "The site of the IVR, where the lines end; groups without a site are there too."),
        key("timeout", duration_above(0s, 24h), &Infrastructure::timeout, "\"10s\"",
            "How long one try of a look-up may take."),
        key("retries", integer(0, 100), &Infrastructure::retries, "1", "How often it is tried again."),
        key("retry_after", duration(0s, 24h), &Infrastructure::retry_after, "\"2s\"", "How long after a failed try."),
        key("paper", paper(), &Infrastructure::paper, "", "How agents do without a server that does not answer."),
        key("voice", voice(), &Infrastructure::voice, "calls have links of their own",
            "Calls on the links between the IVR's site and the agents'."),
    };
    return kKeys;
}

}  // namespace floorwalker::scenario
