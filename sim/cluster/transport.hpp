#pragma once

#include <optional>
#include <string>

/// One experiment on many processes: numbers of tasks go out, bytes come back. What a task is, nobody here knows.
namespace floorwalker::cluster {

enum class Kind : int {
    hello = 1,  ///< worker: what it works on (its fingerprint), and how many tasks it computes at once
    results,    ///< worker: finished tasks
    failure,    ///< worker: why it cannot go on
    goodbye,    ///< worker: its last words
    tasks,      ///< master: what to compute next; the answer to hello and to results, perhaps empty
    finish,     ///< master: drop what you have, say goodbye
    leave,      ///< master, after goodbye: go; with kDoNotWait without the others
    alive,      ///< both: nothing to say, but still here
};

inline constexpr const char* kDoNotWait = "do not wait";

struct Message {
    int from = 0;
    Kind kind = Kind::alive;
    std::string bytes;
};

/// How processes speak to each other; process 0 is the master. Nothing here waits but `pause`.
class Transport {
public:
    Transport() = default;
    virtual ~Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    virtual int rank() const = 0;
    virtual int size() const = 0;
    /// Seconds since some moment in the past.
    virtual double now() const = 0;
    /// False when the receiver is known to be gone. True does not mean that it has got the message.
    virtual bool send(int to, Kind kind, std::string bytes) = 0;
    /// The next message that has come, or none.
    virtual std::optional<Message> receive() = 0;
    virtual void pause(double seconds) = 0;
    /// Some process is lost: at the end this one does not wait for the others.
    virtual void give_up() = 0;
};

}  // namespace floorwalker::cluster
