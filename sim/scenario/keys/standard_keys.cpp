#include <array>

#include "sim/scenario/keys/kinds.hpp"
#include "sim/scenario/keys/tables.hpp"

/// Service standards.
namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

struct WrittenStandard : Standard {
    std::optional<Duration> length;
    std::optional<std::int64_t> count;
};

/// What the field works with: docs/model/standards.md.
Duration usual(StandardOf what) {
    constexpr std::array<Duration, 5> kUsual{Duration{0}, 1min, 15s, 24h, 3min};
    return kUsual.at(static_cast<std::size_t>(what));
}

std::optional<Standard> finish_standard(WrittenStandard& written, const Node& node, Context& context) {
    const bool is_of_rings = written.of == StandardOf::rings;
    const char* const odd = is_of_rings ? "within" : "rings";
    if (const Node* const value = find(node, odd); value != nullptr) {
        const PathPart part{context, odd};
        context.problem(*value, is_of_rings ? "is not for rings, which are counted; write rings = 3"
                                            : "is for of = \"rings\" only; write within = \"1min\"");
        return std::nullopt;
    }
    written.within = written.length.value_or(usual(written.of));
    written.rings = written.count.value_or(3);
    if (written.id.empty()) written.id = name_of(written.of);
    return written;
}

}  // namespace

Format<Standard> standard() {
    static const Keys<WrittenStandard> kKeys{
        key<WrittenStandard>("id", id(), &WrittenStandard::id, "of", "Its name in results."),
        key<WrittenStandard>("of",
                             choice<StandardOf>({{"rings", StandardOf::rings},
                                                 {"hold", StandardOf::hold},
                                                 {"report_back", StandardOf::report_back},
                                                 {"callback", StandardOf::callback},
                                                 {"talk", StandardOf::talk}}),
                             &WrittenStandard::of, "",
                             "What it is about: phones answered within so many rings, time on hold, time on hold "
                             "without a word, callbacks, talks of calls.")
            .required(),
        key("rings", integer(1, 100), &WrittenStandard::count, "3", "Answered within so many; only of rings."),
        key("within", duration_above(0s, 365 * 24h), &WrittenStandard::length,
            "hold \"1min\", report_back \"15s\", callback \"24h\", talk \"3min\"", "The most that it may take."),
        key<WrittenStandard>("goal", share_above(0, 1), &WrittenStandard::goal, "100%",
                             "The share of cases that are to keep it."),
        key<WrittenStandard>("call_type", reference<CallTypeId>(&Context::call_types, "call type"),
                             &WrittenStandard::call_type, "all", "The call type that it is for."),
    };
    return table_of<WrittenStandard, Standard>(kKeys, finish_standard);
}

}  // namespace floorwalker::scenario
