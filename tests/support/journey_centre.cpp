#include "tests/support/journey_centre.hpp"

#include <floorwalker/scenario_file.hpp>

namespace floorwalker::support {
namespace {

constexpr const char* kToml = R"toml(
[centre]
name = "Journeys"
date = 2024-02-28
days = 2
open = 08:00:00
close = 10:00:00
lines = 60
queue_places = 12
ivr_ports = 40
line_cost_per_hour = 1.2

[run]
replications = 5

[[tier]]
id = "gold"
name = "Gold customers"
share = "20%"
priority = 1
flow = "short"
answer_target = { share = "90%", within = "10s" }
abandonment_target = "2%"

[[tier]]
id = "silver"
name = "Silver customers"
share = "30%"

[[call_type]]
id = "billing"
name = "Bills"
arrivals = { per_interval = [60, 80, 80, 50] }
patience = { dist = "exponential", mean = "90s" }
leave_at_once = "5%"
talk = { dist = "exponential", mean = "3min" }
wrap_up = "20s"
flow = "main"
expected_wait = { estimator = "queue_length" }
callback = { offered_above = "60s", accepted = "60%", dialling = "15s", reached = "70%", attempts = 2, retry = "5min", missed_calls = "20%" }
redial = { after_blocked = "60%", after_abandoned = "50%", delay = { dist = "exponential", mean = "3min" } }
repeat = { unsolved = "20%", calls_again = "80%", delay = { dist = "exponential", mean = "30min" } }

[[call_type.transfer]]
to = "expert"
share = "15%"
kind = "warm"
escalation = true

[[call_type]]
id = "expert"
name = "Second level"
arrivals = { per_hour = 6 }
patience = { dist = "exponential", mean = "4min" }
talk = { dist = "exponential", mean = "5min" }
answer_target = { share = "70%", within = "60s" }

[[call_type]]
id = "chat"
name = "Chats"
channel = "chat"
arrivals = { per_hour = 30 }
patience = { dist = "exponential", mean = "3min" }
talk = { dist = "exponential", mean = "6min" }

[[call_type]]
id = "mail"
name = "Letters"
channel = "mail"
arrivals = { per_hour = 90 }
talk = { dist = "exponential", mean = "5min" }
due = "20min"
interruptible = true

[[call_type]]
id = "offers"
name = "Offers"
patience = "3s"
talk = { dist = "exponential", mean = "2min" }
priority = -1

[[ivr]]
id = "main"
name = "Main menu"
patience = { dist = "exponential", mean = "5min" }

[[ivr.node]]
id = "menu"
do = "menu"
thinking = "8s"
choices = [{ key = "1", share = "30%", next = "balance" }, { key = "0", share = "70%", next = "agent" }]
timeout = "10%"
tries = 2

[[ivr.node]]
id = "balance"
do = "self_service"
duration = "40s"
success = "80%"
when_failed = "agent"

[[ivr.node]]
id = "agent"
do = "queue"
call_type = "billing"

[[ivr]]
id = "short"
name = "Short menu"

[[ivr.node]]
id = "greeting"
do = "announce"
length = "4s"
next = "agent"

[[ivr.node]]
id = "agent"
do = "queue"
call_type = "billing"

[[number]]
id = "freephone"
arrivals = { per_hour = 30 }
flow = "main"
tiers = { gold = "10%" }

[[group]]
id = "front"
name = "Front desk"
agents = [10, 11, 12, 10]
skills = { billing = 1.0, offers = 1.0, mail = 1.0 }
cost_per_hour = 20

[[group]]
id = "back"
name = "Second level"
agents = 4
skills = { expert = 1.0, chat = 1.0 }
chat = { windows = 2, slowdown = [1, 1.4] }
cost_per_hour = 30

[[campaign]]
id = "spring"
name = "Spring offer"
call_type = "offers"
list = 200
dialer = "predictive"
ring = "10s"
reached = "50%"
right_party = "80%"
retry = "30min"

[[decision]]
at = 09:00:00
do = "outage"
call_type = "billing"
until = 09:04:00
)toml";

}  // namespace

Scenario journey_centre() { return parse_scenario(kToml, "journey_centre.toml").scenario; }

}  // namespace floorwalker::support
