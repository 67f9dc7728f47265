ALTER TABLE "client_report_lines" ADD COLUMN "their_value" numeric;--> statement-breakpoint
ALTER TABLE "client_report_lines" ADD COLUMN "their_source" text;