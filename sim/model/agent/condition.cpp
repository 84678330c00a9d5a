#include "sim/model/agent/condition.hpp"

namespace floorwalker::model {

double error_multiple(const Model&, const World&, AgentId) { return 1.0; }
double politeness_multiple(const Model&, const World&, AgentId) { return 1.0; }
double knowledge_multiple(const Model&, const World&, AgentId) { return 1.0; }
double absence_multiple(const Model&, const World&, AgentId) { return 1.0; }
double sickness_multiple(const Model&, const World&, AgentId) { return 1.0; }
double leaving_multiple(const Model&, const World&, AgentId) { return 1.0; }

}  // namespace floorwalker::model
