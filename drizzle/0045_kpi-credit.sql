ALTER TABLE "kpi_breaches" ADD COLUMN "amount" numeric;--> statement-breakpoint
ALTER TABLE "kpis" ADD COLUMN "credit" jsonb;