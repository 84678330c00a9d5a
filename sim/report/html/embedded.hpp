#pragma once

#include <string_view>

/// Files that are part of the program: CMake writes them into a source (embedded.cpp.in).
namespace floorwalker::report {

std::string_view chart_js();     ///< Chart.js, under the MIT licence
std::string_view page_style();   ///< page.css
std::string_view page_body();    ///< page.html
std::string_view page_script();  ///< page.js and the parts of the page

}  // namespace floorwalker::report
