#pragma once

#include <string>

#include <floorwalker/scenario.hpp>

/// Platform files of SimGrid for tests.
namespace floorwalker::test {

/// A platform with hosts "head", "branch" and "crm", which can be reached from the branch over "line", and whatever
/// else is given: what branch_and_head() describes. Each kind of element is in a line of its own: hosts from 5 on.
std::string platform_text(const std::string& more = {});

/// The text with `was` replaced, which must be in it.
std::string with(std::string text, const std::string& was, const std::string& is);

/// Writes the text to a file in a folder of tests. Returns its path.
std::string platform_file(const std::string& name, const std::string& text);

/// branch_and_head() by this platform file, and agents at the branch whose calls look up at "crm".
Scenario scenario_on(const std::string& platform);

}  // namespace floorwalker::test
