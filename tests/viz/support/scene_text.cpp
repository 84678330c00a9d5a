#include "tests/viz/support/scene_text.hpp"

#include <sstream>

namespace floorwalker::viz {
namespace {

class Writer {
public:
    void field(TimePoint at) { field(at.time_since_epoch().count()); }
    void field(Duration length) { field(length.count()); }
    void field(const ContactRef& contact) {
        const Customer& who = contact.customer;
        text_ << "<contact " << index(contact.id) << " of " << index(who.source) << '/' << who.day << '/' << who.number
              << " type " << index(contact.call_type) << " tier " << index(contact.tier) << " leg " << int{contact.leg}
              << "> ";
    }
    template <class Number>
    requires std::is_arithmetic_v<Number>
    void field(Number number) { text_ << +number << ' '; }
    template <class Value>
    void field(const std::optional<Value>& value) {
        if (value) {
            field(*value);
        } else {
            text_ << "none ";
        }
    }

    template <class... Values>
    void line(const char* name, const Values&... values) {
        text_ << name << ' ';
        (field(values), ...);
        text_ << '\n';
    }

    std::string text() const { return text_.str(); }

private:
    std::ostringstream text_;
};

void write_waiting(Writer& out, const char* name, const std::vector<Waiting>& all) {
    for (const Waiting& one : all) out.line(name, one.contact, one.since, one.patience, one.rings);
}

}  // namespace

std::string text_of(const Scene& scene) {
    Writer out;
    out.line("at", scene.now(), scene.day(), scene.interval(), scene.is_open(), scene.lines_used());
    const Today& today = scene.today();
    out.line("today", today.offered, today.answered, today.abandoned, today.blocked, today.self_served);
    for (const Seat& seat : scene.seats())
        out.line("seat", index(seat.agent), index(seat.group), seat.number, static_cast<int>(seat.state), seat.since,
                 seat.contact, seat.contact_since, seat.handled, seat.rested, seat.signed_in, seat.fatigue,
                 seat.stress);
    for (const auto& queue : scene.queues()) write_waiting(out, "waits", queue);
    write_waiting(out, "in IVR", scene.in_ivr());
    for (const std::int64_t callbacks : scene.callbacks()) out.line("callbacks", callbacks);
    for (const Movement& one : scene.movements())
        out.line("moved", one.at, static_cast<int>(one.what), one.contact, index(one.agent), one.place);
    for (const TimePoint at : scene.recently_abandoned()) out.line("gave up", at);
    for (const InForce& one : scene.in_force()) out.line("in force", one.decision, one.since);
    return out.text();
}

}  // namespace floorwalker::viz
