#include "sim/infra/plugin_file.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include <dlfcn.h>

namespace floorwalker::infra {
namespace {

constexpr const char* kFile = "libfloorwalker_machines.so";

/// Beside the program as it is built or installed; where it is installed; wherever the system looks.
std::vector<std::string> places() {
    std::vector<std::string> places;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        const auto folder = program.parent_path().parent_path() / FLOORWALKER_LIBRARY_FOLDER / "floorwalker";
        places.push_back((folder / kFile).string());
        places.push_back((program.parent_path().parent_path() / "lib" / "floorwalker" / kFile).string());
    }
    places.push_back(std::string{FLOORWALKER_PLUGIN_FOLDER} + '/' + kFile);
    places.emplace_back(kFile);
    return places;
}

template <class Entry>
Entry* entry(void* library, const char* name) {
    void* const address = ::dlsym(library, name);
    if (address == nullptr) throw std::runtime_error{std::string{"the plug-in "} + kFile + " has no " + name};
    return reinterpret_cast<Entry*>(address);  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): as dlsym has it
}

Plugin load() {
#ifndef FLOORWALKER_HAS_MACHINES
    throw std::runtime_error{
        "this floorwalker was built without SimGrid, which runs servers and links: install libsimgrid-dev and build it "
        "with -DFLOORWALKER_MACHINES=ON"};
#endif
    std::string why;
    for (const std::string& place : places()) {
        std::error_code error;
        const bool is_path = place.find('/') != std::string::npos;
        if (is_path && !std::filesystem::exists(place, error)) continue;
        // All symbols now: a child that is forked while another thread loads something must not have to look one up.
        if (void* const library = ::dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL))
            return {entry<RunModel>(library, kRunModel), entry<RunCentre>(library, kRunCentre),
                    entry<CheckPlatform>(library, kCheckPlatform)};
        if (const char* const message = ::dlerror(); message != nullptr && why.empty()) why = message;
    }
    throw std::runtime_error{"servers and links need the plug-in with SimGrid, which cannot be loaded: " + why};
}

}  // namespace

const Plugin& plugin() {
    static const Plugin loaded = load();
    return loaded;
}

}  // namespace floorwalker::infra
