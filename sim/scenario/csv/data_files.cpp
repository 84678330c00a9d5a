#include "sim/scenario/csv/data_files.hpp"

#include <string_view>

namespace floorwalker::scenario {
namespace {

/// FNV-1a (Fowler, Noll and Vo).
std::uint64_t digest_of(std::string_view text) {
    std::uint64_t digest = 0xCBF2'9CE4'8422'2325;
    for (const char letter : text) digest = (digest ^ static_cast<unsigned char>(letter)) * 0x100'0000'01B3;
    return digest;
}

}  // namespace

std::shared_ptr<const TextFile> DataFiles::read(const std::filesystem::path& file) {
    const std::lock_guard lock{mutex_};
    auto& known = files_[file];
    if (!known) known = std::make_shared<const TextFile>(read_text_file(file, kLargestDataFile, "a data file"));
    return known;
}

std::vector<DataFileDigest> DataFiles::digests(const std::filesystem::path& folder) const {
    const std::lock_guard lock{mutex_};
    std::vector<DataFileDigest> digests;
    for (const auto& [path, file] : files_) {
        const auto name = folder.empty() ? path : path.lexically_relative(folder);
        digests.push_back({(name.empty() ? path : name).string(), digest_of(file->text)});
    }
    return digests;
}

}  // namespace floorwalker::scenario
