ALTER TABLE "agreement_seals" ADD COLUMN "paper_hash" text;--> statement-breakpoint
ALTER TABLE "agreement_signatories" ADD COLUMN "copy_link_id" uuid;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "link_id" uuid;--> statement-breakpoint
CREATE INDEX "mails_link" ON "mails" USING btree ("workspace_id","link_id");