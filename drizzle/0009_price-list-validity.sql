-- Two published editions of one price list never hold on the same day.
alter table price_list_versions add constraint price_list_versions_no_overlap
  exclude using gist (
    workspace_id with =, price_list_id with =, daterange(valid_from, valid_to, '[]') with &&
  ) where (published_at is not null and archived_at is null);
--> statement-breakpoint
-- Roll-ups are written anew from the lines they add up.
grant delete on sales_months to accord_app;
