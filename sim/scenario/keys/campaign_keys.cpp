#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/keys/tables.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

/// A campaign as written; its hours are the centre's unless said otherwise.
struct WrittenCampaign : Campaign {
    std::optional<Duration> first;
    std::optional<Duration> last;
};

std::optional<Campaign> build(WrittenCampaign& written, const Node& node, Context& context) {
    if (written.name.empty()) written.name = written.id;
    if (!context.centre) return written;
    OpenHours hours{written.first.value_or(context.centre->open), written.last.value_or(context.centre->close)};
    if (!fit_within_hours(hours, *context.centre, node, context)) return std::nullopt;
    written.start = hours.open;
    written.end = hours.close;
    return written;
}

Keys<WrittenCampaign> list_keys() {
    using Written = WrittenCampaign;
    return {
        key<Written>("id", id(), &Written::id, "", "What the rest of the file calls this campaign.").required(),
        key<Written>("name", text(), &Written::name, "the id", "What reports call it."),
        key<Written>("call_type", reference<CallTypeId>(&Context::call_types, "call type"), &Written::call_type, "",
                     "The call type whose talk, wrap-up, groups and priority hold.")
            .required(),
        key<Written>("list", integer(1, 100'000'000), &Written::list, "",
                     "How many customers are to be called, in order.")
            .required(),
        key<Written>("start", clock(), &Written::first, "the opening time", "When dialling begins, each day."),
        key<Written>("end", clock(), &Written::last, "the closing time", "No dialling from here on."),
        key<Written>("reached", one_or_per_interval(share()), &Written::reached, "\"35%\"",
                     "The share of dials that are answered: one, or a list with one for each interval."),
        key<Written>("right_party", share(), &Written::right_party, "\"100%\"",
                     "Of the answers, the share where the right person is there."),
        key<Written>("wrong_party_talk", distribution_of_durations(), &Written::wrong_party_talk, "\"15s\"",
                     "How long an agent talks to a wrong person."),
        key<Written>("attempts", integer(1, 200), &Written::attempts, "3", "How often one customer is dialled."),
        key<Written>("retry", duration_above(0s, kLongestDuration), &Written::retry, "\"2h\"",
                     "How long after an attempt that reached nobody the next one may come."),
    };
}

Keys<WrittenCampaign> dialer_keys() {
    using Written = WrittenCampaign;
    return {
        key<Written>(
            "dialer",
            choice<Dialer>({{"preview", Dialer::preview},
                            {"progressive", Dialer::progressive},
                            {"predictive", Dialer::predictive},
                            {"threshold", Dialer::threshold}}),
            &Written::dialer, "\"progressive\"",
            "preview: an agent reads the record, then dials. progressive: dials for an agent who is kept free. "
            "predictive: dials ahead of agents becoming free. threshold: dials while enough agents are free."),
        key<Written>("preview", distribution_of_durations(), &Written::preview, "\"30s\"",
                     "How long an agent of a preview dialer reads a record."),
        key<Written>("ring", distribution_of_durations(), &Written::ring, "\"18s\"",
                     "From dialling to an answer or to giving up."),
        key<Written>("free_agents", integer(1, 1'000'000), &Written::free_agents, "1",
                     "Dials only while so many agents are free: the rule that keeps some for inbound."),
        key<Written>("dials_per_agent", number_above(0, 100), &Written::dials_per_agent, "1",
                     "threshold: dials under way for each free agent."),
        key<Written>("abandonment_limit", share(), &Written::abandonment_limit, "\"3%\"",
                     "predictive: the largest share of answered calls that find no agent."),
        key<Written>("hold", duration(0s, 1h), &Written::hold, "\"2s\"",
                     "How long somebody stays who answers and finds no agent."),
    };
}

}  // namespace

Format<Campaign> campaign() {
    static const Keys<WrittenCampaign> keys = [] {
        auto all = list_keys();
        for (auto& key : dialer_keys()) all.push_back(std::move(key));
        return all;
    }();
    return table_of<WrittenCampaign, Campaign>(keys, build);
}

}  // namespace floorwalker::scenario
