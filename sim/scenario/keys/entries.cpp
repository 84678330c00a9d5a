#include "sim/scenario/keys/entries.hpp"

namespace floorwalker::scenario {

std::string entry_name(const Node& entry, std::size_t position) {
    const Node* const id = find(entry, "id");
    const bool named = id != nullptr && id->text() != nullptr && !id->text()->empty();
    return named ? *id->text() : std::to_string(position + 1);
}

}  // namespace floorwalker::scenario
