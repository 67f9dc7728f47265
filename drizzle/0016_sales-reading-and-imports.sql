ALTER TABLE "import_batches" DROP CONSTRAINT "import_batches_subject";--> statement-breakpoint
DROP INDEX "sales_lines_account";--> statement-breakpoint
DROP INDEX "sales_lines_product";--> statement-breakpoint
CREATE INDEX "sales_lines_by_day" ON "sales_lines" USING btree ("workspace_id","day","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "sales_lines_account" ON "sales_lines" USING btree ("workspace_id","account_id","day","id");--> statement-breakpoint
CREATE INDEX "sales_lines_product" ON "sales_lines" USING btree ("workspace_id","product_id","day","id");--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_subject" CHECK ("import_batches"."subject" in ('accounts', 'members', 'interactions', 'products', 'orders', 'sales', 'receivables'));