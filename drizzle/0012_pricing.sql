CREATE TABLE "deal_check_lines" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deal_check_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"product_id" uuid NOT NULL,
	"quantity" numeric(18, 4) NOT NULL,
	"unit" text NOT NULL,
	"list_price" numeric(18, 4) NOT NULL,
	"policy_price" numeric(18, 4) NOT NULL,
	"price" numeric(18, 4) NOT NULL,
	"no_rule" boolean NOT NULL,
	"rule_id" uuid,
	"exception_id" uuid,
	"explanation" jsonb NOT NULL,
	"confidential" jsonb NOT NULL,
	CONSTRAINT "deal_check_lines_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "deal_check_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deal_checks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"title" text NOT NULL,
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"payment_days" integer,
	"terms" jsonb NOT NULL,
	"policy_id" uuid,
	"list_total" numeric(18, 4) NOT NULL,
	"total" numeric(18, 4) NOT NULL,
	"discount_pct" numeric(7, 4),
	"result" jsonb NOT NULL,
	"confidential" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"reason" text,
	"author_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "deal_checks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "deal_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "price_exceptions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"price" numeric(18, 4),
	"discount_pct" numeric(7, 4),
	"currency" text,
	"quantity_cap" numeric(18, 4),
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"reason" text NOT NULL,
	"author_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "price_exceptions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "price_exceptions_kind" CHECK ("price_exceptions"."kind" in ('price', 'discount'))
);
--> statement-breakpoint
ALTER TABLE "price_exceptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "price_floors" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"product_id" uuid,
	"category_id" uuid,
	"method" text NOT NULL,
	"value" numeric(18, 4) NOT NULL,
	"currency" text,
	"from_day" date NOT NULL,
	"to_day" date,
	"note" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "price_floors_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "price_floors_method" CHECK ("price_floors"."method" in ('absolute', 'costPlus', 'pocketMarginPct'))
);
--> statement-breakpoint
ALTER TABLE "price_floors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "price_policies" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"english_title" text,
	"body" text NOT NULL,
	"english_body" text,
	"audience" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"limits" jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "price_policies_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "price_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "price_policy_readings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"policy_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"read_on" date NOT NULL,
	CONSTRAINT "price_policy_readings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "price_policy_readings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "price_rules" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"account_id" uuid,
	"segment" text,
	"channel" text,
	"product_id" uuid,
	"category_id" uuid,
	"from_day" date NOT NULL,
	"to_day" date,
	"min_quantity" numeric(18, 4) DEFAULT '0' NOT NULL,
	"priority" integer DEFAULT 0 NOT NULL,
	"action" text NOT NULL,
	"discount_pct" numeric(7, 4),
	"fixed_price" numeric(18, 4),
	"formula" jsonb,
	"schedule" text,
	"tiers" jsonb,
	"currency" text,
	"stack_group" text,
	"stack_mode" text,
	"note" text,
	"author_id" uuid NOT NULL,
	"scope_key" text NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "price_rules_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "price_rules_action" CHECK ("price_rules"."action" in ('discount', 'fixed', 'formula', 'schedule')),
	CONSTRAINT "price_rules_schedule" CHECK ("price_rules"."schedule" in ('range', 'slab')),
	CONSTRAINT "price_rules_stack_mode" CHECK ("price_rules"."stack_mode" in ('sequential', 'additive'))
);
--> statement-breakpoint
ALTER TABLE "price_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rebate_programmes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"method" text NOT NULL,
	"basis" text DEFAULT 'net' NOT NULL,
	"currency" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"tiers" jsonb NOT NULL,
	"forecast" numeric(18, 4),
	"note" text,
	"author_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "rebate_programmes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "rebate_programmes_method" CHECK ("rebate_programmes"."method" in ('retrospective', 'incremental')),
	CONSTRAINT "rebate_programmes_basis" CHECK ("rebate_programmes"."basis" in ('net', 'gross'))
);
--> statement-breakpoint
ALTER TABLE "rebate_programmes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deal_check_lines" ADD CONSTRAINT "deal_check_lines_workspace_id_deal_check_id_deal_checks_workspace_id_id_fk" FOREIGN KEY ("workspace_id","deal_check_id") REFERENCES "public"."deal_checks"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_check_lines" ADD CONSTRAINT "deal_check_lines_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_check_lines" ADD CONSTRAINT "deal_check_lines_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_check_lines" ADD CONSTRAINT "deal_check_lines_workspace_id_rule_id_price_rules_workspace_id_id_fk" FOREIGN KEY ("workspace_id","rule_id") REFERENCES "public"."price_rules"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_check_lines" ADD CONSTRAINT "deal_check_lines_workspace_id_exception_id_price_exceptions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","exception_id") REFERENCES "public"."price_exceptions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_checks" ADD CONSTRAINT "deal_checks_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_checks" ADD CONSTRAINT "deal_checks_workspace_id_policy_id_price_policies_workspace_id_id_fk" FOREIGN KEY ("workspace_id","policy_id") REFERENCES "public"."price_policies"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_checks" ADD CONSTRAINT "deal_checks_workspace_id_author_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_exceptions" ADD CONSTRAINT "price_exceptions_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_exceptions" ADD CONSTRAINT "price_exceptions_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_exceptions" ADD CONSTRAINT "price_exceptions_workspace_id_author_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_floors" ADD CONSTRAINT "price_floors_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_floors" ADD CONSTRAINT "price_floors_workspace_id_category_id_product_categories_workspace_id_id_fk" FOREIGN KEY ("workspace_id","category_id") REFERENCES "public"."product_categories"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_policies" ADD CONSTRAINT "price_policies_workspace_id_author_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_policy_readings" ADD CONSTRAINT "price_policy_readings_workspace_id_policy_id_price_policies_workspace_id_id_fk" FOREIGN KEY ("workspace_id","policy_id") REFERENCES "public"."price_policies"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_policy_readings" ADD CONSTRAINT "price_policy_readings_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rules" ADD CONSTRAINT "price_rules_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rules" ADD CONSTRAINT "price_rules_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rules" ADD CONSTRAINT "price_rules_workspace_id_category_id_product_categories_workspace_id_id_fk" FOREIGN KEY ("workspace_id","category_id") REFERENCES "public"."product_categories"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rules" ADD CONSTRAINT "price_rules_workspace_id_author_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rebate_programmes" ADD CONSTRAINT "rebate_programmes_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rebate_programmes" ADD CONSTRAINT "rebate_programmes_workspace_id_author_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deal_check_lines_position" ON "deal_check_lines" USING btree ("workspace_id","deal_check_id","position");--> statement-breakpoint
CREATE INDEX "deal_check_lines_account" ON "deal_check_lines" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "deal_check_lines_product" ON "deal_check_lines" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE INDEX "deal_check_lines_rule" ON "deal_check_lines" USING btree ("workspace_id","rule_id");--> statement-breakpoint
CREATE INDEX "deal_check_lines_exception" ON "deal_check_lines" USING btree ("workspace_id","exception_id");--> statement-breakpoint
CREATE INDEX "deal_checks_by_created" ON "deal_checks" USING btree ("workspace_id","created_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "deal_checks_by_day" ON "deal_checks" USING btree ("workspace_id","day","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "deal_checks_account" ON "deal_checks" USING btree ("workspace_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "deal_checks_policy" ON "deal_checks" USING btree ("workspace_id","policy_id");--> statement-breakpoint
CREATE INDEX "deal_checks_author" ON "deal_checks" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE INDEX "price_exceptions_by_to" ON "price_exceptions" USING btree ("workspace_id","to_day","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "price_exceptions_by_created" ON "price_exceptions" USING btree ("workspace_id","created_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "price_exceptions_account" ON "price_exceptions" USING btree ("workspace_id","account_id","to_day","id");--> statement-breakpoint
CREATE INDEX "price_exceptions_product" ON "price_exceptions" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE INDEX "price_exceptions_author" ON "price_exceptions" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE INDEX "price_floors_product" ON "price_floors" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE INDEX "price_floors_category" ON "price_floors" USING btree ("workspace_id","category_id");--> statement-breakpoint
CREATE INDEX "price_floors_from" ON "price_floors" USING btree ("workspace_id","from_day","id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_policies_number" ON "price_policies" USING btree ("workspace_id","number");--> statement-breakpoint
CREATE INDEX "price_policies_valid" ON "price_policies" USING btree ("workspace_id","valid_from");--> statement-breakpoint
CREATE INDEX "price_policies_author" ON "price_policies" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_policy_readings_once" ON "price_policy_readings" USING btree ("workspace_id","policy_id","member_id");--> statement-breakpoint
CREATE INDEX "price_policy_readings_member" ON "price_policy_readings" USING btree ("workspace_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_rules_no_clash" ON "price_rules" USING btree ("workspace_id","scope_key","priority","min_quantity","from_day") WHERE archived_at is null and stack_group is null;--> statement-breakpoint
CREATE INDEX "price_rules_by_name" ON "price_rules" USING btree ("workspace_id","name","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "price_rules_by_from" ON "price_rules" USING btree ("workspace_id","from_day","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "price_rules_account" ON "price_rules" USING btree ("workspace_id","account_id","name","id");--> statement-breakpoint
CREATE INDEX "price_rules_scope" ON "price_rules" USING btree ("workspace_id","scope_key");--> statement-breakpoint
CREATE INDEX "price_rules_product" ON "price_rules" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE INDEX "price_rules_category" ON "price_rules" USING btree ("workspace_id","category_id");--> statement-breakpoint
CREATE INDEX "price_rules_author" ON "price_rules" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE INDEX "rebate_programmes_by_to" ON "rebate_programmes" USING btree ("workspace_id","to_day","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "rebate_programmes_account" ON "rebate_programmes" USING btree ("workspace_id","account_id","to_day","id");--> statement-breakpoint
CREATE INDEX "rebate_programmes_author" ON "rebate_programmes" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "deal_check_lines" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "deal_checks" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "price_exceptions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "price_floors" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "price_policies" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "price_policy_readings" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "price_rules" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "rebate_programmes" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on deal_check_lines, deal_checks, price_exceptions, price_floors, price_policies, price_policy_readings, price_rules, rebate_programmes to accord_app;
