CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"office_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"event" text NOT NULL,
	"case_id" uuid,
	"case_version" integer,
	"subject_id" uuid,
	"changes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"request_id" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_closures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"closed_by" uuid NOT NULL,
	"outcome" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"reopened_at" timestamp with time zone,
	"reopened_by" uuid,
	"reopen_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "case_closures_outcome_known" CHECK (outcome in ('overturned-by-plan', 'overturned-by-imr', 'partly-overturned', 'upheld-by-imr', 'resolved-otherwise', 'client-withdrew', 'referred-elsewhere', 'lost-contact', 'opened-in-error')),
	CONSTRAINT "case_closures_reopened_with_reason" CHECK (reopened_at is null or length(btrim(reopen_reason)) > 0)
);
--> statement-breakpoint
CREATE TABLE "case_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"happened_on" date NOT NULL,
	"with_whom" text,
	"spoke_with" text DEFAULT '' NOT NULL,
	"reference_number" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_notes_kind_known" CHECK (kind in ('note', 'call')),
	CONSTRAINT "case_notes_body_given" CHECK (length(btrim(body)) > 0)
);
--> statement-breakpoint
CREATE TABLE "case_numbers" (
	"office_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "case_numbers_office_id_year_pk" PRIMARY KEY("office_id","year")
);
--> statement-breakpoint
CREATE TABLE "case_search_terms" (
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"term" text NOT NULL,
	CONSTRAINT "case_search_terms_case_id_term_pk" PRIMARY KEY("case_id","term")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"number" text NOT NULL,
	"client_id" uuid NOT NULL,
	"plan_line_id" uuid,
	"member_number" text DEFAULT '' NOT NULL,
	"service_covered_by" text,
	"urgent" boolean DEFAULT false NOT NULL,
	"owner_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"outcome" text,
	"last_contact_on" date,
	"stage" text NOT NULL,
	"next_rule" text,
	"next_owed_by" text,
	"next_starts_on" date,
	"next_due_on" date,
	"file_by" date,
	"last_reading_on" date,
	CONSTRAINT "cases_office_id_key" UNIQUE("office_id","id"),
	CONSTRAINT "cases_number_key" UNIQUE("office_id","number"),
	CONSTRAINT "cases_stage_known" CHECK (stage in ('intake', 'grievance', 'imr-open', 'imr-not-available', 'imr-screening', 'imr-review', 'determination', 'complaint', 'hearing', 'plan-overturned', 'resolved', 'closed')),
	CONSTRAINT "cases_outcome_known" CHECK (outcome is null or outcome in ('overturned-by-plan', 'overturned-by-imr', 'partly-overturned', 'upheld-by-imr', 'resolved-otherwise', 'client-withdrew', 'referred-elsewhere', 'lost-contact', 'opened-in-error')),
	CONSTRAINT "cases_closed_with_outcome" CHECK ((closed_at is null) = (outcome is null)),
	CONSTRAINT "cases_covered_by_known" CHECK (service_covered_by is null or service_covered_by in ('medicare', 'medi-cal'))
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"name" text NOT NULL,
	"pronouns" text DEFAULT '' NOT NULL,
	"birth_on" date,
	"language" text DEFAULT 'en' NOT NULL,
	"language_note" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"contact_hours" text DEFAULT '' NOT NULL,
	"may_leave_voicemail" boolean DEFAULT false NOT NULL,
	"may_say_who_we_are" boolean DEFAULT false NOT NULL,
	"may_send_text" boolean DEFAULT false NOT NULL,
	"may_send_paper_mail" boolean DEFAULT false NOT NULL,
	"safe_contact_note" text DEFAULT '' NOT NULL,
	"email_consent_on" date,
	"email_consent_how" text DEFAULT '' NOT NULL,
	"email_consent_withdrawn_on" date,
	"representative_name" text DEFAULT '' NOT NULL,
	"representative_relationship" text DEFAULT '' NOT NULL,
	"representative_phone" text DEFAULT '' NOT NULL,
	"representative_email" text DEFAULT '' NOT NULL,
	"representative_authority" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clients_office_id_key" UNIQUE("office_id","id"),
	CONSTRAINT "clients_name_given" CHECK (length(btrim(name)) > 0),
	CONSTRAINT "clients_language_known" CHECK (language in ('en', 'es', 'zh', 'vi', 'ko', 'tl', 'hy', 'ar', 'fa', 'hmn', 'ru', 'km', 'other')),
	CONSTRAINT "clients_consent_says_how" CHECK (email_consent_on is null or (length(btrim(email_consent_how)) > 0 and length(btrim(email)) > 0)),
	CONSTRAINT "clients_consent_order" CHECK (email_consent_withdrawn_on is null or email_consent_withdrawn_on >= email_consent_on)
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"regulator" text NOT NULL,
	"received_on" date NOT NULL,
	"decided_on" date,
	"note" text DEFAULT '' NOT NULL,
	"date_sources" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "complaints_regulator_known" CHECK (regulator in ('DMHC', 'CDI')),
	CONSTRAINT "complaints_order" CHECK (decided_on >= received_on)
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"owed_by" text NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	"due_at" timestamp with time zone,
	"rolled_on" date,
	"latest_on" date,
	"outcome" text NOT NULL,
	"acted_on" date,
	"owner_id" uuid,
	"lapse_noted_on" date,
	"next_reminder_on" date,
	CONSTRAINT "deadlines_case_id_rule_pk" PRIMARY KEY("case_id","rule"),
	CONSTRAINT "deadlines_owed_by_known" CHECK (owed_by in ('client', 'plan', 'regulator', 'reviewer')),
	CONSTRAINT "deadlines_kind_known" CHECK (kind in ('duty', 'limit', 'information')),
	CONSTRAINT "deadlines_outcome_known" CHECK (outcome in ('pending', 'met', 'late', 'moot', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "denials" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"letter_on" date,
	"received_on" date,
	"service" text DEFAULT '' NOT NULL,
	"bases" text[] DEFAULT '{}' NOT NULL,
	"contract_provision" text DEFAULT '' NOT NULL,
	"service_received" boolean DEFAULT false NOT NULL,
	"services_end_on" date,
	"date_sources" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "denials_order" CHECK (received_on >= letter_on),
	CONSTRAINT "denials_bases_known" CHECK (bases <@ array['medical-necessity', 'experimental', 'emergency-or-urgent', 'not-covered', 'other'])
);
--> statement-breakpoint
CREATE TABLE "extension_requests" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	CONSTRAINT "extension_requests_statement_given" CHECK (length(btrim(statement)) > 0),
	CONSTRAINT "extension_requests_approval_whole" CHECK ((approved_by is null) = (approved_at is null))
);
--> statement-breakpoint
CREATE TABLE "grievances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"sent_on" date,
	"received_on" date,
	"received_at" timestamp with time zone,
	"channel" text,
	"expedited" boolean DEFAULT false NOT NULL,
	"certified_by" text DEFAULT '' NOT NULL,
	"plan_reference" text DEFAULT '' NOT NULL,
	"acknowledged_on" date,
	"statement_on" date,
	"date_sources" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grievances_office_id_key" UNIQUE("office_id","id"),
	CONSTRAINT "grievances_dated" CHECK (sent_on is not null or received_on is not null),
	CONSTRAINT "grievances_order" CHECK (received_on >= sent_on),
	CONSTRAINT "grievances_acknowledgment_order" CHECK (acknowledged_on >= coalesce(received_on, sent_on)),
	CONSTRAINT "grievances_statement_order" CHECK (statement_on >= coalesce(received_on, sent_on)),
	CONSTRAINT "grievances_received_agree" CHECK (received_at is null or received_on = (received_at at time zone 'America/Los_Angeles')::date),
	CONSTRAINT "grievances_channel_known" CHECK (channel is null or channel in ('online', 'fax', 'mail', 'certified-mail', 'email', 'phone', 'in-person'))
);
--> statement-breakpoint
CREATE TABLE "health_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"name" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"grievance_address" text DEFAULT '' NOT NULL,
	"grievance_fax" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "health_plans_office_id_key" UNIQUE("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "hearings" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"requested_on" date,
	"held_on" date,
	"note" text DEFAULT '' NOT NULL,
	"date_sources" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "hearings_dated" CHECK (requested_on is not null or held_on is not null),
	CONSTRAINT "hearings_order" CHECK (held_on >= requested_on)
);
--> statement-breakpoint
CREATE TABLE "imr_applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"regulator" text NOT NULL,
	"channel" text NOT NULL,
	"destination" text DEFAULT '' NOT NULL,
	"confirmation_number" text DEFAULT '' NOT NULL,
	"expedited" boolean DEFAULT false NOT NULL,
	"certified_by" text DEFAULT '' NOT NULL,
	"compelling_statement" text DEFAULT '' NOT NULL,
	"extension_statement" text DEFAULT '' NOT NULL,
	"extension_approved_by" uuid,
	"filing" text,
	"applied_on" date NOT NULL,
	"received_on" date,
	"received_at" timestamp with time zone,
	"accepted_on" date,
	"accepted_at" timestamp with time zone,
	"rejected_on" date,
	"rejection_reason" text DEFAULT '' NOT NULL,
	"plan_notified_on" date,
	"documents_sent_on" date,
	"documents_sent_at" timestamp with time zone,
	"reviewer_received_on" date,
	"determined_on" date,
	"outcome" text,
	"plan_received_on" date,
	"implemented_on" date,
	"date_sources" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imr_applications_regulator_known" CHECK (regulator in ('DMHC', 'CDI')),
	CONSTRAINT "imr_applications_channel_known" CHECK (channel in ('online', 'fax', 'mail', 'certified-mail', 'email', 'phone', 'in-person')),
	CONSTRAINT "imr_applications_received_order" CHECK (received_on >= applied_on),
	CONSTRAINT "imr_applications_accepted_order" CHECK (accepted_on >= coalesce(received_on, applied_on)),
	CONSTRAINT "imr_applications_rejected_order" CHECK (rejected_on >= coalesce(received_on, applied_on)),
	CONSTRAINT "imr_applications_notice_order" CHECK (plan_notified_on >= applied_on),
	CONSTRAINT "imr_applications_documents_order" CHECK (documents_sent_on >= applied_on),
	CONSTRAINT "imr_applications_reviewer_order" CHECK (reviewer_received_on >= applied_on),
	CONSTRAINT "imr_applications_determined_order" CHECK (determined_on >= greatest(applied_on, received_on, accepted_on, reviewer_received_on)),
	CONSTRAINT "imr_applications_plan_received_order" CHECK (plan_received_on >= determined_on),
	CONSTRAINT "imr_applications_implemented_order" CHECK (implemented_on >= determined_on),
	CONSTRAINT "imr_applications_determination_whole" CHECK ((determined_on is null) = (outcome is null)),
	CONSTRAINT "imr_applications_rejected_or_accepted" CHECK (rejected_on is null or (accepted_on is null and accepted_at is null and determined_on is null)),
	CONSTRAINT "imr_applications_late_explained" CHECK (filing is distinct from 'late' or length(btrim(extension_statement)) > 0),
	CONSTRAINT "imr_applications_late_approved" CHECK (filing is distinct from 'late' or extension_approved_by is not null),
	CONSTRAINT "imr_applications_after_determination" CHECK (determined_on is not null or (plan_received_on is null and implemented_on is null))
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"time_zone" text DEFAULT 'America/Los_Angeles' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"grievance_id" uuid NOT NULL,
	"letter_on" date NOT NULL,
	"received_on" date,
	"outcome" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"date_sources" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_decisions_one_per_grievance" UNIQUE("grievance_id"),
	CONSTRAINT "plan_decisions_order" CHECK (received_on >= letter_on),
	CONSTRAINT "plan_decisions_outcome_known" CHECK (outcome in ('upheld', 'overturned', 'partly-overturned'))
);
--> statement-breakpoint
CREATE TABLE "plan_lines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"name" text NOT NULL,
	"program" text NOT NULL,
	"regulator" text NOT NULL,
	"knox_keene" boolean DEFAULT true NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"verified_on" date,
	CONSTRAINT "plan_lines_office_id_key" UNIQUE("office_id","id"),
	CONSTRAINT "plan_lines_program_known" CHECK (program in ('commercial', 'medi-cal', 'medicare', 'medicare-medi-cal', 'self-funded', 'other')),
	CONSTRAINT "plan_lines_regulator_known" CHECK (regulator in ('DMHC', 'CDI', 'none', 'unknown')),
	CONSTRAINT "plan_lines_regulator_fits_program" CHECK (not (program = 'self-funded' and regulator in ('DMHC', 'CDI')) and not (program = 'medi-cal' and regulator = 'CDI'))
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"due_on" date NOT NULL,
	"rung" text NOT NULL,
	"recipient_kind" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"planned_on" date NOT NULL,
	"claimed_at" timestamp with time zone,
	"claimed_by" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"provider_message_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminders_once" UNIQUE("case_id","rule","due_on","rung","recipient_id"),
	CONSTRAINT "reminders_state_known" CHECK (state in ('claimed', 'sent', 'failed', 'skipped', 'canceled')),
	CONSTRAINT "reminders_recipient_known" CHECK (recipient_kind in ('owner', 'supervisor', 'client'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deactivated_at" timestamp with time zone,
	CONSTRAINT "users_office_id_key" UNIQUE("office_id","id"),
	CONSTRAINT "users_role_known" CHECK (role in ('caseworker', 'supervisor', 'administrator', 'reviewer'))
);
--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_office_id_actor_id_users_office_id_id_fk" FOREIGN KEY ("office_id","actor_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_closures" ADD CONSTRAINT "case_closures_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_closures" ADD CONSTRAINT "case_closures_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_closures" ADD CONSTRAINT "case_closures_office_id_closed_by_users_office_id_id_fk" FOREIGN KEY ("office_id","closed_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_closures" ADD CONSTRAINT "case_closures_office_id_reopened_by_users_office_id_id_fk" FOREIGN KEY ("office_id","reopened_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_office_id_author_id_users_office_id_id_fk" FOREIGN KEY ("office_id","author_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_numbers" ADD CONSTRAINT "case_numbers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_search_terms" ADD CONSTRAINT "case_search_terms_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_search_terms" ADD CONSTRAINT "case_search_terms_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_office_id_client_id_clients_office_id_id_fk" FOREIGN KEY ("office_id","client_id") REFERENCES "public"."clients"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_office_id_plan_line_id_plan_lines_office_id_id_fk" FOREIGN KEY ("office_id","plan_line_id") REFERENCES "public"."plan_lines"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_office_id_owner_id_users_office_id_id_fk" FOREIGN KEY ("office_id","owner_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_office_id_owner_id_users_office_id_id_fk" FOREIGN KEY ("office_id","owner_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denials" ADD CONSTRAINT "denials_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denials" ADD CONSTRAINT "denials_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_requests" ADD CONSTRAINT "extension_requests_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_requests" ADD CONSTRAINT "extension_requests_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_requests" ADD CONSTRAINT "extension_requests_office_id_requested_by_users_office_id_id_fk" FOREIGN KEY ("office_id","requested_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_requests" ADD CONSTRAINT "extension_requests_office_id_approved_by_users_office_id_id_fk" FOREIGN KEY ("office_id","approved_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grievances" ADD CONSTRAINT "grievances_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grievances" ADD CONSTRAINT "grievances_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_plans" ADD CONSTRAINT "health_plans_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imr_applications" ADD CONSTRAINT "imr_applications_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imr_applications" ADD CONSTRAINT "imr_applications_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imr_applications" ADD CONSTRAINT "imr_applications_office_id_extension_approved_by_users_office_id_id_fk" FOREIGN KEY ("office_id","extension_approved_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_decisions" ADD CONSTRAINT "plan_decisions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_decisions" ADD CONSTRAINT "plan_decisions_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_decisions" ADD CONSTRAINT "plan_decisions_office_id_grievance_id_grievances_office_id_id_fk" FOREIGN KEY ("office_id","grievance_id") REFERENCES "public"."grievances"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD CONSTRAINT "plan_lines_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD CONSTRAINT "plan_lines_office_id_plan_id_health_plans_office_id_id_fk" FOREIGN KEY ("office_id","plan_id") REFERENCES "public"."health_plans"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_case" ON "audit_events" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "audit_events_office" ON "audit_events" USING btree ("office_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_closures_one_standing" ON "case_closures" USING btree ("case_id") WHERE reopened_at is null;--> statement-breakpoint
CREATE INDEX "case_notes_case" ON "case_notes" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "cases_open_by_due" ON "cases" USING btree ("office_id","next_due_on","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_open_by_owner_due" ON "cases" USING btree ("office_id","owner_id","next_due_on","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_open_by_stage_due" ON "cases" USING btree ("office_id","stage","next_due_on","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_open_by_opened" ON "cases" USING btree ("office_id","opened_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_closed" ON "cases" USING btree ("office_id","closed_at","id") WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX "cases_client" ON "cases" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "deadlines_pending_by_owner" ON "deadlines" USING btree ("office_id","owner_id","due_on") WHERE outcome = 'pending' and kind <> 'information';--> statement-breakpoint
CREATE INDEX "deadlines_pending_by_due" ON "deadlines" USING btree ("office_id","due_on") WHERE outcome = 'pending' and kind <> 'information';--> statement-breakpoint
CREATE INDEX "deadlines_lapse_to_note" ON "deadlines" USING btree ("office_id","due_on") WHERE outcome = 'pending' and lapse_noted_on is null;--> statement-breakpoint
CREATE INDEX "deadlines_reminder_due" ON "deadlines" USING btree ("office_id","next_reminder_on") WHERE next_reminder_on is not null;--> statement-breakpoint
CREATE INDEX "extension_requests_waiting" ON "extension_requests" USING btree ("office_id","requested_at") WHERE approved_at is null;--> statement-breakpoint
CREATE INDEX "grievances_case" ON "grievances" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "health_plans_name_key" ON "health_plans" USING btree ("office_id",lower("name"));--> statement-breakpoint
CREATE INDEX "imr_applications_case" ON "imr_applications" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "imr_applications_one_pending" ON "imr_applications" USING btree ("case_id") WHERE rejected_on is null;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_lines_name_key" ON "plan_lines" USING btree ("plan_id",lower("name"));--> statement-breakpoint
CREATE INDEX "reminders_unsettled" ON "reminders" USING btree ("office_id","claimed_at") WHERE state = 'claimed';--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));