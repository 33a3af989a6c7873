-- A correction is held to what a filing is held to, once it moves the application to another department or day.
-- Medi-Cal lines belong to the DMHC, whatever their own regulator says.
CREATE OR REPLACE FUNCTION check_imr_application() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told text;
  line_program text;
  denied text[];
BEGIN
  SELECT l.regulator, l.program INTO told, line_program
    FROM cases c JOIN plan_lines l ON l.id = c.plan_line_id WHERE c.id = NEW.case_id;
  IF line_program IN ('medi-cal', 'medicare-medi-cal') THEN
    told := 'DMHC';
  END IF;
  IF line_program IN ('commercial', 'other', 'medi-cal', 'medicare-medi-cal') AND told IN ('DMHC', 'CDI') AND told <> NEW.regulator THEN
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
-- Only a changed value counts: a corrected confirmation number is not refused for what happened since the filing.
CREATE TRIGGER imr_applications_allowed_on_correction BEFORE UPDATE OF regulator, applied_on ON imr_applications
  FOR EACH ROW WHEN (OLD.regulator IS DISTINCT FROM NEW.regulator OR OLD.applied_on IS DISTINCT FROM NEW.applied_on)
  EXECUTE FUNCTION check_imr_application();
