DROP INDEX "deadlines_pending_by_owner";--> statement-breakpoint
DROP INDEX "deadlines_pending_by_due";--> statement-breakpoint
CREATE INDEX "covers_of_absent" ON "covers" USING btree ("office_id","absent_id","until_on") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "deadlines_pending_by_owner" ON "deadlines" USING btree ("office_id","owner_id","due_on","owed_by","starts_on","case_id") WHERE outcome = 'pending' and kind <> 'information';--> statement-breakpoint
CREATE INDEX "deadlines_pending_by_due" ON "deadlines" USING btree ("office_id","due_on","owed_by","owner_id","starts_on","case_id") WHERE outcome = 'pending' and kind <> 'information';
--> statement-breakpoint

-- Who is named for days is named by a cover that stands: called off, or the case handed over, it counts for nothing,
-- whoever called it off. A reviewer and somebody deactivated know of no restricted case, whatever the list says.
CREATE OR REPLACE FUNCTION hidden_cases() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(r.case_id), '{}')
  FROM restrictions r
  WHERE r.office_id = current_office() AND NOT EXISTS (
    SELECT 1 FROM named_people n JOIN users u ON u.id = n.user_id
    WHERE n.case_id = r.case_id AND n.user_id = (SELECT current_person())
      AND u.role <> 'reviewer' AND u.deactivated_at IS NULL
      AND n.from_on <= (SELECT current_civil_date())
      AND (n.until_on IS NULL OR (n.until_on >= (SELECT current_civil_date()) AND EXISTS (
        SELECT 1 FROM covers v JOIN cases c ON c.id = n.case_id
        WHERE v.cover_id = n.user_id AND v.absent_id = c.owner_id AND v.ended_at IS NULL
          AND (SELECT current_civil_date()) BETWEEN v.from_on AND v.until_on))))
$$;
--> statement-breakpoint
-- hidden_cases() once, not once a row.
CREATE OR REPLACE FUNCTION hidden_clients() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH hidden AS MATERIALIZED (SELECT hidden_cases() AS ids)
  SELECT coalesce(array_agg(k.client_id), '{}')
  FROM (SELECT DISTINCT c.client_id FROM cases c WHERE c.id = ANY ((SELECT ids FROM hidden)::uuid[])) k
  WHERE NOT EXISTS (SELECT 1 FROM cases o WHERE o.client_id = k.client_id AND o.id <> ALL ((SELECT ids FROM hidden)::uuid[]))
$$;
--> statement-breakpoint
-- Reviewers: every table about a case is closed to them; what is left of a case comes from two functions.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['clients', 'case_search_terms', 'case_notes', 'case_closures', 'manual_deadlines', 'date_adjustments',
    'reminders', 'restrictions', 'named_people', 'legal_holds', 'erasure_proposals', 'covers'] LOOP
    EXECUTE format('DROP POLICY closed_to_reviewers ON %I', t);
  END LOOP;
  -- For writing too: a guard that looks up what its writer may not read would find nothing to refuse.
  FOREACH t IN ARRAY ARRAY['clients', 'case_search_terms', 'case_notes', 'case_closures', 'manual_deadlines', 'date_adjustments',
    'reminders', 'restrictions', 'named_people', 'legal_holds', 'erasure_proposals', 'covers', 'cases', 'denials', 'grievances',
    'plan_decisions', 'imr_applications', 'extension_requests', 'hearings', 'complaints', 'deadlines', 'case_numbers', 'erased_cases'] LOOP
    EXECUTE format('CREATE POLICY closed_to_reviewers ON %I AS RESTRICTIVE TO recourse_app USING ((SELECT reads_identities()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION may_review() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('app.role', true), '') IN ('reviewer', 'supervisor', 'administrator') $$;
--> statement-breakpoint
-- No restricted case, no date, no name, no number, no free text.
CREATE FUNCTION review_index() RETURNS TABLE (id uuid, year int, plan_line_id uuid, outcome text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, extract(year from c.opened_at at time zone 'America/Los_Angeles')::int, c.plan_line_id, c.outcome
  FROM cases c
  WHERE c.office_id = current_office() AND may_review() AND NOT EXISTS (SELECT 1 FROM restrictions r WHERE r.case_id = c.id)
$$;
--> statement-breakpoint
CREATE FUNCTION review_standings() RETURNS TABLE (case_id uuid, rule text, owed_by text, standing text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.case_id, d.rule, d.owed_by, CASE d.outcome WHEN 'met' THEN 'met' WHEN 'late' THEN 'late'
    WHEN 'pending' THEN CASE WHEN d.due_on < current_civil_date() THEN 'past' ELSE 'running' END ELSE 'ended' END
  FROM deadlines d
  WHERE d.office_id = current_office() AND may_review() AND d.rule NOT LIKE 'manual.%' AND d.kind <> 'information'
    AND NOT EXISTS (SELECT 1 FROM restrictions r WHERE r.case_id = d.case_id)
$$;
--> statement-breakpoint
-- Day 0 is the earliest day anything on the case is dated, a date added by hand aside.
CREATE FUNCTION review_cases(wanted uuid[]) RETURNS TABLE (id uuid, year int, plan_line_id uuid, stage text, outcome text, bases text[],
  closed_on_day int, plan_answer text, determination text, clocks jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id, i.year, i.plan_line_id, c.stage, i.outcome, dn.bases,
    (c.closed_at at time zone 'America/Los_Angeles')::date - z.day,
    (SELECT pd.outcome FROM grievances g JOIN plan_decisions pd ON pd.grievance_id = g.id WHERE g.case_id = i.id ORDER BY pd.letter_on DESC, pd.id LIMIT 1),
    (SELECT a.outcome FROM imr_applications a WHERE a.case_id = i.id AND a.outcome IS NOT NULL ORDER BY a.determined_on DESC, a.id LIMIT 1),
    (SELECT jsonb_agg(jsonb_build_object('rule', d.rule, 'owedBy', d.owed_by, 'startsOnDay', d.starts_on - z.day,
        'dueOnDay', d.due_on - z.day, 'metOnDay', d.acted_on - z.day, 'standing',
        CASE d.outcome WHEN 'met' THEN 'met' WHEN 'late' THEN 'late'
          WHEN 'pending' THEN CASE WHEN d.due_on < current_civil_date() THEN 'past' ELSE 'running' END ELSE 'ended' END)
        ORDER BY d.due_on, d.rule)
      FROM deadlines d WHERE d.case_id = i.id AND d.rule NOT LIKE 'manual.%' AND d.kind <> 'information')
  FROM review_index() i
  JOIN cases c ON c.id = i.id
  LEFT JOIN denials dn ON dn.case_id = i.id
  CROSS JOIN LATERAL (SELECT least((c.opened_at at time zone 'America/Los_Angeles')::date, dn.letter_on, dn.received_on,
    (SELECT min(least(g.sent_on, g.received_on)) FROM grievances g WHERE g.case_id = i.id),
    (SELECT min(d.starts_on) FROM deadlines d WHERE d.case_id = i.id AND d.rule NOT LIKE 'manual.%')) AS day) z
  WHERE i.id = ANY (wanted)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION review_index(), review_standings(), review_cases(uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION review_index(), review_standings(), review_cases(uuid[]) TO recourse_app;
