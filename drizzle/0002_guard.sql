-- The app role reads and writes rows; it deletes only where a row carries no history of its own.
grant select, insert, update on all tables in schema public to accord_app;
--> statement-breakpoint
grant delete on idempotency_keys, search_entries, memberships, calendar_days, import_rows to accord_app;
--> statement-breakpoint
-- History is append-only for everybody who runs the product.
revoke update on command_log, row_changes, audit_seals from accord_app;
--> statement-breakpoint
-- Only set-up and the identity layer touch the global tables, through definer functions of schema auth.
revoke insert, update on workspaces, identities, memberships from accord_app;
--> statement-breakpoint
revoke delete on memberships from accord_app;
--> statement-breakpoint
/*
 * Finds by typing. Only leakproof operators may use an index under row security, and neither LIKE nor @> is one;
 * so this runs as the tables' owner, whom row security does not bind, refuses any workspace but the one entered,
 * and returns ids only. `kinds` narrows the kind of record, `owner` the owner, `account` the account; `member` is who
 * asks: restricted records are found by their owner, by the account's team and by the leads in `reports`,
 * or by everybody when `member` is null. Three and more characters use trigrams, one and two the grams.
 */
create function app.search_ids(
  ws uuid, kinds text[], normal_query text, gram_query text[], owner uuid, account uuid,
  member uuid, reports uuid[], most integer
) returns table (kind text, subject_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  pattern text := '%' || replace(replace(replace(normal_query, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  if ws is null or ws is distinct from nullif(current_setting('app.workspace_id', true), '')::uuid then
    raise exception 'search outside the entered workspace' using errcode = '42501';
  end if;
  if char_length(normal_query) >= 3 then
    return query
      select e.kind, e.subject_id from public.search_entries e
      where e.workspace_id = ws and e.kind = any(kinds) and e.normal like pattern
        and (owner is null or e.owner_id = owner) and (account is null or e.account_id = account)
        and (not e.restricted or member is null or e.owner_id = member or e.owner_id = any(reports)
          or exists (select from public.account_team t where t.workspace_id = ws
            and t.account_id = e.account_id and t.member_id = member
              and (t.to_day is null or t.to_day > (now() at time zone 'Asia/Taipei')::date)))
      limit most;
  else
    return query
      select e.kind, e.subject_id from public.search_entries e
      where e.workspace_id = ws and e.kind = any(kinds) and e.grams @> gram_query
        and (owner is null or e.owner_id = owner) and (account is null or e.account_id = account)
        and (not e.restricted or member is null or e.owner_id = member or e.owner_id = any(reports)
          or exists (select from public.account_team t where t.workspace_id = ws
            and t.account_id = e.account_id and t.member_id = member
              and (t.to_day is null or t.to_day > (now() at time zone 'Asia/Taipei')::date)))
      limit most;
  end if;
end $$;
--> statement-breakpoint
revoke all on function app.search_ids(uuid, text[], text, text[], uuid, uuid, uuid, uuid[], integer) from public;
--> statement-breakpoint
grant execute on function app.search_ids(uuid, text[], text, text[], uuid, uuid, uuid, uuid[], integer) to accord_app;
