CREATE TABLE "promotion_citations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"direction_id" uuid NOT NULL,
	"snapshot_id" uuid,
	"cited_promotion_id" uuid,
	"stance" text NOT NULL,
	CONSTRAINT "promotion_citations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "promotion_citations_stance" CHECK ("promotion_citations"."stance" in ('supports', 'contradicts')),
	CONSTRAINT "promotion_citations_one" CHECK (num_nonnulls("promotion_citations"."snapshot_id", "promotion_citations"."cited_promotion_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "promotion_citations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promotion_funds" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"amount" numeric(18, 4) NOT NULL,
	"currency" text NOT NULL,
	"note" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "promotion_funds_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "promotion_funds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promotion_snapshots" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"promotion_id" uuid NOT NULL,
	"before_from" date NOT NULL,
	"before_to" date NOT NULL,
	"after_to" date NOT NULL,
	"before_units" numeric(24, 6) NOT NULL,
	"during_units" numeric(24, 6) NOT NULL,
	"after_units" numeric(24, 6),
	"before_net" numeric(18, 4) NOT NULL,
	"during_net" numeric(18, 4) NOT NULL,
	"after_net" numeric(18, 4),
	"weekly_baseline" numeric(24, 6),
	"baseline_days" integer NOT NULL,
	"read_by" uuid NOT NULL,
	"read_on" date NOT NULL,
	CONSTRAINT "promotion_snapshots_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "promotion_snapshots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "baseline_method" text DEFAULT 'weeksBefore' NOT NULL;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "baseline_typed" numeric(18, 4);--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "fund_id" uuid;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "settled_cost" numeric(18, 4);--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "settled_document" text;--> statement-breakpoint
ALTER TABLE "promotion_citations" ADD CONSTRAINT "promotion_citations_workspace_id_direction_id_promotion_directions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","direction_id") REFERENCES "public"."promotion_directions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_citations" ADD CONSTRAINT "promotion_citations_workspace_id_snapshot_id_promotion_snapshots_workspace_id_id_fk" FOREIGN KEY ("workspace_id","snapshot_id") REFERENCES "public"."promotion_snapshots"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_citations" ADD CONSTRAINT "promotion_citations_workspace_id_cited_promotion_id_promotions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","cited_promotion_id") REFERENCES "public"."promotions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_funds" ADD CONSTRAINT "promotion_funds_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_snapshots" ADD CONSTRAINT "promotion_snapshots_workspace_id_promotion_id_promotions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","promotion_id") REFERENCES "public"."promotions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_snapshots" ADD CONSTRAINT "promotion_snapshots_workspace_id_read_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","read_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "promotion_citations_direction" ON "promotion_citations" USING btree ("workspace_id","direction_id");--> statement-breakpoint
CREATE INDEX "promotion_citations_snapshot" ON "promotion_citations" USING btree ("workspace_id","snapshot_id");--> statement-breakpoint
CREATE INDEX "promotion_citations_promotion" ON "promotion_citations" USING btree ("workspace_id","cited_promotion_id");--> statement-breakpoint
CREATE UNIQUE INDEX "promotion_funds_name" ON "promotion_funds" USING btree ("workspace_id","account_id","name") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "promotion_funds_account" ON "promotion_funds" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "promotion_snapshots_promotion" ON "promotion_snapshots" USING btree ("workspace_id","promotion_id","id");--> statement-breakpoint
CREATE INDEX "promotion_snapshots_read_by" ON "promotion_snapshots" USING btree ("workspace_id","read_by");--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_workspace_id_fund_id_promotion_funds_workspace_id_id_fk" FOREIGN KEY ("workspace_id","fund_id") REFERENCES "public"."promotion_funds"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "promotions_fund" ON "promotions" USING btree ("workspace_id","fund_id");--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_baseline_method" CHECK ("promotions"."baseline_method" in ('weeksBefore', 'typed'));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "promotion_citations" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "promotion_funds" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "promotion_snapshots" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on promotion_citations, promotion_funds, promotion_snapshots to accord_app;
