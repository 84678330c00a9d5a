#include "sim/scenario/parsed_scenario.hpp"

#include <string_view>
#include <utility>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/document/overrides.hpp"
#include "sim/scenario/document/toml_document.hpp"
#include "sim/scenario/keys/key_paths.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/text_file.hpp"

namespace floorwalker::scenario {
namespace {

constexpr std::string_view kSmallest =
    "[[call_type]] with id = \"calls\" and arrivals = { per_hour = 100 }, and [[group]] with agents = 8";

/// The paths of all lists of tables, such as "call_type" and "call_type.*.step".
const std::vector<std::string>& list_paths() {
    static const std::vector<std::string> kPaths = [] {
        std::vector<std::string> paths;
        for (const auto& key : all_keys()) {
            if (key.info->shape.kind == Kind::table_list) paths.push_back(key.path);
        }
        return paths;
    }();
    return kPaths;
}

std::vector<Override> parse_overrides(const std::vector<std::string>& texts) {
    std::vector<Override> overrides;
    overrides.reserve(texts.size());
    for (const auto& text : texts) overrides.push_back(parse_override(text));
    return overrides;
}

void report_if_nothing(const Document& document, Context& context) {
    const bool has_types = find(document.root, "call_type") != nullptr;
    const bool has_groups = find(document.root, "group") != nullptr;
    if (document.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        context.problem(Place{}, "the file is empty; the smallest scenario is " + std::string{kSmallest});
    } else if (!has_types && !has_groups) {
        context.problem(Place{},
                        "there is no call type and no group; the smallest scenario is " + std::string{kSmallest});
    } else if (!has_types) {
        context.problem(
            Place{}, "there is no call type; add [[call_type]] with id = \"calls\" and arrivals = { per_hour = 100 }");
    } else if (!has_groups) {
        context.problem(Place{}, "there is no group; add [[group]] with agents = 8");
    }
}

Scenario read(Document& document, Context& context, const std::string& name) {
    Scenario scenario;
    report_if_nothing(document, context);
    collect_ids(document.root, context);
    context.centre = scenario.centre;
    read_table(document.root, scenario_keys(), scenario, context);
    if (context.problems.size() == 0) check_scenario(scenario, document.root, context);
    if (scenario.centre.name.empty()) scenario.centre.name = name;
    return scenario;
}

}  // namespace

class ParsedScenario::Implementation {
public:
    Implementation(std::string toml, std::string origin, std::filesystem::path base_directory)
        : origin_{std::move(origin)},
          base_directory_{std::move(base_directory)},
          problems_{origin_},
          document_{std::move(toml)} {
        if (!read_toml(document_, problems_)) problems_.throw_if_any();
        name_single_group(document_.root);
    }

    LoadedScenario with(const std::vector<std::string>& overrides) const {
        const auto changes = parse_overrides(overrides);
        Document document{document_, Document::Copy{}};
        Problems problems = problems_.with(overrides);
        apply_overrides(document, changes, list_paths(), problems);
        Problems remarks{origin_, overrides};
        Context context{problems, base_directory_};
        context.remarks = &remarks;
        context.data_files = &data_files_;
        auto scenario = read(document, context, std::filesystem::path{origin_}.stem().string());
        problems.throw_if_any();
        return {std::move(scenario), document_.text, overrides, remarks.in_order()};
    }

    const std::string& text() const { return document_.text; }
    const std::string& origin() const { return origin_; }
    std::vector<DataFileDigest> data_files() const { return data_files_.digests(base_directory_); }

private:
    std::string origin_;
    std::filesystem::path base_directory_;
    Problems problems_;
    Document document_;
    mutable DataFiles data_files_;
};

ParsedScenario::ParsedScenario(std::string toml, std::string origin, std::filesystem::path base_directory)
    : implementation_{
          std::make_unique<const Implementation>(std::move(toml), std::move(origin), std::move(base_directory))} {}

ParsedScenario::~ParsedScenario() = default;
ParsedScenario::ParsedScenario(ParsedScenario&&) noexcept = default;
ParsedScenario& ParsedScenario::operator=(ParsedScenario&&) noexcept = default;

LoadedScenario ParsedScenario::with(const std::vector<std::string>& overrides) const {
    return implementation_->with(overrides);
}

const std::string& ParsedScenario::text() const { return implementation_->text(); }

const std::string& ParsedScenario::origin() const { return implementation_->origin(); }

std::vector<DataFileDigest> ParsedScenario::data_files() const { return implementation_->data_files(); }

std::string read_scenario_text(const std::filesystem::path& file) {
    auto content = read_text_file(file, kLargestScenario, "a scenario");
    if (!content.mistake.empty()) throw ScenarioError{{Problem{file.string(), 0, 0, content.mistake}}};
    return std::move(content.text);
}

}  // namespace floorwalker::scenario
