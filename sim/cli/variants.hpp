#pragma once

#include <string>
#include <vector>

#include "sim/plan/experiment/variant.hpp"

/// Variants as they are written on the command line.
namespace floorwalker::cli {

/// "NAME:key=value,key=value": a name and what is changed. Without a name the changes are the name. Commas within
/// brackets, braces or quotes belong to a value. Throws UsageError, with what would be right.
plan::Variant parse_variant(const std::string& text);

/// Names for files: without folder and ending where that tells them apart.
std::vector<std::string> names_of_files(const std::vector<std::string>& files);

/// Throws UsageError when two have the same name.
void require_different(const std::vector<std::string>& names);

}  // namespace floorwalker::cli
