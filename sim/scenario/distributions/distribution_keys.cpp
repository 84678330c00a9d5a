#include <algorithm>

#include "sim/scenario/distributions/written_distribution.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

using Written = WrittenDistribution;

constexpr double kMostCv = 100.0;
constexpr double kMostNumber = 1e6;

Format<double> as_seconds(const Format<Duration>& format) {
    return {format.shape, [format](const Node& node, Context& context, const Shape&) -> std::optional<double> {
                const auto duration = format(node, context);
                return duration ? std::optional{to_seconds(*duration)} : std::nullopt;
            }};
}

/// [share, value]
Format<EmpiricalQuantiles::Point> point(const Format<double>& value) {
    using Point = EmpiricalQuantiles::Point;
    Shape shape{.kind = Kind::point};
    shape.element = std::make_shared<const Shape>(value.shape);
    return {std::move(shape), [value](const Node& node, Context& context, const Shape& own) -> std::optional<Point> {
                const List* const pair = node.list();
                if (pair == nullptr || pair->size() != 2) {
                    report_unfit(node, context, own);
                    return std::nullopt;
                }
                const auto at = share()((*pair)[0], context);
                const auto what = value((*pair)[1], context);
                if (!at || !what) return std::nullopt;
                return Point{*at, *what};
            }};
}

Keys<Written> scale_keys(const Quantity& quantity) {
    const auto from_zero = quantity_from(quantity, 0.0, false);
    const auto above_zero = quantity_from(quantity, 0.0, true);
    return {
        key("value", from_zero, &Written::value, "", "The one value of a constant."),
        key("low", from_zero, &Written::low, "0 for truncated_normal", "The smallest value."),
        key("mode", from_zero, &Written::mode, "", "The most frequent value of a triangular."),
        key("high", above_zero, &Written::high, "none for truncated_normal", "The largest value."),
        key("mean", above_zero, &Written::mean, quantity.is_factor ? "1" : "",
            "The mean; of a truncated_normal, before it is cut."),
        key("sd", above_zero, &Written::sd, "", "The standard deviation; of a truncated_normal, before it is cut."),
        key("cv", share_above(0.0, kMostCv), &Written::cv, "", "Standard deviation by mean."),
        key("scale", above_zero, &Written::scale, "", "The scale of a gamma or weibull."),
        key("median", above_zero, &Written::median, "", "The median of a lognormal."),
    };
}

Keys<Written> form_keys(const Quantity& quantity) {
    return {
        key("shape", number(0.05, 10'000), &Written::shape, "",
            "The shape of a gamma or weibull; 1 is an exponential."),
        key("sigma", number_above(0, 5), &Written::sigma, "",
            "The standard deviation of the logarithm of a lognormal."),
        key("phases", integer(1, kMostErlangPhases), &Written::phases, "",
            "How many exponential phases an erlang has."),
        key("shares", list_of(share()), &Written::shares, "",
            "How likely each phase of a hyperexponential is; together 100%."),
        key("means", list_of(quantity_from(quantity, 0.0, true)), &Written::means, "", "The mean of each phase."),
        key("values", list_of(quantity_from(quantity, 0.0, false)), &Written::values, "",
            "Observed values, each equally likely."),
        key("quantiles", list_of(point(quantity_from(quantity, 0.0, false))), &Written::quantiles, "",
            "Points [share, value] from share 0 to share 1; between them the distribution is a straight line."),
        key("file", file(), &Written::file, "",
            "A CSV file beside the scenario: a column \"value\" with one observation a row, or \"share\" and \"value\" "
            "as quantiles."),
    };
}

Format<Atom> atom(const Quantity& quantity) {
    return table_of<Atom>({
        key("share", share(), &Atom::share, "", "How often it is this value, whatever the distribution says.")
            .required(),
        key("value", quantity_from(quantity, 0.0, false), &Atom::value, quantity.is_duration ? "\"0s\"" : "0",
            "The value."),
    });
}

Format<std::string> shape_name() {
    std::vector<std::pair<std::string, std::string>> names;
    for (const auto& shape : distribution_shapes()) names.emplace_back(shape.name, shape.name);
    return choice<std::string>(std::move(names));
}

}  // namespace

Format<double> quantity_from(const Quantity& quantity, double low, bool above_low) {
    if (!quantity.is_duration) return above_low ? number_above(low, kMostNumber) : number(low, kMostNumber);
    const auto shortest = from_seconds(low);
    return as_seconds(above_low ? duration_above(shortest, kLongestDuration) : duration(shortest, kLongestDuration));
}

Keys<WrittenDistribution> distribution_keys(const Quantity& quantity) {
    auto name = key("dist", shape_name(), &Written::dist, quantity.is_factor ? "\"gamma\"" : "", "Which distribution.");
    Keys<Written> keys{quantity.is_factor ? name : name.required()};
    for (auto& key : scale_keys(quantity)) keys.push_back(std::move(key));
    for (auto& key : form_keys(quantity)) keys.push_back(std::move(key));
    keys.push_back(key("atom", atom(quantity), &Written::atom, "none", "A single value that occurs more often."));
    return keys;
}

bool WrittenDistribution::has(std::string_view parameter) const {
    return std::find(given.begin(), given.end(), parameter) != given.end();
}

std::nullopt_t BuildSite::refuse(std::string_view parameter, const std::string& message) const {
    const Node* const place = find(node, parameter);
    if (place == nullptr) {
        context.problem(node, message);
    } else {
        const PathPart part{context, parameter};
        context.problem(*place, message);
    }
    return std::nullopt;
}

std::string BuildSite::show(double value) const {
    return quantity.is_duration ? format_duration(from_seconds(value)) : format_number(value);
}

}  // namespace floorwalker::scenario
