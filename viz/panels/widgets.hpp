#pragma once

#include <map>
#include <string>
#include <vector>

#include "viz/look/drawing.hpp"

/// Named places of the last picture, for the mouse, the keyboard and scripts alike.
namespace floorwalker::viz {

class Widgets {
public:
    void begin();
    /// Whether the place is clicked, by mouse, key or script.
    bool clicked(const std::string& name, const Box& box);
    bool hovered(const Box& box) const;
    const std::map<std::string, Box>& boxes() const { return boxes_; }
    /// The next picture takes it as a click. False when there was no such place in the last.
    bool click(const std::string& name);
    /// A place that is only pointed at.
    void place(const std::string& name, const Box& box) { boxes_[name] = box; }
    /// Texts that are shown, by the name of what shows them; scripts look here.
    void show(const std::string& name, const std::string& text) { texts_[name] = text; }
    const std::map<std::string, std::string>& texts() const { return texts_; }
    /// Overlays take mouse and keyboard from what is below.
    void block_below(bool blocks) { is_blocked_ = blocks; }

    /// The place that the keyboard is at; empty: none.
    const std::string& focus() const { return focus_; }
    /// To the next place (1) or the one before (−1), in the order in which they are drawn. `by_kind`: past all of the
    /// same kind, such as seats.
    void move_focus(int by, bool by_kind);
    void drop_focus() { focus_.clear(); }

private:
    std::map<std::string, Box> boxes_;
    std::map<std::string, std::string> texts_;
    std::vector<std::string> order_;  // of what can be clicked now
    std::string pending_;
    std::string focus_;
    bool is_blocked_ = false;
};

}  // namespace floorwalker::viz
