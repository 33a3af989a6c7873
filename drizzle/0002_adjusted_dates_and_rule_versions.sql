CREATE TABLE "date_adjustments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"kind" text NOT NULL,
	"granted_by" text,
	"former_due_on" date NOT NULL,
	"due_on" date NOT NULL,
	"reason" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "date_adjustments_kind_known" CHECK (kind in ('by-hand', 'extension', 'pause')),
	CONSTRAINT "date_adjustments_reason_given" CHECK (length(btrim(reason)) > 0),
	CONSTRAINT "date_adjustments_granted_by_somebody" CHECK ((kind = 'by-hand') = (granted_by is null)),
	CONSTRAINT "date_adjustments_source_given" CHECK (kind = 'by-hand' or length(btrim(source)) > 0),
	CONSTRAINT "date_adjustments_withdrawal_whole" CHECK ((withdrawn_by is null) = (withdrawn_at is null))
);
--> statement-breakpoint
CREATE TABLE "manual_deadlines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"title" text NOT NULL,
	"owed_by" text NOT NULL,
	"due_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_on" date NOT NULL,
	"done_on" date,
	"canceled_at" timestamp with time zone,
	CONSTRAINT "manual_deadlines_title_given" CHECK (length(btrim(title)) > 0),
	CONSTRAINT "manual_deadlines_owed_by_known" CHECK (owed_by in ('client', 'plan', 'regulator', 'reviewer')),
	CONSTRAINT "manual_deadlines_one_end" CHECK (done_on is null or canceled_at is null)
);
--> statement-breakpoint
CREATE TABLE "rule_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"period_count" integer NOT NULL,
	"period_unit" text NOT NULL,
	"in_force_from" date NOT NULL,
	"in_force_to" date,
	"source" text NOT NULL,
	"reason" text NOT NULL,
	"drafted_by" uuid NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "rule_versions_period_positive" CHECK (period_count between 1 and 3650),
	CONSTRAINT "rule_versions_unit_known" CHECK (period_unit in ('calendar days', 'working days', 'months', 'federal months', 'hours')),
	CONSTRAINT "rule_versions_in_force_order" CHECK (in_force_to >= in_force_from),
	CONSTRAINT "rule_versions_source_given" CHECK (length(btrim(source)) > 0 and length(btrim(reason)) > 0),
	CONSTRAINT "rule_versions_two_people" CHECK (approved_by is distinct from drafted_by),
	CONSTRAINT "rule_versions_approval_whole" CHECK ((approved_by is null) = (approved_at is null)),
	CONSTRAINT "rule_versions_one_end" CHECK (discarded_at is null or approved_at is null)
);
--> statement-breakpoint
ALTER TABLE "deadlines" ADD COLUMN "rule_due_on" date;--> statement-breakpoint
ALTER TABLE "deadlines" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "date_adjustments" ADD CONSTRAINT "date_adjustments_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_adjustments" ADD CONSTRAINT "date_adjustments_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_adjustments" ADD CONSTRAINT "date_adjustments_office_id_recorded_by_users_office_id_id_fk" FOREIGN KEY ("office_id","recorded_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_adjustments" ADD CONSTRAINT "date_adjustments_office_id_withdrawn_by_users_office_id_id_fk" FOREIGN KEY ("office_id","withdrawn_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manual_deadlines" ADD CONSTRAINT "manual_deadlines_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manual_deadlines" ADD CONSTRAINT "manual_deadlines_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manual_deadlines" ADD CONSTRAINT "manual_deadlines_office_id_created_by_users_office_id_id_fk" FOREIGN KEY ("office_id","created_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_office_id_drafted_by_users_office_id_id_fk" FOREIGN KEY ("office_id","drafted_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_office_id_approved_by_users_office_id_id_fk" FOREIGN KEY ("office_id","approved_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "date_adjustments_case" ON "date_adjustments" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "manual_deadlines_case" ON "manual_deadlines" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "rule_versions_office" ON "rule_versions" USING btree ("office_id","rule","in_force_from");--> statement-breakpoint

-- The guards of every table of an office, for the ones made here.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['date_adjustments', 'manual_deadlines', 'rule_versions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY office_isolation ON %I USING (office_id = (SELECT current_office())) WITH CHECK (office_id = (SELECT current_office()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['date_adjustments', 'manual_deadlines'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_fact_on_closed_case()',
      t || '_case_open', t);
  END LOOP;
END $$;
