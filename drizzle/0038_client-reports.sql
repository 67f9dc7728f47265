CREATE TABLE "client_report_lines" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"report_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"measurement_id" uuid,
	"label" text NOT NULL,
	"text" text NOT NULL,
	"note" text,
	"included" boolean DEFAULT true NOT NULL,
	"reply" text DEFAULT 'none' NOT NULL,
	"their_note" text,
	"answered_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	CONSTRAINT "client_report_lines_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "client_report_lines_kind" CHECK ("client_report_lines"."kind" in ('kpi', 'promise', 'aim')),
	CONSTRAINT "client_report_lines_reply" CHECK ("client_report_lines"."reply" in ('none', 'agreed', 'disputed'))
);
--> statement-breakpoint
ALTER TABLE "client_report_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "client_report_plans" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"frequency" text NOT NULL,
	"language" text DEFAULT 'zh-TW' NOT NULL,
	"owner_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "client_report_plans_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "client_report_plans_frequency" CHECK ("client_report_plans"."frequency" in ('month', 'quarter')),
	CONSTRAINT "client_report_plans_language" CHECK ("client_report_plans"."language" in ('zh-TW', 'en'))
);
--> statement-breakpoint
ALTER TABLE "client_report_plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "client_reports" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"period" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"language" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"opening" text,
	"owner_id" uuid NOT NULL,
	"content_hash" text,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"answered_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	CONSTRAINT "client_reports_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "client_reports_language" CHECK ("client_reports"."language" in ('zh-TW', 'en')),
	CONSTRAINT "client_reports_state" CHECK ("client_reports"."state" in ('draft', 'sent', 'accepted', 'disputed'))
);
--> statement-breakpoint
ALTER TABLE "client_reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "client_report_lines" ADD CONSTRAINT "client_report_lines_workspace_id_report_id_client_reports_workspace_id_id_fk" FOREIGN KEY ("workspace_id","report_id") REFERENCES "public"."client_reports"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_report_lines" ADD CONSTRAINT "client_report_lines_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_report_lines" ADD CONSTRAINT "client_report_lines_workspace_id_measurement_id_kpi_measurements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","measurement_id") REFERENCES "public"."kpi_measurements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_report_plans" ADD CONSTRAINT "client_report_plans_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_report_plans" ADD CONSTRAINT "client_report_plans_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_reports" ADD CONSTRAINT "client_reports_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_reports" ADD CONSTRAINT "client_reports_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_reports" ADD CONSTRAINT "client_reports_workspace_id_sent_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","sent_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_report_lines_report" ON "client_report_lines" USING btree ("workspace_id","report_id","position","id");--> statement-breakpoint
CREATE INDEX "client_report_lines_account" ON "client_report_lines" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "client_report_lines_measurement" ON "client_report_lines" USING btree ("workspace_id","measurement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "client_report_plans_one" ON "client_report_plans" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "client_report_plans_owner" ON "client_report_plans" USING btree ("workspace_id","owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "client_reports_period" ON "client_reports" USING btree ("workspace_id","account_id","period") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "client_reports_account" ON "client_reports" USING btree ("workspace_id","account_id","from_day","id");--> statement-breakpoint
CREATE INDEX "client_reports_owner" ON "client_reports" USING btree ("workspace_id","owner_id");--> statement-breakpoint
CREATE INDEX "client_reports_sent_by" ON "client_reports" USING btree ("workspace_id","sent_by");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "client_report_lines" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "client_report_plans" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "client_reports" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on client_report_lines, client_report_plans, client_reports to accord_app;
