#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "viz/look/drawing.hpp"

struct GLFWwindow;

/// The window of the system, or one that is hidden, and what can be seen in it as a picture.
namespace floorwalker::viz {

struct WindowOptions {
    int width = 1600;
    int height = 900;
    bool is_hidden = false;
    std::string title = "Floorwalker";
};

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<unsigned char> rgb;  ///< rows from the top
};

/// The part of it that is in the box.
Picture cut_out(const Picture& picture, const Box& box);

/// Throws std::runtime_error when it cannot be written.
void write_png(const Picture& picture, const std::filesystem::path& file);

class Window {
public:
    /// Throws std::runtime_error when there is no display or no OpenGL 3.3.
    explicit Window(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    bool wants_close() const;
    void toggle_full_screen();
    int width() const;
    int height() const;

    /// Fonts in the atlas have changed.
    void upload_fonts();
    void begin_frame();
    /// Draws what ImGui has been given; it is not on the screen yet.
    void end_frame(ImU32 background);
    /// What was drawn since begin_frame(); to be asked before show().
    Picture picture() const;
    /// Puts it on the screen; a hidden window keeps it as it is.
    void show();

private:
    GLFWwindow* window_ = nullptr;
    bool is_hidden_ = false;
    int restored_[4] = {0, 0, 0, 0};
};

}  // namespace floorwalker::viz
