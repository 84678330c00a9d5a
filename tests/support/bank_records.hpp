#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The calls of the anonymous bank (I. Guedj and A. Mandelbaum, Technion, 1999), which lie beside the project, never in
/// it.
namespace floorwalker::support {

/// In the order of the call types of scenarios/anonymous_bank.toml.
enum class Activity { regular, english, stock_exchange, prospective, returned, internet };
inline constexpr std::size_t kActivities = 6;

/// A row of the record. Times count from midnight of `date`, also when they lie after the next midnight.
struct BankCall {
    std::chrono::sys_days date;
    Activity activity{};
    bool is_priority = false;        ///< recorded as priority 2
    bool answered = false;           ///< else hung up
    std::chrono::seconds arrived{};  ///< left the voice response unit, for an agent or for good
    std::chrono::seconds queued_from{};
    std::chrono::seconds queued_to{};
    std::chrono::seconds waited{};
    std::chrono::seconds served_from{};
    std::chrono::seconds served_to{};
    std::chrono::seconds served{};
    std::string server;  ///< empty: nobody named. To tell servers apart, and for nothing else

    /// Came to the queue in opening hours. Who hung up without having waited left in the voice response unit.
    bool is_contact() const { return arrived >= std::chrono::hours{7} && (answered || waited.count() > 0); }
    /// Priority is not recorded of those who did not wait, but for returned calls.
    bool is_priority_known() const { return waited.count() > 0 || activity == Activity::returned; }
};

/// Where the files are, if they are: ../shared/data/anonymous_bank_1999 seen from the project, or anonymous_bank_1999
/// in the folder that the environment variable FLOORWALKER_DATA names.
std::optional<std::filesystem::path> bank_folder();

/// Sundays to Thursdays, the bank's weekdays, in file order, which is not that of time. Left out are rows that the
/// documentation says to ignore (PHANTOM) and activities that it does not name. Throws std::runtime_error when the
/// file is not what it should be.
std::vector<BankCall> weekday_calls(const std::filesystem::path& file);

/// In order, each once.
std::vector<std::chrono::sys_days> dates_of(const std::vector<BankCall>& calls);

}  // namespace floorwalker::support
