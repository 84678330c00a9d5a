#include "sim/store/schema_steps.hpp"

namespace floorwalker::store {

const std::string_view kViews = R"sql(
-- What the report says, with names.
CREATE VIEW v_result AS
SELECT result.run_id, run.scenario,
       CASE WHEN result.scope IS NOT NULL THEN result.scope WHEN call_type.id IS NOT NULL THEN 'call_type'
            WHEN agent_group.id IS NOT NULL THEN 'group' WHEN tier.id IS NOT NULL THEN 'tier'
            WHEN interval IS NOT NULL THEN 'interval' ELSE 'overall' END AS scope,
       coalesce(result.subject, call_type.id, agent_group.id, tier.id, day_interval.starts, '') AS subject,
       kpi, mean, half_width, interval
FROM result JOIN run USING (run_id)
LEFT JOIN call_type USING (call_type_id)
LEFT JOIN agent_group USING (agent_group_id)
LEFT JOIN tier USING (tier_id)
LEFT JOIN day_interval USING (run_id, interval);

-- A row a run. The KPIs are NULL until it is over.
CREATE VIEW v_run AS
SELECT run_id, scenario, started_at, finished_at, state,
       (SELECT count(*) FROM replication WHERE replication.run_id = run.run_id) AS replications,
       replications_asked, seed,
       (SELECT group_concat(path_and_value, ' ') FROM run_override WHERE run_override.run_id = run.run_id) AS overrides,
       offered, service_level, abandonment, asa_s, occupancy, cost, currency, digest, program_version
FROM run
LEFT JOIN (SELECT run_id,
                  max(mean) FILTER (WHERE kpi = 'offered') AS offered,
                  max(mean) FILTER (WHERE kpi = 'service_level') AS service_level,
                  max(mean) FILTER (WHERE kpi = 'abandonment') AS abandonment,
                  max(mean) FILTER (WHERE kpi = 'asa_s') AS asa_s,
                  max(mean) FILTER (WHERE kpi = 'occupancy') AS occupancy,
                  max(mean) FILTER (WHERE kpi = 'cost') AS cost
           FROM result
           WHERE call_type_id IS NULL AND agent_group_id IS NULL AND interval IS NULL AND tier_id IS NULL AND scope IS NULL
           GROUP BY run_id) USING (run_id);

-- The rows of the intervals with names.
CREATE VIEW v_interval_call_type AS
SELECT run_id, replication.number AS replication, call_type.id AS call_type, starts, after_close, c.*
FROM interval_call_type c JOIN replication USING (replication_id)
JOIN call_type USING (call_type_id, run_id) JOIN day_interval USING (run_id, interval);

CREATE VIEW v_interval_group AS
SELECT run_id, replication.number AS replication, agent_group.id AS agent_group, starts, after_close, g.*
FROM interval_group g JOIN replication USING (replication_id)
JOIN agent_group USING (agent_group_id, run_id) JOIN day_interval USING (run_id, interval);

-- A row a tier of a replication.
CREATE VIEW v_tier AS
SELECT run_id, replication.number AS replication, tier.id AS tier, t.*
FROM replication_tier t JOIN replication USING (replication_id) JOIN tier USING (tier_id, run_id);

-- Rows of a replication, each about one of: the centre, a call type, a tier.
CREATE VIEW v_journey AS
SELECT replication.run_id, replication.number AS replication,
       CASE WHEN call_type.id IS NOT NULL THEN 'call_type' WHEN tier.id IS NOT NULL THEN 'tier' ELSE 'overall' END
           AS scope,
       coalesce(call_type.id, tier.id, '') AS subject, j.*
FROM replication_journey j JOIN replication USING (replication_id)
LEFT JOIN call_type USING (call_type_id) LEFT JOIN tier USING (tier_id);

-- A row a run and interval, over all its replications: counts, hours and cost are means of a replication.
CREATE VIEW v_interval AS
WITH kept AS (SELECT run_id, count(*) AS replications FROM replication GROUP BY run_id),
sums AS (
    SELECT run_id, interval, sum(i.offered) AS offered, sum(i.answered) AS answered, sum(i.abandoned) AS abandoned,
           sum(i.blocked) AS blocked, sum(i.answered_in_target) AS answered_in_target,
           sum(i.abandoned_in_target) AS abandoned_in_target, sum(i.abandoned_short) AS abandoned_short,
           sum(i.wait_answered_s) AS wait_answered_s, sum(i.talk_s + i.hold_s + i.wrap_up_s) AS handling_s,
           max(i.longest_wait_s) AS longest_wait_s, sum(i.queue_s) AS queue_s, sum(i.open_s) AS open_s,
           sum(i.talking_s + i.wrapping_up_s + i.dialling_s + i.ringing_s + i.on_hold_s) AS busy_s,
           sum(i.available_s) AS available_s,
           sum(i.present_open_s) AS present_open_s, sum(i.paid_s) AS paid_s, sum(i.cost) AS cost,
           sum(i.answered - i.mail_answered) AS awaited,
           sum(i.answered + i.callbacks_reached + i.outbound_answered) AS handled
    FROM replication_interval i JOIN replication USING (replication_id)
    GROUP BY run_id, interval)
SELECT run_id, scenario, interval, starts, after_close,
       1.0 * offered / replications AS offered,
       1.0 * answered / replications AS answered,
       1.0 * abandoned / replications AS abandoned,
       1.0 * blocked / replications AS blocked,
       CASE service_level_variant
           WHEN 'offered' THEN 1.0 * answered_in_target / (awaited + abandoned)
           WHEN 'answered' THEN 1.0 * answered_in_target / awaited
           WHEN 'abandon_in_target_good'
               THEN 1.0 * (answered_in_target + abandoned_in_target) / (awaited + abandoned)
           WHEN 'abandon_in_target_ignored'
               THEN 1.0 * answered_in_target / (awaited + abandoned - abandoned_in_target)
           WHEN 'short_abandon_good' THEN 1.0 * (answered_in_target + abandoned_short) / (awaited + abandoned)
           WHEN 'short_abandon_ignored' THEN 1.0 * answered_in_target / (awaited + abandoned - abandoned_short)
       END AS service_level,
       1.0 * abandoned / (awaited + abandoned) AS abandonment,
       wait_answered_s / awaited AS asa_s,
       handling_s / handled AS aht_s,
       longest_wait_s,
       queue_s / sums.open_s AS mean_queue,
       busy_s / (busy_s + available_s) AS occupancy,
       present_open_s / sums.open_s AS mean_agents,
       paid_s / 3600 / replications AS paid_hours,
       cost / replications AS cost
FROM run JOIN kept USING (run_id) JOIN day_interval USING (run_id) LEFT JOIN sums USING (run_id, interval);

-- A row a contact, of runs that kept them.
CREATE VIEW v_contact AS
SELECT replication.run_id, replication.number AS replication, sequence,
       call_type.id AS call_type, day, source, customer_day, contact.number, attempt, tier.id AS tier,
       starts AS interval,
       strftime('%Y-%m-%d %H:%M:%f', first_date, (arrived_us / 1e6) || ' seconds') AS arrived_at,
       arrived_us / 1e6 AS arrived_s, outcome.id AS outcome,
       in_ivr_us / 1e6 AS in_ivr_s, waited_us / 1e6 AS waited_s, legs,
       agent_group.id AS agent_group, agent.number AS agent_number, agent.name AS agent_name,
       contact.talk_us / 1e6 AS talk_s, contact.wrap_up_us / 1e6 AS wrap_up_s,
       patience_us / 1e6 AS patience_s, talk_need_us / 1e6 AS talk_need_s, wrap_up_need_us / 1e6 AS wrap_up_need_s
FROM contact JOIN replication USING (replication_id) JOIN run USING (run_id)
LEFT JOIN call_type USING (call_type_id) JOIN tier USING (tier_id) JOIN outcome USING (outcome_id)
JOIN day_interval ON day_interval.run_id = run.run_id AND day_interval.interval = contact.interval
LEFT JOIN agent_group USING (agent_group_id)
LEFT JOIN agent ON agent.run_id = run.run_id AND agent.agent = contact.agent;
)sql";

}  // namespace floorwalker::store
