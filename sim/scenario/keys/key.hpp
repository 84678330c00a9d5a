#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sim/scenario/keys/format.hpp"

/// A key of a table, bound to the member that it sets.
namespace floorwalker::scenario {

template <class Target>
struct Key {
    KeyInfo info;
    std::function<void(Target&, const Node&, Context&)> read;

    /// The same key, which may not be left out.
    Key required() const {
        Key key = *this;
        key.info.required = true;
        return key;
    }
};

template <class Target>
using Keys = std::vector<Key<Target>>;

/// A key that sets one member. `default_text` is how the member's default would be written. The target is the class of
/// the member unless another, derived one is named.
template <class Named = void, class Value, class Member, class Owner>
auto key(std::string name, Format<Value> format, Member Owner::*member, std::string default_text, std::string help) {
    using Target = std::conditional_t<std::is_void_v<Named>, Owner, Named>;
    KeyInfo info{std::move(name), format.shape, std::move(default_text), std::move(help)};
    return Key<Target>{std::move(info), [format, member](Target& target, const Node& node, Context& context) {
                           if (auto value = format(node, context)) {
                               if constexpr (std::is_arithmetic_v<Member> && std::is_arithmetic_v<Value>) {
                                   target.*member = static_cast<Member>(*value);
                               } else {
                                   target.*member = std::move(*value);
                               }
                           }
                       }};
}

template <class Target>
std::shared_ptr<const std::vector<KeyInfo>> infos(const Keys<Target>& keys) {
    auto result = std::make_shared<std::vector<KeyInfo>>();
    for (const auto& key : keys) result->push_back(key.info);
    return result;
}

/// Reports a key that the table does not have, with the nearest.
void report_unknown_key(const Entry& entry, const std::vector<std::string>& known, Context& context);
void report_missing_key(const Node& table, const KeyInfo& key, Context& context);

/// Reads each known key of the table and reports the others. True when it is a table and nothing in it was wrong.
template <class Target>
bool read_table(const Node& node, const Keys<Target>& keys, Target& target, Context& context) {
    const Table* const table = node.table();
    if (table == nullptr) {
        report_unfit(node, context, Shape{.kind = Kind::table});
        return false;
    }
    const auto before = context.problems.size();
    bool whole = true;
    for (const auto& key : keys) {
        const Node* const value = find(node, key.info.name);
        if (value == nullptr) {
            if (key.info.required) report_missing_key(node, key.info, context);
            continue;
        }
        const PathPart part{context, key.info.name};
        whole = whole && !value->is_broken();
        key.read(target, *value, context);
    }
    std::vector<std::string> names;
    for (const auto& key : keys) names.push_back(key.info.name);
    for (const Entry& entry : *table) {
        if (std::find(names.begin(), names.end(), entry.key) == names.end()) report_unknown_key(entry, names, context);
    }
    return whole && context.problems.size() == before;
}

template <class Target, class Value>
using TableBuild = std::function<std::optional<Value>(Target&, const Node&, Context&)>;

/// Looks at which keys a table has, whatever their values; reports those that do not go together.
using TableCheck = std::function<bool(const Node&, Context&)>;

/// A table as a value: read by its keys into a fresh Target, then turned into what it means by `build`, which may
/// report and return nothing. `fits` is asked before, even when a value is wrong.
template <class Target, class Value = Target>
Format<Value> table_of(const Keys<Target>& keys, std::type_identity_t<TableBuild<Target, Value>> build = {},
                       Kind kind = Kind::table, const TableCheck& fits = {}) {
    Shape shape{.kind = kind};
    shape.keys = infos(keys);
    return {std::move(shape),
            [keys, build, fits](const Node& node, Context& context, const Shape& own) -> std::optional<Value> {
                if (node.table() == nullptr) {
                    report_unfit(node, context, own);
                    return std::nullopt;
                }
                Target target;
                const bool good = read_table(node, keys, target, context);
                if ((fits && !fits(node, context)) || !good) return std::nullopt;
                if constexpr (std::is_same_v<Target, Value>) {
                    if (!build) return target;
                }
                return build(target, node, context);
            }};
}

}  // namespace floorwalker::scenario
