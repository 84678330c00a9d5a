#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sim/measure/tally.hpp"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

/// Which totals stand in which columns.
namespace floorwalker::store {

enum class Unit { count, number, seconds };

struct Column {
    std::string_view name;
    double (*total)(const measure::Totals&);
    Unit unit = Unit::count;
};

using Columns = std::span<const Column>;

Columns replication_columns();
Columns call_type_columns();
Columns group_columns();
Columns interval_columns();
Columns interval_call_type_columns();
Columns interval_group_columns();
Columns tier_columns();
/// What is not in every scenario.
Columns journey_columns();

bool are_zero(Columns columns, const measure::Totals& totals);

/// Binds the totals to the parameters from `first` on.
void bind(SQLite::Statement& statement, int first, Columns columns, const measure::Totals& totals);

/// INSERT INTO `table` with the `keys` (parted by commas) and the columns, in that order.
std::string insert_into(std::string_view table, std::string_view keys, Columns columns);

}  // namespace floorwalker::store
