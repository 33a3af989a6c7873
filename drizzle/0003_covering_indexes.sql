-- The counts of the lists and of the team's load are read from an index alone; case lists are never ordered by opening.
DROP INDEX "cases_open_by_opened";--> statement-breakpoint
DROP INDEX "cases_open_by_due";--> statement-breakpoint
DROP INDEX "cases_open_by_owner_due";--> statement-breakpoint
DROP INDEX "cases_closed";--> statement-breakpoint
DROP INDEX "deadlines_pending_by_owner";--> statement-breakpoint
DROP INDEX "deadlines_pending_by_due";--> statement-breakpoint
CREATE INDEX "cases_open_by_due" ON "cases" USING btree ("office_id","next_due_on","id","next_owed_by","urgent") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_open_by_owner_due" ON "cases" USING btree ("office_id","owner_id","next_due_on","id","next_owed_by","urgent") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_closed" ON "cases" USING btree ("office_id","closed_at","id","next_due_on","next_owed_by","urgent") WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX "deadlines_pending_by_owner" ON "deadlines" USING btree ("office_id","owner_id","due_on","owed_by","starts_on") WHERE outcome = 'pending' and kind <> 'information';--> statement-breakpoint
CREATE INDEX "deadlines_pending_by_due" ON "deadlines" USING btree ("office_id","due_on","owed_by","owner_id","starts_on") WHERE outcome = 'pending' and kind <> 'information';--> statement-breakpoint

-- By the case's own key: a test for existence among closed cases could be planned as a walk through all of them.
CREATE OR REPLACE FUNCTION refuse_fact_on_closed_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT closed_at FROM cases WHERE id = NEW.case_id) IS NOT NULL THEN
    RAISE EXCEPTION 'the case is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'case_is_open';
  END IF;
  RETURN NEW;
END $$;
