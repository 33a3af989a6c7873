CREATE TABLE "checklist_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"item" text NOT NULL,
	"answer" text NOT NULL,
	"reason" text NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	CONSTRAINT "checklist_answers_known" CHECK (answer in ('done', 'not-needed')),
	CONSTRAINT "checklist_answers_reason_given" CHECK (length(btrim(reason)) > 0),
	CONSTRAINT "checklist_answers_withdrawal_whole" CHECK ((withdrawn_by is null) = (withdrawn_at is null))
);
--> statement-breakpoint
CREATE TABLE "date_documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"noun" text NOT NULL,
	"record_id" uuid,
	"field" text NOT NULL,
	"document_id" uuid NOT NULL,
	"page_number" integer DEFAULT 1 NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "date_documents_one" UNIQUE NULLS NOT DISTINCT("case_id","noun","record_id","field"),
	CONSTRAINT "date_documents_page_positive" CHECK (page_number > 0)
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"change" text NOT NULL,
	"original_file_id" uuid,
	"pages_file_id" uuid,
	"body" text,
	"page_count" integer DEFAULT 0 NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "document_versions_number" UNIQUE("document_id","number"),
	CONSTRAINT "document_versions_change_known" CHECK (change in ('uploaded', 'written', 'rotated', 'reordered', 'split', 'redacted')),
	CONSTRAINT "document_versions_destroyed_whole" CHECK (destroyed_at is null or (original_file_id is null and pages_file_id is null and body is null))
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"file_name" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"refusal" text,
	"letter_on" date,
	"received_on" date,
	"version_number" integer DEFAULT 1 NOT NULL,
	"page_count" integer DEFAULT 0 NOT NULL,
	"sha256" text DEFAULT '' NOT NULL,
	"template" text,
	"language" text,
	"split_from" uuid,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"attempt_count" integer DEFAULT 0 NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "documents_office_id_key" UNIQUE("office_id","id"),
	CONSTRAINT "documents_case_id_key" UNIQUE("case_id","id"),
	CONSTRAINT "documents_kind_known" CHECK (kind in ('denial-letter', 'plan-response', 'grievance', 'grievance-receipt', 'medical-necessity-letter', 'medical-records', 'urgency-certification', 'experimental-certification', 'scientific-document', 'bill', 'membership-card', 'authorized-assistant-form', 'power-of-attorney', 'dispute-statement', 'extension-statement', 'waiver-statement', 'filing-receipt', 'department-letter', 'correspondence', 'other')),
	CONSTRAINT "documents_state_known" CHECK (state in ('checking', 'ready', 'refused')),
	CONSTRAINT "documents_refused_with_reason" CHECK ((state = 'refused') = (refusal is not null)),
	CONSTRAINT "documents_title_given" CHECK (length(btrim(title)) > 0),
	CONSTRAINT "documents_order" CHECK (received_on >= letter_on),
	CONSTRAINT "documents_template_known" CHECK (template is null or template in ('grievance', 'plan-file-request', 'late-response-notice', 'regulator-complaint', 'extension-request', 'waiver-request', 'urgency-statement', 'authorization', 'dispute-statement')),
	CONSTRAINT "documents_language_known" CHECK (language is null or language in ('en', 'es')),
	CONSTRAINT "documents_written_whole" CHECK ((template is null) = (language is null)),
	CONSTRAINT "documents_withdrawal_whole" CHECK ((withdrawn_by is null) = (withdrawn_at is null))
);
--> statement-breakpoint
CREATE TABLE "files_to_discard" (
	"storage_key" text PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "official_forms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"regulator" text NOT NULL,
	"title" text NOT NULL,
	"file_id" uuid NOT NULL,
	"page_count" integer NOT NULL,
	"field_map" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"has_fields" boolean NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "official_forms_regulator_known" CHECK (regulator in ('DMHC', 'CDI')),
	CONSTRAINT "official_forms_title_given" CHECK (length(btrim(title)) > 0)
);
--> statement-breakpoint
CREATE TABLE "packets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"regulator" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"contents" jsonb NOT NULL,
	"changes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"step_count" integer DEFAULT 0 NOT NULL,
	"steps_done" integer DEFAULT 0 NOT NULL,
	"failure" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"sha256" text DEFAULT '' NOT NULL,
	"page_count" integer DEFAULT 0 NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"attempt_count" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "packets_case_id_key" UNIQUE("case_id","id"),
	CONSTRAINT "packets_number" UNIQUE("case_id","number"),
	CONSTRAINT "packets_regulator_known" CHECK (regulator in ('DMHC', 'CDI')),
	CONSTRAINT "packets_channel_known" CHECK (channel in ('fax', 'mail')),
	CONSTRAINT "packets_state_known" CHECK (state in ('waiting', 'assembling', 'ready', 'failed')),
	CONSTRAINT "packets_ready_whole" CHECK ((state = 'ready') = (file_id is not null and sha256 <> '')),
	CONSTRAINT "packets_failed_says_why" CHECK ((state = 'failed') = (failure <> '')),
	CONSTRAINT "packets_finished" CHECK ((state in ('ready', 'failed')) = (finished_at is not null))
);
--> statement-breakpoint
CREATE TABLE "stored_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid,
	"storage_key" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_count" bigint NOT NULL,
	"sha256" text NOT NULL,
	"wrapped_key" text NOT NULL,
	"master_key_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stored_files_office_id_key" UNIQUE("office_id","id"),
	CONSTRAINT "stored_files_case_id_key" UNIQUE("case_id","id"),
	CONSTRAINT "stored_files_storage_key" UNIQUE("storage_key"),
	CONSTRAINT "stored_files_hashed" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "stored_files_size" CHECK (byte_count >= 0)
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"started_by" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"byte_count" bigint NOT NULL,
	"received_count" bigint DEFAULT 0 NOT NULL,
	"wrapped_key" text NOT NULL,
	"master_key_id" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"document_id" uuid,
	CONSTRAINT "uploads_kind_known" CHECK (kind in ('denial-letter', 'plan-response', 'grievance', 'grievance-receipt', 'medical-necessity-letter', 'medical-records', 'urgency-certification', 'experimental-certification', 'scientific-document', 'bill', 'membership-card', 'authorized-assistant-form', 'power-of-attorney', 'dispute-statement', 'extension-statement', 'waiver-statement', 'filing-receipt', 'department-letter', 'correspondence', 'other')),
	CONSTRAINT "uploads_received" CHECK (received_count between 0 and byte_count)
);
--> statement-breakpoint
ALTER TABLE "manual_deadlines" DROP CONSTRAINT "manual_deadlines_reason_known";--> statement-breakpoint
ALTER TABLE "imr_applications" ADD COLUMN "sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imr_applications" ADD COLUMN "page_count" integer;--> statement-breakpoint
ALTER TABLE "imr_applications" ADD COLUMN "receipt_document_id" uuid;--> statement-breakpoint
ALTER TABLE "imr_applications" ADD COLUMN "packet_id" uuid;--> statement-breakpoint
ALTER TABLE "imr_applications" ADD COLUMN "recorded_before_proof" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "checklist_answers" ADD CONSTRAINT "checklist_answers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_answers" ADD CONSTRAINT "checklist_answers_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_answers" ADD CONSTRAINT "checklist_answers_office_id_answered_by_users_office_id_id_fk" FOREIGN KEY ("office_id","answered_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_answers" ADD CONSTRAINT "checklist_answers_office_id_withdrawn_by_users_office_id_id_fk" FOREIGN KEY ("office_id","withdrawn_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_documents" ADD CONSTRAINT "date_documents_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_documents" ADD CONSTRAINT "date_documents_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_documents" ADD CONSTRAINT "date_documents_case_id_document_id_documents_case_id_id_fk" FOREIGN KEY ("case_id","document_id") REFERENCES "public"."documents"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_documents" ADD CONSTRAINT "date_documents_office_id_linked_by_users_office_id_id_fk" FOREIGN KEY ("office_id","linked_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_case_id_document_id_documents_case_id_id_fk" FOREIGN KEY ("case_id","document_id") REFERENCES "public"."documents"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_case_id_original_file_id_stored_files_case_id_id_fk" FOREIGN KEY ("case_id","original_file_id") REFERENCES "public"."stored_files"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_case_id_pages_file_id_stored_files_case_id_id_fk" FOREIGN KEY ("case_id","pages_file_id") REFERENCES "public"."stored_files"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_office_id_made_by_users_office_id_id_fk" FOREIGN KEY ("office_id","made_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_office_id_added_by_users_office_id_id_fk" FOREIGN KEY ("office_id","added_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_office_id_withdrawn_by_users_office_id_id_fk" FOREIGN KEY ("office_id","withdrawn_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files_to_discard" ADD CONSTRAINT "files_to_discard_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_forms" ADD CONSTRAINT "official_forms_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_forms" ADD CONSTRAINT "official_forms_office_id_file_id_stored_files_office_id_id_fk" FOREIGN KEY ("office_id","file_id") REFERENCES "public"."stored_files"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_forms" ADD CONSTRAINT "official_forms_office_id_uploaded_by_users_office_id_id_fk" FOREIGN KEY ("office_id","uploaded_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packets" ADD CONSTRAINT "packets_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packets" ADD CONSTRAINT "packets_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packets" ADD CONSTRAINT "packets_case_id_file_id_stored_files_case_id_id_fk" FOREIGN KEY ("case_id","file_id") REFERENCES "public"."stored_files"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packets" ADD CONSTRAINT "packets_office_id_requested_by_users_office_id_id_fk" FOREIGN KEY ("office_id","requested_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_office_id_started_by_users_office_id_id_fk" FOREIGN KEY ("office_id","started_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_answers_one_standing" ON "checklist_answers" USING btree ("case_id","item") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "documents_case" ON "documents" USING btree ("case_id","added_at");--> statement-breakpoint
CREATE INDEX "documents_to_check" ON "documents" USING btree ("office_id","added_at") WHERE state = 'checking';--> statement-breakpoint
CREATE UNIQUE INDEX "official_forms_one_standing" ON "official_forms" USING btree ("office_id","regulator") WHERE replaced_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "packets_one_in_work" ON "packets" USING btree ("case_id") WHERE state in ('waiting', 'assembling');--> statement-breakpoint
CREATE INDEX "packets_in_work" ON "packets" USING btree ("office_id","requested_at") WHERE state in ('waiting', 'assembling');--> statement-breakpoint
CREATE INDEX "stored_files_case_hash" ON "stored_files" USING btree ("case_id","sha256");--> statement-breakpoint
CREATE INDEX "stored_files_master_key" ON "stored_files" USING btree ("master_key_id");--> statement-breakpoint
CREATE INDEX "uploads_expiry" ON "uploads" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "imr_applications" ADD CONSTRAINT "imr_applications_sent_agree" CHECK (sent_at is null or applied_on = (sent_at at time zone 'America/Los_Angeles')::date);--> statement-breakpoint
ALTER TABLE "imr_applications" ADD CONSTRAINT "imr_applications_page_count" CHECK (page_count > 0);--> statement-breakpoint
ALTER TABLE "manual_deadlines" ADD CONSTRAINT "manual_deadlines_reason_known" CHECK (made_for is null or made_for in ('reach-client', 'client-language', 'send-packet', 'prove-filing'));
--> statement-breakpoint

-- ---------------------------------------------------------------- guards

-- What was filed before anybody asked for proof keeps counting as it was told.
UPDATE imr_applications SET recorded_before_proof = true;
--> statement-breakpoint
ALTER TABLE "imr_applications" ADD CONSTRAINT "imr_applications_receipt" FOREIGN KEY ("case_id","receipt_document_id") REFERENCES "public"."documents"("case_id","id");
--> statement-breakpoint
ALTER TABLE "imr_applications" ADD CONSTRAINT "imr_applications_packet" FOREIGN KEY ("case_id","packet_id") REFERENCES "public"."packets"("case_id","id");
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['stored_files', 'files_to_discard', 'uploads', 'documents', 'document_versions', 'date_documents',
    'checklist_answers', 'packets', 'official_forms'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY office_isolation ON %I USING (office_id = (SELECT current_office())) WITH CHECK (office_id = (SELECT current_office()))', t);
    EXECUTE format('CREATE POLICY closed_to_reviewers ON %I AS RESTRICTIVE TO recourse_app USING ((SELECT reads_identities()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['stored_files', 'uploads', 'documents', 'document_versions', 'date_documents', 'checklist_answers', 'packets'] LOOP
    EXECUTE format(
      'CREATE POLICY named_people_only ON %I AS RESTRICTIVE TO recourse_app USING (case_id IS NULL OR case_id <> ALL ((SELECT hidden_cases())::uuid[]))', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- The key of a file goes with its row; its bytes are noted here for the worker, in the same transaction.
CREATE FUNCTION note_file_to_discard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO files_to_discard (storage_key, office_id) VALUES (OLD.storage_key, OLD.office_id);
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER stored_files_discarded AFTER DELETE ON stored_files FOR EACH ROW EXECUTE FUNCTION note_file_to_discard();
--> statement-breakpoint
-- A file is what it was when it was kept: only the wrapping of its key changes.
CREATE FUNCTION keep_stored_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.office_id, NEW.case_id, NEW.storage_key, NEW.media_type, NEW.byte_count, NEW.sha256, NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.office_id, OLD.case_id, OLD.storage_key, OLD.media_type, OLD.byte_count, OLD.sha256, OLD.created_at) THEN
    RAISE EXCEPTION 'a stored file does not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'stored_files_unchanged';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER stored_files_unchanged BEFORE UPDATE ON stored_files FOR EACH ROW EXECUTE FUNCTION keep_stored_file();
--> statement-breakpoint
-- A packet that is ready is frozen, and what it was to hold is fixed from the start.
CREATE FUNCTION keep_packet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('ready', 'failed') OR NEW.contents IS DISTINCT FROM OLD.contents OR NEW.number <> OLD.number
    OR NEW.case_id <> OLD.case_id OR NEW.regulator <> OLD.regulator OR NEW.channel <> OLD.channel THEN
    RAISE EXCEPTION 'a packet does not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'packets_frozen';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER packets_frozen BEFORE UPDATE ON packets FOR EACH ROW EXECUTE FUNCTION keep_packet();
--> statement-breakpoint
-- A version stays as it was; a redaction takes its files and its text away, and nothing puts them back.
CREATE FUNCTION keep_document_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.document_id, NEW.number, NEW.change, NEW.made_by, NEW.made_at)
      IS DISTINCT FROM (OLD.id, OLD.document_id, OLD.number, OLD.change, OLD.made_by, OLD.made_at)
    OR (NEW.destroyed_at IS NULL AND (NEW.original_file_id, NEW.body) IS DISTINCT FROM (OLD.original_file_id, OLD.body))
    OR (NEW.destroyed_at IS NULL AND OLD.pages_file_id IS NOT NULL AND NEW.pages_file_id IS DISTINCT FROM OLD.pages_file_id)
    OR OLD.destroyed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a version of a document does not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_versions_unchanged';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER document_versions_unchanged BEFORE UPDATE ON document_versions FOR EACH ROW EXECUTE FUNCTION keep_document_version();
--> statement-breakpoint
-- An erasure takes the documents and the packets of the case with it; their bytes follow by the trigger above.
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
  DELETE FROM uploads WHERE case_id = erased;
  DELETE FROM date_documents WHERE case_id = erased;
  DELETE FROM checklist_answers WHERE case_id = erased;
  DELETE FROM packets WHERE case_id = erased;
  DELETE FROM document_versions WHERE case_id = erased;
  DELETE FROM documents WHERE case_id = erased;
  DELETE FROM stored_files WHERE case_id = erased;
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
