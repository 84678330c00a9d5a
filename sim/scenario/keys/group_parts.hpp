#pragma once

#include "sim/scenario/keys/key.hpp"

/// Values and tables within a group.
namespace floorwalker::scenario {

Format<ContactChoice> contact_choice();
Format<Reserve> reserve();
Format<ChatWork> chat_work();
Format<Activity> activity();
Format<GroupSkill> group_skill();
Format<Quality> quality();
Format<GroupAbsence> group_absence();
Format<Overtime> overtime();
Format<Handover> handover();
Format<Ring> ring();
Format<Fatigue> fatigue();
Format<Stress> stress();
Format<Leaders> leaders();
Format<Attrition> attrition();
Format<HiringClass> hiring_class();

}  // namespace floorwalker::scenario
