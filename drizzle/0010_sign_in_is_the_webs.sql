-- Looking somebody up before they are in an office is the web's alone: the worker writes to people and signs nobody in.
DROP POLICY sign_in_lookup ON users;
--> statement-breakpoint
CREATE POLICY sign_in_lookup ON users FOR SELECT TO recourse_app USING (current_setting('app.purpose', true) = 'sign-in');
--> statement-breakpoint
DROP POLICY sign_in_lookup ON sessions;
--> statement-breakpoint
CREATE POLICY sign_in_lookup ON sessions FOR SELECT TO recourse_app USING (current_setting('app.purpose', true) = 'sign-in');
--> statement-breakpoint
DROP POLICY sign_in_lookup ON access_links;
--> statement-breakpoint
CREATE POLICY sign_in_lookup ON access_links FOR SELECT TO recourse_app USING (current_setting('app.purpose', true) = 'sign-in');
--> statement-breakpoint
DROP POLICY sign_in_lookup ON external_identities;
--> statement-breakpoint
CREATE POLICY sign_in_lookup ON external_identities FOR SELECT TO recourse_app USING (current_setting('app.purpose', true) = 'sign-in');
--> statement-breakpoint
DROP POLICY sign_in_lookup ON offices;
--> statement-breakpoint
CREATE POLICY sign_in_lookup ON offices FOR SELECT TO recourse_app USING (current_setting('app.purpose', true) = 'sign-in');
--> statement-breakpoint
CREATE POLICY scheduled_work ON offices FOR SELECT USING (current_setting('app.purpose', true) = 'list-offices');
