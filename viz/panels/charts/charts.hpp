#pragma once

#include <functional>
#include <string>

#include <floorwalker/contact_record.hpp>

#include "viz/panels/stage.hpp"

/// What the charts share. All are of the first side.
namespace floorwalker::viz {

/// Of those that have come until now and said what they want.
void for_each_contact(const Stage& stage, const std::function<void(const ContactRecord&)>& look);

bool was_served(const ContactRecord& one);
bool has_given_up(const ContactRecord& one);
std::string name_of_type(const Scenario& scenario, std::size_t type);

void draw_waits_chart(const Stage& stage, const Box& area);
void draw_interval_map(const Stage& stage, const Box& area);
void draw_agents_chart(const Stage& stage, const Box& area);
void draw_call_type_table(const Stage& stage, const Box& area);

}  // namespace floorwalker::viz
