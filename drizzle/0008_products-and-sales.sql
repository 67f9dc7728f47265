CREATE TABLE "price_list_items" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"price" numeric(18, 4) NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "price_list_items_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "price_list_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "price_list_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"price_list_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"note" text,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "price_list_versions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "price_list_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "price_lists" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"tax_mode" text DEFAULT 'exclusive' NOT NULL,
	"segment" text,
	"channel" text,
	"standard" boolean DEFAULT false NOT NULL,
	"note" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "price_lists_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "price_lists_tax_mode" CHECK ("price_lists"."tax_mode" in ('exclusive', 'inclusive'))
);
--> statement-breakpoint
ALTER TABLE "price_lists" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_categories" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "product_categories_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "product_categories" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_costs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"product_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"cost" numeric(18, 4) NOT NULL,
	"currency" text NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "product_costs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "product_costs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_units" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"product_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"factor" numeric(18, 6) NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "product_units_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "product_units" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "products" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"english_name" text,
	"category_id" uuid,
	"brand" text,
	"specification" text,
	"base_unit" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"supplier_id" uuid,
	"note" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "products_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "products_status" CHECK ("products"."status" in ('active', 'discontinued'))
);
--> statement-breakpoint
ALTER TABLE "products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promotion_accounts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"promotion_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "promotion_accounts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "promotion_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promotion_directions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"promotion_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"review_on" date,
	"decided_by" uuid NOT NULL,
	"decided_on" date NOT NULL,
	CONSTRAINT "promotion_directions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "promotion_directions_decision" CHECK ("promotion_directions"."decision" in ('repeat', 'change', 'stop'))
);
--> statement-breakpoint
ALTER TABLE "promotion_directions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promotion_products" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"promotion_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "promotion_products_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "promotion_products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promotion_results" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"promotion_id" uuid NOT NULL,
	"weeks" numeric(18, 4) NOT NULL,
	"weekly_baseline" numeric(18, 4) NOT NULL,
	"actual_units" numeric(18, 4) NOT NULL,
	"cannibalised" numeric(18, 4) NOT NULL,
	"pulled_forward" numeric(18, 4) NOT NULL,
	"unit_discount" numeric(18, 4) NOT NULL,
	"fixed_cost" numeric(18, 4) NOT NULL,
	"unit_contribution" numeric(18, 4),
	"baseline_from" date NOT NULL,
	"baseline_to" date NOT NULL,
	"after_units" numeric(18, 4),
	"learning" text,
	"recorded_by" uuid NOT NULL,
	"recorded_on" date NOT NULL,
	CONSTRAINT "promotion_results_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "promotion_results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promotions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"title" text NOT NULL,
	"form" text NOT NULL,
	"mechanics" text,
	"owner_id" uuid NOT NULL,
	"order_from" date,
	"order_to" date,
	"ship_from" date,
	"ship_to" date,
	"store_from" date NOT NULL,
	"store_to" date NOT NULL,
	"budget_ours" numeric(18, 4),
	"budget_theirs" numeric(18, 4),
	"budget_fund" numeric(18, 4),
	"currency" text NOT NULL,
	"expected_lift_pct" numeric(18, 4),
	"baseline_weeks" integer DEFAULT 8 NOT NULL,
	"agreed_at" timestamp with time zone,
	"agreed_by" uuid,
	"agreed_note" text,
	"proof_file_id" uuid,
	"proof_note" text,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"cancelled_at" timestamp with time zone,
	"cancelled_because" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "promotions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "promotions_form" CHECK ("promotions"."form" in ('advertising', 'catalogue', 'event', 'agency', 'internalExternal', 'internet', 'newspaper', 'poster', 'broadcast', 'supplier', 'website'))
);
--> statement-breakpoint
ALTER TABLE "promotions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "receivables" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"invoice_number" text NOT NULL,
	"invoice_day" date NOT NULL,
	"due_day" date NOT NULL,
	"amount" numeric(18, 4) NOT NULL,
	"open_amount" numeric(18, 4) NOT NULL,
	"currency" text NOT NULL,
	"cheque_number" text,
	"cheque_due_day" date,
	"cheque_cashed_day" date,
	"as_of" date NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "receivables_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "receivables" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sales_documents" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"number" text NOT NULL,
	"day" date NOT NULL,
	"required_on" date,
	"shipped_on" date,
	"freight" numeric(18, 4),
	"currency" text NOT NULL,
	"tax_mode" text DEFAULT 'exclusive' NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "sales_documents_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "sales_documents_tax_mode" CHECK ("sales_documents"."tax_mode" in ('exclusive', 'inclusive'))
);
--> statement-breakpoint
ALTER TABLE "sales_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sales_lines" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"document_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"day" date NOT NULL,
	"line_key" text NOT NULL,
	"quantity" numeric(18, 4) NOT NULL,
	"unit" text NOT NULL,
	"base_quantity" numeric(24, 6) NOT NULL,
	"list_price" numeric(18, 4),
	"unit_price" numeric(18, 4) NOT NULL,
	"discount_pct" numeric(18, 4) NOT NULL,
	"gross_amount" numeric(18, 4) NOT NULL,
	"net_amount" numeric(18, 4) NOT NULL,
	"currency" text NOT NULL,
	"tax_mode" text NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "sales_lines_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "sales_lines_tax_mode" CHECK ("sales_lines"."tax_mode" in ('exclusive', 'inclusive'))
);
--> statement-breakpoint
ALTER TABLE "sales_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sales_months" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"month" date NOT NULL,
	"currency" text NOT NULL,
	"base_quantity" numeric(24, 6) NOT NULL,
	"gross_amount" numeric(24, 4) NOT NULL,
	"net_amount" numeric(24, 4) NOT NULL,
	"lines" integer NOT NULL,
	CONSTRAINT "sales_months_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "sales_months" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "price_list_items" ADD CONSTRAINT "price_list_items_workspace_id_version_id_price_list_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."price_list_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_items" ADD CONSTRAINT "price_list_items_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_versions" ADD CONSTRAINT "price_list_versions_workspace_id_price_list_id_price_lists_workspace_id_id_fk" FOREIGN KEY ("workspace_id","price_list_id") REFERENCES "public"."price_lists"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_versions" ADD CONSTRAINT "price_list_versions_workspace_id_published_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","published_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_costs" ADD CONSTRAINT "product_costs_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_units" ADD CONSTRAINT "product_units_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_workspace_id_category_id_product_categories_workspace_id_id_fk" FOREIGN KEY ("workspace_id","category_id") REFERENCES "public"."product_categories"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_workspace_id_supplier_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","supplier_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_accounts" ADD CONSTRAINT "promotion_accounts_workspace_id_promotion_id_promotions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","promotion_id") REFERENCES "public"."promotions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_accounts" ADD CONSTRAINT "promotion_accounts_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_directions" ADD CONSTRAINT "promotion_directions_workspace_id_promotion_id_promotions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","promotion_id") REFERENCES "public"."promotions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_directions" ADD CONSTRAINT "promotion_directions_workspace_id_decided_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_products" ADD CONSTRAINT "promotion_products_workspace_id_promotion_id_promotions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","promotion_id") REFERENCES "public"."promotions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_products" ADD CONSTRAINT "promotion_products_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_results" ADD CONSTRAINT "promotion_results_workspace_id_promotion_id_promotions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","promotion_id") REFERENCES "public"."promotions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_results" ADD CONSTRAINT "promotion_results_workspace_id_recorded_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_workspace_id_agreed_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreed_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_workspace_id_settled_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","settled_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_workspace_id_proof_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","proof_file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receivables" ADD CONSTRAINT "receivables_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_documents" ADD CONSTRAINT "sales_documents_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_lines" ADD CONSTRAINT "sales_lines_workspace_id_document_id_sales_documents_workspace_id_id_fk" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."sales_documents"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_lines" ADD CONSTRAINT "sales_lines_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_lines" ADD CONSTRAINT "sales_lines_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_months" ADD CONSTRAINT "sales_months_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_months" ADD CONSTRAINT "sales_months_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "price_list_items_once" ON "price_list_items" USING btree ("workspace_id","version_id","product_id","unit") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "price_list_items_version" ON "price_list_items" USING btree ("workspace_id","version_id");--> statement-breakpoint
CREATE INDEX "price_list_items_product" ON "price_list_items" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_list_versions_number" ON "price_list_versions" USING btree ("workspace_id","price_list_id","number");--> statement-breakpoint
CREATE INDEX "price_list_versions_valid" ON "price_list_versions" USING btree ("workspace_id","price_list_id","valid_from");--> statement-breakpoint
CREATE INDEX "price_list_versions_published_by" ON "price_list_versions" USING btree ("workspace_id","published_by");--> statement-breakpoint
CREATE UNIQUE INDEX "price_lists_name" ON "price_lists" USING btree ("workspace_id","name") WHERE archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "price_lists_standard" ON "price_lists" USING btree ("workspace_id","currency") WHERE standard and archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "product_categories_name" ON "product_categories" USING btree ("workspace_id","name") WHERE archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "product_costs_once" ON "product_costs" USING btree ("workspace_id","product_id","currency","valid_from") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "product_costs_product" ON "product_costs" USING btree ("workspace_id","product_id","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "product_units_once" ON "product_units" USING btree ("workspace_id","product_id","unit") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "product_units_product" ON "product_units" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_code" ON "products" USING btree ("workspace_id","code") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_by_code" ON "products" USING btree ("workspace_id","code","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_by_name" ON "products" USING btree ("workspace_id","name","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_by_stroke" ON "products" USING btree ("workspace_id","name" collate "stroke","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_by_created" ON "products" USING btree ("workspace_id","created_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_archived" ON "products" USING btree ("workspace_id","code","id") WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "products_supplier" ON "products" USING btree ("workspace_id","supplier_id");--> statement-breakpoint
CREATE INDEX "products_category" ON "products" USING btree ("workspace_id","category_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "promotion_accounts_once" ON "promotion_accounts" USING btree ("workspace_id","promotion_id","account_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "promotion_accounts_promotion" ON "promotion_accounts" USING btree ("workspace_id","promotion_id");--> statement-breakpoint
CREATE INDEX "promotion_accounts_account" ON "promotion_accounts" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "promotion_directions_promotion" ON "promotion_directions" USING btree ("workspace_id","promotion_id","id");--> statement-breakpoint
CREATE INDEX "promotion_directions_decided_by" ON "promotion_directions" USING btree ("workspace_id","decided_by","decided_on");--> statement-breakpoint
CREATE UNIQUE INDEX "promotion_products_once" ON "promotion_products" USING btree ("workspace_id","promotion_id","product_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "promotion_products_promotion" ON "promotion_products" USING btree ("workspace_id","promotion_id");--> statement-breakpoint
CREATE INDEX "promotion_products_product" ON "promotion_products" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "promotion_results_once" ON "promotion_results" USING btree ("workspace_id","promotion_id");--> statement-breakpoint
CREATE INDEX "promotion_results_recorded_by" ON "promotion_results" USING btree ("workspace_id","recorded_by");--> statement-breakpoint
CREATE INDEX "promotions_by_start" ON "promotions" USING btree ("workspace_id","store_from","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "promotions_by_end" ON "promotions" USING btree ("workspace_id","store_to","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "promotions_owner" ON "promotions" USING btree ("workspace_id","owner_id","store_to");--> statement-breakpoint
CREATE INDEX "promotions_agreed_by" ON "promotions" USING btree ("workspace_id","agreed_by");--> statement-breakpoint
CREATE INDEX "promotions_settled_by" ON "promotions" USING btree ("workspace_id","settled_by");--> statement-breakpoint
CREATE INDEX "promotions_proof" ON "promotions" USING btree ("workspace_id","proof_file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "receivables_invoice" ON "receivables" USING btree ("workspace_id","invoice_number") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "receivables_account" ON "receivables" USING btree ("workspace_id","account_id","as_of","id");--> statement-breakpoint
CREATE INDEX "receivables_as_of" ON "receivables" USING btree ("workspace_id","as_of");--> statement-breakpoint
CREATE UNIQUE INDEX "sales_documents_number" ON "sales_documents" USING btree ("workspace_id","number") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "sales_documents_account" ON "sales_documents" USING btree ("workspace_id","account_id","day","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sales_lines_once" ON "sales_lines" USING btree ("workspace_id","document_id","line_key") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "sales_lines_document" ON "sales_lines" USING btree ("workspace_id","document_id");--> statement-breakpoint
CREATE INDEX "sales_lines_account" ON "sales_lines" USING btree ("workspace_id","account_id","day","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "sales_lines_product" ON "sales_lines" USING btree ("workspace_id","product_id","day","id") WHERE archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sales_months_once" ON "sales_months" USING btree ("workspace_id","account_id","month","product_id","currency");--> statement-breakpoint
CREATE INDEX "sales_months_product" ON "sales_months" USING btree ("workspace_id","product_id","month");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "price_list_items" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "price_list_versions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "price_lists" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "product_categories" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "product_costs" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "product_units" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "products" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "promotion_accounts" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "promotion_directions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "promotion_products" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "promotion_results" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "promotions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "receivables" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "sales_documents" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "sales_lines" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "sales_months" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on price_list_items, price_list_versions, price_lists, product_categories, product_costs, product_units, products, promotion_accounts, promotion_directions, promotion_products, promotion_results, promotions, receivables, sales_documents, sales_lines, sales_months to accord_app;
