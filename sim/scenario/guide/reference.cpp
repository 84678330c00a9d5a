#include <algorithm>

#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>

#include "sim/scenario/distributions/written_distribution.hpp"
#include "sim/scenario/keys/tables.hpp"

namespace floorwalker {
namespace scenario {
namespace {

constexpr std::string_view kIntroduction = R"(# Scenario reference

Generated from the program's own table of keys; `floorwalker keys PATTERN` shows the same on the command line.

A scenario is a [TOML](https://toml.io) file. Every key has a working default unless it says *required*. The smallest scenario is:

```toml
[[call_type]]
id = "calls"
arrivals = { per_hour = 100 }

[[group]]
agents = 8
```

How values are written:

| value | written | examples |
|---|---|---|
| duration | a text with units, the largest first: d, h, min, s, ms | `"90s"`, `"2min 30s"`, `"8h"`, `"1.5h"` |
| size | a text with a unit: B, kB, MB, GB (powers of 1,000), KiB, MiB (of 1,024) | `"40kB"`, `"1.5MB"` |
| rate | a text with a unit: bit/s, kbit/s, Mbit/s, Gbit/s, B/s, kB/s, MB/s, GB/s | `"100Mbit/s"`, `"87.2kbit/s"` |
| share | a percentage in quotes, or a fraction of 1 | `"12%"`, `0.12` |
| clock time | with seconds, or in quotes; up to "48:00", past midnight from "24:00" on | `08:30:00`, `"08:30"`, `"26:00"` |
| date | year, month, day | `1999-01-04` |
| file | beside the scenario; CSV with a header line, separated by commas, semicolons or tabs | `"volumes.csv"` |
| list of tables in an entry | `[[call_type.step]]` below its `[[call_type]]`, each with lines of its own; or in one line | `[{ key = "1", share = "40%", next = "bills" }]` |
| one for each interval | a list as long as the opening hours have intervals | `[12, 14, 30]` |

Every key can be changed from the command line by its path: `--set group.general.agents=9`,
`--set call_type.regular.talk.mean=190s`; entries without an id by their place: `--set decision.1.agents=3`,
`--set ivr.main.node.menu.choices.1.share=45%`.
)";

/// A pipe would end the cell.
std::string cell(std::string text) {
    for (auto at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
    return text;
}

void append_row(const std::string& name, const KeyInfo& key, std::string& text) {
    const auto standard = !key.default_text.empty() ? key.default_text : key.required ? "*required*" : "–";
    text += fmt::format("| `{}` | {} | {} | {} |\n", name, cell(expected(key.shape)), cell(standard), cell(key.help));
}

/// Tables within the table are rows with a dotted name; distributions have a section of their own.
void append_rows(const std::vector<KeyInfo>& keys, const std::string& prefix, std::string& text) {
    for (const auto& key : keys) {
        append_row(prefix + key.name, key, text);
        const bool nested = key.shape.kind == Kind::table || key.shape.kind == Kind::table_list;
        if (nested)
            append_rows(*key.shape.keys, prefix + key.name + (key.shape.kind == Kind::table ? "." : ".*."), text);
    }
}

void append_table(const std::vector<KeyInfo>& keys, std::string& text) {
    text += "\n| key | value | default | meaning |\n|---|---|---|---|\n";
    append_rows(keys, "", text);
}

void append_distributions(std::string& text) {
    text +=
        "\n## Distributions\n\nA table with `dist` and the parameters of one row. Formulas: Johnson, Kotz and "
        "Balakrishnan, "
        "*Continuous Univariate Distributions*.\n\n| dist | parameters | may have | use |\n|---|---|---|---|\n";
    for (const auto& shape : distribution_shapes()) {
        std::string extra;
        for (const auto& name : shape.extra) extra += (extra.empty() ? "" : ", ") + name;
        text += fmt::format("| `{}` | {} | {} | {} |\n", shape.name, ways_text(shape), extra.empty() ? "–" : extra,
                            shape.help);
    }
    text +=
        "\nThe parameters of distributions of durations; those of factors are plain numbers instead, and have the "
        "defaults "
        "`dist = \"gamma\"` and `mean = 1`:\n";
    append_table(*distribution_of_durations().shape.keys, text);
}

}  // namespace
}  // namespace scenario

std::string keys_reference_markdown() {
    using namespace scenario;
    std::string text{kIntroduction};
    for (const auto& key : scenario_keys()) {
        const bool list = key.info.shape.kind == Kind::table_list;
        text += fmt::format("\n## {}{}{}\n\n{}\n", list ? "[[" : "[", key.info.name, list ? "]]" : "]", key.info.help);
        append_table(*key.info.shape.keys, text);
    }
    append_distributions(text);
    text += "\nThis page is what `floorwalker keys --markdown` prints.\n";
    return text;
}

}  // namespace floorwalker
