ALTER TABLE "import_batches" ADD COLUMN "together_id" uuid;--> statement-breakpoint
CREATE INDEX "import_batches_together" ON "import_batches" USING btree ("workspace_id","together_id");