#include "sim/scenario/keys/key_paths.hpp"

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

}  // namespace

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
