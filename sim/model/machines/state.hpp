#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/infrastructure.hpp>
#include <floorwalker/time.hpp>

#include "sim/kernel/event_list.hpp"
#include "sim/model/journey/journey.hpp"
#include "sim/model/machines/log.hpp"
#include "sim/model/machines/room.hpp"

/// What the world keeps about machines and those who wait for them.
namespace floorwalker::model {

/// The most look-ups of one talk, or of one task of the IVR; a rule of scenarios.
inline constexpr std::size_t kMostLookUps = 20;

/// A look-up under way; its place in the table is its ticket.
struct LookUpState {
    LookUpBy by{};
    LookUpMoment when{};
    bool is_fresh = false;  // may still be answered within this moment
    ServerId server{};
    std::uint32_t subject = 0;  // contact of the IVR's, agent of others
    TimePoint since{};
};

struct PlannedLookUp {
    std::uint8_t number = 0;  // among those of its call type
    ServerId server{};
    Duration at{0};  // of the talk's own time
};

/// What a contact looks up in its present talk, or in the IVR.
struct ContactLookUps {
    std::array<PlannedLookUp, kMostLookUps> planned{};  // in order of time
    std::uint8_t count = 0;
    std::uint8_t next = 0;
    std::uint32_t ticket = kNone;  // under way
    bool is_on_paper = false;      // this talk goes on without the machines
    bool owes_entry = false;       // something is on paper, to be entered one day
    ServerId missing{};            // at which server
    GroupId writer{};              // whose people have it on paper
    std::uint8_t visit = 0;        // of the IVR, for which `next` holds
    TimePoint ends{};              // the talk, if nothing else holds it up
    Duration talk{0};              // its own time
    Duration left{0};              // of it, while the customer is on hold
    kernel::EventHandle due;       // the next look-up
};

/// What an agent does at machines without a customer.
struct AgentLookUps {
    std::uint32_t ticket = kNone;  // under way
    std::uint8_t next = 0;         // look-up after the talk
    std::uint8_t entered = 0;      // from paper, since the last contact
    bool may_look_up = false;      // something after this talk
    Duration entry{0};             // that goes on
};

struct MachineState {
    double phase = 1.0;     // of its speed, by the time of day
    double platform = 1.0;  // by the platform file
    double ordered = 1.0;   // as the machines were last told
    double stated = 1.0;    // as the last fact said
    bool is_broken = false;
    std::uint32_t breakdowns = 0;  // so far
    TimePoint next_change{};       // breakdown or repair; of those that can break
};

struct MachinesState {
    std::vector<LookUpState> look_ups;
    std::vector<std::uint32_t> free_tickets;
    std::vector<std::uint32_t> fresh_tickets;
    std::vector<ContactLookUps> contacts;  // by contact, of those that have looked something up
    std::vector<AgentLookUps> agents;
    std::vector<MachineState> servers;
    std::vector<MachineState> links;
    std::vector<std::int64_t> lost;         // by site: decisions that say so
    std::vector<TimePoint> unusable_until;  // by site and server: as far as the people there know
    std::vector<std::uint32_t> failures;    // likewise: one after the other
    std::vector<std::uint32_t> on_paper;    // by group and server: requests to be entered
    std::vector<std::int64_t> calls;        // going on, by site of their agents
    std::vector<std::uint32_t> faults;      // decisions going on that concern machines
    std::shared_ptr<const MachineLog> log;  // what the machines do in this run
    std::size_t read = 0;                   // of the log
    std::vector<LiveDecision> live;
};

}  // namespace floorwalker::model
