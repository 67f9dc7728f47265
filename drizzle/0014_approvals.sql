CREATE TABLE "approval_actions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid NOT NULL,
	"step_id" uuid,
	"holder_id" uuid,
	"acted_by_id" uuid,
	"decision" text NOT NULL,
	"comment" text,
	"content_hash" text NOT NULL,
	"touched" text[] DEFAULT '{}' NOT NULL,
	"said_on" date,
	"evidence" text,
	CONSTRAINT "approval_actions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "approval_actions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_delegations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"subject_kinds" text[],
	"reason" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "approval_delegations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "approval_delegations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_policies" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"subject_kind" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"valid_from" date NOT NULL,
	"steps" jsonb NOT NULL,
	"checklist" text[] DEFAULT '{}' NOT NULL,
	"allows_word" boolean DEFAULT true NOT NULL,
	"written_by" uuid NOT NULL,
	CONSTRAINT "approval_policies_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "approval_policies_number" UNIQUE("workspace_id","subject_kind","number")
);
--> statement-breakpoint
ALTER TABLE "approval_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_runs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"account_id" uuid,
	"content_hash" text NOT NULL,
	"title" jsonb NOT NULL,
	"href" text NOT NULL,
	"facts" jsonb NOT NULL,
	"lines" jsonb NOT NULL,
	"totals" jsonb NOT NULL,
	"cost_per_year" numeric(18, 4),
	"currency" text,
	"harmless" boolean DEFAULT false NOT NULL,
	"reason" text,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"authors" uuid[] NOT NULL,
	"state" text NOT NULL,
	"decided_at" timestamp with time zone,
	"policy_id" uuid,
	"allows_word" boolean DEFAULT true NOT NULL,
	CONSTRAINT "approval_runs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "approval_runs_state" CHECK ("approval_runs"."state" in ('pending', 'approved', 'rejected', 'changesRequested', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "approval_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_seats" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"holder_id" uuid NOT NULL,
	"replaces_id" uuid,
	"state" text NOT NULL,
	"acted_by_id" uuid,
	"acted_at" timestamp with time zone,
	"waiting" boolean DEFAULT false NOT NULL,
	"waiting_since" timestamp with time zone NOT NULL,
	"cost_per_year" numeric(18, 4) DEFAULT '0' NOT NULL,
	"said_on" date,
	"write_by" date,
	"word_by" uuid,
	CONSTRAINT "approval_seats_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "approval_seats_holder" UNIQUE("workspace_id","step_id","holder_id"),
	CONSTRAINT "approval_seats_state" CHECK ("approval_seats"."state" in ('open', 'approved', 'byWord', 'given'))
);
--> statement-breakpoint
ALTER TABLE "approval_seats" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_settings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"second_approver_id" uuid,
	CONSTRAINT "approval_settings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "approval_settings_one" UNIQUE("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "approval_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_steps" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid NOT NULL,
	"order" integer NOT NULL,
	"level" text NOT NULL,
	"label" jsonb NOT NULL,
	"because" jsonb NOT NULL,
	"aspects" text[] NOT NULL,
	"mode" text NOT NULL,
	"state" text NOT NULL,
	"hours" integer NOT NULL,
	"started_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"resets" integer DEFAULT 0 NOT NULL,
	"reminded" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "approval_steps_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "approval_steps_level" UNIQUE("workspace_id","run_id","level"),
	CONSTRAINT "approval_steps_mode" CHECK ("approval_steps"."mode" in ('all', 'any')),
	CONSTRAINT "approval_steps_state" CHECK ("approval_steps"."state" in ('open', 'done', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "approval_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "approval_actions" ADD CONSTRAINT "approval_actions_workspace_id_run_id_approval_runs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","run_id") REFERENCES "public"."approval_runs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_actions" ADD CONSTRAINT "approval_actions_workspace_id_step_id_approval_steps_workspace_id_id_fk" FOREIGN KEY ("workspace_id","step_id") REFERENCES "public"."approval_steps"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_actions" ADD CONSTRAINT "approval_actions_workspace_id_holder_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","holder_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_actions" ADD CONSTRAINT "approval_actions_workspace_id_acted_by_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","acted_by_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegations" ADD CONSTRAINT "approval_delegations_workspace_id_from_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","from_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegations" ADD CONSTRAINT "approval_delegations_workspace_id_to_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","to_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_policies" ADD CONSTRAINT "approval_policies_workspace_id_written_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","written_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_runs" ADD CONSTRAINT "approval_runs_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_runs" ADD CONSTRAINT "approval_runs_workspace_id_submitted_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","submitted_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_runs" ADD CONSTRAINT "approval_runs_workspace_id_policy_id_approval_policies_workspace_id_id_fk" FOREIGN KEY ("workspace_id","policy_id") REFERENCES "public"."approval_policies"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_seats" ADD CONSTRAINT "approval_seats_workspace_id_run_id_approval_runs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","run_id") REFERENCES "public"."approval_runs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_seats" ADD CONSTRAINT "approval_seats_workspace_id_step_id_approval_steps_workspace_id_id_fk" FOREIGN KEY ("workspace_id","step_id") REFERENCES "public"."approval_steps"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_seats" ADD CONSTRAINT "approval_seats_workspace_id_holder_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","holder_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_seats" ADD CONSTRAINT "approval_seats_workspace_id_replaces_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","replaces_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_seats" ADD CONSTRAINT "approval_seats_workspace_id_acted_by_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","acted_by_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_seats" ADD CONSTRAINT "approval_seats_workspace_id_word_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","word_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_settings" ADD CONSTRAINT "approval_settings_workspace_id_second_approver_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","second_approver_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_steps" ADD CONSTRAINT "approval_steps_workspace_id_run_id_approval_runs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","run_id") REFERENCES "public"."approval_runs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_actions_run" ON "approval_actions" USING btree ("workspace_id","run_id","id");--> statement-breakpoint
CREATE INDEX "approval_actions_step" ON "approval_actions" USING btree ("workspace_id","step_id");--> statement-breakpoint
CREATE INDEX "approval_actions_holder" ON "approval_actions" USING btree ("workspace_id","holder_id");--> statement-breakpoint
CREATE INDEX "approval_actions_acted_by" ON "approval_actions" USING btree ("workspace_id","acted_by_id","id");--> statement-breakpoint
CREATE INDEX "approval_delegations_from" ON "approval_delegations" USING btree ("workspace_id","from_id","ends_at","id");--> statement-breakpoint
CREATE INDEX "approval_delegations_to" ON "approval_delegations" USING btree ("workspace_id","to_id","ends_at","id");--> statement-breakpoint
CREATE INDEX "approval_delegations_ending" ON "approval_delegations" USING btree ("workspace_id","ends_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "approval_policies_valid" ON "approval_policies" USING btree ("workspace_id","subject_kind","valid_from","number");--> statement-breakpoint
CREATE INDEX "approval_policies_written_by" ON "approval_policies" USING btree ("workspace_id","written_by");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_runs_pending" ON "approval_runs" USING btree ("workspace_id","subject_kind","subject_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "approval_runs_subject" ON "approval_runs" USING btree ("workspace_id","subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "approval_runs_submitted" ON "approval_runs" USING btree ("workspace_id","submitted_by","submitted_at","id");--> statement-breakpoint
CREATE INDEX "approval_runs_decided" ON "approval_runs" USING btree ("workspace_id","decided_at","id") WHERE decided_at is not null;--> statement-breakpoint
CREATE INDEX "approval_runs_account" ON "approval_runs" USING btree ("workspace_id","account_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "approval_runs_policy" ON "approval_runs" USING btree ("workspace_id","policy_id");--> statement-breakpoint
CREATE INDEX "approval_seats_waiting" ON "approval_seats" USING btree ("workspace_id","holder_id","waiting_since","id") WHERE waiting;--> statement-breakpoint
CREATE INDEX "approval_seats_cost" ON "approval_seats" USING btree ("workspace_id","holder_id","cost_per_year","id") WHERE waiting;--> statement-breakpoint
CREATE INDEX "approval_seats_unwritten" ON "approval_seats" USING btree ("workspace_id","write_by","id") WHERE state = 'byWord';--> statement-breakpoint
CREATE INDEX "approval_seats_run" ON "approval_seats" USING btree ("workspace_id","run_id");--> statement-breakpoint
CREATE INDEX "approval_seats_held" ON "approval_seats" USING btree ("workspace_id","holder_id","run_id");--> statement-breakpoint
CREATE INDEX "approval_seats_replaces" ON "approval_seats" USING btree ("workspace_id","replaces_id");--> statement-breakpoint
CREATE INDEX "approval_seats_acted_by" ON "approval_seats" USING btree ("workspace_id","acted_by_id");--> statement-breakpoint
CREATE INDEX "approval_seats_word_by" ON "approval_seats" USING btree ("workspace_id","word_by");--> statement-breakpoint
CREATE INDEX "approval_settings_second_approver" ON "approval_settings" USING btree ("workspace_id","second_approver_id");--> statement-breakpoint
CREATE INDEX "approval_steps_due" ON "approval_steps" USING btree ("workspace_id","started_at","id") WHERE state = 'open' and started_at is not null;--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "approval_actions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "approval_delegations" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "approval_policies" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "approval_runs" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "approval_seats" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "approval_settings" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "approval_steps" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on approval_actions, approval_delegations, approval_policies, approval_runs, approval_seats, approval_settings, approval_steps to accord_app;
