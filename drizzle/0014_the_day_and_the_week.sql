-- The caseworker's day and the supervisor's week: views, drafts, marks of what changed, mentions, pinned facts, templates,
-- messages to clients, words found in spite of a slip, and no open case left with somebody who is gone.
CREATE TABLE "search_word_keys" (
	"office_id" uuid NOT NULL,
	"key" text NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "search_word_keys_office_id_key_word_pk" PRIMARY KEY("office_id","key","word")
);
--> statement-breakpoint
CREATE TABLE "client_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"written_by" uuid NOT NULL,
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
	CONSTRAINT "client_messages_stop_token" UNIQUE("stop_token"),
	CONSTRAINT "client_messages_kind_known" CHECK (kind in ('call-us', 'send-papers', 'papers-sent', 'news', 'still-waiting')),
	CONSTRAINT "client_messages_state_known" CHECK (state in ('planned', 'gathered', 'claimed', 'sent', 'failed', 'skipped', 'canceled'))
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"case_id" uuid,
	"form" text NOT NULL,
	"form_id" uuid,
	"typed" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_one" UNIQUE NULLS NOT DISTINCT("user_id","case_id","form"),
	CONSTRAINT "drafts_form_named" CHECK (form ~ '^[a-z0-9/-]{1,80}$')
);
--> statement-breakpoint
CREATE TABLE "note_mentions" (
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"mentioned_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "note_mentions_note_id_user_id_pk" PRIMARY KEY("note_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "note_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "note_templates_kind_known" CHECK (kind in ('note', 'call')),
	CONSTRAINT "note_templates_name_given" CHECK (length(btrim(name)) between 1 and 60),
	CONSTRAINT "note_templates_body_given" CHECK (length(btrim(body)) > 0)
);
--> statement-breakpoint
CREATE TABLE "pinned_facts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"body" text NOT NULL,
	"pinned_by" uuid NOT NULL,
	"pinned_at" timestamp with time zone NOT NULL,
	"unpinned_by" uuid,
	"unpinned_at" timestamp with time zone,
	CONSTRAINT "pinned_facts_body_given" CHECK (length(btrim(body)) between 1 and 200),
	CONSTRAINT "pinned_facts_unpinned_whole" CHECK ((unpinned_by is null) = (unpinned_at is null))
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"params" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "saved_views_name_given" CHECK (length(btrim(name)) between 1 and 60),
	CONSTRAINT "saved_views_params_short" CHECK (length(params) <= 1000)
);
--> statement-breakpoint
CREATE TABLE "unread_marks" (
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"first_event_id" bigint NOT NULL,
	"last_event_id" bigint NOT NULL,
	CONSTRAINT "unread_marks_user_id_case_id_pk" PRIMARY KEY("user_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "case_search_terms" DROP CONSTRAINT "case_search_terms_case_id_term_pk";--> statement-breakpoint
ALTER TABLE "case_search_terms" ADD COLUMN "source" text DEFAULT 'case' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_search_terms" ADD CONSTRAINT "case_search_terms_case_id_source_term_pk" PRIMARY KEY("case_id","source","term");--> statement-breakpoint
ALTER TABLE "case_notes" ADD COLUMN "call_direction" text;--> statement-breakpoint
ALTER TABLE "case_notes" ADD COLUMN "call_result" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "waiting_on" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "waiting_since_on" date;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "family_id" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_word_keys" ADD CONSTRAINT "search_word_keys_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_messages" ADD CONSTRAINT "client_messages_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_messages" ADD CONSTRAINT "client_messages_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_messages" ADD CONSTRAINT "client_messages_office_id_written_by_users_office_id_id_fk" FOREIGN KEY ("office_id","written_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_mentions" ADD CONSTRAINT "note_mentions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_mentions" ADD CONSTRAINT "note_mentions_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_case_id_key" UNIQUE("case_id","id");--> statement-breakpoint
ALTER TABLE "note_mentions" ADD CONSTRAINT "note_mentions_case_id_note_id_case_notes_case_id_id_fk" FOREIGN KEY ("case_id","note_id") REFERENCES "public"."case_notes"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_mentions" ADD CONSTRAINT "note_mentions_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_templates" ADD CONSTRAINT "note_templates_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_templates" ADD CONSTRAINT "note_templates_office_id_changed_by_users_office_id_id_fk" FOREIGN KEY ("office_id","changed_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pinned_facts" ADD CONSTRAINT "pinned_facts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pinned_facts" ADD CONSTRAINT "pinned_facts_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pinned_facts" ADD CONSTRAINT "pinned_facts_office_id_pinned_by_users_office_id_id_fk" FOREIGN KEY ("office_id","pinned_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pinned_facts" ADD CONSTRAINT "pinned_facts_office_id_unpinned_by_users_office_id_id_fk" FOREIGN KEY ("office_id","unpinned_by") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unread_marks" ADD CONSTRAINT "unread_marks_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unread_marks" ADD CONSTRAINT "unread_marks_office_id_case_id_cases_office_id_id_fk" FOREIGN KEY ("office_id","case_id") REFERENCES "public"."cases"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unread_marks" ADD CONSTRAINT "unread_marks_office_id_user_id_users_office_id_id_fk" FOREIGN KEY ("office_id","user_id") REFERENCES "public"."users"("office_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_word_keys_word" ON "search_word_keys" USING btree ("office_id","word");--> statement-breakpoint
CREATE INDEX "client_messages_case" ON "client_messages" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "client_messages_unsettled" ON "client_messages" USING btree ("office_id","claimed_at") WHERE claimed_at is not null;--> statement-breakpoint
CREATE INDEX "client_messages_planned" ON "client_messages" USING btree ("office_id","planned_at") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "drafts_saved" ON "drafts" USING btree ("office_id","saved_at");--> statement-breakpoint
CREATE INDEX "note_mentions_unseen" ON "note_mentions" USING btree ("office_id","user_id","mentioned_at") WHERE seen_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "note_templates_name_key" ON "note_templates" USING btree ("office_id",lower("name")) WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "pinned_facts_case" ON "pinned_facts" USING btree ("case_id","pinned_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name_key" ON "saved_views" USING btree ("user_id",lower("name")) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "saved_views_office" ON "saved_views" USING btree ("office_id","name") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "cases_family" ON "cases" USING btree ("office_id","family_id") WHERE family_id is not null;--> statement-breakpoint
CREATE INDEX "cases_open_by_line" ON "cases" USING btree ("office_id","plan_line_id","next_due_on") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_closed_by_line" ON "cases" USING btree ("office_id","plan_line_id","closed_at") WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX "manual_deadlines_reach_client" ON "manual_deadlines" USING btree ("office_id","case_id") WHERE made_for = 'reach-client' and done_on is null and canceled_at is null;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_call_known" CHECK ((call_direction is null or call_direction in ('outgoing', 'incoming'))
        and (call_result is null or call_result in ('spoke', 'voicemail', 'no-answer')));--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_only_calls_have_results" CHECK (kind = 'call' or (call_direction is null and call_result is null));--> statement-breakpoint
ALTER TABLE "case_search_terms" ADD CONSTRAINT "case_search_terms_source_known" CHECK (source in ('case', 'note'));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_waiting_known" CHECK (waiting_on is null or waiting_on in ('client', 'provider', 'plan', 'department', 'someone-else'));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_waiting_whole" CHECK ((waiting_on is null) = (waiting_since_on is null));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_language_known" CHECK (language in ('en', 'es'));
--> statement-breakpoint

-- ---------------------------------------------------------------- guards

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['saved_views', 'drafts', 'unread_marks', 'note_mentions', 'pinned_facts', 'note_templates', 'client_messages',
    'search_word_keys'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY office_isolation ON %I USING (office_id = (SELECT current_office())) WITH CHECK (office_id = (SELECT current_office()))', t);
    EXECUTE format('CREATE POLICY closed_to_reviewers ON %I AS RESTRICTIVE TO recourse_app USING ((SELECT reads_identities()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['drafts', 'unread_marks', 'note_mentions', 'pinned_facts', 'client_messages'] LOOP
    EXECUTE format(
      'CREATE POLICY named_people_only ON %I AS RESTRICTIVE TO recourse_app USING (case_id IS NULL OR case_id <> ALL ((SELECT hidden_cases())::uuid[]))', t);
  END LOOP;
  -- What is half typed, and what one has not seen, is nobody else's.
  FOREACH t IN ARRAY ARRAY['drafts', 'unread_marks'] LOOP
    EXECUTE format('CREATE POLICY own_only ON %I AS RESTRICTIVE TO recourse_app USING (user_id = (SELECT current_person()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY own_or_shared ON saved_views AS RESTRICTIVE TO recourse_app
  USING (user_id = (SELECT current_person()) OR is_shared) WITH CHECK (user_id = (SELECT current_person()) OR is_shared);
--> statement-breakpoint
-- What somebody else does on a case is unread for its owner, and for whoever a note of theirs mentions, until they look.
-- What Recourse does by itself has reminders. Entries of one case are written while it is held, so their ids are in the
-- order in which they can be seen; a mark that stands is written too, so that looking and marking wait for each other.
CREATE FUNCTION mark_unread() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO unread_marks (office_id, case_id, user_id, first_event_id, last_event_id)
    SELECT NEW.office_id, NEW.case_id, told.user_id, NEW.id, NEW.id
    FROM (
      SELECT c.owner_id FROM cases c WHERE c.id = NEW.case_id AND c.office_id = NEW.office_id
      UNION
      SELECT m.user_id FROM note_mentions m
        WHERE m.note_id = NEW.subject_id AND m.case_id = NEW.case_id AND m.office_id = NEW.office_id AND m.seen_at IS NULL
    ) told (user_id)
    WHERE told.user_id <> NEW.actor_id
    ON CONFLICT (user_id, case_id) DO UPDATE SET last_event_id = EXCLUDED.last_event_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_mark_unread AFTER INSERT ON audit_events FOR EACH ROW
  WHEN (NEW.case_id IS NOT NULL AND NEW.case_version IS NOT NULL AND NEW.actor_id IS NOT NULL) EXECUTE FUNCTION mark_unread();
--> statement-breakpoint
-- An open case never belongs to somebody who cannot work it, whichever is changed: the case or the person. Restricted
-- cases count too, so both run as the owner of the tables.
CREATE FUNCTION keep_case_owned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.closed_at IS NOT NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT NULL AND NEW.owner_id IS NULL THEN
    RAISE EXCEPTION 'an open case keeps an owner' USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_keep_owner';
  END IF;
  IF NEW.owner_id IS NOT NULL THEN
    -- Whoever is deactivating this person waits here, or is waited for.
    PERFORM 1 FROM users u WHERE u.id = NEW.owner_id AND u.deactivated_at IS NULL AND u.role <> 'reviewer' FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the owner of an open case works here' USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_owner_works';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_owned BEFORE INSERT OR UPDATE OF owner_id, closed_at ON cases FOR EACH ROW EXECUTE FUNCTION keep_case_owned();
--> statement-breakpoint
CREATE FUNCTION keep_no_case_of_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.deactivated_at IS NOT NULL AND OLD.deactivated_at IS NULL OR NEW.role = 'reviewer' AND OLD.role <> 'reviewer')
    AND EXISTS (SELECT 1 FROM cases c WHERE c.office_id = NEW.office_id AND c.owner_id = NEW.id AND c.closed_at IS NULL) THEN
    RAISE EXCEPTION 'somebody who leaves hands their open cases over first'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'users_leave_no_case';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER users_leave_no_case BEFORE UPDATE OF deactivated_at, role ON users FOR EACH ROW EXECUTE FUNCTION keep_no_case_of_gone();
--> statement-breakpoint
-- How many cases a family has, those few may know of included: nobody takes a case out of a family that they do not see.
CREATE FUNCTION family_size(family uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM cases c WHERE c.office_id = current_office() AND c.family_id = family
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION family_size(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION family_size(uuid) TO recourse_app;
--> statement-breakpoint
-- The words under which a slip of one letter finds what was meant: kept here, so that no program can forget them, and so
-- that a word goes with the last case it stood in, one that few may see included.
ALTER TABLE search_word_keys ALTER COLUMN key TYPE text COLLATE "C", ALTER COLUMN word TYPE text COLLATE "C";
--> statement-breakpoint
CREATE FUNCTION word_keys(word text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT word
  UNION
  SELECT overlay(word PLACING '' FROM i FOR 1) FROM generate_series(1, length(word)) i
$$;
--> statement-breakpoint
CREATE FUNCTION learn_search_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM added) THEN RETURN NULL; END IF;
  -- Whoever forgets a word waits for those who use it again, and they for them.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('search words ' || current_office()::text, 0));
  INSERT INTO search_word_keys (office_id, key, word)
    SELECT n.office_id, k.key, n.term
    FROM (
      SELECT DISTINCT office_id, term FROM added
      -- Numbers are looked up as they are: one digit off is another client.
      WHERE length(term) BETWEEN 4 AND 30 AND term !~ '[0-9]'
    ) n
    CROSS JOIN LATERAL word_keys(n.term) k (key)
    WHERE NOT EXISTS (SELECT 1 FROM search_word_keys s WHERE s.office_id = n.office_id AND s.key = n.term AND s.word = n.term)
    ORDER BY 1, 2, 3
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_search_terms_learned AFTER INSERT ON case_search_terms REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION learn_search_words();
--> statement-breakpoint
CREATE FUNCTION forget_search_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM removed) THEN RETURN NULL; END IF;
  -- Two who take a word's last two uses at once would each still see the other's.
  PERFORM pg_advisory_xact_lock(hashtextextended('search words ' || current_office()::text, 0));
  DELETE FROM search_word_keys s USING (SELECT DISTINCT office_id, term FROM removed) r
    WHERE s.office_id = r.office_id AND s.word = r.term
      AND NOT EXISTS (SELECT 1 FROM case_search_terms t WHERE t.office_id = r.office_id AND t.source IN ('case', 'note') AND t.term = r.term);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_search_terms_forgotten AFTER DELETE ON case_search_terms REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION forget_search_words();
--> statement-breakpoint
-- What a case is called is looked up apart from what its notes say, of which there is far more.
DROP INDEX case_search_terms_by_term;
--> statement-breakpoint
CREATE INDEX case_search_terms_by_term ON case_search_terms (office_id, source, term, case_id);
--> statement-breakpoint
-- The cases there are so far, under the words that new ones are found under. An owner without superuser's rights is bound
-- by forced policies too, and would find none.
ALTER TABLE cases NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE clients NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE case_notes NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE case_search_terms NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE search_word_keys NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO search_word_keys (office_id, key, word)
  SELECT n.office_id, k.key, n.term
  FROM (SELECT DISTINCT office_id, term FROM case_search_terms WHERE length(term) BETWEEN 4 AND 30 AND term !~ '[0-9]') n
  CROSS JOIN LATERAL word_keys(n.term) k (key)
  ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO case_search_terms (office_id, case_id, term)
  SELECT t.office_id, t.case_id, translate(t.term, 'đðłøħıςيىكـ', 'ddlohiσییک') FROM case_search_terms t WHERE t.term ~ '[đðłøħıςيىكـ]'
  UNION ALL
  SELECT c.office_id, c.id, w.word
  FROM cases c JOIN clients k ON k.id = c.client_id
  CROSS JOIN LATERAL unnest(ARRAY[k.phone, k.representative_phone]) p (said)
  CROSS JOIN LATERAL (
    SELECT regexp_replace(regexp_replace(regexp_replace(p.said, '[A-Za-z].*', ''), '[^0-9]', '', 'g'), '^1(?=[0-9]{10}$)', '')
  ) d (digits)
  CROSS JOIN LATERAL (VALUES (d.digits), (right(d.digits, 7))) w (word)
  WHERE length(d.digits) > 7
  ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO case_search_terms (office_id, case_id, source, term)
  SELECT DISTINCT n.office_id, n.case_id, 'note', left(w.word, 60)
  FROM case_notes n CROSS JOIN LATERAL regexp_split_to_table(
    lower(regexp_replace(normalize(concat_ws(' ', n.body, n.spoke_with, n.reference_number), NFKD), '[\u0300-\u036f]', '', 'g')),
    '[^a-z0-9\u00c0-\u1fff\u3040-\ud7ff]+') w (word)
  WHERE length(w.word) >= 3
  ON CONFLICT DO NOTHING;
--> statement-breakpoint
ALTER TABLE cases FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE clients FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE case_notes FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE case_search_terms FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE search_word_keys FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Whoever follows the link in a message a person sent stops such messages as any other.
CREATE OR REPLACE FUNCTION message_to_stop(token uuid) RETURNS TABLE (message_id uuid, recipient_kind text, language text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, r.recipient_kind, k.language
  FROM reminders r LEFT JOIN clients k ON r.recipient_kind = 'client' AND k.id = r.recipient_id
  WHERE r.office_id = current_office() AND r.stop_token = token
  UNION ALL
  SELECT m.id, 'client', k.language FROM client_messages m JOIN cases c ON c.id = m.case_id JOIN clients k ON k.id = c.client_id
  WHERE m.office_id = current_office() AND m.stop_token = token
  UNION ALL
  SELECT b.id, 'staff', NULL FROM bulletins b WHERE b.office_id = current_office() AND b.stop_token = token
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION unsent_messages(before timestamptz) RETURNS TABLE (waiting int, oldest_at timestamptz)
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
    UNION ALL
    -- One that fails again and again is unsent since it was to go; one that waits for the office to open is not.
    SELECT m.planned_at FROM client_messages m
      WHERE m.office_id = current_office() AND m.claimed_at IS NOT NULL AND m.planned_at < before
    UNION ALL
    SELECT coalesce(m.retry_at, m.planned_at) FROM client_messages m
      WHERE m.office_id = current_office() AND m.state = 'planned' AND coalesce(m.retry_at, m.planned_at) < before
  ) w (at)
$$;
--> statement-breakpoint
-- An erasure takes with it what was half typed, marked, mentioned, pinned and sent by hand.
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
  DELETE FROM drafts WHERE case_id = erased;
  DELETE FROM unread_marks WHERE case_id = erased;
  DELETE FROM note_mentions WHERE case_id = erased;
  DELETE FROM pinned_facts WHERE case_id = erased;
  DELETE FROM mail_events e USING client_messages m WHERE m.case_id = erased AND e.message_id = m.id;
  DELETE FROM mail_events e USING reminders r WHERE r.case_id = erased AND e.message_id = r.id;
  IF last_of_client THEN
    DELETE FROM suppressions s USING reminders r WHERE r.case_id = erased AND r.recipient_kind = 'client' AND s.message_id = r.id;
  END IF;
  IF last_of_client THEN
    DELETE FROM suppressions s USING client_messages m WHERE m.case_id = erased AND s.message_id = m.id;
  END IF;
  DELETE FROM client_messages WHERE case_id = erased;
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
