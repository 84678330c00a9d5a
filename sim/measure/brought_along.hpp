#pragma once

#include <floorwalker/facts.hpp>

#include "sim/kernel/stream.hpp"
#include "sim/model/model.hpp"

namespace floorwalker::measure {

/// What a customer brings along to a contact, the same in every variant of a scenario.
struct BroughtAlong {
    Duration patience{};
    Duration talk_need{};
    Duration wrap_up_need{};
};

/// Of a contact that asks for an agent of `contact.call_type`.
BroughtAlong brought_along(const model::Model& model, kernel::StreamKey key, const ContactRef& contact);

}  // namespace floorwalker::measure
