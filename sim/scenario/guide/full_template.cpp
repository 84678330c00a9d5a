#include "sim/scenario/guide/templates.hpp"

namespace floorwalker::scenario {

const std::string_view kFullTemplate =
    R"(# Every section of a scenario. What you do not need can go: every key has a default.
# "floorwalker keys" explains each key.

[centre]
name = "Hotline"
date = 2024-01-01                # the first simulated day
days = 7
warm_up_days = 0                 # simulated first, not measured
open = 08:00:00
close = "20:00"                  # "24:00" and times past midnight such as "26:00" need quotes
interval = "1h"                  # twelve intervals
weekdays = { saturday = { open = 09:00:00, close = 14:00:00 }, sunday = "closed" }
after_close = "drain"            # drain: the last staff serves who still waits; clear; carry_over
lines = 60                       # none free: blocked
queue_places = 40
ivr_ports = 50                   # calls that the IVR holds at once
ports_busy = "to_queue"          # or block
busyness = { dist = "gamma", mean = 1.0, cv = "8%" }   # some days are busier than others
service_level = "offered"
daily_service_level = "ratio_of_sums"
short_abandon = "5s"
adherence_tolerance = "2min"      # so much early or late is still by the schedule
answer_target = { share = "80%", within = "20s" }
abandonment_target = "5%"
asa_target = "30s"
occupancy_target = "85%"
currency = "EUR"
line_cost_per_hour = 1.2
knowledge_base = { solved = 1.0, defects = 1.0 }      # on odds: 0.5 and 2 for a poor one

[run]
seed = 1
replications = 20

[[special_day]]
date = 2024-01-02
open = 10:00:00
close = 16:00:00
volume = "120%"                  # on all arrivals

[[special_day]]
date = 2024-01-06
closed = true

[[tier]]
id = "gold"
name = "Gold customers"
share = "10%"                    # of every call type …
shares = { technical = "15%" }   # … but this one
priority = 1
waiting_credit = "60s"           # served as if they had called a minute earlier
weight = 2.0                     # for groups that take by weighted_wait
points = 10                      # for groups that take by accumulating
points_per_second = 0.5
flow = "short"                   # its own way through the IVR
groups = ["experts"]             # its own, before those of the call type
answer_target = { share = "90%", within = "10s" }
abandonment_target = "2%"

[[call_type]]
id = "billing"
name = "Bills and payments"
arrivals = { per_interval = [60, 90, 110, 110, 90, 80, 85, 90, 80, 60, 40, 25], factor = 1.0, busyness = { cv = "5%" }, weekdays = { monday = 1.2, saturday = 0.4 } }
patience = { dist = "lognormal", median = "2min", sigma = 1.2, atom = { share = "3%", value = "2s" } }
leave_at_once = "2%"             # of those who would have to wait
talk = { dist = "lognormal", mean = "4min", sd = "4min" }
wrap_up = { dist = "triangular", low = "5s", mode = "20s", high = "2min" }
flow = "main"                    # the IVR that callers hear first
answer_target = { share = "85%", within = "30s" }
abandonment_target = "4%"
priority = 0
waiting_credit = "0s"
queue_places = 30
groups = ["front", "experts"]    # in order of preference
choose = "preference"            # or longest_idle, fewest_skills, least_occupied, most_proficient, weighted_random …
group_weights = { front = 2.0, experts = 1.0 }     # for weighted_random
site = "north"                   # for local_site
last_agent = "30s"               # waits so long for the agent who handled it last
weight = 1.0                     # these four for groups that take by weighted_wait, accumulating, queue_ratio
points = 0
points_per_second = 1.0
queue_share = 2.0
expected_wait = { estimator = "queue_length", announced = false, closed_above = "20min" }
callback = { offered_above = "5min", accepted = "50%", when = "in_turn", free_agents = 2, latest = "3h", dialling = "20s", reached = "80%", attempts = 3, retry = "30min", missed_calls = "10%", on_paper = "1min" }
redial = { after_blocked = "60%", after_abandoned = "40%", further = "30%", most_tries = 5, delay = { dist = "exponential", mean = "5min" }, becomes = "billing" }
abuse = { share = "2%", per_minute_waited = "0.5%", stress = "10%", ends = "50%", warned_after = "60s", warning = "15s" }
repeat = { unsolved = "15%", calls_again = "80%", delay = { dist = "exponential", mean = "1d" }, becomes = "billing" }
hold = { share = "15%", length = { dist = "exponential", mean = "30s" }, report_back = "12s" }   # the agent looks something up
handling_factor = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.05, 1.05, 1.1]   # evenings are slower
patience_factor = [0.9, 0.9, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.1, 1.1, 1.1]

[[call_type.step]]               # what happens to a contact while it waits
after = "30s"
do = "announce"
leave = "1%"
tell_expected_wait = true

[[call_type.step]]
after = "1min"
do = "priority"
by = 1
when = { queue_at_least = 5, queue_at_most = 50, expected_wait_at_least = "1min", expected_wait_at_most = "1h", of_call_type = "technical" }

[[call_type.step]]
after = "2min"
do = "open"                      # or offer_callback, send_away
groups = ["office"]
when = { free_at_least = 0, free_at_most = 2, queue_per_agent_at_least = 0.5, queue_per_agent_at_most = 10, of_groups = ["front", "experts"] }

[[call_type.transfer]]           # after the talk some go on to another call type
to = "technical"
share = "8%"
share_by_group = { experts = "1%" }
kind = "warm"                    # or cold, conference
briefing = "30s"
most_hold = "3min"               # how long the first agent waits for the second
keeps_wait = true
escalation = true
returns = false
return_wait = "2min"
return_talk = "1min"

[[call_type]]
id = "technical"
arrivals = { per_hour = 40 }
patience = { dist = "hyperexponential", shares = ["30%", "70%"], means = ["20s", "8min"] }
talk = { dist = "empirical", quantiles = [[0.0, "20s"], [0.5, "5min"], [0.9, "13min"], [1.0, "40min"]] }
wrap_up = { dist = "erlang", phases = 2, mean = "40s" }

[[call_type.look_up]]            # what an agent asks of a server below; not beside hold
server = "crm"
when = "during"                  # the customer is on hold; or before, after
share = "80%"                    # of talks
times = 2                        # one after the other
request = "2kB"
work = { dist = "exponential", mean = "300ms" }   # alone on a core of speed 1
answer = "40kB"

[call_type.outcome]              # what customers get out of a contact; multiples are on odds
solved = "80%"                   # of contacts without a defect
solved_by_group = { experts = "88%" }
solved_with_defect = 0.3
defects = { system = "0.5%", knowledge = "2%", agent = "3%", in_outage = 10 }
politeness = "85%"               # as customers find an average agent
complaint = { share = "0.3%", unsolved = 4, with_defect = 3, long_wait = 2, long_after = "3min" }
satisfaction = { base = -1.3, solved = 2.2, per_minute = 0.15, politeness = 1.0, defect = 0.8, thresholds = [-2.0, -1.0, 1.2] }
survey = "15%"                   # give a score from 1 to 5
survey_odds = [1.5, 1.2, 1.0, 1.0, 1.1]   # who is angry answers rather
praise = "0.5%"                  # of the very satisfied

[[call_type]]
id = "letters"
channel = "mail"                 # or voice, chat
priority = -1                    # behind those who wait on the line
arrivals = { per_hour = 12 }
talk = { dist = "exponential", mean = "6min" }
due = "8h"                       # finished so soon after it came
interruptible = true             # left alone for a call that finds nobody free

[[call_type]]
id = "chats"
channel = "chat"
arrivals = { per_hour = 20 }
patience = "3min"                # a duration alone: always that long
talk = { dist = "exponential", mean = "8min" }

[[call_type]]
id = "offers"                    # contacts come by the campaign below
talk = { dist = "exponential", mean = "4min" }
patience = "5s"

[[ivr]]
id = "main"
name = "Main menu"
patience = { dist = "exponential", mean = "10min" }

[[ivr.node]]                     # calls begin at the first node
id = "welcome"
do = "announce"
length = "8s"
next = "menu"

[[ivr.node]]
id = "menu"
do = "menu"
thinking = { dist = "gamma", mean = "8s", cv = "50%" }
choices = [
  { key = "1", share = "40%", next = "balance" },
  { key = "2", share = "60%", next = "agent" },
]
timeout = "5%"                   # of tries
timeout_after = "10s"
wrong_key = "3%"
tries = 3
when_failed = "agent"            # left out: the call ends there

[[ivr.node]]
id = "balance"
do = "self_service"
duration = { dist = "lognormal", mean = "50s", cv = "60%" }
success = "70%"
next = "goodbye"
when_failed = "agent"
look_up = [{ server = "crm", times = 1, work = "200ms", answer = "10kB" }]   # when its duration is over

[[ivr.node]]
id = "agent"
do = "queue"
call_type = "billing"            # left out: the one that the caller came with

[[ivr.node]]
id = "goodbye"
do = "end"
contained = true

[[ivr]]
id = "short"

[[ivr.node]]
id = "agent"
do = "queue"
call_type = "billing"

[[number]]                       # callers who say in the IVR what they want
id = "freephone"
name = "0800 number"
arrivals = { per_hour = 10 }
flow = "main"
tiers = { gold = "10%" }
redial = { after_blocked = "50%", after_abandoned = "20%" }   # before they could say what they want

[[group]]
id = "front"
name = "Front desk"
agents = [8, 11, 13, 13, 12, 11, 11, 11, 10, 8, 6, 4]
skills = { billing = 1.0, technical = 0.7, offers = 1.0 }   # 1: the call type's own handling time; 0.5: twice as long
cost_per_hour = 24
profile = "attitude"
take = "priority"                                # or longest_wait, weighted_wait, accumulating, queue_ratio
reserve = [{ agents = 1, call_types = ["billing"], tiers = ["gold"] }]   # others get one only while more are free
site = "north"

[group.skill]                                    # how its people differ and learn
spread = "20%"                                   # of mean handling times between them
drift = "4%"                                     # from week to week
learning = { start = 1.5, half_life = "21d", peers = "36%", experienced_after = "42d", beginner_errors = 2.0 }    # 1.5 times as long on the first day, 1.25 times after three weeks
learning_by_calls = { start = 1.2, half_life = 100, before = 50 }   # by contacts of the type handled
quality = { technical = 0.9 }                    # odds that a contact is solved, against others
tenure = { dist = "uniform", low = "0d", high = "180d" }

[group.ring]                                     # calls ring before they are answered
rings = 3
ring_length = "5s"                               # tone and pause
delay = { dist = "uniform", low = "1s", high = "9s" }   # until the agent takes it
not_answered = "1%"                              # nobody takes it: it goes to the next agent
do_not_disturb = "2min"                          # of the agent who did not take it

[group.leaders]                                  # coach, and have time for an agent whom a customer has abused
count = 2
attention = "3min"
relief = "50%"                                   # of its stress

[group.fatigue]                                  # F from 0 to 1; rates per hour
preset = "collewet_sauermann_2017"               # published figures for what is not written here
rise = 0.2
recovery_idle = 0.1
recovery_break = 1.0
overnight = "100%"
stress = "50%"                                   # at stress 1 people tire 1.5 times as fast
handling = "10%"                                 # these at F = 1
errors = "50%"
absences = "20%"
long_hours = 0.9                                 # 1 % more hours, 0.9 % more output
rush = "-8%"                                     # of handling time, while the queue is long
rush_waiting = 1.0                               # waiting per agent at which it is full

[group.stress]                                   # S from 0 to 1
per_contact = "0.1%"                             # of what is left to 1
recovery_idle = 0.1
recovery_break = 0.5
overnight = "50%"
coaching = "20%"
monitored = "5%"
feedback = "10%"
handling = "5%"                                  # these at S = 1
errors = "20%"
politeness = "-30%"
absences = "50%"
sickness = "50%"
leaving = "100%"

[[group]]
id = "experts"
shifts = [                                       # instead of agents
  { start = 08:00:00, end = 16:00:00, agents = 4 },
  { start = 12:00:00, end = 20:00:00, agents = 3, tenure = "30d" },
]
fatigue = { shared_breaks = "-8%" }              # of the handling time of those whose breaks several take at once
away = [                                         # what takes them away from contacts, in turn; only with shifts
  { what = "break", from = 09:30:00, until = 11:30:00, at_once = 2 },
  { what = "meal", from = 12:00:00, until = 14:30:00, length = "30min", paid = false, at_once = 2, keep = 2 },
]
overtime = { waiting = 3, step = "15min", most = "1h", pay_factor = 1.5 }   # stays while three wait for each who stays
handover = { most = "15min" }                    # waits for the relief that is late
absence.leave = { share = "10%", days = 5, paid = true }
absence.sickness = { share = "5%", days = 3, weekdays = { monday = 1.5 }, paid = true }
absence.lateness = { share = "4%", by = { dist = "exponential", mean = "10min" }, paid = true }
absence.unplanned = { per_hour = 0.2, length = { dist = "exponential", mean = "4min" } }
skills = { technical = 1.0, billing = 0.9 }
cost_per_hour = 31
attrition = { per_year = "40%", first_90_days = 2 }   # people leave for good; only with shifts

[[group.hiring]]                                 # and others come, who are trained first
on = 2024-01-03                                  # or day = 3
every = "28d"                                    # left out: one class
replace = true                                   # as many as have left; or people = 6
training = "1d"                                  # paid, not on the floor

[[group]]
id = "office"
agents = [0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0]
skills = { letters = 1.0, chats = 1.0, billing = 0.8 }
chat = { windows = 3, slowdown = [1, 1.4, 1.77] }   # three chats at once take 1.77 times as long each

[[agent]]                                        # a listed person of a group, beside the unnamed ones
id = "rita"
group = "experts"
skills = { technical = 1.2 }
shifts = [{ start = 09:00:00, end = 12:30:00 }, { start = 13:00:00, end = 17:00:00 }]
tenure = "100d"                                  # left out: the group's, and so are the next two
profile = "attitude"
quality = { technical = 1.2 }

[[decision]]                                     # two people of the front desk miss the late morning of day 2
at = 10:30:00
day = 2                                          # left out: every day
do = "absent"                                    # or extra
group = "front"
agents = 2
until = 12:00:00

[[decision]]                                     # a television spot
at = 19:00:00
do = "peak"
call_type = "billing"                            # or number = "freephone"
contacts = 40
until = 20:00:00
half_life = "10min"

[[decision]]                                     # the systems are down: requests are written down, called back later
at = 14:00:00
do = "outage"
call_type = "billing"                            # left out: all with a callback
until = 14:45:00
self_service_fails = true

[[decision]]                                     # the agents' systems are down: they can do nothing
at = 15:00:00
day = 3
do = "system_down"
group = "experts"                                # left out: all groups
until = 15:20:00

[[campaign]]                                     # customers to be called
id = "winback"
name = "Come back"
call_type = "offers"
list = 300
start = 10:00:00
end = 18:00:00
dialer = "progressive"                           # or preview, predictive, threshold
preview = "30s"
ring = { dist = "exponential", mean = "15s" }
reached = "35%"                                  # one, or one for each interval
right_party = "80%"
wrong_party_talk = "15s"
attempts = 3
retry = "2h"
free_agents = 2                                  # dials only while so many are free
dials_per_agent = 1.0                            # of a threshold dialer
abandonment_limit = "3%"                         # of a predictive dialer
hold = "2s"

[infrastructure]                                 # machines behind the floor
# platform = "machines.xml"                      # a SimGrid platform file says what links and hosts are like
ivr_site = "north"                               # where the lines end
timeout = "10s"                                  # of each try of a look-up
retries = 1
retry_after = "2s"
paper = { talk = 1.25, entry = "90s", failures = 3, try_again = "2min" }   # without a server that does not answer
voice = { bandwidth = "87.2kbit/s", most = "75%" }   # calls on the links, from the IVR's site to the agents'

[[site]]
id = "north"
name = "Northern office"
host = "north"                                   # its name in a platform file, and so is the next

[[site]]
id = "data_centre"

[[server]]
id = "crm"
name = "Customer records"
site = "data_centre"
host = "crm"
speed = 1.0                                      # seconds of work that a core does in a second
cores = 4
places = 200                                     # look-ups at once; others fail
phases = [{ at = 02:00:00, speed = "20%" }, { at = 03:00:00, speed = 1.0 }]   # a backup, each night
breakdowns = { up = { dist = "exponential", mean = "60d" }, down = "30min" }

[[link]]
id = "wan"
name = "To the data centre"
between = ["north", "data_centre"]
bandwidth = "100Mbit/s"
latency = "10ms"
shared = true                                    # false: each transfer has the whole bandwidth for itself
phases = [{ at = 02:00:00, speed = "50%" }, { at = 03:00:00, speed = 1.0 }]
breakdowns = { up = { dist = "exponential", mean = "90d" }, down = { dist = "exponential", mean = "1h" } }

[[decision]]                                     # the records are slow for an hour
at = 11:00:00
day = 4
do = "server_slow"                               # or server_down
server = "crm"
speed = "25%"
until = 12:00:00

[[decision]]                                     # a digger
at = 15:00:00
day = 4
do = "link_down"
link = "wan"
until = 15:10:00

[[decision]]                                     # fire alarm: everybody leaves
at = 16:00:00
day = 5
do = "site_lost"
site = "north"
calls = "drop"                                   # or survive: those in progress are finished first
until = 16:30:00

[[decision]]                                     # nobody has told the agents of a new tariff
at = 09:00:00
day = 3
do = "knowledge_gap"
call_type = "technical"                          # left out: all
solved_odds = 0.4
defect_odds = 3
until = 12:00:00

[[decision]]                                     # bills come first for an hour
at = 14:00:00
do = "priority"
call_type = "billing"
by = 1
until = 15:00:00

[[decision]]                                     # one team takes no bills meanwhile
at = 14:00:00
do = "keep_off"
group = "experts"
call_type = "billing"
until = 15:00:00

[monitoring]                                     # some contacts of each agent are judged
samples_per_agent = 5                            # in 30 days
method = "recorded"                              # or silent, side_by_side
monitors = 2
time_per_day = "3h"                              # of each monitor
minutes_per_sample = "20min"
bias = 5                                         # points of 100
noise = 8
calibration = { every = "28d", shrinks = "50%" }
feedback = true
weights = { politeness = 0.4, solved = 0.3, right = 0.3 }

[[risk]]                                         # the service-risk model
call_type = "technical"
importance = "high"                              # or medium, low
system = { level = 3, vulnerability = 2, control = 2 }
knowledge = { level = 2, vulnerability = 2, control = 3 }
agent = { level = 1, vulnerability = 2, control = 2 }
estimate = "likelihood"                          # by simulated defects; or nothing, level

[risk_scale]
likelihood = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]   # a likelihood of 1, 2, …
level = [0.01, 0.05]                             # a level of 2, 3
medium = 15
high = 40

[[standard]]                                     # service standards, whose compliance is measured
of = "rings"                                     # or hold, report_back, callback, talk
rings = 3
goal = "95%"

[[standard]]
id = "short-billing"
of = "talk"
within = "3min"
goal = "80%"
call_type = "billing"

[[profile]]                                      # what kind of people are hired; in standard deviations
id = "attitude"
name = "Attitude"
knowledge = { mean = 0.0, sd = 1.0 }
skill = { mean = 0.0, sd = 1.0 }
self_control = { mean = 1.0, sd = 0.5 }
service = { mean = 1.0, sd = 0.5 }
learning = { mean = 0.5, sd = 1.0 }
accuracy = { mean = 0.0, sd = 1.0 }

[traits]                                         # what one standard deviation does: logarithms of multiples
knowledge = 0.3
skill = 0.1
self_control = 0.3
service = 0.3
learning = 0.2
accuracy = 0.3

[floor]                                          # how a window shows the centre
rows = [["front"], ["experts", "office"]]        # teams from the back; left out: as they fit
wallboard = ["service_level", "abandonment", "asa", "longest_wait", "tier", "occupancy"]

[[caption]]                                      # a bookmark with words for a class
at = 10:30:00
day = 2                                          # left out: every day
text = "Two people of the front desk are missing. Watch the queue of the bills."
text_zh = "前台少了两个人。请看账单队列。"
pauses = true                                    # playing stops there

# [replay]                                       # recorded calls instead of all arrivals above
# file = "calls.csv"
)";

}  // namespace floorwalker::scenario
