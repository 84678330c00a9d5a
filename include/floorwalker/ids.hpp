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
enum class ProfileId : std::uint16_t {};
enum class SiteId : std::uint16_t {};
enum class LinkId : std::uint16_t {};
enum class ServerId : std::uint16_t {};

/// A node of an IVR flow, by its place in the flow's list.
enum class NodeId : std::uint16_t {};

/// Where customers come from. Each kind has numbers of its own, so that a scenario with one call type more names nobody
/// else's customers anew.
enum class SourceKind : std::uint16_t { call_type, number, campaign, decision };

/// A call type, access number, campaign or decision that brings a peak: the kind in the two highest bits, its place
/// among its kind below them.
enum class SourceId : std::uint16_t {};

inline constexpr unsigned kSourceKindShift = 14;
inline constexpr std::size_t kMostSourcesOfAKind = std::size_t{1} << kSourceKindShift;

/// `place` is below kMostSourcesOfAKind.
constexpr SourceId source_id(SourceKind kind, std::size_t place) {
    return SourceId(static_cast<std::uint16_t>(static_cast<unsigned>(kind) << kSourceKindShift | place));
}
constexpr SourceKind kind_of(SourceId source) {
    return SourceKind(static_cast<std::uint16_t>(static_cast<unsigned>(source) >> kSourceKindShift));
}
constexpr std::size_t place_in_kind(SourceId source) { return static_cast<std::size_t>(source) % kMostSourcesOfAKind; }

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
