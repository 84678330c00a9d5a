#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "sim/scenario/text/text_file.hpp"

namespace floorwalker::scenario {

/// What was in a file that a scenario names.
struct DataFileDigest {
    std::string name;  ///< from the folder of the scenario
    std::uint64_t digest = 0;
};

/// The data files that scenarios of one file name, each read once. Any thread.
class DataFiles {
public:
    std::shared_ptr<const TextFile> read(const std::filesystem::path& file);

    /// Of those read so far, by name.
    std::vector<DataFileDigest> digests(const std::filesystem::path& folder) const;

private:
    mutable std::mutex mutex_;
    std::map<std::filesystem::path, std::shared_ptr<const TextFile>> files_;
};

}  // namespace floorwalker::scenario
