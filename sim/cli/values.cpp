#include "sim/cli/values.hpp"

#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "sim/scenario/text/units.hpp"

namespace floorwalker::cli {
namespace {

std::optional<std::uint64_t> whole_number(const std::string& text) {
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [read_to, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || read_to != end) return std::nullopt;
    return value;
}

}  // namespace

CLI::Option* add_whole_number(CLI::App& app, const std::string& names, std::uint64_t least, std::uint64_t most,
                              std::function<void(std::uint64_t)> take, const std::string& help) {
    const auto read = [least, most, take = std::move(take),
                       name = names.substr(names.rfind("--"))](const std::string& text) {
        const auto value = whole_number(text);
        if (!value || *value < least || *value > most) {
            throw CLI::ValidationError{name,
                                       fmt::format("\"{}\" is not a whole number from {} to {}", text, least, most)};
        }
        take(*value);
    };
    return app.add_option_function<std::string>(names, read, help)->type_name("N");
}

CLI::Option* add_confidence(CLI::App& app, const std::string& names, double& confidence, const std::string& help) {
    const auto read = [&confidence, name = names](const std::string& text) {
        const auto share = text.ends_with('%') ? scenario::parse_percentage(text) : scenario::parse_number(text);
        if (!share || *share <= 0 || *share >= 1) {
            throw CLI::ValidationError{name,
                                       fmt::format("\"{}\" is not a level between 0 and 1, such as 0.95 or 95%", text)};
        }
        confidence = *share;
    };
    return app.add_option_function<std::string>(names, read, help)->type_name("LEVEL");
}

CLI::Option* add_share(CLI::App& app, const std::string& name, double least, double most,
                       std::function<void(double)> take, const std::string& help) {
    const auto read = [least, most, take = std::move(take), name](const std::string& text) {
        const auto share = text.ends_with('%') ? scenario::parse_percentage(text) : scenario::parse_number(text);
        if (!share || *share < least || *share > most) {
            throw CLI::ValidationError{
                name, fmt::format("\"{}\" is not a share from {} to {}, such as 10% or 0.1", text,
                                  scenario::format_percentage(least), scenario::format_percentage(most))};
        }
        take(*share);
    };
    return app.add_option_function<std::string>(name, read, help)->type_name("SHARE");
}

CLI::Option* add_repeatable(CLI::App& app, const std::string& names, std::vector<std::string>& values,
                            const std::string& help) {
    return app.add_option(names, values, help)->allow_extra_args(false);
}

}  // namespace floorwalker::cli
