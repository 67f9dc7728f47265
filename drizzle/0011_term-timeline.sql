-- Two versions of one sheet never hold on the same day; judged at the end, so that neighbours can be re-dated together.
alter table term_timeline add constraint term_timeline_no_overlap
  exclude using gist (
    workspace_id with =, sheet_id with =, daterange(from_day, until_day) with &&
  ) deferrable initially deferred;
--> statement-breakpoint
-- Nobody deducts more than was granted, and nothing is matched beyond what was taken.
alter table deduction_claims add constraint deduction_claims_left check (matched >= 0 and matched <= amount);
--> statement-breakpoint
alter table deductions add constraint deductions_left check (matched >= 0 and matched <= amount);
--> statement-breakpoint
-- The timeline is written anew from the versions that are recorded.
grant delete on term_timeline to accord_app;
