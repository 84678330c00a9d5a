#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include <SQLiteCpp/Exception.h>

#include "sim/store/store_error.hpp"

namespace floorwalker::store {

/// Turns SQLite's failures into what they mean to whoever uses the file.
class Guard {
public:
    /// `patience` is how long SQLite waits for other programs; `content` is what the file is for.
    Guard(std::filesystem::path file, std::chrono::milliseconds patience, std::string_view content = "runs")
        : file_{std::move(file)}, patience_{patience}, content_{content} {}

    const std::filesystem::path& file() const { return file_; }

    /// What `action` returns. Throws StoreError where `action` throws SQLite::Exception.
    template <class Action>
    auto operator()(Action action) const {
        try {
            return action();
        } catch (const SQLite::Exception& failure) {
            throw explain(failure);
        }
    }

private:
    StoreError explain(const SQLite::Exception& failure) const;

    std::filesystem::path file_;
    std::chrono::milliseconds patience_;
    std::string content_;
};

}  // namespace floorwalker::store
