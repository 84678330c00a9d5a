#include "sim/scenario/document/overrides.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "sim/scenario/text/suggest.hpp"

namespace floorwalker::scenario {
namespace {

constexpr std::size_t kMostParts = 20;

std::vector<std::string> split(std::string_view path) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= path.size();) {
        const auto end = std::min(path.find('.', begin), path.size());
        parts.emplace_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::vector<std::string> ids_of(const List& list) {
    std::vector<std::string> ids;
    for (const Node& entry : list) {
        const Node* const id = find(entry, "id");
        if (id != nullptr && id->text() != nullptr) ids.push_back(*id->text());
    }
    return ids;
}

bool is_in(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What one of a list is called, whose key may be a plural.
std::string singular(const std::string& list) { return list.ends_with('s') ? list.substr(0, list.size() - 1) : list; }

bool entries_have_ids(std::string_view list) { return list != "decision" && list != "special_day"; }

/// Walks one path into the document.
class Walk {
public:
    Walk(Document& document, Problems& problems, Place place)
        : document_{document}, problems_{problems}, place_{place} {}

    void write(const Override& change, const std::vector<std::string>& lists) {
        const auto parts = split(change.path);
        if (!check(parts, lists)) return;
        Node* node = &document_.root;
        std::string place;  // in the file, with * for entries
        for (std::size_t i = 0; i < parts.size() && node != nullptr; ++i) {
            place += (place.empty() ? "" : ".") + (node->list() != nullptr ? "*" : parts[i]);
            const bool is_last = i + 1 == parts.size();
            if (!is_last && node->table() != nullptr && find(*node, parts[i]) == nullptr && is_in(lists, place)) {
                return report(fmt::format("there is no {} yet, and an override cannot add one", parts[i]));
            }
            node = step(*node, parts, i);
        }
        if (node != nullptr) *node = read_override_value(document_, change.value, place_);
    }

private:
    bool check(const std::vector<std::string>& parts, const std::vector<std::string>& lists) {
        if (parts.size() > kMostParts || std::find(parts.begin(), parts.end(), "") != parts.end()) {
            report("the path is not one such as group.general.agents");
            return false;
        }
        const bool is_list = is_in(lists, parts.front());
        if (is_list && parts.size() < 3) {
            report(fmt::format("say which key of which {0}, such as {0}.{1}", parts.front(),
                               entries_have_ids(parts.front()) ? "ID.KEY" : "1.KEY"));
            return false;
        }
        if (is_list && find(document_.root, parts.front()) == nullptr) {
            report(fmt::format("the scenario has no {}, and an override cannot add one", parts.front()));
            return false;
        }
        return true;
    }

    Node* step(Node& node, const std::vector<std::string>& parts, std::size_t position) {
        const auto& part = parts[position];
        if (List* const list = node.list())
            return entry(*list, part, position == 0 ? "entry" : singular(parts[position - 1]));
        Table* const table = node.table();
        if (table == nullptr) {
            report(fmt::format("{} is {} in the file and has no keys", parts[position - 1], shown(node)));
            return nullptr;
        }
        if (Node* const value = find(node, part)) return value;
        const bool is_last = position + 1 == parts.size();
        table->push_back({part, place_, Node{Broken{}, place_, {}}});
        if (!is_last) table->back().value.value = Table{};
        return &table->back().value;
    }

    Node* entry(List& list, const std::string& part, const std::string& kind) {
        for (Node& node : list) {
            const Node* const id = find(node, "id");
            if (id != nullptr && id->text() != nullptr && *id->text() == part) return &node;
        }
        const auto ids = ids_of(list);
        std::size_t number = 0;
        const auto end = part.data() + part.size();
        const auto [stop, error] = std::from_chars(part.data(), end, number);
        const bool is_number = error == std::errc{} && stop == end;
        if (ids.empty() && is_number && number >= 1 && number <= list.size()) return &list[number - 1];
        report(ids.empty()
                   ? fmt::format("there is no {} \"{}\"; they are numbered from 1 to {}", kind, part, list.size())
                   : fmt::format("there is no {} \"{}\"{}", kind, part, suggestion(part, ids)));
        return nullptr;
    }

    void report(std::string message) { problems_.add(place_, std::move(message)); }

    Document& document_;
    Problems& problems_;
    Place place_;
};

}  // namespace

void apply_overrides(Document& document, const std::vector<Override>& overrides, const std::vector<std::string>& lists,
                     Problems& problems) {
    for (std::size_t i = 0; i < overrides.size(); ++i) {
        Walk{document, problems, Place{0, 0, static_cast<int>(i)}}.write(overrides[i], lists);
    }
}

}  // namespace floorwalker::scenario
