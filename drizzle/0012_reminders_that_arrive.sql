CREATE TABLE "bulletins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"for_on" date NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp with time zone,
	"claimed_by" text,
	"retry_at" timestamp with time zone,
	"batch_id" uuid,
	"sent_at" timestamp with time zone,
	"provider_message_id" text,
	"delivered_at" timestamp with time zone,
	"bounced_at" timestamp with time zone,
	"complained_at" timestamp with time zone,
	"stop_token" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bulletins_office_id_key" UNIQUE("office_id","id"),
	CONSTRAINT "bulletins_once" UNIQUE("office_id","kind","recipient_id","for_on"),
	CONSTRAINT "bulletins_stop_token" UNIQUE("stop_token"),
	CONSTRAINT "bulletins_kind_known" CHECK (kind in ('morning-digest', 'team-digest', 'alarm')),
	CONSTRAINT "bulletins_state_known" CHECK (state in ('planned', 'gathered', 'claimed', 'sent', 'failed', 'skipped', 'canceled'))
);
--> statement-breakpoint
CREATE TABLE "calendar_entries" (
	"office_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"due_on" date NOT NULL,
	"summary" text NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"modified_at" timestamp with time zone NOT NULL,
	"canceled_at" timestamp with time zone,
	CONSTRAINT "calendar_entries_feed_id_case_id_rule_pk" PRIMARY KEY("feed_id","case_id","rule")
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_office_id_key" UNIQUE("office_id","id"),
	CONSTRAINT "calendar_feeds_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "calendar_fetches" (
	"office_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"subscriber" text NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_fetches_feed_id_subscriber_pk" PRIMARY KEY("feed_id","subscriber")
);
--> statement-breakpoint
CREATE TABLE "digest_preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"digest_at" text,
	"stopped_at" timestamp with time zone,
	CONSTRAINT "digest_preferences_hour" CHECK (digest_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
);
--> statement-breakpoint
CREATE TABLE "mail_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"provider_event_id" text NOT NULL,
	"message_id" uuid NOT NULL,
	"event" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	CONSTRAINT "mail_events_once" UNIQUE("office_id","provider_event_id"),
	CONSTRAINT "mail_events_known" CHECK (event in ('delivered', 'delayed', 'bounced', 'complained', 'failed', 'unsubscribed'))
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"deadline_count" integer NOT NULL,
	"due_count" integer NOT NULL,
	"difference_count" integer NOT NULL,
	"differences" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"due_on" date NOT NULL,
	"kind" text NOT NULL,
	"quiet_until_on" date NOT NULL,
	"reason" text NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "reminder_answers_kind_known" CHECK (kind in ('acknowledged', 'snoozed')),
	CONSTRAINT "reminder_answers_reason_given" CHECK (length(btrim(reason)) > 0),
	CONSTRAINT "reminder_answers_never_past_the_date" CHECK (quiet_until_on <= due_on),
	CONSTRAINT "reminder_answers_withdrawal_whole" CHECK ((withdrawn_by is null) = (withdrawn_at is null))
);
--> statement-breakpoint
CREATE TABLE "reminder_policies" (
	"office_id" uuid PRIMARY KEY NOT NULL,
	"policy" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"address" text NOT NULL,
	"ground" text NOT NULL,
	"scope" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"message_id" uuid,
	"lifted_at" timestamp with time zone,
	"lifted_by" uuid,
	"lift_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "suppressions_address_lowered" CHECK (address = lower(address)),
	CONSTRAINT "suppressions_ground_known" CHECK (ground in ('bounced', 'complained', 'unsubscribed')),
	CONSTRAINT "suppressions_scope_known" CHECK (scope in ('all', 'nudges')),
	CONSTRAINT "suppressions_lift_whole" CHECK ((lifted_at is null) = (lifted_by is null))
);
--> statement-breakpoint
CREATE TABLE "worker_runs" (
	"job" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "reminders" DROP CONSTRAINT "reminders_state_known";--> statement-breakpoint
DROP INDEX "deadlines_reminder_due";--> statement-breakpoint
-- Days become moments: the ladder is looked at from the morning of the day it had something to say.
ALTER TABLE "deadlines" ALTER COLUMN "next_reminder_on" TYPE timestamp (3) with time zone USING "next_reminder_on"::timestamp AT TIME ZONE 'America/Los_Angeles';--> statement-breakpoint
ALTER TABLE "deadlines" RENAME COLUMN "next_reminder_on" TO "next_look_at";--> statement-breakpoint
ALTER TABLE "deadlines" ADD COLUMN "stands_since" timestamp with time zone;--> statement-breakpoint
-- What is still to be said stays due. A column's type is changed past row security, which an update is bound by.
ALTER TABLE "deadlines" ALTER COLUMN "stands_since" TYPE timestamp with time zone USING coalesce("next_look_at", now());--> statement-breakpoint
ALTER TABLE "deadlines" ALTER COLUMN "stands_since" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ALTER COLUMN "planned_on" TYPE timestamp with time zone USING ("planned_on" + time '08:00') AT TIME ZONE 'America/Los_Angeles';--> statement-breakpoint
ALTER TABLE "reminders" RENAME COLUMN "planned_on" TO "planned_at";--> statement-breakpoint
DROP INDEX "reminders_unsettled";--> statement-breakpoint
ALTER TABLE "manual_deadlines" ALTER COLUMN "created_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "message_detail" text DEFAULT 'neutral' NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "message_detail_on" date;--> statement-breakpoint
ALTER TABLE "manual_deadlines" ADD COLUMN "made_for" text;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "bulletin_id" uuid;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "retry_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "complained_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "stop_token" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_office_id_recipient_id_users_office_id_id_fk" FOREIGN KEY ("office_id","recipient_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_entries" ADD CONSTRAINT "calendar_entries_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_entries" ADD CONSTRAINT "calendar_entries_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_entries" ADD CONSTRAINT "calendar_entries_office_id_feed_id_calendar_feeds_office_id_id_fk" FOREIGN KEY ("office_id","feed_id") REFERENCES "public"."calendar_feeds"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_fetches" ADD CONSTRAINT "calendar_fetches_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_fetches" ADD CONSTRAINT "calendar_fetches_office_id_feed_id_calendar_feeds_office_id_id_fk" FOREIGN KEY ("office_id","feed_id") REFERENCES "public"."calendar_feeds"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_preferences" ADD CONSTRAINT "digest_preferences_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_preferences" ADD CONSTRAINT "digest_preferences_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_events" ADD CONSTRAINT "mail_events_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_answers" ADD CONSTRAINT "reminder_answers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_answers" ADD CONSTRAINT "reminder_answers_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_answers" ADD CONSTRAINT "reminder_answers_office_id_answered_by_users_office_id_id_fk" FOREIGN KEY ("office_id","answered_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_answers" ADD CONSTRAINT "reminder_answers_office_id_withdrawn_by_users_office_id_id_fk" FOREIGN KEY ("office_id","withdrawn_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_policies" ADD CONSTRAINT "reminder_policies_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_policies" ADD CONSTRAINT "reminder_policies_office_id_changed_by_users_office_id_id_fk" FOREIGN KEY ("office_id","changed_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_office_id_lifted_by_users_office_id_id_fk" FOREIGN KEY ("office_id","lifted_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulletins_unsettled" ON "bulletins" USING btree ("office_id","claimed_at") WHERE claimed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_one_standing" ON "calendar_feeds" USING btree ("user_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "mail_events_message" ON "mail_events" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "mail_events_to_apply" ON "mail_events" USING btree ("office_id","received_at") WHERE applied_at is null;--> statement-breakpoint
CREATE INDEX "reconciliations_latest" ON "reconciliations" USING btree ("office_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_answers_one_standing" ON "reminder_answers" USING btree ("case_id","rule","due_on") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "suppressions_one_standing" ON "suppressions" USING btree ("office_id","address","scope") WHERE lifted_at is null;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_office_id_bulletin_id_bulletins_office_id_id_fk" FOREIGN KEY ("office_id","bulletin_id") REFERENCES "public"."bulletins"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deadlines_look_due" ON "deadlines" USING btree ("office_id","next_look_at","case_id","rule") WHERE next_look_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "manual_deadlines_one_task" ON "manual_deadlines" USING btree ("case_id","made_for") WHERE made_for is not null and done_on is null and canceled_at is null;--> statement-breakpoint
CREATE INDEX "reminders_planned" ON "reminders" USING btree ("office_id","planned_at") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "reminders_gathered" ON "reminders" USING btree ("office_id","recipient_id","planned_at") WHERE state = 'gathered';--> statement-breakpoint
CREATE INDEX "reminders_sent_to" ON "reminders" USING btree ("office_id","recipient_id","sent_at") WHERE sent_at is not null;--> statement-breakpoint
CREATE INDEX "reminders_unsettled" ON "reminders" USING btree ("office_id","claimed_at") WHERE claimed_at is not null;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_stop_token" UNIQUE("stop_token");--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_detail_known" CHECK (message_detail in ('neutral', 'standard', 'detailed'));--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_detail_agreed" CHECK (message_detail = 'neutral' or message_detail_on is not null);--> statement-breakpoint
ALTER TABLE "manual_deadlines" ADD CONSTRAINT "manual_deadlines_made_by_somebody" CHECK ((created_by is null) = (made_for is not null));--> statement-breakpoint
ALTER TABLE "manual_deadlines" ADD CONSTRAINT "manual_deadlines_reason_known" CHECK (made_for is null or made_for in ('reach-client', 'client-language'));--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_state_known" CHECK (state in ('planned', 'gathered', 'claimed', 'sent', 'failed', 'skipped', 'canceled'));
--> statement-breakpoint

-- ---------------------------------------------------------------- guards

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reminder_policies', 'digest_preferences', 'reminder_answers', 'bulletins', 'mail_events', 'suppressions',
    'reconciliations', 'calendar_feeds', 'calendar_fetches', 'calendar_entries'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY office_isolation ON %I USING (office_id = (SELECT current_office())) WITH CHECK (office_id = (SELECT current_office()))', t);
    EXECUTE format('CREATE POLICY closed_to_reviewers ON %I AS RESTRICTIVE TO recourse_app USING ((SELECT reads_identities()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['reminder_answers', 'calendar_entries'] LOOP
    EXECUTE format(
      'CREATE POLICY named_people_only ON %I AS RESTRICTIVE TO recourse_app USING (case_id <> ALL ((SELECT hidden_cases())::uuid[]))', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Who follows the link in a message is not signed in, and the message may be about a restricted case: this says what is
-- stopped and in which language to say so, and nothing of the case.
CREATE FUNCTION message_to_stop(token uuid) RETURNS TABLE (message_id uuid, recipient_kind text, language text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, r.recipient_kind, k.language
  FROM reminders r LEFT JOIN clients k ON r.recipient_kind = 'client' AND k.id = r.recipient_id
  WHERE r.office_id = current_office() AND r.stop_token = token
  UNION ALL
  SELECT b.id, 'staff', NULL FROM bulletins b WHERE b.office_id = current_office() AND b.stop_token = token
$$;
--> statement-breakpoint
-- What was due before that moment and has not gone out, restricted cases included: a count and the oldest moment.
CREATE FUNCTION unsent_messages(before timestamptz) RETURNS TABLE (waiting int, oldest_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int, min(w.at) FROM (
    SELECT d.next_look_at FROM deadlines d WHERE d.office_id = current_office() AND d.next_look_at < before
    UNION ALL
    SELECT r.created_at FROM reminders r
      WHERE r.office_id = current_office() AND r.claimed_at IS NOT NULL AND r.created_at < before
    UNION ALL
    SELECT coalesce(r.retry_at, r.planned_at) FROM reminders r
      WHERE r.office_id = current_office() AND r.state = 'planned' AND coalesce(r.retry_at, r.planned_at) < before
    UNION ALL
    -- A digest comes at each person's own hour, and not while the office is closed; some open once a week.
    SELECT r.created_at FROM reminders r
      WHERE r.office_id = current_office() AND r.state = 'gathered' AND r.created_at < before - interval '10 days'
    UNION ALL
    SELECT b.created_at FROM bulletins b
      WHERE b.office_id = current_office() AND b.claimed_at IS NOT NULL AND b.created_at < before
  ) w (at)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION message_to_stop(uuid), unsent_messages(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION message_to_stop(uuid) TO recourse_app;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION unsent_messages(timestamptz) TO recourse_app, recourse_worker;
--> statement-breakpoint
-- An erasure takes with it what the messages of the case left behind.
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
  DELETE FROM mail_events e USING reminders r WHERE r.case_id = erased AND e.message_id = r.id;
  IF last_of_client THEN
    DELETE FROM suppressions s USING reminders r WHERE r.case_id = erased AND r.recipient_kind = 'client' AND s.message_id = r.id;
  END IF;
  DELETE FROM reminders WHERE case_id = erased;
  DELETE FROM reminder_answers WHERE case_id = erased;
  DELETE FROM calendar_entries WHERE case_id = erased;
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
    DELETE FROM suppressions s USING clients k WHERE k.id = c.client_id AND s.office_id = c.office_id AND s.address = lower(k.email);
    DELETE FROM clients WHERE id = c.client_id;
  END IF;
END $$;
