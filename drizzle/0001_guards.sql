-- What the database enforces by itself: offices sealed from each other, an append-only record, and the rules of the
-- case that hold whatever code is writing.

-- ---------------------------------------------------------------- offices are sealed

CREATE FUNCTION current_office() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.office_id', true), '')::uuid $$;
--> statement-breakpoint

-- Today in California, as the unit of work knows it: tests and drills move the clock, the server's own stays put.
CREATE FUNCTION current_civil_date() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.today', true), '')::date, (now() AT TIME ZONE 'America/Los_Angeles')::date) $$;
--> statement-breakpoint

DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.table_name FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'office_id'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY office_isolation ON %I USING (office_id = (SELECT current_office())) WITH CHECK (office_id = (SELECT current_office()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE offices ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE offices FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY office_isolation ON offices USING (id = (SELECT current_office())) WITH CHECK (id = (SELECT current_office()));
--> statement-breakpoint

-- Before anyone is signed in there is no office yet: sign-in may look up one account, and the worker may list offices.
CREATE POLICY sign_in_lookup ON users FOR SELECT USING (current_setting('app.purpose', true) = 'sign-in');
--> statement-breakpoint
CREATE POLICY sign_in_lookup ON sessions FOR SELECT USING (current_setting('app.purpose', true) = 'sign-in');
--> statement-breakpoint
CREATE POLICY sign_in_lookup ON offices FOR SELECT USING (current_setting('app.purpose', true) IN ('sign-in', 'list-offices'));
--> statement-breakpoint

-- ---------------------------------------------------------------- search terms compare bytewise, so a prefix is a range

ALTER TABLE case_search_terms ALTER COLUMN term TYPE text COLLATE "C";
--> statement-breakpoint
CREATE INDEX case_search_terms_by_term ON case_search_terms (office_id, term, case_id);
--> statement-breakpoint

-- ---------------------------------------------------------------- the record only grows

CREATE FUNCTION refuse_change_to_record() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit record is append-only' USING ERRCODE = 'insufficient_privilege'; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change_to_record();
--> statement-breakpoint
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_to_record();
--> statement-breakpoint

-- ---------------------------------------------------------------- nothing happens on a closed case but its reopening

CREATE FUNCTION refuse_fact_on_closed_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the case is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'case_is_open';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['denials', 'grievances', 'plan_decisions', 'imr_applications', 'hearings', 'complaints', 'case_notes', 'extension_requests'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_fact_on_closed_case()',
      t || '_case_open', t);
  END LOOP;
END $$;
--> statement-breakpoint

-- ---------------------------------------------------------------- a recorded fact has happened

-- Every civil date of the row lies on or before today, save the one that announces a cut (services_end_on).
CREATE FUNCTION refuse_date_ahead() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  field text;
  told text;
BEGIN
  FOR field, told IN SELECT key, value FROM jsonb_each_text(to_jsonb(NEW)) LOOP
    IF field LIKE '%\_on' AND field <> 'services_end_on' AND told IS NOT NULL AND told::date > current_civil_date() THEN
      RAISE EXCEPTION '% lies ahead of today', field USING ERRCODE = 'check_violation', CONSTRAINT = 'date_has_happened';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['denials', 'grievances', 'plan_decisions', 'imr_applications', 'hearings', 'complaints'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_date_ahead()',
      t || '_have_happened', t);
  END LOOP;
END $$;
--> statement-breakpoint

-- ---------------------------------------------------------------- a decision answers the grievance it belongs to

CREATE FUNCTION check_plan_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE g grievances%ROWTYPE;
BEGIN
  SELECT * INTO g FROM grievances WHERE id = NEW.grievance_id;
  IF g.case_id IS DISTINCT FROM NEW.case_id THEN
    RAISE EXCEPTION 'the grievance belongs to another case' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_decisions_same_case';
  END IF;
  IF NEW.letter_on < greatest(g.sent_on, g.received_on) THEN
    RAISE EXCEPTION 'a decision cannot precede its grievance' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_decisions_after_grievance';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER plan_decisions_answer_grievance BEFORE INSERT OR UPDATE ON plan_decisions
  FOR EACH ROW EXECUTE FUNCTION check_plan_decision();
--> statement-breakpoint

-- Moving the grievance after its decision was recorded would break the same order from the other side.
CREATE FUNCTION check_grievance_before_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM plan_decisions d WHERE d.grievance_id = NEW.id AND d.letter_on < greatest(NEW.sent_on, NEW.received_on)) THEN
    RAISE EXCEPTION 'a decision cannot precede its grievance' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_decisions_after_grievance';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER grievances_before_decision BEFORE UPDATE ON grievances
  FOR EACH ROW EXECUTE FUNCTION check_grievance_before_decision();
--> statement-breakpoint

-- ---------------------------------------------------------------- an IMR application is made where the law lets it

CREATE FUNCTION check_imr_application() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told text;
  line_program text;
  denied text[];
BEGIN
  SELECT l.regulator, l.program INTO told, line_program
    FROM cases c JOIN plan_lines l ON l.id = c.plan_line_id WHERE c.id = NEW.case_id;
  IF line_program IN ('commercial', 'other') AND told IN ('DMHC', 'CDI') AND told <> NEW.regulator THEN
    RAISE EXCEPTION 'the line is regulated by another department' USING ERRCODE = 'check_violation', CONSTRAINT = 'imr_applications_right_regulator';
  END IF;
  IF EXISTS (SELECT 1 FROM hearings h WHERE h.case_id = NEW.case_id AND h.held_on <= NEW.applied_on) THEN
    RAISE EXCEPTION 'a State Hearing was held' USING ERRCODE = 'check_violation', CONSTRAINT = 'imr_applications_no_hearing_held';
  END IF;
  SELECT bases INTO denied FROM denials WHERE case_id = NEW.case_id;
  IF cardinality(denied) > 0 AND NOT denied && ARRAY['medical-necessity', 'experimental', 'emergency-or-urgent'] THEN
    RAISE EXCEPTION 'the denial rests on coverage alone' USING ERRCODE = 'check_violation', CONSTRAINT = 'imr_applications_not_coverage_only';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER imr_applications_allowed BEFORE INSERT ON imr_applications
  FOR EACH ROW EXECUTE FUNCTION check_imr_application();
--> statement-breakpoint

-- The approval of a late filing is a supervisor's act.
CREATE FUNCTION check_extension_approver() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE approver uuid;
BEGIN
  approver := to_jsonb(NEW) ->> TG_ARGV[0];
  IF approver IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM users u WHERE u.id = approver AND u.role IN ('supervisor', 'administrator')
  ) THEN
    RAISE EXCEPTION 'only a supervisor approves a late filing' USING ERRCODE = 'check_violation', CONSTRAINT = 'approver_is_supervisor';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER imr_applications_approver BEFORE INSERT OR UPDATE OF extension_approved_by ON imr_applications
  FOR EACH ROW EXECUTE FUNCTION check_extension_approver('extension_approved_by');
--> statement-breakpoint
CREATE TRIGGER extension_requests_approver BEFORE INSERT OR UPDATE OF approved_by ON extension_requests
  FOR EACH ROW EXECUTE FUNCTION check_extension_approver('approved_by');
--> statement-breakpoint

-- ---------------------------------------------------------------- a case number is forever

CREATE FUNCTION refuse_number_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> OLD.number OR NEW.office_id <> OLD.office_id THEN
    RAISE EXCEPTION 'a case keeps its number' USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_number_kept';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_number_kept BEFORE UPDATE OF number, office_id ON cases
  FOR EACH ROW EXECUTE FUNCTION refuse_number_change();
--> statement-breakpoint
CREATE FUNCTION refuse_counting_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'case numbers are never given out twice' USING ERRCODE = 'check_violation', CONSTRAINT = 'case_numbers_only_grow';
  END IF;
  IF NEW.last_number <= OLD.last_number THEN
    RAISE EXCEPTION 'case numbers are never given out twice' USING ERRCODE = 'check_violation', CONSTRAINT = 'case_numbers_only_grow';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_numbers_only_grow BEFORE UPDATE OR DELETE ON case_numbers
  FOR EACH ROW EXECUTE FUNCTION refuse_counting_down();
