#include "sim/store/sweep/content_digest.hpp"

#include <bit>

namespace floorwalker::store {

ContentDigest::ContentDigest(const SweepDefinition& definition) {
    add(definition.scenario_name);
    add(definition.scenario_toml);
    add(definition.overrides);
    digest_.append(definition.decisions_toml ? 1 : 0);
    add(definition.decisions_toml.value_or(""));
    for (const DataFile& file : definition.data_files) {
        add(file.name);
        add(file.digest);
    }
    add(definition.paths);
    add(definition.varied);
    add(definition.design);
    digest_.append(static_cast<std::uint64_t>(definition.variants));
    digest_.append(static_cast<std::uint64_t>(definition.replications));
    digest_.append(definition.seed);
    add(definition.metrics);
}

void ContentDigest::add(const std::vector<std::string>& texts) {
    digest_.append(texts.size());
    for (const std::string& text : texts) add(text);
}

void ContentDigest::add(const KeptOutcome& outcome) {
    digest_.append(static_cast<std::uint64_t>(outcome.variant));
    digest_.append(static_cast<std::uint64_t>(outcome.replication));
    digest_.append(outcome.digest);
    for (const measure::Fraction& value : outcome.values) {
        add(value.part);
        add(value.whole);
    }
}

void ContentDigest::add(std::string_view text) {
    digest_.append(text.size());
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        word = word << 8U | static_cast<unsigned char>(text[i]);
        if (i % 8 == 7) digest_.append(word);
    }
    digest_.append(word);
}

void ContentDigest::add(double number) { digest_.append(std::bit_cast<std::uint64_t>(number)); }

}  // namespace floorwalker::store
