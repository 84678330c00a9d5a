#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>

#include "sim/scenario/guide/json_text.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/keys/weekdays.hpp"

namespace floorwalker {
namespace scenario {
namespace {

JsonMembers range_members(const Shape& shape) {
    return {{shape.above_low ? "exclusiveMinimum" : "minimum", json_number(shape.low)},
            {"maximum", json_number(shape.high)}};
}

JsonMembers of_type(std::string_view type) { return {{"type", json_string(type)}}; }

JsonMembers text_like(std::string_view pattern) {
    return {{"type", json_string("string")}, {"pattern", json_string(pattern)}};
}

JsonMembers ranged(std::string_view type, const Shape& shape) {
    auto members = of_type(type);
    for (auto& member : range_members(shape)) members.push_back(std::move(member));
    return members;
}

JsonMembers schema_of(const Shape& shape);

std::string either(const JsonMembers& one, const JsonMembers& other) {
    return json_array({json_object(one), json_object(other)});
}

JsonMembers object_schema(const std::vector<KeyInfo>& keys) {
    JsonMembers properties;
    std::vector<std::string> required;
    for (const auto& key : keys) {
        auto members = schema_of(key.shape);
        const auto otherwise = key.default_text.empty() ? std::string{} : " Default: " + key.default_text + ".";
        members.emplace_back("description", json_string(key.help + otherwise));
        properties.emplace_back(key.name, json_object(members));
        if (key.required && key.default_text.empty()) required.push_back(json_string(key.name));
    }
    JsonMembers schema{
        {"type", json_string("object")}, {"properties", json_object(properties)}, {"additionalProperties", "false"}};
    if (!required.empty()) schema.emplace_back("required", json_array(required));
    return schema;
}

JsonMembers list_schema(const Shape& shape) {
    const auto element = schema_of(*shape.element);
    JsonMembers list{{"type", json_string("array")}, {"items", json_object(element)}, {"minItems", "1"}};
    if (shape.or_single) return {{"anyOf", either(element, list)}};
    return list;
}

JsonMembers hours_schema(const Shape& shape) {
    return {{"anyOf", either({{"enum", json_array({json_string("closed")})}}, object_schema(*shape.keys))}};
}

JsonMembers weekdays_schema(const Shape& shape) {
    JsonMembers properties;
    for (const auto& day : weekday_names()) properties.emplace_back(day, json_object(schema_of(*shape.element)));
    return {
        {"type", json_string("object")}, {"properties", json_object(properties)}, {"additionalProperties", "false"}};
}

JsonMembers duration_schema() { return text_like("^( *[0-9.]+ *(d|h|min|s|ms))+ *$"); }

JsonMembers size_schema() { return text_like("^ *[0-9.]+(e[0-9]+)? *(B|kB|MB|GB|KiB|MiB) *$"); }

JsonMembers rate_schema() { return text_like("^ *[0-9.]+(e[0-9]+)? *[kMG]?(bit|B)/s *$"); }

JsonMembers distribution_schema(const Shape& shape) {
    const JsonMembers table{{"$ref", json_string("#/$defs/distribution_of_" + shape.of)}};
    if (shape.of != "durations") return table;
    return {{"anyOf", either(duration_schema(), table)}};
}

JsonMembers schema_of(const Shape& shape) {
    switch (shape.kind) {
    case Kind::text:
    case Kind::reference: return of_type("string");
    case Kind::file: return {{"type", json_string("string")}, {"minLength", "1"}};
    case Kind::id: return text_like("^[A-Za-z0-9_-]+$");
    case Kind::integer: return ranged("integer", shape);
    case Kind::number: return ranged("number", shape);
    case Kind::share: return {{"anyOf", either(ranged("number", shape), text_like("^-?[0-9.]+ *%$"))}};
    case Kind::duration: return duration_schema();
    case Kind::size: return size_schema();
    case Kind::rate: return rate_schema();
    case Kind::clock: return text_like("^[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?$");
    case Kind::boolean: return of_type("boolean");
    case Kind::hours: return hours_schema(shape);
    case Kind::weekdays: return weekdays_schema(shape);
    case Kind::date: return text_like("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    case Kind::choice: {
        std::vector<std::string> choices;
        for (const auto& choice : shape.choices) choices.push_back(json_string(choice));
        return {{"enum", json_array(choices)}};
    }
    case Kind::list: return list_schema(shape);
    case Kind::point: return {{"type", json_string("array")}, {"minItems", "2"}, {"maxItems", "2"}};
    case Kind::table: return object_schema(*shape.keys);
    case Kind::table_list: return {{"type", json_string("array")}, {"items", json_object(object_schema(*shape.keys))}};
    case Kind::map:
        return {{"type", json_string("object")}, {"additionalProperties", json_object(schema_of(*shape.element))}};
    case Kind::distribution: return distribution_schema(shape);
    }
    return {};
}

std::string definitions() {
    JsonMembers members;
    for (const auto& format : {distribution_of_durations(), distribution_of_factors()}) {
        members.emplace_back("distribution_of_" + format.shape.of, json_object(object_schema(*format.shape.keys)));
    }
    return json_object(members);
}

}  // namespace
}  // namespace scenario

std::string json_schema() {
    using namespace scenario;
    JsonMembers schema{{"$schema", json_string("https://json-schema.org/draft/2020-12/schema")},
                       {"title", json_string("Floorwalker scenario")},
                       {"description", json_string("A call centre to simulate with floorwalker.")}};
    for (auto& member : object_schema(*infos(scenario_keys()))) schema.push_back(std::move(member));
    schema.emplace_back("required", json_array({json_string("call_type"), json_string("group")}));
    schema.emplace_back("$defs", definitions());
    return indented_json(json_object(schema));
}

}  // namespace floorwalker
