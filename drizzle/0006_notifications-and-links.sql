CREATE TABLE "client_answers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_id" uuid,
	"purpose" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid,
	"person" text,
	"content_hash" text NOT NULL,
	"outcome" text NOT NULL,
	"answers" jsonb NOT NULL,
	"comment" text,
	"via" text NOT NULL,
	"answered_on" date NOT NULL,
	"file_id" uuid,
	"note" text,
	"recorded_by" uuid,
	CONSTRAINT "client_answers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "client_answers_outcome" CHECK ("client_answers"."outcome" in ('confirmed', 'objected')),
	CONSTRAINT "client_answers_via" CHECK ("client_answers"."via" in ('link', 'line', 'mail', 'scan', 'paper', 'meeting'))
);
--> statement-breakpoint
ALTER TABLE "client_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "client_link_reads" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_id" uuid NOT NULL,
	"network" text NOT NULL,
	"device" text NOT NULL,
	CONSTRAINT "client_link_reads_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "client_link_reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "client_links" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"purpose" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid,
	"recipient" text,
	"mail_to" text,
	"language" text NOT NULL,
	"paper" jsonb NOT NULL,
	"questions" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"secret_hash" text NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	"issued_by" uuid NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "client_links_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "client_links_language" CHECK ("client_links"."language" in ('zh-TW', 'en'))
);
--> statement-breakpoint
ALTER TABLE "client_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notification_deliveries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"notification_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"way" text NOT NULL,
	CONSTRAINT "notification_deliveries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "notification_deliveries_once" UNIQUE("workspace_id","notification_id"),
	CONSTRAINT "notification_deliveries_way" CHECK ("notification_deliveries"."way" in ('now', 'digest'))
);
--> statement-breakpoint
ALTER TABLE "notification_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notification_digests" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"member_id" uuid NOT NULL,
	"day" date NOT NULL,
	"items" integer NOT NULL,
	CONSTRAINT "notification_digests_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "notification_digests_day" UNIQUE("workspace_id","member_id","day")
);
--> statement-breakpoint
ALTER TABLE "notification_digests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"member_id" uuid NOT NULL,
	"digest_hour" integer,
	CONSTRAINT "notification_preferences_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "notification_preferences_member" UNIQUE("workspace_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "notification_preferences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" jsonb NOT NULL,
	"href" text NOT NULL,
	"urgent" boolean DEFAULT false NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"key" text NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "currencies" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"display_decimals" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "currencies_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "currencies_code" UNIQUE("workspace_id","code")
);
--> statement-breakpoint
ALTER TABLE "currencies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fiscal_calendars" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"first_month" integer NOT NULL,
	CONSTRAINT "fiscal_calendars_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "fiscal_calendars_one" UNIQUE("workspace_id"),
	CONSTRAINT "fiscal_calendars_kind" CHECK ("fiscal_calendars"."kind" in ('month', 'weeks445'))
);
--> statement-breakpoint
ALTER TABLE "fiscal_calendars" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fx_rates" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"day" date NOT NULL,
	"from_currency" text NOT NULL,
	"to_currency" text NOT NULL,
	"rate" numeric(18, 8) NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "fx_rates_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "fx_rates_day" UNIQUE("workspace_id","from_currency","to_currency","day")
);
--> statement-breakpoint
ALTER TABLE "fx_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "client_answers" ADD CONSTRAINT "client_answers_workspace_id_link_id_client_links_workspace_id_id_fk" FOREIGN KEY ("workspace_id","link_id") REFERENCES "public"."client_links"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_answers" ADD CONSTRAINT "client_answers_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_answers" ADD CONSTRAINT "client_answers_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_answers" ADD CONSTRAINT "client_answers_workspace_id_recorded_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_link_reads" ADD CONSTRAINT "client_link_reads_workspace_id_link_id_client_links_workspace_id_id_fk" FOREIGN KEY ("workspace_id","link_id") REFERENCES "public"."client_links"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_links" ADD CONSTRAINT "client_links_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_links" ADD CONSTRAINT "client_links_workspace_id_issued_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","issued_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_deliveries" ADD CONSTRAINT "notification_deliveries_workspace_id_notification_id_notifications_workspace_id_id_fk" FOREIGN KEY ("workspace_id","notification_id") REFERENCES "public"."notifications"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_deliveries" ADD CONSTRAINT "notification_deliveries_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_digests" ADD CONSTRAINT "notification_digests_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "client_answers_link" ON "client_answers" USING btree ("workspace_id","link_id") WHERE via = 'link';--> statement-breakpoint
CREATE INDEX "client_answers_subject" ON "client_answers" USING btree ("workspace_id","subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "client_answers_account" ON "client_answers" USING btree ("workspace_id","account_id","id");--> statement-breakpoint
CREATE INDEX "client_answers_file" ON "client_answers" USING btree ("workspace_id","file_id");--> statement-breakpoint
CREATE INDEX "client_answers_recorded_by" ON "client_answers" USING btree ("workspace_id","recorded_by");--> statement-breakpoint
CREATE INDEX "client_answers_of_link" ON "client_answers" USING btree ("workspace_id","link_id");--> statement-breakpoint
CREATE INDEX "client_link_reads_link" ON "client_link_reads" USING btree ("workspace_id","link_id","created_at","id");--> statement-breakpoint
CREATE INDEX "client_links_subject" ON "client_links" USING btree ("workspace_id","subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "client_links_account" ON "client_links" USING btree ("workspace_id","account_id","id");--> statement-breakpoint
CREATE INDEX "client_links_issued_by" ON "client_links" USING btree ("workspace_id","issued_by");--> statement-breakpoint
CREATE INDEX "notification_deliveries_member" ON "notification_deliveries" USING btree ("workspace_id","member_id");--> statement-breakpoint
CREATE INDEX "notifications_member" ON "notifications" USING btree ("workspace_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("workspace_id","member_id","created_at","id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_subject" ON "notifications" USING btree ("workspace_id","subject_kind","subject_id") WHERE read_at is null;--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "client_answers" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "client_link_reads" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "client_links" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "notification_deliveries" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "notification_digests" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "notification_preferences" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "notifications" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "currencies" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "fiscal_calendars" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "fx_rates" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on client_answers, client_link_reads, client_links, notification_deliveries, notification_digests, notification_preferences, notifications, currencies, fiscal_calendars, fx_rates to accord_app;
