#include "sim/scenario/document/node.hpp"

#include <algorithm>
#include <utility>

namespace floorwalker::scenario {

const Node* find(const Node& table, std::string_view key) {
    const Table* const entries = table.table();
    if (entries == nullptr) return nullptr;
    const auto found = std::find_if(entries->begin(), entries->end(), [&](const Entry& e) { return e.key == key; });
    return found == entries->end() ? nullptr : &found->value;
}

Node* find(Node& table, std::string_view key) { return const_cast<Node*>(find(std::as_const(table), key)); }

std::string shown(const Node& node) {
    constexpr std::size_t kMost = 48;
    std::string text;
    for (const char c : node.written) {
        const bool blank = static_cast<unsigned char>(c) <= ' ';
        if (blank && (text.empty() || text.back() == ' ')) continue;
        // Only between whole characters of UTF-8.
        if (text.size() >= kMost && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) return text + "…";
        text += blank ? ' ' : c;
    }
    return text;
}

}  // namespace floorwalker::scenario
