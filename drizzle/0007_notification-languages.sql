-- In which language each of these members reads, for letters that no session of theirs asked for. Members who cannot
-- sign in are left out.
create function auth.member_locales(ws uuid, wanted uuid[]) returns table (member_id uuid, locale text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform auth.must_be_inside(ws);
  return query
    select m.member_id, i.locale from public.memberships m join public.identities i on i.id = m.identity_id
    where m.workspace_id = ws and m.member_id = any(wanted);
end $$;
--> statement-breakpoint
-- The client's side of signed links has no session: openings are counted by address, and by link once it is known. Answers
-- the seconds to wait, or 0.
create function auth.client_link_wait(address_key text, at timestamptz) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select auth.take('client-links-from:' || address_key, at, 120, interval '10 minutes')
$$;
--> statement-breakpoint
create function auth.client_link_own_wait(link uuid, at timestamptz) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select auth.take('client-link:' || link, at, 60, interval '10 minutes')
$$;
--> statement-breakpoint
revoke all on function
  auth.member_locales(uuid, uuid[]),
  auth.client_link_wait(text, timestamptz),
  auth.client_link_own_wait(uuid, timestamptz)
from public;
--> statement-breakpoint
grant execute on function
  auth.member_locales(uuid, uuid[]),
  auth.client_link_wait(text, timestamptz),
  auth.client_link_own_wait(uuid, timestamptz)
to accord_app;
