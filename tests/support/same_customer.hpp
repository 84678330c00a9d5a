#pragma once

#include <map>
#include <string>

#include <floorwalker/contact_record.hpp>

/// Whether the customers of two variants are the same people.
namespace floorwalker::support {

/// The first calls of all whom no campaign calls.
using FirstCalls = std::map<Customer, ContactRecord>;

inline void keep_first_call(FirstCalls& calls, const ContactRecord& record) {
    if (record.attempt == 0 && kind_of(record.customer.source) != SourceKind::campaign) calls[record.customer] = record;
}

/// What a customer brings along to its first call in one variant and not in the other; empty: nothing.
inline std::string difference(const ContactRecord& a, const ContactRecord& b) {
    if (a.tier != b.tier || a.day != b.day || a.interval != b.interval || a.arrived != b.arrived)
        return "somebody comes at another time, or of another tier";
    if (a.call_type != b.call_type || a.call_type == kNoCallType) return "";  // one may not have come to ask
    const bool is_same = a.patience == b.patience && a.talk_need == b.talk_need && a.wrap_up_need == b.wrap_up_need;
    return is_same ? "" : "somebody is of another patience, or needs another time";
}

inline std::string difference(const FirstCalls& a, const FirstCalls& b) {
    if (a.size() != b.size()) return "others come";
    for (const auto& [customer, record] : a) {
        const auto other = b.find(customer);
        if (other == b.end()) return "somebody does not come";
        if (const std::string found = difference(record, other->second); !found.empty()) return found;
    }
    return "";
}

}  // namespace floorwalker::support
