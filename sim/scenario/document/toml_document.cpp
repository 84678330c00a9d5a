#include "sim/scenario/document/toml_document.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace {

/// Something that toml++ 3.3 takes for granted is not so. Bad files can do that (a line "[ #" is enough), and no user
/// input may reach an assertion, or in a release build an assumption of the optimiser.
struct ParserFault {};

[[noreturn]] void throw_parser_fault() { throw ParserFault{}; }

}  // namespace

#undef NDEBUG
#define TOML_ASSERT(condition) ((condition) ? static_cast<void>(0) : throw_parser_fault())
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "sim/scenario/document/line_index.hpp"
#include "sim/scenario/document/syntax_mistake.hpp"

namespace floorwalker::scenario {
namespace {

Place place_of(const toml::source_region& region) {
    return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column), -1};
}

/// Turns the nodes of toml++ into ours, in the order in which they stand in the text.
class Converter {
public:
    Converter(std::string_view text, std::optional<Place> fixed_place) : lines_{text}, fixed_place_{fixed_place} {}

    Node convert(const toml::node& node) {
        Node result;
        const auto& source = node.source();
        result.place = fixed_place_.value_or(place_of(source));
        const auto begin = lines_.offset(source.begin.line, source.begin.column);
        if (const auto* table = node.as_table()) {
            result.value = convert_table(*table);
        } else if (const auto* array = node.as_array()) {
            List list;
            list.reserve(array->size());
            for (const auto& element : *array) list.push_back(convert(element));
            result.value = std::move(list);
        } else {
            convert_scalar(node, result);
        }
        const auto end = lines_.offset(source.end.line, source.end.column);
        result.written = lines_.text().substr(begin, end > begin ? end - begin : 0);
        return result;
    }

private:
    Table convert_table(const toml::table& table) {
        std::vector<std::pair<const toml::key*, const toml::node*>> in_order;
        for (const auto& [key, value] : table) in_order.emplace_back(&key, &value);
        std::sort(in_order.begin(), in_order.end(), [](const auto& a, const auto& b) {
            const auto& left = a.first->source().begin;
            const auto& right = b.first->source().begin;
            return std::pair{left.line, left.column} < std::pair{right.line, right.column};
        });
        Table entries;
        entries.reserve(in_order.size());
        for (const auto& [key, value] : in_order) {
            const auto place = fixed_place_.value_or(place_of(key->source()));
            entries.push_back({std::string{key->str()}, place, convert(*value)});
        }
        return entries;
    }

    static void convert_scalar(const toml::node& node, Node& result) {
        if (const auto* text = node.as_string()) {
            if (text->get() != kBrokenValue) result.value = text->get();
        } else if (const auto* integer = node.as_integer()) {
            result.value = integer->get();
        } else if (const auto* real = node.as_floating_point()) {
            result.value = real->get();
        } else if (const auto* boolean = node.as_boolean()) {
            result.value = boolean->get();
        } else if (const auto* time = node.as_time()) {
            const toml::time t = time->get();
            result.value = ClockTime{std::chrono::hours{t.hour} + std::chrono::minutes{t.minute} +
                                     std::chrono::seconds{t.second} + std::chrono::microseconds{t.nanosecond / 1000}};
        } else if (const auto* date = node.as_date()) {
            const toml::date d = date->get();
            result.value = std::chrono::year{d.year} / int{d.month} / int{d.day};
        } else {
            result.value = DateTime{};
        }
    }

    LineIndex lines_;
    std::optional<Place> fixed_place_;
};

}  // namespace

namespace {

/// Parses, repairs and parses again.
bool read_repairing(Document& document, Problems& problems) {
    if (const auto deep = too_deep_key(document.text)) {
        problems.add(*deep, "the key has too many parts; no key of a scenario has more than six");
        return false;
    }
    std::string text = document.text;
    SpellingRepair repair;
    while (true) {
        const toml::parse_result result = toml::parse(text);
        if (result) {
            document.root = Converter{document.text, std::nullopt}.convert(result.table());
            return true;
        }
        const Place place = place_of(result.error().source());
        const SyntaxMistake mistake{place, std::string{result.error().description()}};
        if (repair.made_it_worse(place)) return false;
        problems.add(place, in_plain_words(mistake, text));
        if (mistake.spoils_the_rest() || !repair.blank_out(text, mistake)) return false;
    }
}

std::optional<Node> parse_value(const std::string& text, Place place) {
    try {
        const toml::parse_result result = toml::parse(text);
        if (result && result.table().size() == 1) return Converter{text, place}.convert(*result.table().get("v"));
    } catch (const ParserFault&) {
        // Then it is plain text.
    }
    return std::nullopt;
}

}  // namespace

bool read_toml(Document& document, Problems& problems) {
    try {
        return read_repairing(document, problems);
    } catch (const ParserFault&) {
        problems.add(first_odd_header(document.text),
                     "a header is written [centre], or [[group]] for each entry of a list");
        return false;
    }
}

Node read_override_value(Document& document, const std::string& value, Place place) {
    const std::string prefix = "v = ";
    const auto& text = document.more_text.emplace_back(prefix + value);
    if (!too_deep_key(text)) {
        if (auto node = parse_value(text, place)) return std::move(*node);
    }
    return Node{value, place, std::string_view{text}.substr(prefix.size())};
}

}  // namespace floorwalker::scenario
