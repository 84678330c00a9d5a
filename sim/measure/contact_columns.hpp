#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include <floorwalker/facts.hpp>

/// Where a contact is counted: tables of contacts have a row an interval, and these columns.
///
/// A column is a call type and a tier. Contacts that have not asked for an agent are in those of a call type of their
/// own, which comes last. Later legs and calls of campaigns have a second and third set of columns, if there are any.
namespace floorwalker::measure {

struct ContactColumn {
    Duration target{0};          ///< answered within
    bool counts_overall = true;  ///< among the waits of the centre as a whole: a first leg, not mail, not calling out
};

class ContactColumns {
public:
    /// `asked_later`: there is an IVR.
    struct Layout {
        std::size_t call_types = 1;
        std::size_t tiers = 1;  ///< with "standard"
        bool asked_later = false;
        bool transfers = false;
        bool campaigns = false;
    };

    ContactColumns() = default;
    explicit ContactColumns(const Layout& layout)
        : layout_{layout}, set_{(layout.call_types + (layout.asked_later ? 1 : 0)) * layout.tiers} {
        std::size_t sets = 1;
        if (layout.transfers) later_ = set_ * sets++;
        if (layout.campaigns) outbound_ = set_ * sets++;
        columns_.resize(set_ * sets);
        has_one_set_ = sets == 1;
    }

    std::size_t size() const { return columns_.size(); }
    const ContactColumn& operator[](std::size_t column) const { return columns_[column]; }
    ContactColumn& operator[](std::size_t column) { return columns_[column]; }

    std::size_t tiers() const { return layout_.tiers; }
    /// Call types, and the one for those who have not asked.
    std::size_t types() const { return set_ / layout_.tiers; }
    bool has_later_legs() const { return later_ > 0; }
    bool has_outbound() const { return outbound_ > 0; }

    /// Of a contact that has asked for an agent.
    std::size_t of(const ContactRef& contact) const {
        const std::size_t column = first_leg(index(contact.call_type), index(contact.tier));
        if (has_one_set_) [[likely]]
            return column;
        if (contact.leg > 0) [[unlikely]]
            return later_ + column;
        return is_outbound(contact) ? outbound_ + column : column;
    }

    /// Of one that comes, and may not have asked yet.
    std::size_t of_entry(const ContactRef& contact) const {
        return contact.call_type == kNoCallType ? in_ivr(contact) : of(contact);
    }

    std::size_t in_ivr(const ContactRef& contact) const { return first_leg(layout_.call_types, index(contact.tier)); }

    std::size_t first_leg(std::size_t type, std::size_t tier) const { return type * layout_.tiers + tier; }
    std::size_t later_leg(std::size_t type, std::size_t tier) const { return later_ + first_leg(type, tier); }
    std::size_t outbound(std::size_t type, std::size_t tier) const { return outbound_ + first_leg(type, tier); }

    // What a column is about. The type after the last is that of those who have not asked.
    bool is_first_leg(std::size_t column) const { return column < set_; }
    std::size_t type_of(std::size_t column) const { return column % set_ / layout_.tiers; }
    std::size_t tier_of(std::size_t column) const { return column % layout_.tiers; }

    bool is_outbound(const ContactRef& contact) const {
        return kind_of(contact.customer.source) == SourceKind::campaign;
    }
    std::size_t campaign_of(const ContactRef& contact) const { return place_in_kind(contact.customer.source); }

private:
    Layout layout_;
    std::size_t set_ = 1;
    bool has_one_set_ = true;
    std::size_t later_ = 0;     // where the second set begins; 0: there is none
    std::size_t outbound_ = 0;  // likewise the third
    std::vector<ContactColumn> columns_{1};
};

}  // namespace floorwalker::measure
