#include "sim/scenario/keys/key_paths.hpp"

#include <algorithm>

#include "sim/scenario/keys/tables.hpp"

namespace floorwalker::scenario {
namespace {

void collect(const std::vector<KeyInfo>& keys, const std::string& prefix, bool in_distribution,
             std::vector<KeyPath>& paths) {
    for (const auto& key : keys) {
        const auto path = prefix.empty() ? key.name : prefix + "." + key.name;
        paths.push_back({path, &key, in_distribution});
        if (!key.shape.keys) continue;
        const bool distribution = in_distribution || key.shape.kind == Kind::distribution;
        collect(*key.shape.keys, key.shape.kind == Kind::table_list ? path + ".*" : path, distribution, paths);
    }
}

/// How many characters of the path the pattern takes; npos when it is another path.
std::size_t match(std::string_view pattern, std::string_view path) {
    std::size_t at = 0;
    while (!pattern.empty()) {
        const auto part = pattern.substr(0, pattern.find('.'));
        const auto given = path.substr(at, path.substr(at).find('.'));
        if (given.empty() || (part != "*" && part != given)) return std::string_view::npos;
        at += given.size();
        pattern.remove_prefix(std::min(pattern.size(), part.size() + 1));
        if (pattern.empty()) return at;
        if (at >= path.size()) return std::string_view::npos;
        ++at;
    }
    return at;
}

}  // namespace

const Shape* shape_at(std::string_view path) {
    for (const KeyPath& key : all_keys()) {
        const auto end = match(key.path, path);
        if (end == std::string_view::npos) continue;
        const Shape& shape = key.info->shape;
        if (end == path.size()) return &shape;
        const auto rest = path.substr(end + 1);
        if (shape.kind == Kind::map && rest.find('.') == std::string_view::npos) return shape.element.get();
    }
    return nullptr;
}

const std::vector<KeyPath>& all_keys() {
    static const std::vector<KeyPath> kPaths = [] {
        static const auto kRoot = infos(scenario_keys());
        std::vector<KeyPath> result;
        collect(*kRoot, "", false, result);
        return result;
    }();
    return kPaths;
}

}  // namespace floorwalker::scenario
