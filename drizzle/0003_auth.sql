/*
 * Sign-in keeps its secrets here. The product's role holds no grant on these tables; it calls the functions below, each
 * of which does one thing. None of them answers a password's proof, a session's hash or a link's hash: proofs go in and
 * are compared here, so that a statement smuggled into the product finds nothing to take away.
 */
create table auth.credentials (
  identity_id uuid primary key references public.identities (id) on delete cascade,
  proof text not null check (proof like '$argon2id$%'),
  changed_at timestamptz not null
);
--> statement-breakpoint
create table auth.sessions (
  id uuid primary key,
  token_hash text not null unique,
  identity_id uuid not null references public.identities (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  device text not null,
  address text not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
--> statement-breakpoint
create index sessions_identity on auth.sessions (identity_id, opened_at);
--> statement-breakpoint
create index sessions_opened on auth.sessions (opened_at);
--> statement-breakpoint
create table auth.link_tokens (
  token_hash text primary key,
  kind text not null check (kind in ('invitation', 'reset')),
  identity_id uuid not null references public.identities (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  member_id uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
--> statement-breakpoint
create index link_tokens_identity on auth.link_tokens (identity_id);
--> statement-breakpoint
create index link_tokens_member on auth.link_tokens (workspace_id, member_id);
--> statement-breakpoint
create table auth.throttles (
  key text primary key,
  tries timestamptz[] not null,
  touched_at timestamptz not null
);
--> statement-breakpoint
create index throttles_touched on auth.throttles (touched_at);
--> statement-breakpoint
create table auth.devices (
  identity_id uuid not null references public.identities (id) on delete cascade,
  token_hash text not null,
  used_at timestamptz not null,
  primary key (identity_id, token_hash)
);
--> statement-breakpoint
create table auth.setup_tokens (
  token_hash text primary key,
  issued_at timestamptz not null,
  used_at timestamptz
);
--> statement-breakpoint
-- Who signs in, and where, is asked through the functions below only.
revoke select on public.identities, public.memberships from accord_app;
--> statement-breakpoint
-- One try against a budget of `most` within any stretch of `span`. Answers 0, or the seconds until the next try counts.
create function auth.take(wanted_key text, at timestamptz, most integer, span interval) returns integer
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  kept timestamptz[];
begin
  insert into auth.throttles (key, tries, touched_at) values (wanted_key, '{}', at) on conflict (key) do nothing;
  select tries into kept from auth.throttles where key = wanted_key for update;
  kept := array(select t from unnest(kept) t where t > at - span order by t);
  if cardinality(kept) >= most then
    return greatest(1, ceil(extract(epoch from kept[1] + span - at)))::integer;
  end if;
  update auth.throttles set tries = kept || at, touched_at = at where key = wanted_key;
  return 0;
end $$;
--> statement-breakpoint
-- A right password was no guess: its try does not count.
create function auth.give_back(wanted_key text) returns void
language sql set search_path = pg_catalog, pg_temp as $$
  update auth.throttles set tries = tries[1:cardinality(tries) - 1] where key = wanted_key and cardinality(tries) > 0
$$;
--> statement-breakpoint
-- A workspace's own affairs are settled only inside that workspace.
create function auth.must_be_inside(ws uuid) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if ws is null or ws is distinct from nullif(current_setting('app.workspace_id', true), '')::uuid then
    raise exception 'sign-in affairs of another workspace' using errcode = '42501';
  end if;
end $$;
--> statement-breakpoint
-- Where this identity may work now, the workspace of its latest session first.
create function auth.places_of(wanted uuid) returns table (workspace_id uuid, member_id uuid)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select m.workspace_id, m.member_id
  from public.memberships m
  join public.workspaces w on w.id = m.workspace_id
  join public.members p on p.workspace_id = m.workspace_id and p.id = m.member_id
  where m.identity_id = wanted and p.identity_id = wanted and p.status = 'active' and p.archived_at is null
  order by m.workspace_id is not distinct from
      (select s.workspace_id from auth.sessions s where s.identity_id = wanted order by s.opened_at desc limit 1) desc,
    w.kind = 'live' desc, m.created_at, m.workspace_id
$$;
--> statement-breakpoint
/*
 * Decides one request: who the session's cookie stands for, right now. Idle for 30 minutes, older than 12 hours, ended,
 * or its member no longer active: no row. Remembers that it was seen, at most once a minute.
 */
create function auth.session_actor(session_hash text, at timestamptz) returns table (
  session_id uuid, identity_id uuid, email text, locale text, theme text,
  workspace_id uuid, workspace_name text, workspace_kind text, time_zone text,
  member_id uuid, name text, roles text[], disciplines text[], reports uuid[], other_workspaces jsonb
)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  found_session auth.sessions;
begin
  select * into found_session from auth.sessions s
    where s.token_hash = session_hash and s.ended_at is null
      and s.seen_at > at - interval '30 minutes' and s.opened_at > at - interval '12 hours';
  if not found then return; end if;
  if found_session.seen_at < at - interval '1 minute' and current_setting('transaction_read_only') = 'off' then
    update auth.sessions s set seen_at = at where s.id = found_session.id and s.seen_at < at - interval '1 minute';
  end if;
  return query
    select found_session.id, i.id, i.email, i.locale, i.theme, w.id, w.name, w.kind, w.time_zone,
      p.id, p.name, p.roles, p.disciplines,
      case when 'salesLead' = any(p.roles) then array(
        with recursive below as (
          select r.id from public.members r where r.workspace_id = w.id and r.reports_to_id = p.id
          union
          select r.id from public.members r join below on r.reports_to_id = below.id where r.workspace_id = w.id
        ) select below.id from below where below.id <> p.id
      ) else '{}'::uuid[] end,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by o.kind desc, o.name, o.id)
        from public.memberships om
        join public.workspaces o on o.id = om.workspace_id
        join public.members op on op.workspace_id = om.workspace_id and op.id = om.member_id
        where om.identity_id = i.id and om.workspace_id <> w.id
          and op.identity_id = i.id and op.status = 'active' and op.archived_at is null
      ), '[]'::jsonb)
    from public.identities i
    join public.workspaces w on w.id = found_session.workspace_id
    join public.memberships m on m.identity_id = i.id and m.workspace_id = w.id
    join public.members p on p.workspace_id = w.id and p.id = m.member_id
    where i.id = found_session.identity_id
      and p.identity_id = i.id and p.status = 'active' and p.archived_at is null;
end $$;
--> statement-breakpoint
/*
 * First half of a sign-in: counts the try, and answers how this e-mail's password is hashed (kind, cost and salt, never
 * the digest), or nothing when there is none, or the seconds to wait. A device on which this person signed in before has
 * a budget of its own, so that strangers cannot use up the one of the person they guess at.
 */
create function auth.sign_in_recipe(wanted_email text, device_hash text, address_key text, at timestamptz)
returns table (recipe text, wait integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_proof text;
  known boolean;
  pause integer;
begin
  select c.proof, exists (
      select from auth.devices d where d.identity_id = i.id and d.token_hash = device_hash
    ) into found_proof, known
    from public.identities i left join auth.credentials c on c.identity_id = i.id where i.email = wanted_email;
  if coalesce(known, false) then
    pause := auth.take('device:' || device_hash, at, 10, interval '15 minutes');
  else
    pause := auth.take('address:' || address_key, at, 60, interval '15 minutes');
    if pause = 0 then pause := auth.take('account:' || wanted_email, at, 10, interval '15 minutes'); end if;
  end if;
  return query select case when pause = 0 then regexp_replace(found_proof, '\$[^$]*$', '') end, pause;
end $$;
--> statement-breakpoint
/*
 * Second half: opens a session when the proof is right and the person may work somewhere; otherwise nothing. The session
 * that this browser had before ends, and the device is known from now on. `counted` says that a try was counted before.
 */
create function auth.open_session(
  wanted_email text, given_proof text, new_id uuid, session_hash text, replaced_hash text, device_hash text,
  device_name text, from_address text, address_key text, known_before boolean, counted boolean, at timestamptz
) returns table (identity_id uuid, workspace_id uuid, member_id uuid, locale text, theme text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  who public.identities;
  place record;
begin
  select i.* into who from public.identities i join auth.credentials c on c.identity_id = i.id
    where i.email = wanted_email and c.proof = given_proof;
  if not found then return; end if;
  select * into place from auth.places_of(who.id) limit 1;
  if not found then return; end if;
  if counted then
    if known_before and exists (select from auth.devices d where d.identity_id = who.id and d.token_hash = device_hash) then
      perform auth.give_back('device:' || device_hash);
    else
      perform auth.give_back('address:' || address_key);
      perform auth.give_back('account:' || wanted_email);
    end if;
  end if;
  update auth.sessions s set ended_at = at where s.token_hash = replaced_hash and s.ended_at is null;
  insert into auth.sessions (id, token_hash, identity_id, workspace_id, device, address, opened_at, seen_at)
    values (new_id, session_hash, who.id, place.workspace_id, device_name, from_address, at, at);
  insert into auth.devices (identity_id, token_hash, used_at) values (who.id, device_hash, at)
    on conflict (identity_id, token_hash) do update set used_at = excluded.used_at;
  delete from auth.devices d where d.identity_id = who.id and d.token_hash not in (
    select n.token_hash from auth.devices n where n.identity_id = who.id order by n.used_at desc limit 20);
  perform auth.sweep(at);
  return query select who.id, place.workspace_id, place.member_id, who.locale, who.theme;
end $$;
--> statement-breakpoint
-- Hashes with new cost replace old ones when their owner signs in.
create function auth.raise_proof(wanted_email text, given_proof text, next_proof text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update auth.credentials c set proof = next_proof from public.identities i
    where i.id = c.identity_id and i.email = wanted_email and c.proof = given_proof;
  return found;
end $$;
--> statement-breakpoint
-- How the password of this session's owner is hashed, or the seconds to wait; for forms that ask for it again.
create function auth.session_recipe(session_hash text, at timestamptz) returns table (recipe text, wait integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid := (select a.identity_id from auth.session_actor(session_hash, at) a);
  pause integer;
begin
  if who is null then return; end if;
  pause := auth.take('again:' || who, at, 10, interval '15 minutes');
  return query select case when pause = 0 then regexp_replace(c.proof, '\$[^$]*$', '') end, pause
    from auth.credentials c where c.identity_id = who;
end $$;
--> statement-breakpoint
/*
 * Sets a new password for the owner of a session who knows the old one. The session goes on under a new name; all others
 * end, reset links end, and every other device becomes unknown.
 */
create function auth.change_password(
  session_hash text, given_proof text, next_proof text, next_session_hash text, device_hash text, at timestamptz
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own auth.sessions;
begin
  select s.* into own from auth.sessions s
    join auth.session_actor(session_hash, at) a on a.session_id = s.id;
  if not found then return false; end if;
  update auth.credentials c set proof = next_proof, changed_at = at
    where c.identity_id = own.identity_id and c.proof = given_proof;
  if not found then return false; end if;
  perform auth.give_back('again:' || own.identity_id);
  update auth.sessions s set ended_at = at
    where s.identity_id = own.identity_id and s.id <> own.id and s.ended_at is null;
  update auth.sessions s set token_hash = next_session_hash, seen_at = at where s.id = own.id;
  update auth.link_tokens l set used_at = at
    where l.identity_id = own.identity_id and l.kind = 'reset' and l.used_at is null;
  delete from auth.devices d where d.identity_id = own.identity_id and d.token_hash is distinct from device_hash;
  return true;
end $$;
--> statement-breakpoint
-- The sessions of one person that are open now, the latest seen first.
create function auth.sessions_of(wanted uuid, at timestamptz) returns table (
  session_id uuid, device text, address text, workspace_name text, opened_at timestamptz, seen_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.device, s.address, w.name, s.opened_at, s.seen_at
  from auth.sessions s join public.workspaces w on w.id = s.workspace_id
  where s.identity_id = wanted and s.ended_at is null
    and s.seen_at > at - interval '30 minutes' and s.opened_at > at - interval '12 hours'
  order by s.seen_at desc, s.id
$$;
--> statement-breakpoint
-- Ends one session of this person, or every one but `kept` when none is named. Answers how many ended.
create function auth.end_sessions(wanted uuid, only_one uuid, kept uuid, at timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended integer;
begin
  update auth.sessions s set ended_at = at
    where s.identity_id = wanted and s.ended_at is null
      and (only_one is null or s.id = only_one) and s.id is distinct from kept;
  get diagnostics ended = row_count;
  return ended;
end $$;
--> statement-breakpoint
create function auth.end_session(session_hash text, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update auth.sessions set ended_at = at where token_hash = session_hash and ended_at is null
$$;
--> statement-breakpoint
/*
 * Takes from a member of the entered workspace what could still let them in: links always, sessions once they have
 * accepted the invitation (before that the identity may be somebody whom this workspace only knows by address, and the
 * member's own row does not name it yet).
 */
create function auth.end_access(ws uuid, member uuid, at timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
begin
  perform auth.must_be_inside(ws);
  update auth.link_tokens l set used_at = at where l.workspace_id = ws and l.member_id = member and l.used_at is null;
  select p.identity_id into who from public.members p where p.workspace_id = ws and p.id = member;
  if who is null then return 0; end if;
  return auth.end_sessions(who, null, null, at);
end $$;
--> statement-breakpoint
create function auth.switch_workspace(session_hash text, wanted uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update auth.sessions s set workspace_id = wanted
    from auth.session_actor(session_hash, at) a
    where s.id = a.session_id and exists (
      select from auth.places_of(a.identity_id) p where p.workspace_id = wanted);
  return found;
end $$;
--> statement-breakpoint
create function auth.save_profile(wanted uuid, next_name text, next_locale text, next_theme text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.identities set name = coalesce(next_name, name), locale = coalesce(next_locale, locale),
    theme = coalesce(next_theme, theme) where id = wanted
$$;
--> statement-breakpoint
/*
 * Binds a member of the entered workspace to the identity of this e-mail, which is made when there is none, and issues
 * the link that lets them accept; earlier links of this member end. Answers the identity, or null when another member of
 * this workspace already has it.
 */
create function auth.invite(
  ws uuid, member uuid, wanted_email text, new_identity uuid, full_name text, wanted_locale text,
  link_hash text, at timestamptz, until timestamptz
) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
begin
  perform auth.must_be_inside(ws);
  insert into public.identities (id, email, name, locale) values (new_identity, wanted_email, full_name, wanted_locale)
    on conflict (email) do nothing;
  select i.id into who from public.identities i where i.email = wanted_email;
  if exists (select from public.memberships m
      where m.identity_id = who and m.workspace_id = ws and m.member_id <> member) then
    return null;
  end if;
  delete from public.memberships m where m.workspace_id = ws and m.member_id = member and m.identity_id <> who;
  insert into public.memberships (identity_id, workspace_id, member_id) values (who, ws, member)
    on conflict (identity_id, workspace_id) do nothing;
  update auth.link_tokens l set used_at = at where l.workspace_id = ws and l.member_id = member and l.used_at is null;
  insert into auth.link_tokens (token_hash, kind, identity_id, workspace_id, member_id, issued_at, expires_at)
    values (link_hash, 'invitation', who, ws, member, at, until);
  return who;
end $$;
--> statement-breakpoint
-- Issues a reset link for an active member of the entered workspace.
create function auth.issue_reset(ws uuid, member uuid, link_hash text, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
begin
  perform auth.must_be_inside(ws);
  select p.identity_id into who from public.members p
    where p.workspace_id = ws and p.id = member and p.status = 'active' and p.archived_at is null;
  if who is null then return false; end if;
  insert into auth.link_tokens (token_hash, kind, identity_id, workspace_id, member_id, issued_at, expires_at)
    values (link_hash, 'reset', who, ws, member, at, at + interval '30 minutes');
  return true;
end $$;
--> statement-breakpoint
-- Whether a member's identity belongs to the entered workspace alone, pending invitations of others included.
create function auth.is_sole_workspace(ws uuid, member uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform auth.must_be_inside(ws);
  return not exists (
    select from public.memberships mine join public.memberships other on other.identity_id = mine.identity_id
    where mine.workspace_id = ws and mine.member_id = member and other.workspace_id <> ws);
end $$;
--> statement-breakpoint
-- The one who asked for a reset, when the e-mail is known, may work somewhere, and has not asked three times this hour.
create function auth.reset_subject(wanted_email text, at timestamptz) returns table (
  identity_id uuid, workspace_id uuid, member_id uuid, name text, locale text, time_zone text, roles text[], workspace_name text
)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if auth.take('reset:' || wanted_email, at, 3, interval '1 hour') > 0 then return; end if;
  return query
    select i.id, w.id, p.id, p.name, i.locale, w.time_zone, p.roles, w.name
    from public.identities i
    cross join lateral (select * from auth.places_of(i.id) limit 1) here
    join public.workspaces w on w.id = here.workspace_id
    join public.members p on p.workspace_id = w.id and p.id = here.member_id
    where i.email = wanted_email;
end $$;
--> statement-breakpoint
-- Requests for reset links from one address; every request counts, whether or not the e-mail is known.
create function auth.reset_wait(address_key text, at timestamptz) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select auth.take('resets-from:' || address_key, at, 20, interval '1 hour')
$$;
--> statement-breakpoint
/*
 * Whom a link is for, while it may be used: unused, in time, and the member is still invited (invitation) or active
 * (reset). `has_password` tells an invitation to ask for the known password instead of a new one.
 */
create function auth.link_subject(link_hash text, wanted_kind text, at timestamptz) returns table (
  identity_id uuid, email text, locale text, workspace_id uuid, workspace_name text, time_zone text,
  member_id uuid, name text, roles text[], has_password boolean
)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.email, i.locale, w.id, w.name, w.time_zone, p.id, p.name, p.roles,
    exists (select from auth.credentials c where c.identity_id = i.id)
  from auth.link_tokens l
  join public.identities i on i.id = l.identity_id
  join public.workspaces w on w.id = l.workspace_id
  join public.memberships m on m.identity_id = i.id and m.workspace_id = w.id and m.member_id = l.member_id
  join public.members p on p.workspace_id = w.id and p.id = l.member_id
  where l.token_hash = link_hash and l.kind = wanted_kind and l.used_at is null and l.expires_at > at
    and p.archived_at is null
    and case l.kind when 'invitation' then p.status = 'invited' else p.status = 'active' and p.identity_id = i.id end
$$;
--> statement-breakpoint
-- How the password of an invited person who already has one is hashed, or the seconds to wait.
create function auth.link_recipe(link_hash text, at timestamptz) returns table (recipe text, wait integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid := (select s.identity_id from auth.link_subject(link_hash, 'invitation', at) s);
  pause integer;
begin
  if who is null then return; end if;
  pause := auth.take('again:' || who, at, 10, interval '15 minutes');
  return query select case when pause = 0 then regexp_replace(c.proof, '\$[^$]*$', '') end, pause
    from auth.credentials c where c.identity_id = who;
end $$;
--> statement-breakpoint
/*
 * Uses an invitation up, inside its workspace. Somebody without a password gets this one; somebody who has one must have
 * proved it. Answers done, wrong (the proof) or over (the link).
 */
create function auth.accept_invitation(link_hash text, given_proof text, at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  link auth.link_tokens;
  known text;
begin
  select l.* into link from auth.link_tokens l where l.token_hash = link_hash for update;
  if not found or not exists (select from auth.link_subject(link_hash, 'invitation', at)) then return 'over'; end if;
  perform auth.must_be_inside(link.workspace_id);
  perform from public.identities i where i.id = link.identity_id for update;
  select c.proof into known from auth.credentials c where c.identity_id = link.identity_id;
  if known is null then
    insert into auth.credentials (identity_id, proof, changed_at) values (link.identity_id, given_proof, at);
  elsif known is distinct from given_proof then
    return 'wrong';
  end if;
  update auth.link_tokens l set used_at = at
    where l.workspace_id = link.workspace_id and l.member_id = link.member_id and l.used_at is null;
  return 'done';
end $$;
--> statement-breakpoint
-- Uses a reset link up: the new password holds, every session, device and other reset link of this person ends.
create function auth.reset_password(link_hash text, next_proof text, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  link auth.link_tokens;
begin
  select l.* into link from auth.link_tokens l where l.token_hash = link_hash for update;
  if not found or not exists (select from auth.link_subject(link_hash, 'reset', at)) then return false; end if;
  perform auth.must_be_inside(link.workspace_id);
  insert into auth.credentials (identity_id, proof, changed_at) values (link.identity_id, next_proof, at)
    on conflict (identity_id) do update set proof = excluded.proof, changed_at = excluded.changed_at;
  update auth.link_tokens l set used_at = at
    where l.identity_id = link.identity_id and l.kind = 'reset' and l.used_at is null;
  perform auth.end_sessions(link.identity_id, null, null, at);
  delete from auth.devices d where d.identity_id = link.identity_id;
  return true;
end $$;
--> statement-breakpoint
-- Whether somebody has set this installation up; a demonstration does not count.
create function auth.is_founded() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.workspaces w where w.kind = 'live')
$$;
--> statement-breakpoint
-- A new set-up token until the first workspace is founded; the one before it ends. Answers whether it was issued.
create function auth.issue_setup(setup_hash text, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  lock table auth.setup_tokens in share row exclusive mode;
  if auth.is_founded() then return false; end if;
  delete from auth.setup_tokens s where s.used_at is null;
  insert into auth.setup_tokens (token_hash, issued_at) values (setup_hash, at);
  return true;
end $$;
--> statement-breakpoint
create function auth.is_setup_open(setup_hash text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from auth.setup_tokens s where s.token_hash = setup_hash and s.used_at is null)
    and not auth.is_founded()
$$;
--> statement-breakpoint
/*
 * Founds the first workspace and its administrator's identity, inside that workspace's transaction. Whoever holds the
 * token's row goes on; the others wait for the end of it and are told no. The token itself is used up last, by finish_setup.
 */
create function auth.found(
  setup_hash text, ws uuid, company text, wanted_locale text, identity uuid, wanted_email text, full_name text,
  member uuid, given_proof text, at timestamptz
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform auth.must_be_inside(ws);
  perform from auth.setup_tokens s where s.token_hash = setup_hash and s.used_at is null for update;
  if not found or auth.is_founded() then return false; end if;
  insert into public.workspaces (id, name, locale) values (ws, company, wanted_locale);
  insert into public.identities (id, email, name, locale) values (identity, wanted_email, full_name, wanted_locale);
  insert into public.memberships (identity_id, workspace_id, member_id) values (identity, ws, member);
  insert into auth.credentials (identity_id, proof, changed_at) values (identity, given_proof, at);
  return true;
end $$;
--> statement-breakpoint
create function auth.finish_setup(setup_hash text, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update auth.setup_tokens s set used_at = at where s.token_hash = setup_hash and s.used_at is null;
  return found;
end $$;
--> statement-breakpoint
-- Nothing is kept longer than it serves: counters a day, links and ended sessions a month.
create function auth.sweep(at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from auth.throttles where touched_at < at - interval '1 day';
  delete from auth.sessions where opened_at < at - interval '30 days';
  delete from auth.link_tokens where expires_at < at - interval '30 days';
  delete from auth.devices where used_at < at - interval '1 year';
$$;
--> statement-breakpoint
revoke all on all functions in schema auth from public;
--> statement-breakpoint
grant execute on function
  auth.session_actor(text, timestamptz),
  auth.sign_in_recipe(text, text, text, timestamptz),
  auth.open_session(text, text, uuid, text, text, text, text, text, text, boolean, boolean, timestamptz),
  auth.raise_proof(text, text, text),
  auth.session_recipe(text, timestamptz),
  auth.change_password(text, text, text, text, text, timestamptz),
  auth.sessions_of(uuid, timestamptz),
  auth.end_sessions(uuid, uuid, uuid, timestamptz),
  auth.end_session(text, timestamptz),
  auth.end_access(uuid, uuid, timestamptz),
  auth.switch_workspace(text, uuid, timestamptz),
  auth.save_profile(uuid, text, text, text),
  auth.invite(uuid, uuid, text, uuid, text, text, text, timestamptz, timestamptz),
  auth.issue_reset(uuid, uuid, text, timestamptz),
  auth.is_sole_workspace(uuid, uuid),
  auth.reset_subject(text, timestamptz),
  auth.reset_wait(text, timestamptz),
  auth.link_subject(text, text, timestamptz),
  auth.link_recipe(text, timestamptz),
  auth.accept_invitation(text, text, timestamptz),
  auth.reset_password(text, text, timestamptz),
  auth.is_founded(),
  auth.issue_setup(text, timestamptz),
  auth.is_setup_open(text),
  auth.found(text, uuid, text, text, uuid, text, text, uuid, text, timestamptz),
  auth.finish_setup(text, timestamptz),
  auth.sweep(timestamptz)
to accord_app;
