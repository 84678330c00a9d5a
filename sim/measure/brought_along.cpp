#include "sim/measure/brought_along.hpp"

#include "sim/model/contact/customer.hpp"

namespace floorwalker::measure {

BroughtAlong brought_along(const model::Model& model, kernel::StreamKey key, const ContactRef& contact) {
    return {.patience = model::patience_of(model, key, contact),
            .talk_need = model::handling_duration(model::talk_need(model, key, contact)),
            .wrap_up_need = model::handling_duration(model::wrap_up_need(model, key, contact))};
}

}  // namespace floorwalker::measure
