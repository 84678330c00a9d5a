#include "viz/window/window.hpp"

#include <algorithm>
#include <stdexcept>

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <stb/stb_image_write.h>

// After what may include another loader.
#include <GLFW/glfw3.h>

namespace floorwalker::viz {
namespace {

std::string last_error;

void note_error(int, const char* text) { last_error = text; }

}  // namespace

Picture cut_out(const Picture& picture, const Box& box) {
    const auto within = [](float at, int end) { return std::clamp(static_cast<int>(at), 0, end); };
    const int left = within(box.x, picture.width);
    const int right = within(box.right(), picture.width);
    const int top = within(box.y, picture.height);
    const int bottom = within(box.bottom(), picture.height);
    Picture part{right - left, bottom - top, {}};
    for (int y = top; y < bottom; ++y) {
        const auto row = picture.rgb.begin() + std::ptrdiff_t{3} * y * picture.width;
        part.rgb.insert(part.rgb.end(), row + std::ptrdiff_t{3} * left, row + std::ptrdiff_t{3} * right);
    }
    return part;
}

void write_png(const Picture& picture, const std::filesystem::path& file) {
    constexpr int kChannels = 3;
    const int stride = picture.width * kChannels;
    if (stbi_write_png(file.c_str(), picture.width, picture.height, kChannels, picture.rgb.data(), stride) == 0)
        throw std::runtime_error{"cannot write " + file.string()};
}

Window::Window(const WindowOptions& options) : is_hidden_{options.is_hidden} {
    glfwSetErrorCallback(note_error);
    if (glfwInit() == GLFW_FALSE)
        throw std::runtime_error{"there is no display: " + last_error +
                                 ". Without a screen, run it under xvfb-run -a and ask for --screenshot or --frames"};
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_VISIBLE, options.is_hidden ? GLFW_FALSE : GLFW_TRUE);
    window_ = glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
    if (window_ == nullptr) {
        glfwTerminate();
        throw std::runtime_error{"there is no OpenGL 3.3 here: " + last_error};
    }
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(options.is_hidden ? 0 : 1);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window_, true);
    ImGui_ImplOpenGL3_Init("#version 330");
}

Window::~Window() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(window_);
    glfwTerminate();
}

bool Window::wants_close() const { return glfwWindowShouldClose(window_) == GLFW_TRUE; }

void Window::toggle_full_screen() {
    if (glfwGetWindowMonitor(window_) != nullptr) {
        glfwSetWindowMonitor(window_, nullptr, restored_[0], restored_[1], restored_[2], restored_[3], 0);
        return;
    }
    GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* const mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    if (mode == nullptr) return;
    glfwGetWindowPos(window_, &restored_[0], &restored_[1]);
    glfwGetWindowSize(window_, &restored_[2], &restored_[3]);
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

int Window::width() const {
    int width = 0;
    glfwGetFramebufferSize(window_, &width, nullptr);
    return width;
}

int Window::height() const {
    int height = 0;
    glfwGetFramebufferSize(window_, nullptr, &height);
    return height;
}

void Window::upload_fonts() {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

void Window::begin_frame() {
    glfwPollEvents();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
}

void Window::end_frame(ImU32 background) {
    ImGui::Render();
    const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(background);
    glViewport(0, 0, width(), height());
    glClearColor(colour.x, colour.y, colour.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Window::show() {
    if (!is_hidden_) glfwSwapBuffers(window_);
}

Picture Window::picture() const {
    Picture picture{width(), height(), {}};
    constexpr std::size_t kChannels = 3;
    const std::size_t stride = static_cast<std::size_t>(picture.width) * kChannels;
    std::vector<unsigned char> upside_down(stride * static_cast<std::size_t>(picture.height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadBuffer(GL_BACK);
    glReadPixels(0, 0, picture.width, picture.height, GL_RGB, GL_UNSIGNED_BYTE, upside_down.data());
    for (int row = picture.height - 1; row >= 0; --row) {
        const auto from = upside_down.begin() + static_cast<std::ptrdiff_t>(stride * static_cast<std::size_t>(row));
        picture.rgb.insert(picture.rgb.end(), from, from + static_cast<std::ptrdiff_t>(stride));
    }
    return picture;
}

}  // namespace floorwalker::viz
