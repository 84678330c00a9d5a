#include "sim/scenario/guide/json_text.hpp"

#include <fmt/format.h>

namespace floorwalker::scenario {

std::string json_string(std::string_view text) {
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < ' ') {
            json += fmt::format("\\u{:04x}", static_cast<int>(c));
        } else {
            json += c;
        }
    }
    return json + '"';
}

std::string json_number(double number) { return fmt::format("{:.17g}", number); }

std::string json_object(const JsonMembers& members) {
    std::string json;
    for (const auto& [name, value] : members)
        json += fmt::format("{}{}:{}", json.empty() ? "" : ",", json_string(name), value);
    return "{" + json + "}";
}

std::string json_array(const std::vector<std::string>& elements) {
    std::string json;
    for (const auto& element : elements) json += (json.empty() ? "" : ",") + element;
    return "[" + json + "]";
}

std::string indented_json(std::string_view json) {
    std::string text;
    std::size_t depth = 0;
    bool in_string = false;
    const auto new_line = [&] { text += '\n' + std::string(2 * depth, ' '); };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"' && (i == 0 || json[i - 1] != '\\')) in_string = !in_string;
        if (!in_string && (c == '}' || c == ']')) {
            --depth;
            new_line();
        }
        text += c;
        if (in_string) continue;
        if (c == '{' || c == '[') ++depth;
        if (c == '{' || c == '[' || c == ',') new_line();
        if (c == ':') text += ' ';
    }
    return text + '\n';
}

}  // namespace floorwalker::scenario
