-- Who sees what, held by the database: restricted cases for named people only, identities closed to reviewers, and a
-- record chained by hashes. The policies name the roles the programs sign in with, so the roles come first.

DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['recourse_app', 'recourse_worker'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', r);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint

-- ---------------------------------------------------------------- offices are sealed, the new tables too

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_heads', 'external_identities', 'second_factors', 'recovery_codes', 'access_links', 'saved_forms',
    'covers', 'restrictions', 'named_people', 'legal_holds', 'erasure_proposals', 'erased_cases'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY office_isolation ON %I USING (office_id = (SELECT current_office())) WITH CHECK (office_id = (SELECT current_office()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- A link and an account at an identity provider lead to an office; nobody is in one before they are looked up.
CREATE POLICY sign_in_lookup ON access_links FOR SELECT USING (current_setting('app.purpose', true) = 'sign-in');
--> statement-breakpoint
CREATE POLICY sign_in_lookup ON external_identities FOR SELECT USING (current_setting('app.purpose', true) = 'sign-in');
--> statement-breakpoint

-- ---------------------------------------------------------------- a restricted case exists for named people only

CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
--> statement-breakpoint

-- Runs as the tables' owner, since the policies that ask it guard these tables too. Nobody signed in: everything restricted is hidden.
CREATE FUNCTION hidden_cases() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(r.case_id), '{}')
  FROM restrictions r
  WHERE r.office_id = current_office() AND NOT EXISTS (
    SELECT 1 FROM named_people n
    WHERE n.case_id = r.case_id AND n.user_id = current_person()
      AND current_civil_date() BETWEEN n.from_on AND coalesce(n.until_on, 'infinity'))
$$;
--> statement-breakpoint

-- A client is as hidden as the cases: one who has an open case beside a restricted one stays known for that one.
CREATE FUNCTION hidden_clients() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT c.client_id), '{}')
  FROM cases c
  WHERE c.id = ANY (hidden_cases())
    AND NOT EXISTS (SELECT 1 FROM cases o WHERE o.client_id = c.client_id AND o.id <> ALL (hidden_cases()))
$$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.table_name FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'case_id'
  LOOP
    EXECUTE format(
      'CREATE POLICY named_people_only ON %I AS RESTRICTIVE TO recourse_app USING (case_id IS NULL OR case_id <> ALL ((SELECT hidden_cases())::uuid[]))', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY named_people_only ON cases AS RESTRICTIVE TO recourse_app USING (id <> ALL ((SELECT hidden_cases())::uuid[]));
--> statement-breakpoint
CREATE POLICY named_people_only ON clients AS RESTRICTIVE TO recourse_app USING (id <> ALL ((SELECT hidden_clients())::uuid[]));
--> statement-breakpoint

-- ---------------------------------------------------------------- reviewers read what names nobody

CREATE FUNCTION reads_identities() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('app.role', true), '') IN ('caseworker', 'supervisor', 'administrator', 'system') $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['clients', 'case_search_terms', 'case_notes', 'case_closures', 'manual_deadlines', 'date_adjustments', 'reminders',
    'audit_events', 'restrictions', 'named_people', 'legal_holds', 'erasure_proposals', 'covers'] LOOP
    EXECUTE format(
      'CREATE POLICY closed_to_reviewers ON %I AS RESTRICTIVE FOR SELECT TO recourse_app USING ((SELECT reads_identities()))', t);
  END LOOP;
END $$;
--> statement-breakpoint

-- ---------------------------------------------------------------- the record is a chain

CREATE FUNCTION audit_content_digest(salt text, changes jsonb, reason text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT encode(sha256(convert_to(salt || E'\n' || changes::text || E'\n' || reason, 'UTF8')), 'hex') $$;
--> statement-breakpoint
CREATE FUNCTION audit_hash(e audit_events) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    e.previous_hash, e.seq, e.office_id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_id, e.event,
    e.case_id, e.case_version, e.subject_id, e.request_id, e.content_digest)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head audit_heads%ROWTYPE;
BEGIN
  IF NEW.case_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND office_id = NEW.office_id)
    AND NOT EXISTS (SELECT 1 FROM erased_cases WHERE case_id = NEW.case_id AND office_id = NEW.office_id) THEN
    RAISE EXCEPTION 'the office has no such case' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'audit_events_case';
  END IF;
  INSERT INTO audit_heads (office_id, seq, hash) VALUES (NEW.office_id, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM audit_heads WHERE office_id = NEW.office_id FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.previous_hash := head.hash;
  -- The digest alone must not tell what a short answer was once the answer is erased.
  NEW.salt := encode(uuid_send(gen_random_uuid()), 'hex');
  NEW.erased_at := NULL;
  NEW.content_digest := audit_content_digest(NEW.salt, NEW.changes, NEW.reason);
  NEW.hash := audit_hash(NEW);
  UPDATE audit_heads SET seq = NEW.seq, hash = NEW.hash WHERE office_id = NEW.office_id;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- The events written before there was a chain get theirs here, in the order in which they were written. An owner without
-- superuser's rights is bound by forced policies too, and would find nothing to chain.
ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only;
--> statement-breakpoint
ALTER TABLE audit_events NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_heads NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
DECLARE e audit_events%ROWTYPE; former_office uuid; former_seq bigint; former_hash text;
BEGIN
  FOR e IN SELECT * FROM audit_events ORDER BY office_id, id LOOP
    IF former_office IS DISTINCT FROM e.office_id THEN
      former_office := e.office_id; former_seq := 0; former_hash := '';
    END IF;
    e.seq := former_seq + 1;
    e.previous_hash := former_hash;
    e.salt := encode(uuid_send(gen_random_uuid()), 'hex');
    e.content_digest := audit_content_digest(e.salt, e.changes, e.reason);
    e.hash := audit_hash(e);
    UPDATE audit_events SET seq = e.seq, previous_hash = e.previous_hash, salt = e.salt, content_digest = e.content_digest, hash = e.hash
      WHERE id = e.id;
    former_seq := e.seq; former_hash := e.hash;
  END LOOP;
  INSERT INTO audit_heads (office_id, seq, hash)
    SELECT DISTINCT ON (office_id) office_id, seq, hash FROM audit_events ORDER BY office_id, seq DESC;
END $$;
--> statement-breakpoint
ALTER TABLE audit_events ENABLE TRIGGER audit_events_append_only;
--> statement-breakpoint
ALTER TABLE audit_events FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_heads FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_events ADD CONSTRAINT audit_events_seq UNIQUE (office_id, seq);
--> statement-breakpoint
CREATE TRIGGER audit_events_chained BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION chain_audit_event();
--> statement-breakpoint

-- ---------------------------------------------------------------- erasing a case

-- Cases closed before there was a time of keeping are kept as long as those closed from now on.
ALTER TABLE cases NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE offices NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE cases c SET retain_until_on = ((c.closed_at AT TIME ZONE 'America/Los_Angeles')::date + make_interval(years => o.retention_years))::date
  FROM offices o WHERE o.id = c.office_id AND c.closed_at IS NOT NULL;
--> statement-breakpoint
ALTER TABLE cases FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE offices FORCE ROW LEVEL SECURITY;
--> statement-breakpoint

-- The record only grows, save that an erasure takes the content out of the events of the one case it erases.
CREATE OR REPLACE FUNCTION refuse_change_to_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE content text[] := ARRAY['changes', 'reason', 'salt', 'erased_at'];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (OLD.case_id::text = current_setting('app.erasing_case', true) OR OLD.subject_id::text = current_setting('app.erasing_client', true))
      AND NEW.changes = '[]' AND NEW.reason = '' AND NEW.salt = '' AND NEW.erased_at IS NOT NULL
      AND to_jsonb(NEW) - content = to_jsonb(OLD) - content THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the audit record is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint

-- The only way a case leaves: closed, its time over, no hold on it, put forward by one person and erased by another.
CREATE FUNCTION erase_case(erased uuid, erased_at timestamptz, figures jsonb) RETURNS void
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
  IF NOT FOUND OR proposed.proposed_by = current_person() OR NOT EXISTS (
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
REVOKE ALL ON FUNCTION erase_case(uuid, timestamptz, jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_case(uuid, timestamptz, jsonb) TO recourse_app;
