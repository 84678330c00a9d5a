#include "viz/panels/widgets.hpp"

#include <algorithm>
#include <cctype>

namespace floorwalker::viz {
namespace {

/// "seat_12_2" and "seat_3" are of one kind.
std::string kind_of(std::string name) {
    const auto is_digit = [](unsigned char letter) { return std::isdigit(letter) != 0; };
    while (!name.empty() && is_digit(static_cast<unsigned char>(name.back()))) {
        const auto end = std::find_if_not(name.rbegin(), name.rend(), is_digit);
        if (end == name.rend() || *end != '_') return name;
        name.erase(end.base() - 1, name.end());
    }
    return name;
}

}  // namespace

void Widgets::begin() {
    boxes_.clear();
    texts_.clear();
    order_.clear();
}

bool Widgets::clicked(const std::string& name, const Box& box) {
    boxes_[name] = box;
    if (!is_blocked_ && box.w > 0) order_.push_back(name);
    if (pending_ == name) {
        pending_.clear();
        return true;
    }
    return hovered(box) && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
}

bool Widgets::hovered(const Box& box) const { return !is_blocked_ && box.holds(ImGui::GetIO().MousePos); }

bool Widgets::click(const std::string& name) {
    if (!boxes_.contains(name)) return false;
    pending_ = name;
    return true;
}

void Widgets::move_focus(int by, bool by_kind) {
    if (order_.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(order_.size());
    const auto found = std::find(order_.begin(), order_.end(), focus_);
    const bool is_new = found == order_.end();
    std::ptrdiff_t place = is_new ? (by > 0 ? -1 : 0) : found - order_.begin();
    const std::string kind = is_new ? "" : kind_of(focus_);
    for (std::ptrdiff_t tried = 0; tried < count; ++tried) {
        place = (place + by + count) % count;
        if (!by_kind || kind_of(order_[static_cast<std::size_t>(place)]) != kind) break;
    }
    focus_ = order_[static_cast<std::size_t>(place)];
}

}  // namespace floorwalker::viz
