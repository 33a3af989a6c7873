-- What two readings of the guards with an attacker's eyes found.

-- Somebody named for days is named by the cover that was arranged with the naming: a later one of the same two people,
-- arranged by whoever does not know of the case, opens nothing.
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
          AND v.arranged_at <= n.named_at
          AND (SELECT current_civil_date()) BETWEEN v.from_on AND v.until_on))))
$$;
--> statement-breakpoint

-- A guard that looks a table up must mean ours, whatever temporary table its writer has made.
ALTER FUNCTION check_extension_approver() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION check_grievance_before_decision() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION check_imr_application() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION check_plan_decision() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION refuse_date_ahead() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION refuse_fact_on_closed_case() SET search_path = public, pg_temp;
--> statement-breakpoint

-- A foreign key looks past the policies: a case for a hidden client would have made the client known.
CREATE FUNCTION refuse_case_of_hidden_client() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.client_id = ANY (hidden_clients()) THEN
    RAISE EXCEPTION 'the office has no such client' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'cases_client_known';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_client_known BEFORE INSERT OR UPDATE OF client_id ON cases
  FOR EACH ROW WHEN (current_user = 'recourse_app') EXECUTE FUNCTION refuse_case_of_hidden_client();
--> statement-breakpoint

-- A proposal counts for the closing it was made after.
CREATE OR REPLACE FUNCTION erase_case(erased uuid, erased_at timestamptz, figures jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c cases%ROWTYPE;
  proposed erasure_proposals%ROWTYPE;
  last_of_client boolean;
BEGIN
  SELECT * INTO c FROM cases WHERE id = erased AND office_id = current_office() AND id <> ALL (hidden_cases()) FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the office has no such case' USING ERRCODE = 'no_data_found';
  END IF;
  IF c.closed_at IS NULL OR c.retain_until_on IS NULL OR c.retain_until_on > current_civil_date()
    OR EXISTS (SELECT 1 FROM legal_holds WHERE case_id = erased AND released_at IS NULL) THEN
    RAISE EXCEPTION 'the case has to be kept' USING ERRCODE = 'check_violation', CONSTRAINT = 'case_may_be_erased';
  END IF;
  SELECT * INTO proposed FROM erasure_proposals WHERE case_id = erased AND withdrawn_at IS NULL;
  IF NOT FOUND OR proposed.proposed_at < c.closed_at OR proposed.proposed_by = current_person() OR NOT EXISTS (
    SELECT 1 FROM users WHERE id = current_person() AND office_id = c.office_id AND role IN ('supervisor', 'administrator') AND deactivated_at IS NULL
  ) THEN
    RAISE EXCEPTION 'an erasure is two people''s act' USING ERRCODE = 'check_violation', CONSTRAINT = 'erasure_takes_two';
  END IF;

  last_of_client := NOT EXISTS (SELECT 1 FROM cases WHERE client_id = c.client_id AND id <> erased);
  INSERT INTO erased_cases (case_id, office_id, number, erased_at, proposed_by, erased_by, statistics)
    VALUES (erased, c.office_id, c.number, erase_case.erased_at, proposed.proposed_by, current_person(), figures);
  PERFORM set_config('app.erasing_case', erased::text, true),
    set_config('app.erasing_client', CASE WHEN last_of_client THEN c.client_id::text ELSE '' END, true);
  UPDATE audit_events e SET changes = '[]', reason = '', salt = '', erased_at = erase_case.erased_at
    WHERE e.office_id = c.office_id AND e.erased_at IS NULL AND (e.case_id = erased OR (last_of_client AND e.subject_id = c.client_id));
  PERFORM set_config('app.erasing_case', '', true), set_config('app.erasing_client', '', true);
  DELETE FROM case_search_terms WHERE case_id = erased;
  DELETE FROM reminders WHERE case_id = erased;
  DELETE FROM deadlines WHERE case_id = erased;
  DELETE FROM imr_applications WHERE case_id = erased;
  DELETE FROM extension_requests WHERE case_id = erased;
  DELETE FROM plan_decisions WHERE case_id = erased;
  DELETE FROM grievances WHERE case_id = erased;
  DELETE FROM denials WHERE case_id = erased;
  DELETE FROM hearings WHERE case_id = erased;
  DELETE FROM complaints WHERE case_id = erased;
  DELETE FROM case_notes WHERE case_id = erased;
  DELETE FROM case_closures WHERE case_id = erased;
  DELETE FROM date_adjustments WHERE case_id = erased;
  DELETE FROM manual_deadlines WHERE case_id = erased;
  DELETE FROM legal_holds WHERE case_id = erased;
  DELETE FROM erasure_proposals WHERE case_id = erased;
  DELETE FROM named_people WHERE case_id = erased;
  DELETE FROM restrictions WHERE case_id = erased;
  DELETE FROM cases WHERE id = erased;
  IF last_of_client THEN
    DELETE FROM clients WHERE id = c.client_id;
  END IF;
END $$;
--> statement-breakpoint

-- Many plans serve one county, and a county identifies (45 CFR 164.514(b)(2)(i)(B)): a review tells the program and the
-- regulator, and of the plan nothing.
DROP FUNCTION review_cases(uuid[]);
--> statement-breakpoint
DROP FUNCTION review_index();
--> statement-breakpoint
CREATE FUNCTION review_index() RETURNS TABLE (id uuid, year int, program text, regulator text, outcome text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, extract(year from c.opened_at at time zone 'America/Los_Angeles')::int, l.program, l.regulator, c.outcome
  FROM cases c LEFT JOIN plan_lines l ON l.id = c.plan_line_id
  WHERE c.office_id = current_office() AND may_review() AND NOT EXISTS (SELECT 1 FROM restrictions r WHERE r.case_id = c.id)
$$;
--> statement-breakpoint
CREATE FUNCTION review_cases(wanted uuid[]) RETURNS TABLE (id uuid, year int, program text, regulator text, stage text, outcome text, bases text[],
  closed_on_day int, plan_answer text, determination text, clocks jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id, i.year, i.program, i.regulator, c.stage, i.outcome, dn.bases,
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
REVOKE ALL ON FUNCTION review_index(), review_cases(uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION review_index(), review_cases(uuid[]) TO recourse_app;
