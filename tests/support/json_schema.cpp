#include "tests/support/json_schema.hpp"

#include <functional>
#include <map>
#include <regex>
#include <stdexcept>

#include <fmt/format.h>

#include "sim/scenario/document/toml_document.hpp"

namespace floorwalker::support {
namespace {

using nlohmann::json;

/// Holds one value after the other against the schema that is meant for it.
class Validator {
public:
    explicit Validator(const json& root) : root_{root} {}

    std::string mistake(const json& value, const json& schema, const std::string& path) const {
        for (const auto& [keyword, argument] : schema.items()) {
            const auto rule = rules().find(keyword);
            if (rule == rules().end()) throw std::logic_error{"unknown keyword " + keyword};
            const auto found = rule->second(*this, value, argument, schema, path);
            if (!found.empty()) return found;
        }
        return {};
    }

private:
    using Rule = std::function<std::string(const Validator&, const json& value, const json& argument,
                                           const json& schema, const std::string& path)>;

    static const std::map<std::string, Rule>& rules() {
        static const std::map<std::string, Rule> all = [] {
            std::map<std::string, Rule> rules = structure_rules();
            for (auto& [name, rule] : value_rules()) rules.emplace(name, rule);
            for (const char* const remark : {"$schema", "title", "description", "$defs"})
                rules.emplace(remark, [](auto&&...) { return std::string{}; });
            return rules;
        }();
        return all;
    }

    static std::map<std::string, Rule> structure_rules() {
        return {
            {"$ref",
             [](const Validator& self, const json& value, const json& target, const json&, const std::string& path) {
                 const json::json_pointer pointer{target.get<std::string>().substr(1)};
                 return self.mistake(value, self.root_.at(pointer), path);
             }},
            {"anyOf",
             [](const Validator& self, const json& value, const json& schemas, const json&, const std::string& path) {
                 std::string last;
                 for (const auto& schema : schemas) {
                     last = self.mistake(value, schema, path);
                     if (last.empty()) return last;
                 }
                 return last;
             }},
            {"properties",
             [](const Validator& self, const json& value, const json& schemas, const json&, const std::string& path) {
                 for (const auto& [name, schema] : schemas.items()) {
                     if (!value.is_object() || !value.contains(name)) continue;
                     const auto found = self.mistake(value[name], schema, path + "." + name);
                     if (!found.empty()) return found;
                 }
                 return std::string{};
             }},
            {"additionalProperties", additional_properties},
            {"required",
             [](const Validator&, const json& value, const json& names, const json&, const std::string& path) {
                 for (const auto& name : names) {
                     if (value.is_object() && !value.contains(name)) return path + " lacks " + name.get<std::string>();
                 }
                 return std::string{};
             }},
            {"items",
             [](const Validator& self, const json& value, const json& schema, const json&, const std::string& path) {
                 for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
                     const auto found = self.mistake(value[i], schema, fmt::format("{}[{}]", path, i));
                     if (!found.empty()) return found;
                 }
                 return std::string{};
             }},
        };
    }

    static std::string additional_properties(const Validator& self, const json& value, const json& allowed,
                                             const json& schema, const std::string& path) {
        if (!value.is_object()) return {};
        for (const auto& [name, inner] : value.items()) {
            if (schema.contains("properties") && schema["properties"].contains(name)) continue;
            if (allowed == json(false)) return path + " has " + name;
            const auto found = self.mistake(inner, allowed, path + "." + name);
            if (!found.empty()) return found;
        }
        return {};
    }

    /// Rules that look at one value alone.
    static std::map<std::string, Rule> value_rules() {
        const auto plain = [](std::function<bool(const json& value, const json& argument)> holds, std::string what) {
            return Rule{
                [=](const Validator&, const json& value, const json& argument, const json&, const std::string& path) {
                    return holds(value, argument)
                               ? std::string{}
                               : fmt::format("{} is {}: {} {}", path, value.dump(), what, argument.dump());
                }};
        };
        return {
            {"type", plain(has_type, "not of type")},
            {"enum",
             plain([](const json& v, const json& a) { return std::find(a.begin(), a.end(), v) != a.end(); }, "not in")},
            {"pattern", plain(
                            [](const json& v, const json& a) {
                                return !v.is_string() ||
                                       std::regex_search(v.get<std::string>(), std::regex{a.get<std::string>()});
                            },
                            "does not match")},
            {"minimum", plain([](const json& v, const json& a) { return !v.is_number() || v >= a; }, "below")},
            {"maximum", plain([](const json& v, const json& a) { return !v.is_number() || v <= a; }, "above")},
            {"exclusiveMinimum",
             plain([](const json& v, const json& a) { return !v.is_number() || v > a; }, "not above")},
            {"minItems",
             plain([](const json& v, const json& a) { return !v.is_array() || v.size() >= a; }, "fewer than")},
            {"maxItems",
             plain([](const json& v, const json& a) { return !v.is_array() || v.size() <= a; }, "more than")},
            {"minLength",
             plain([](const json& v, const json& a) { return !v.is_string() || v.get<std::string>().size() >= a; },
                   "shorter than")},
        };
    }

    static bool has_type(const json& value, const json& type) {
        if (type == "object") return value.is_object();
        if (type == "array") return value.is_array();
        if (type == "string") return value.is_string();
        if (type == "boolean") return value.is_boolean();
        if (type == "number") return value.is_number();
        if (type == "integer") return value.is_number_integer();
        throw std::logic_error{"unknown type " + type.dump()};
    }

    const json& root_;
};

json json_of(const scenario::Node& node) {
    if (const auto* table = node.table()) {
        json object = json::object();
        for (const auto& entry : *table) object[entry.key] = json_of(entry.value);
        return object;
    }
    if (const auto* list = node.list()) {
        json array = json::array();
        for (const auto& item : *list) array.push_back(json_of(item));
        return array;
    }
    if (const auto* text = node.text()) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&node.value)) return *whole;
    if (const auto* real = std::get_if<double>(&node.value)) return *real;
    if (const auto* yes = std::get_if<bool>(&node.value)) return *yes;
    return std::string{node.written};  // a date or a clock time
}

}  // namespace

std::string schema_mistake(const json& value, const json& schema) {
    return Validator{schema}.mistake(value, schema, "file");
}

json json_of_toml(const std::string& toml) {
    scenario::Document document{toml};
    scenario::Problems problems{"schema.toml"};
    if (!scenario::read_toml(document, problems)) problems.throw_if_any();
    return json_of(document.root);
}

}  // namespace floorwalker::support
