#include "sim/scenario/keys/tables.hpp"

/// Competency profiles, and what traits do.
namespace floorwalker::scenario {
namespace {

constexpr double kMostDeviations = 5.0;

/// A profile as written, flat.
struct WrittenProfile {
    std::string id;
    std::string name;
    TraitSpread knowledge, skill, self_control, service, learning, accuracy;
};

Format<TraitSpread> trait_spread() {
    return table_of<TraitSpread>({
        key("mean", number(-kMostDeviations, kMostDeviations), &TraitSpread::mean, "0",
            "In standard deviations of the population."),
        key("sd", number(0, kMostDeviations), &TraitSpread::sd, "1", "Standard deviation, likewise."),
    });
}

Key<TraitWeights> weight(const std::string& name, double TraitWeights::*member, const std::string& otherwise,
                         const std::string& help) {
    return key(name, number(-kMostDeviations, kMostDeviations), member, otherwise, help);
}

std::optional<Profile> finish(WrittenProfile& written, const Node&, Context&) {
    if (written.name.empty()) written.name = written.id;
    return Profile{
        written.id,
        written.name,
        {written.knowledge, written.skill, written.self_control, written.service, written.learning, written.accuracy}};
}

}  // namespace

Format<Profile> profile() {
    const auto trait = [](const std::string& name, TraitSpread WrittenProfile::*member, const std::string& help) {
        return key(name, trait_spread(), member, "average", help);
    };
    return table_of<WrittenProfile, Profile>(
        {
            key<WrittenProfile>("id", id(), &WrittenProfile::id, "", "What the rest of the file calls it.").required(),
            key<WrittenProfile>("name", text(), &WrittenProfile::name, "the id", "What reports call it."),
            trait("knowledge", &WrittenProfile::knowledge, "Knows answers."),
            trait("skill", &WrittenProfile::skill, "Is quick."),
            trait("self_control", &WrittenProfile::self_control, "Does not take abuse to heart."),
            trait("service", &WrittenProfile::service, "Is friendly."),
            trait("learning", &WrittenProfile::learning, "Learns fast."),
            trait("accuracy", &WrittenProfile::accuracy, "Makes few mistakes."),
        },
        finish);
}

const Keys<TraitWeights>& trait_keys() {
    static const Keys<TraitWeights> kKeys{
        weight("knowledge", &TraitWeights::knowledge, "0.3", "More odds that the agent knows the answer."),
        weight("skill", &TraitWeights::skill, "0.1", "Less handling time."),
        weight("self_control", &TraitWeights::self_control, "0.3", "Less stress by an abusive contact."),
        weight("service", &TraitWeights::service, "0.3", "More odds that the customer finds the agent friendly."),
        weight("learning", &TraitWeights::learning, "0.2", "A shorter half-life of learning by tenure."),
        weight("accuracy", &TraitWeights::accuracy, "0.3", "Less odds of a mistake."),
    };
    return kKeys;
}

}  // namespace floorwalker::scenario
