#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/distributions/written_distribution.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/suggest.hpp"

namespace floorwalker::scenario {
namespace {

using Names = std::vector<std::string>;

bool contains(const Names& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_within(const Names& few, const Names& many) {
    return std::all_of(few.begin(), few.end(), [&](const std::string& name) { return contains(many, name); });
}

const DistributionShape& shape_named(const std::string& name) {
    const auto& shapes = distribution_shapes();
    return *std::find_if(shapes.begin(), shapes.end(), [&](const auto& shape) { return shape.name == name; });
}

/// A parameter that the shape has no use for.
std::optional<std::string> stranger(const DistributionShape& shape, const Names& given) {
    for (const auto& name : given) {
        const bool known =
            std::any_of(shape.ways.begin(), shape.ways.end(), [&](const Names& way) { return contains(way, name); });
        if (!known && !contains(shape.extra, name)) return name;
    }
    return std::nullopt;
}

/// What would complete the parameters that are given: "sd or cv".
std::string missing_text(const DistributionShape& shape, const Names& given) {
    Names missing;
    for (const auto& way : shape.ways) {
        if (!is_within(given, way)) continue;
        std::string rest;
        for (const auto& name : way) {
            if (!contains(given, name)) rest += (rest.empty() ? "" : " and ") + name;
        }
        missing.push_back(rest);
    }
    std::string text;
    for (const auto& part : missing) text += (text.empty() ? "" : " or ") + part;
    return text;
}

/// Whether the parameters are one complete way, and nothing more than the extra ones.
bool check_parameters(const DistributionShape& shape, const BuildSite& site) {
    const auto& given = site.written.given;
    const auto name = fmt::format("dist \"{}\"", shape.name);
    if (const auto strange = stranger(shape, given)) {
        site.refuse(*strange, fmt::format("{} has no {}; it takes {}", name, *strange, ways_text(shape)));
        return false;
    }
    Names core;
    std::copy_if(given.begin(), given.end(), std::back_inserter(core),
                 [&](const auto& p) { return !contains(shape.extra, p); });
    for (const auto& way : shape.ways) {
        if (core.size() == way.size() && is_within(core, way)) return true;
    }
    const auto missing = missing_text(shape, core);
    if (!missing.empty()) {
        site.context.problem(site.node,
                             fmt::format("{} needs {}", name, core.empty() ? ways_text(shape) : missing + " too"));
    } else {
        site.context.problem(site.node, fmt::format("{} takes {}; {} together say too much or contradict each other",
                                                    name, ways_text(shape), quoted_list(core, "and")));
    }
    return false;
}

void take_factor_defaults(WrittenDistribution& written) {
    if (written.dist.empty()) written.dist = "gamma";
    const bool by_spread = written.has("cv") || written.has("sd");
    if (by_spread && !written.has("mean")) {
        written.mean = 1.0;
        written.given.emplace_back("mean");
    }
}

std::optional<Distribution> build(WrittenDistribution& written, const Node& node, Context& context,
                                  const Quantity& quantity) {
    for (const Entry& entry : *node.table()) {
        if (entry.key != "dist" && entry.key != "atom") written.given.push_back(entry.key);
    }
    if (quantity.is_factor) take_factor_defaults(written);
    const auto& shape = shape_named(written.dist);
    const BuildSite site{written, node, context, quantity};
    if (!check_parameters(shape, site)) return std::nullopt;
    if (written.sd && written.mean && *written.sd > 100.0 * *written.mean) {
        return site.refuse("sd", fmt::format("is more than 100 times the mean, {}", site.show(*written.mean)));
    }
    auto built = shape.build(site);
    if (!built) return std::nullopt;
    return Distribution{std::move(*built), written.atom};
}

Format<Distribution> distribution_of(const Quantity& quantity) {
    auto format = table_of<WrittenDistribution, Distribution>(
        distribution_keys(quantity),
        [quantity](WrittenDistribution& written, const Node& node, Context& context) {
            return build(written, node, context, quantity);
        },
        Kind::distribution);
    format.shape.of = quantity.name;
    return format;
}

/// A value without a table is a constant.
Format<Distribution> or_constant(Format<Distribution> tables, const Format<double>& value) {
    tables.read = [read = tables.read, value](const Node& node, Context& context,
                                              const Shape& own) -> std::optional<Distribution> {
        const bool may_be_value = node.text() != nullptr || std::holds_alternative<std::int64_t>(node.value) ||
                                  std::holds_alternative<double>(node.value);
        if (!may_be_value) return read(node, context, own);
        const auto constant = value(node, context);
        return constant ? std::optional{Distribution{Constant{*constant}, {}}} : std::nullopt;
    };
    return tables;
}

}  // namespace

Format<Distribution> distribution_of_durations() {
    static const Quantity durations{"durations", true, false};
    static const auto format = or_constant(distribution_of(durations), quantity_from(durations, 0.0, false));
    return format;
}

Format<Distribution> distribution_of_factors() {
    static const auto format = distribution_of({"factors", false, true});
    return format;
}

}  // namespace floorwalker::scenario
