#include "sim/scenario/guide/templates.hpp"

namespace floorwalker::scenario {

const std::string_view kSingleQueueTemplate = R"(# One queue: a call type, a group of agents, an eight-hour day.
# Check it with "floorwalker check", run it with "floorwalker run".

[centre]
open = 09:00:00
close = 17:00:00
answer_target = { share = "80%", within = "20s" }   # 80% answered within 20 seconds

[[call_type]]
id = "calls"
arrivals = { per_hour = 100 }
patience = { dist = "exponential", mean = "3min" }  # leave it out and everybody waits for ever
talk = { dist = "lognormal", mean = "3min", sd = "3min" }
wrap_up = { dist = "constant", value = "20s" }

[[group]]
id = "general"
agents = 8
)";

const std::string_view kSkillsTemplate =
    R"(# Three call types and three groups with different skills, on a day with a profile.

[centre]
name = "Service desk"
open = 08:00:00
close = 18:00:00
interval = "1h"                                      # ten intervals, so every list below has ten numbers

[[call_type]]
id = "orders"
arrivals = { per_interval = [30, 55, 70, 75, 60, 55, 60, 65, 50, 30], busyness = { cv = "10%" } }
patience = { dist = "exponential", mean = "2min" }
talk = { dist = "lognormal", mean = "3min 30s", cv = 1.0 }
wrap_up = { dist = "exponential", mean = "30s" }
groups = ["sellers", "allround"]                     # sellers first

[[call_type]]
id = "support"
arrivals = { per_interval = [20, 30, 35, 35, 30, 30, 35, 30, 25, 20], busyness = { cv = "10%" } }
patience = { dist = "weibull", shape = 1.2, scale = "5min" }
talk = { dist = "gamma", mean = "6min", cv = "80%" }
choose = "longest_idle"

[[call_type]]
id = "complaints"
arrivals = { per_hour = 6 }
patience = { dist = "exponential", mean = "8min" }
talk = { dist = "lognormal", mean = "9min", cv = "90%" }
priority = 1                                         # served before the others

[[group]]
id = "sellers"
agents = [3, 4, 5, 5, 5, 4, 5, 5, 4, 3]
skills = { orders = 1.0 }

[[group]]
id = "technicians"
agents = [2, 3, 4, 4, 3, 3, 4, 3, 3, 2]
skills = { support = 1.0, complaints = 1.0 }

[[group]]
id = "allround"
agents = 3
skills = { orders = 0.9, support = 0.8, complaints = 0.8 }   # 0.8: takes 1 / 0.8 of the usual time
)";

const std::string_view kReplayTemplate =
    R"(# Recorded calls instead of random ones: who called when comes from calls.csv, patience and handling times are drawn.

[centre]
date = 2024-03-04                                    # the first day of the recording
days = 2
open = 08:00:00
close = 18:00:00

[replay]
file = "calls.csv"                                   # columns time, call_type and, if there are any, tier

[[call_type]]
id = "sales"
patience = { dist = "exponential", mean = "3min" }
talk = { dist = "lognormal", mean = "4min", sd = "4min" }

[[call_type]]
id = "service"
patience = { dist = "exponential", mean = "5min" }
talk = { dist = "lognormal", mean = "3min", sd = "2min" }

[[group]]
id = "general"
agents = 4
)";

const std::string_view kReplayCalls = R"(time,call_type
2024-03-04 08:02:11,service
2024-03-04 08:02:40,sales
2024-03-04 08:05:03,service
2024-03-04 09:47:30,service
2024-03-05 08:00:59,sales
2024-03-05 08:03:20,service
2024-03-05 16:20:00,sales
)";

}  // namespace floorwalker::scenario
