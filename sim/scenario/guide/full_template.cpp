#include "sim/scenario/guide/templates.hpp"

namespace floorwalker::scenario {

const std::string_view kFullTemplate =
    R"(# Every section of a scenario. What you do not need can go: every key has a default.
# "floorwalker keys" explains each key.

[centre]
name = "Hotline"
date = 2024-01-01                # the first simulated day
days = 5
warm_up_days = 0                 # simulated first, not measured
open = 08:00:00
close = "20:00"                  # "24:00" and times past midnight such as "26:00" need quotes
interval = "1h"                  # twelve intervals
after_close = "drain"            # drain: the last staff serves who still waits; clear; carry_over
lines = 60                       # none free: blocked
queue_places = 40
busyness = { dist = "gamma", mean = 1.0, cv = "8%" }   # some days are busier than others
service_level = "offered"
daily_service_level = "ratio_of_sums"
short_abandon = "5s"
answer_target = { share = "80%", within = "20s" }
abandonment_target = "5%"
asa_target = "30s"
occupancy_target = "85%"
currency = "EUR"
line_cost_per_hour = 1.2

[run]
seed = 1
replications = 20

[[tier]]
id = "gold"
name = "Gold customers"
share = "10%"                    # of every call type …
shares = { technical = "15%" }   # … but this one
priority = 1
waiting_credit = "60s"           # served as if they had called a minute earlier

[[call_type]]
id = "billing"
name = "Bills and payments"
arrivals = { per_interval = [60, 90, 110, 110, 90, 80, 85, 90, 80, 60, 40, 25], factor = 1.0, busyness = { cv = "5%" } }
patience = { dist = "lognormal", median = "2min", sigma = 1.2, atom = { share = "3%", value = "2s" } }
leave_at_once = "2%"             # of those who would have to wait
talk = { dist = "lognormal", mean = "4min", sd = "4min" }
wrap_up = { dist = "triangular", low = "5s", mode = "20s", high = "2min" }
answer_target = { share = "85%", within = "30s" }
abandonment_target = "4%"
priority = 0
waiting_credit = "0s"
queue_places = 30
groups = ["front", "experts"]    # in order of preference
choose = "preference"            # or longest_idle, fewest_skills
handling_factor = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.05, 1.05, 1.1]   # evenings are slower
patience_factor = [0.9, 0.9, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.1, 1.1, 1.1]

[[call_type]]
id = "technical"
arrivals = { per_hour = 40 }
patience = { dist = "hyperexponential", shares = ["30%", "70%"], means = ["20s", "8min"] }
talk = { dist = "empirical", quantiles = [[0.0, "20s"], [0.5, "5min"], [0.9, "13min"], [1.0, "40min"]] }
wrap_up = { dist = "erlang", phases = 2, mean = "40s" }

[[group]]
id = "front"
name = "Front desk"
agents = [8, 11, 13, 13, 12, 11, 11, 11, 10, 8, 6, 4]
skills = { billing = 1.0, technical = 0.7 }      # 1: the call type's own handling time; 0.5: twice as long
cost_per_hour = 24

[[group]]
id = "experts"
shifts = [                                       # instead of agents
  { start = 08:00:00, end = 16:00:00, agents = 4 },
  { start = 12:00:00, end = 20:00:00, agents = 3 },
]
skills = { technical = 1.0, billing = 0.9 }
cost_per_hour = 31

[[agent]]                                        # a listed person of a group, beside the unnamed ones
id = "rita"
group = "experts"
skills = { technical = 1.2 }
shifts = [{ start = 09:00:00, end = 12:30:00 }, { start = 13:00:00, end = 17:00:00 }]

[[decision]]                                     # two people of the front desk miss the late morning of day 2
at = 10:30:00
day = 2                                          # left out: every day
do = "absent"                                    # or extra
group = "front"
agents = 2
until = 12:00:00

# [replay]                                       # recorded calls instead of all arrivals above
# file = "calls.csv"
)";

}  // namespace floorwalker::scenario
