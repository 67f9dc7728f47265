ALTER TABLE "approval_seats" DROP CONSTRAINT "approval_seats_state";--> statement-breakpoint
ALTER TABLE "approval_runs" ADD COLUMN "lines_before" jsonb;--> statement-breakpoint
ALTER TABLE "approval_seats" ADD CONSTRAINT "approval_seats_state" CHECK ("approval_seats"."state" in ('open', 'approved', 'byWord', 'gone'));