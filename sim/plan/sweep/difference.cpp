#include "sim/plan/sweep/difference.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace floorwalker::plan {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return lines;
}

std::string joined(const Lines& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : " ") + part;
    return text.empty() ? "none" : text;
}

class Comparison {
public:
    Comparison(std::string kept_name, std::string asked_name)
        : kept_name_{std::move(kept_name)}, asked_name_{std::move(asked_name)} {}

    void add(const std::string& what, const std::string& kept, const std::string& asked) {
        if (kept == asked) return;
        text_ += fmt::format("{}  {}\n    {}: {}\n    {}: {}", text_.empty() ? "" : "\n", what, kept_name_, kept,
                             asked_name_, asked);
    }

    /// The first line that is not the same.
    void add_text(const std::string& what, std::string_view kept, std::string_view asked) {
        if (kept == asked) return;
        const Lines before = lines_of(kept);
        const Lines now = lines_of(asked);
        std::size_t line = 0;
        while (line < before.size() && line < now.size() && before[line] == now[line]) ++line;
        const auto at = [line](const Lines& lines) { return line < lines.size() ? lines[line] : "(the text ends)"; };
        // Texts with the same lines differ in how the last one ends.
        if (line == before.size() && line == now.size()) return add(what, "another end", "another end");
        add(fmt::format("{}, line {}", what, line + 1), at(before), at(now));
    }

    std::string take() { return std::move(text_); }

private:
    std::string kept_name_;
    std::string asked_name_;
    std::string text_;
};

Lines written_inputs(const store::SweepDefinition& definition) {
    Lines inputs;
    for (std::size_t i = 0; i < definition.paths.size(); ++i) {
        inputs.push_back("--vary " + definition.paths[i] + "=" + definition.varied[i]);
    }
    return inputs;
}

void add_files(Comparison& comparison, const store::SweepDefinition& kept, const store::SweepDefinition& asked) {
    const auto digest_in = [](const store::SweepDefinition& definition, const std::string& name) {
        for (const auto& file : definition.data_files) {
            if (file.name == name) return "contents with the digest " + file.digest;
        }
        return std::string{"not used"};
    };
    std::vector<std::string> names;
    for (const auto* definition : {&kept, &asked}) {
        for (const auto& file : definition->data_files) names.push_back(file.name);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string& name : names) comparison.add(name, digest_in(kept, name), digest_in(asked, name));
}

}  // namespace

std::string difference(const store::SweepDefinition& kept, const store::SweepDefinition& asked,
                       const std::string& kept_name, const std::string& asked_name) {
    Comparison comparison{kept_name, asked_name};
    comparison.add_text("the scenario", kept.scenario_toml, asked.scenario_toml);
    comparison.add("--set", joined(kept.overrides), joined(asked.overrides));
    comparison.add("--decisions", kept.decisions_toml ? "yes" : "none", asked.decisions_toml ? "yes" : "none");
    if (kept.decisions_toml && asked.decisions_toml) {
        comparison.add_text("the decisions", *kept.decisions_toml, *asked.decisions_toml);
    }
    add_files(comparison, kept, asked);
    comparison.add("varied", joined(written_inputs(kept)), joined(written_inputs(asked)));
    comparison.add("--design", kept.design, asked.design);
    if (kept.design == asked.design && kept.varied == asked.varied) {
        comparison.add("--points", std::to_string(kept.variants), std::to_string(asked.variants));
    }
    comparison.add("--replications", std::to_string(kept.replications), std::to_string(asked.replications));
    comparison.add("--seed", std::to_string(kept.seed), std::to_string(asked.seed));
    comparison.add("--metric", joined(kept.metrics), joined(asked.metrics));
    comparison.add("version of Floorwalker", kept.program_version, asked.program_version);
    // A centre without a name is called like its file.
    comparison.add("name of the centre", kept.scenario_name, asked.scenario_name);
    return comparison.take();
}

}  // namespace floorwalker::plan
