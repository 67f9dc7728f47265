do $$ begin
  if not exists (select from pg_roles where rolname = 'accord_app') then
    create role accord_app login nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end $$;
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists btree_gin;
--> statement-breakpoint
create extension if not exists btree_gist;
--> statement-breakpoint
-- Taiwan lists names by the number of strokes.
create collation if not exists public.stroke (provider = icu, locale = 'zh-Hant-TW-u-co-stroke');
--> statement-breakpoint
create schema if not exists app;
--> statement-breakpoint
create schema if not exists auth;
--> statement-breakpoint
revoke all on schema public from public;
--> statement-breakpoint
grant usage on schema app, auth, public to accord_app;
--> statement-breakpoint
-- `set local` reaches the workers of a sharded cluster; `set_config()` does not.
create or replace function app.enter_workspace(ws uuid) returns void language plpgsql as
$$ begin execute format('set local app.workspace_id = %L', ws); end $$;
