ALTER TABLE "deal_checks" ADD COLUMN "delivery_day" date;--> statement-breakpoint
ALTER TABLE "deal_checks" ADD COLUMN "priced_by" text DEFAULT 'document' NOT NULL;--> statement-breakpoint
ALTER TABLE "deal_checks" ADD CONSTRAINT "deal_checks_priced_by" CHECK ("deal_checks"."priced_by" in ('document', 'delivery'));