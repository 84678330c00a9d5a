#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <type_traits>

/// Typed ids: positions in the tables of a scenario or of the world. They replace pointers, so that a world can be
/// copied.
namespace floorwalker {

enum class CallTypeId : std::uint16_t {};
enum class TierId : std::uint16_t {};
enum class GroupId : std::uint16_t {};
enum class AgentId : std::uint32_t {};
enum class NumberId : std::uint16_t {};
enum class FlowId : std::uint16_t {};
enum class CampaignId : std::uint16_t {};

/// A node of an IVR flow, by its place in the flow's list.
enum class NodeId : std::uint16_t {};

/// Where customers come from: the call types of the scenario, then its access numbers, then its campaigns, then the
/// decisions that bring a peak, in one numbering.
enum class SourceId : std::uint16_t {};

/// A place in the table of contacts that are in the centre now; it is used again after the contact has left.
/// `Customer` is the identity that lasts.
enum class ContactId : std::uint32_t {};

inline constexpr ContactId kNoContact{0xFFFF'FFFF};
inline constexpr AgentId kNoAgent{0xFFFF'FFFF};

/// The position that an id stands for.
template <class Id>
requires std::is_enum_v<Id>
constexpr std::size_t index(Id id) { return static_cast<std::size_t>(id); }

/// Who calls: the `number`-th customer (from 0) of a source on a day (from 0). The same customer in every variant of a
/// scenario: its luck (patience, tier, handling need) is keyed by this and by nothing that the centre does.
struct Customer {
    SourceId source{};
    std::uint32_t day = 0;
    std::uint32_t number = 0;

    friend auto operator<=>(const Customer&, const Customer&) = default;
};

}  // namespace floorwalker
