#include "viz/day/player.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "viz/day/bookmarks.hpp"
#include "viz/day/deciding.hpp"

namespace floorwalker::viz {
namespace {

using RealClock = std::chrono::steady_clock;

/// Between two frames while playing: twice as often as a screen shows them.
constexpr auto kTick = std::chrono::milliseconds{8};
/// KPIs change slowly, and working them out takes a millisecond or more.
constexpr auto kBetweenResults = std::chrono::milliseconds{200};
constexpr double kSlowest = 1.0;
constexpr double kFastest = 1000.0;

}  // namespace

Player::Deck::Deck(RunOf run)
    : tape_{std::make_unique<Tape>(std::move(run))}, run_{std::make_shared<const RunOf>(tape_->run())} {
    moment = tape_->at(tape_->begins());
    recorder_ = std::thread{[this] { tape_->record(stop_); }};
}

Player::Deck::~Deck() {
    stop_ = true;
    recorder_.join();
}

Player::Player(std::vector<RunOf> runs) {
    for (RunOf& run : runs) decks_.push_back(std::make_unique<Deck>(std::move(run)));
    begins_ = decks_.front()->tape().begins();
    ends_ = decks_.front()->tape().ends();
    for (const auto& deck : decks_) {
        begins_ = std::min(begins_, deck->tape().begins());
        ends_ = std::max(ends_, deck->tape().ends());
    }
    stops_ = bookmarks_of(decks_.front()->tape().run().scenario, true);
    now_ = begins_;
    publish(true);
    thread_ = std::thread{[this] { work(); }};
}

Player::~Player() {
    {
        const std::lock_guard lock{mutex_};
        is_ending_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

std::shared_ptr<const Frame> Player::frame() const {
    const std::lock_guard lock{mutex_};
    return frame_;
}

void Player::play() {
    const std::lock_guard lock{mutex_};
    is_playing_ = true;
    ++asked_;
}

void Player::pause() {
    const std::lock_guard lock{mutex_};
    is_playing_ = false;
    ++asked_;
}

void Player::set_speed(double speed) {
    const std::lock_guard lock{mutex_};
    speed_ = std::clamp(speed, kSlowest, kFastest);
    ++asked_;
}

void Player::seek(TimePoint moment) { ask(Seek{moment}); }

void Player::step() {
    pause();
    ask(Step{});
}

void Player::decide(std::size_t side, const Decision& decision) {
    // Here, where the caller hears of it, and not later on the player's thread.
    Simulation{frame()->sides.at(side).run->scenario}.apply(decision);
    ask(Take{side, decision});
}

void Player::undo(std::size_t side) { ask(Undo{side}); }

/// In order: who decides and then seeks decides here, and not there.
void Player::ask(const Request& request) {
    {
        const std::lock_guard lock{mutex_};
        const bool is_dragged = !requests_.empty() && std::holds_alternative<Seek>(requests_.back()) &&
                                std::holds_alternative<Seek>(request);
        if (is_dragged) requests_.pop_back();
        requests_.push_back(request);
        ++asked_;
    }
    wake_.notify_all();
}

void Player::settle() {
    std::unique_lock lock{mutex_};
    settled_.wait(lock, [this] {
        const auto& sides = frame_->sides;
        return done_ == asked_ &&
               std::all_of(sides.begin(), sides.end(), [](const Side& side) { return side.outcome != nullptr; });
    });
}

void Player::work() {
    auto last_tick = RealClock::now();
    auto last_results = last_tick;
    while (true) {
        std::vector<Request> requests;
        bool is_playing = false;
        std::uint64_t asked = 0;
        bool is_asked = false;
        {
            std::unique_lock lock{mutex_};
            wake_.wait_for(lock, kTick, [this] { return is_ending_ || !requests_.empty(); });
            if (is_ending_) return;
            requests = std::exchange(requests_, {});
            is_playing = is_playing_;
            asked = asked_;
            is_asked = asked != done_;
        }
        const auto now = RealClock::now();
        const double elapsed = std::chrono::duration<double>(now - last_tick).count();
        last_tick = now;
        for (const Request& request : requests) fulfil(request);
        if (is_playing && requests.empty()) advance(elapsed);
        // While time stands still there is nothing new to be seen.
        if (!is_asked && !is_playing && !has_new_outcome()) continue;
        const bool is_due = is_asked || !is_playing || is_over() || now - last_results > kBetweenResults;
        if (is_due) last_results = now;
        publish(is_due);
        const std::lock_guard lock{mutex_};
        done_ = asked;
        settled_.notify_all();
    }
}

void Player::fulfil(const Request& request) {
    if (const auto* const seek = std::get_if<Seek>(&request)) go_to(std::clamp(seek->moment, begins_, ends_));
    if (std::holds_alternative<Step>(request)) step_once();
    if (const auto* const undo = std::get_if<Undo>(&request)) undo_last(undo->side);
    if (const auto* const asked = std::get_if<Take>(&request)) take(asked->side, asked->decision);
}

void Player::undo_last(std::size_t side) {
    RunOf run = decks_[side]->tape().run();
    if (run.live.empty()) return;
    const TimePoint before = run.live.back().taken;
    run.live.pop_back();
    replace(side, std::move(run));
    go_to(std::min(now_, before));
}

void Player::take(std::size_t side, const Decision& decision) {
    RunOf run = decks_[side]->tape().run();
    const RunOf::Live live = taken_at(now_, decision, run.scenario.centre);
    if (live.taken > now_) go_to(std::min(live.taken, ends_));
    std::erase_if(run.live, [&](const RunOf::Live& one) { return one.taken > live.taken; });
    run.live.push_back(live);
    replace(side, std::move(run));
}

void Player::replace(std::size_t side, RunOf run) {
    decks_[side] = std::make_unique<Deck>(std::move(run));
    decks_[side]->moment = decks_[side]->tape().at(now_);
}

bool Player::is_over() const { return now_ >= ends_; }

bool Player::has_new_outcome() const {
    for (std::size_t i = 0; i < decks_.size(); ++i) {
        if (decks_[i]->tape().outcome() != frame_->sides[i].outcome) return true;
    }
    return false;
}

void Player::go_to(TimePoint moment) {
    now_ = moment;
    for (const auto& deck : decks_) deck->moment = deck->tape().at(moment);
}

/// All sides come to the earliest next event of any.
void Player::step_once() {
    std::optional<TimePoint> next;
    for (const auto& deck : decks_) {
        if (deck->moment->is_over()) continue;
        Moment ahead{*deck->moment};
        ahead.step();
        next = std::min(next.value_or(ahead.now()), ahead.now());
    }
    if (!next) return;
    // Several events may share a moment; one is enough for the side that has it, the others come along.
    now_ = std::max(now_, *next);
    for (const auto& deck : decks_) {
        Moment ahead{*deck->moment};
        ahead.step();
        if (ahead.now() <= now_) {
            *deck->moment = ahead;
        } else {
            deck->moment->run_until(now_);
        }
    }
}

void Player::advance(double real_seconds) {
    double speed = 0;
    {
        const std::lock_guard lock{mutex_};
        speed = speed_;
    }
    // After a pause of the machine time does not jump.
    constexpr double kLongestTick = 0.25;
    const TimePoint stop = next_stop(now_);
    now_ = std::min({ends_, stop, now_ + from_seconds(speed * std::min(real_seconds, kLongestTick))});
    for (const auto& deck : decks_) deck->moment->run_until(now_);
    if (!is_over() && now_ != stop) return;
    if (is_over()) {
        // Who is in the centre at closing is still served: the day is over when they have gone.
        for (const auto& deck : decks_) deck->moment->finish();
    }
    const std::lock_guard lock{mutex_};
    is_playing_ = false;
}

TimePoint Player::next_stop(TimePoint after) const {
    const auto next = std::upper_bound(stops_.begin(), stops_.end(), after);
    return next == stops_.end() ? TimePoint::max() : *next;
}

void Player::publish(bool with_results) {
    auto frame = std::make_shared<Frame>();
    frame->now = now_;
    frame->begins = begins_;
    frame->ends = ends_;
    frame->number = ++frames_;
    results_.resize(decks_.size());
    for (std::size_t i = 0; i < decks_.size(); ++i) {
        const Moment& moment = *decks_[i]->moment;
        if (with_results) results_[i] = moment.simulation().result();
        frame->sides.push_back({decks_[i]->run(), moment.scene(), results_[i], moment.simulation().digest(),
                                decks_[i]->tape().outcome(), moment.is_over()});
    }
    const std::lock_guard lock{mutex_};
    frame->is_playing = is_playing_;
    frame->speed = speed_;
    frame_ = std::move(frame);
}

}  // namespace floorwalker::viz
