-- Sign-in, sessions and links; restricted cases and cover; retention and erasure; the chain of the record. Their guards
-- follow in the next migration, which also makes the chain of the events written so far.
CREATE TABLE "audit_heads" (
	"office_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "access_links_token" UNIQUE("token_hash"),
	CONSTRAINT "access_links_purpose_known" CHECK (purpose in ('invitation', 'password-reset'))
);
--> statement-breakpoint
CREATE TABLE "attempt_counts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "covers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"absent_id" uuid NOT NULL,
	"cover_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"arranged_by" uuid NOT NULL,
	"arranged_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "covers_office_id_key" UNIQUE("office_id","id"),
	CONSTRAINT "covers_two_people" CHECK (absent_id <> cover_id),
	CONSTRAINT "covers_days_in_order" CHECK (until_on >= from_on),
	CONSTRAINT "covers_end_whole" CHECK ((ended_at is null) = (ended_by is null))
);
--> statement-breakpoint
CREATE TABLE "erased_cases" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"number" text NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	"proposed_by" uuid NOT NULL,
	"erased_by" uuid NOT NULL,
	"statistics" jsonb NOT NULL,
	CONSTRAINT "erased_cases_number_key" UNIQUE("office_id","number"),
	CONSTRAINT "erased_cases_two_people" CHECK (proposed_by <> erased_by)
);
--> statement-breakpoint
CREATE TABLE "erasure_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "external_identities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "external_identities_once" UNIQUE("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "legal_holds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"released_by" uuid,
	"released_at" timestamp with time zone,
	"release_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "legal_holds_reason_given" CHECK (length(btrim(reason)) > 0),
	CONSTRAINT "legal_holds_release_whole" CHECK ((released_at is null) = (released_by is null))
);
--> statement-breakpoint
CREATE TABLE "named_people" (
	"case_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"named_by" uuid NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	CONSTRAINT "named_people_case_id_user_id_pk" PRIMARY KEY("case_id","user_id"),
	CONSTRAINT "named_people_days_in_order" CHECK (until_on is null or until_on >= from_on)
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	"replaced_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "restrictions" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"restricted_by" uuid NOT NULL,
	"restricted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "restrictions_ground_known" CHECK (ground in ('staff-conflict', 'well-known-person', 'domestic-violence', 'other'))
);
--> statement-breakpoint
CREATE TABLE "saved_forms" (
	"office_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"location" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_forms_office_id_id_pk" PRIMARY KEY("office_id","id")
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"sealed_secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_office_id_case_id_cases_office_id_id_fk";
--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "salt" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "content_digest" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "previous_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "retain_until_on" date;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "second_factor_for" text DEFAULT 'leaders' NOT NULL;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "idle_lock_minutes" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "retention_years" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "is_demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "method" text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "locked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "ended_because" text;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_office_id_created_by_users_office_id_id_fk" FOREIGN KEY ("office_id","created_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_office_id_absent_id_users_office_id_id_fk" FOREIGN KEY ("office_id","absent_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_office_id_cover_id_users_office_id_id_fk" FOREIGN KEY ("office_id","cover_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_office_id_arranged_by_users_office_id_id_fk" FOREIGN KEY ("office_id","arranged_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_office_id_ended_by_users_office_id_id_fk" FOREIGN KEY ("office_id","ended_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_cases" ADD CONSTRAINT "erased_cases_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_cases" ADD CONSTRAINT "erased_cases_office_id_proposed_by_users_office_id_id_fk" FOREIGN KEY ("office_id","proposed_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_cases" ADD CONSTRAINT "erased_cases_office_id_erased_by_users_office_id_id_fk" FOREIGN KEY ("office_id","erased_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_proposals" ADD CONSTRAINT "erasure_proposals_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_proposals" ADD CONSTRAINT "erasure_proposals_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_proposals" ADD CONSTRAINT "erasure_proposals_office_id_proposed_by_users_office_id_id_fk" FOREIGN KEY ("office_id","proposed_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_proposals" ADD CONSTRAINT "erasure_proposals_office_id_withdrawn_by_users_office_id_id_fk" FOREIGN KEY ("office_id","withdrawn_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_identities" ADD CONSTRAINT "external_identities_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_identities" ADD CONSTRAINT "external_identities_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_office_id_placed_by_users_office_id_id_fk" FOREIGN KEY ("office_id","placed_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_office_id_released_by_users_office_id_id_fk" FOREIGN KEY ("office_id","released_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_people" ADD CONSTRAINT "named_people_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_people" ADD CONSTRAINT "named_people_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_people" ADD CONSTRAINT "named_people_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_people" ADD CONSTRAINT "named_people_office_id_named_by_users_office_id_id_fk" FOREIGN KEY ("office_id","named_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_office_id_restricted_by_users_office_id_id_fk" FOREIGN KEY ("office_id","restricted_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_forms" ADD CONSTRAINT "saved_forms_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_forms" ADD CONSTRAINT "saved_forms_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_links_user" ON "access_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "covers_standing" ON "covers" USING btree ("office_id","cover_id","until_on") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_proposals_one_standing" ON "erasure_proposals" USING btree ("case_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "external_identities_user" ON "external_identities" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_holds_one_standing" ON "legal_holds" USING btree ("case_id") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "named_people_person" ON "named_people" USING btree ("office_id","user_id");--> statement-breakpoint
CREATE INDEX "recovery_codes_standing" ON "recovery_codes" USING btree ("user_id") WHERE used_at is null and replaced_at is null;--> statement-breakpoint
CREATE INDEX "restrictions_office" ON "restrictions" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "saved_forms_age" ON "saved_forms" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "audit_events_views" ON "audit_events" USING btree ("case_id","actor_id","at") WHERE event in ('case.viewed', 'client.viewed');--> statement-breakpoint
CREATE INDEX "cases_retention" ON "cases" USING btree ("office_id","retain_until_on") WHERE closed_at is not null;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_second_factor_known" CHECK (second_factor_for in ('leaders', 'everyone'));--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_idle_lock_bounded" CHECK ("offices"."idle_lock_minutes" between 1 and 60);--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_retention_bounded" CHECK ("offices"."retention_years" between 1 and 50);--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_method_known" CHECK (method in ('password', 'single-sign-on'));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_end_known" CHECK (ended_because is null or ended_because in ('signed-out', 'revoked', 'role-changed', 'deactivated', 'password-changed', 'factor-changed'));