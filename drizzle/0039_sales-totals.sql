CREATE TABLE "sales_totals" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"month" date NOT NULL,
	"currency" text NOT NULL,
	"net_amount" numeric(24, 4) NOT NULL,
	CONSTRAINT "sales_totals_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "sales_totals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "sales_totals_once" ON "sales_totals" USING btree ("workspace_id","month","currency");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "sales_totals" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
-- Roll-ups are written anew from what they add up.
grant select, insert, update, delete on sales_totals to accord_app;
