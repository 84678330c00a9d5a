#pragma once

#include <cstdint>

/// Counts and sums of what is not in every scenario: the IVR, callbacks, transfers, call-agains, chats and mail. They
/// are apart from the others, so that who has none of it does not pay for it.
namespace floorwalker::measure {

/// What happened to the contacts of one column that came in one interval.
struct JourneyCell {
    std::int64_t call_agains = 0;
    std::int64_t entered_ivr = 0;
    std::int64_t contained = 0;
    std::int64_t contained_again = 0;  // contained, and the customer calls again
    std::int64_t left_ivr = 0;
    std::int64_t ivr_us = 0;
    std::int64_t callbacks_offered = 0;
    std::int64_t callbacks_kept = 0;
    std::int64_t missed_calls = 0;  // of the kept: they had abandoned
    std::int64_t on_paper = 0;      // of the kept: they had been answered
    std::int64_t callbacks_reached = 0;
    std::int64_t callbacks_missed = 0;
    std::int64_t callback_wait_us = 0;
    std::int64_t transferred = 0;
    std::int64_t escalated = 0;
    std::int64_t returned = 0;  // of the answered: back at the first agent, where no transfer is possible
    std::int64_t repeats = 0;
    std::int64_t done = 0;
    std::int64_t in_due = 0;
    std::int64_t elapsed_us = 0;
    std::int64_t interrupted = 0;
    std::int64_t rings_missed = 0;
    std::int64_t abused = 0;
    std::int64_t ended_by_agent = 0;
    std::int64_t system_wait_us = 0;  // of agents, for look-ups
    std::int64_t fault_touched = 0;
    std::int64_t paper_contacts = 0;
    std::int64_t dropped = 0;
    std::int64_t ivr_look_ups_failed = 0;
};

/// Sums over many cells.
struct JourneyTotals {
    bool happened = false;  // else all are 0
    double call_agains = 0;
    double customers = 0;
    double entered_ivr = 0;
    double contained = 0;
    double contained_again = 0;
    double left_ivr = 0;
    double ivr_us = 0;
    double callbacks_offered = 0;
    double callbacks_kept = 0;
    double missed_calls = 0;
    double on_paper = 0;
    double callbacks_reached = 0;
    double callbacks_missed = 0;
    double callback_wait_us = 0;
    double transferred = 0;
    double escalated = 0;
    double returned = 0;  // where later legs are among the answered
    double repeats = 0;
    double done = 0;  // chats and mail
    double elapsed_us = 0;
    double interrupted = 0;
    double rings_missed = 0;
    double abused = 0;
    double ended_by_agent = 0;
    double system_wait_us = 0;
    double fault_touched = 0;
    double paper_contacts = 0;
    double dropped = 0;
    double ivr_look_ups_failed = 0;
    double paper_entries = 0;  // by the groups that made them, when they did
    double mail_answered = 0;  // where all channels are together: of the answered, those who did not wait for it
    double mail_came = 0;
    double mail_gone = 0;  // done or dismissed
    double mail_done = 0;
    double mail_in_due = 0;
    double chat_open_us = 0;       // chats × time
    double chat_engaged_us = 0;    // agents with any chat × time
    double outbound_answered = 0;  // where calls out are not among the answered

    void add(const JourneyCell& cell);
    void add(const JourneyTotals& other);
};

}  // namespace floorwalker::measure
