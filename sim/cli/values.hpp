#pragma once

#include <cstdint>
#include <string>

#include <CLI/CLI.hpp>

/// Options with values that are read strictly: all of the text, in decimal, within the range. A mistake is a usage
/// error that names the option and what would be right.
namespace floorwalker::cli {

/// A whole number from `least` to `most`.
CLI::Option* add_whole_number(CLI::App& app, const std::string& names, std::uint64_t least, std::uint64_t most,
                              std::function<void(std::uint64_t)> take, const std::string& help);

/// A confidence level as "0.95" or "95%".
CLI::Option* add_confidence(CLI::App& app, const std::string& names, double& confidence, const std::string& help);

/// A share as "10%" or "0.1", from `least` to `most`.
CLI::Option* add_share(CLI::App& app, const std::string& name, double least, double most,
                       std::function<void(double)> take, const std::string& help);

/// An option with one value each time it is given, any number of times.
CLI::Option* add_repeatable(CLI::App& app, const std::string& names, std::vector<std::string>& values,
                            const std::string& help);

}  // namespace floorwalker::cli
