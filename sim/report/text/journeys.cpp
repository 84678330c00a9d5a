// What becomes of customers beyond the one contact: the IVR, other agents, further calls, callbacks.
#include <cmath>

#include "sim/report/text/figures.hpp"

namespace floorwalker::report {
namespace {

/// Contacts apart from the customers who make them.
Block customers(const Page& page) {
    const bool may_call_again = page.result.overall[Kpi::customers].mean.has_value();
    Figures figures{page, page.title(may_call_again ? "Customers" : "Transfers")};
    figures.count("customers", Kpi::customers, page.per_day());
    figures.count("called again", Kpi::call_agains, page.per_day());
    figures.percent("FCR", Kpi::first_contact_resolution);
    figures.count("transferred", Kpi::transferred, page.per_day());
    figures.percent_if_any("· share", Kpi::transfer_rate);
    figures.percent_if_any("· escalated", Kpi::escalation_rate);
    return figures.take();
}

/// Whether any caller whom the IVR served has called again.
bool is_strict_worth_a_line(const KpiSet& kpis) {
    constexpr double kVisible = 0.0005;
    return kpis[Kpi::containment].mean.value_or(0) - kpis[Kpi::containment_strict].mean.value_or(0) >= kVisible;
}

Block ivr(const Page& page) {
    Figures figures{page, page.title("IVR")};
    figures.count("callers", Kpi::entered_ivr, page.per_day());
    figures.count("served there", Kpi::contained, page.per_day());
    figures.percent("· containment", Kpi::containment);
    if (is_strict_worth_a_line(page.result.overall)) figures.percent("· strict", Kpi::containment_strict);
    figures.count_if_any("left unserved", Kpi::left_ivr, page.per_day());
    figures.duration("mean time", Kpi::ivr_s);
    return figures.take();
}

Block callbacks(const Page& page) {
    Figures figures{page, page.title("Callbacks")};
    figures.count("offered", Kpi::callbacks_offered, page.per_day());
    figures.count("kept", Kpi::callbacks_kept, page.per_day());
    figures.count_if_any("· missed", Kpi::missed_calls, page.per_day());
    figures.count_if_any("· on paper", Kpi::on_paper, page.per_day());
    figures.count("reached", Kpi::callbacks_reached, page.per_day());
    figures.count_if_any("given up", Kpi::callbacks_missed, page.per_day());
    figures.duration("mean wait", Kpi::callback_wait_s);
    return figures.take();
}

}  // namespace

std::string journey_lines(const Page& page) {
    return beside_each_other({customers(page), ivr(page), callbacks(page)}, page);
}

}  // namespace floorwalker::report
