#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

#include "viz/day/tape.hpp"

/// Plays one run, or two with one clock, on a thread of its own: the window only ever looks at the last frame.
namespace floorwalker::viz {

/// One run as it is to be seen now.
struct Side {
    std::shared_ptr<const RunOf> run;
    Scene scene;
    RunResult result;                          ///< as if the run ended now
    std::uint64_t digest = 0;                  ///< of all facts so far
    std::shared_ptr<const Outcome> outcome{};  ///< none while it is still being recorded
    bool is_over = false;
};

struct Frame {
    TimePoint now{};
    TimePoint begins{};
    TimePoint ends{};
    bool is_playing = false;
    double speed = 60.0;
    std::uint64_t number = 0;  ///< of the frame: higher ones are later
    std::vector<Side> sides;   ///< one, or two with the same customers
};

class Player {
public:
    /// One or two runs. Begins to record them, and stands at their opening.
    explicit Player(std::vector<RunOf> runs);
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;
    ~Player();

    /// The latest; never none.
    std::shared_ptr<const Frame> frame() const;

    void play();
    void pause();
    /// Simulated seconds in a real one, from 1 to 1,000.
    void set_speed(double speed);
    /// To that moment, kept within the run; playing goes on from there.
    void seek(TimePoint moment);
    /// The next event of any side; pauses.
    void step();
    /// Takes the decision now, on that side, at the next whole second (see `taken_at`). What comes after is recorded
    /// anew. Throws std::invalid_argument when it names nothing of the scenario or ends before it begins.
    void decide(std::size_t side, const Decision& decision);
    /// Goes back to before the last decision of the side that was taken in the window, and forgets it.
    void undo(std::size_t side);

    /// Waits until all that was asked for is done, and all runs are recorded to the end. For tests and pictures.
    void settle();

private:
    struct Seek {
        TimePoint moment{};
    };
    struct Step {};
    struct Take {
        std::size_t side = 0;
        Decision decision;
    };
    struct Undo {
        std::size_t side = 0;
    };
    using Request = std::variant<Seek, Step, Take, Undo>;

    /// A run with the thread that records it.
    class Deck {
    public:
        explicit Deck(RunOf run);
        ~Deck();
        Deck(const Deck&) = delete;
        Deck& operator=(const Deck&) = delete;

        const Tape& tape() const { return *tape_; }
        /// The same as the tape's; frames keep it when the tape is gone.
        const std::shared_ptr<const RunOf>& run() const { return run_; }
        std::unique_ptr<Moment> moment;

    private:
        std::unique_ptr<Tape> tape_;
        std::shared_ptr<const RunOf> run_;
        std::atomic<bool> stop_{false};
        std::thread recorder_;
    };

    void work();
    void ask(const Request& request);
    void fulfil(const Request& request);
    void undo_last(std::size_t side);
    void go_to(TimePoint moment);
    void step_once();
    void advance(double real_seconds);
    void take(std::size_t side, const Decision& decision);
    void replace(std::size_t side, RunOf run);
    bool is_over() const;
    bool has_new_outcome() const;
    void publish(bool with_results);
    TimePoint next_stop(TimePoint after) const;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::condition_variable settled_;
    std::vector<Request> requests_;  // in the order in which they were made
    std::uint64_t asked_ = 0;        // how often anything was asked for
    std::uint64_t done_ = 0;         // and is to be seen in the frame
    bool is_playing_ = false;
    double speed_ = 60.0;
    bool is_ending_ = false;
    std::shared_ptr<const Frame> frame_;

    // Of the thread alone.
    std::vector<std::unique_ptr<Deck>> decks_;
    TimePoint now_{};
    TimePoint begins_{};
    TimePoint ends_{};
    std::vector<TimePoint> stops_;  // where captions pause, in order
    std::uint64_t frames_ = 0;
    std::vector<RunResult> results_;  // as last worked out
    std::thread thread_;
};

}  // namespace floorwalker::viz
