#pragma once

#include "sim/model/floor.hpp"

/// What a customer brings along, as pure functions of the run's key and the contact: the same in every variant.
namespace floorwalker::model {

/// Talk time in seconds with an agent of proficiency 1. `first_word` is that of Purpose::talk.
inline double talk_need(const Model& model, kernel::StreamKey key, const ContactRef& contact,
                        std::uint64_t first_word) {
    const CallTypeModel& type = model.call_types[index(contact.call_type)];
    auto luck = luck_from(first_word, key, contact.customer, Purpose::talk, turn_of(contact));
    return type.talk(luck) * factor_at(type.handling_factor, contact.interval);
}

inline double talk_need(const Model& model, kernel::StreamKey key, const ContactRef& contact) {
    return talk_need(model, key, contact, first_word(key, contact.customer, Purpose::talk, turn_of(contact)));
}

/// Wrap-up time in seconds with an agent of proficiency 1.
inline double wrap_up_need(const Model& model, kernel::StreamKey key, const ContactRef& contact) {
    const CallTypeModel& type = model.call_types[index(contact.call_type)];
    auto luck = luck_of(key, contact.customer, Purpose::wrap_up, turn_of(contact));
    return type.wrap_up(luck) * factor_at(type.handling_factor, contact.interval);
}

/// How long the customer is ready to wait; zero for one who leaves at once.
inline Duration patience_of(const Model& model, kernel::StreamKey key, const ContactRef& contact) {
    const CallTypeModel& type = model.call_types[index(contact.call_type)];
    if (type.is_patient_for_ever && type.leave_at_once == 0.0) return kForever;
    const auto words = first_words(key, contact.customer, Purpose::patience, turn_of(contact));
    if (kernel::unit_interval(words[1]) < type.leave_at_once) return Duration{0};
    if (type.is_patient_for_ever) return kForever;
    auto luck = luck_from(words[0], key, contact.customer, Purpose::patience, turn_of(contact));
    return drawn_duration(type.patience(luck) * factor_at(type.patience_factor, contact.interval));
}

/// The tier of a customer among those of its source.
inline TierId tier_of(const SourceModel& source, kernel::StreamKey key, Customer customer) {
    const auto& up_to = source.tier_up_to;
    if (up_to.empty()) return TierId{0};
    const double place = kernel::unit_interval(first_words(key, customer, Purpose::tier)[0]);
    std::uint16_t tier = 0;
    while (tier < up_to.size() && place >= up_to[tier]) ++tier;
    return TierId{tier};
}

}  // namespace floorwalker::model
