/*
 * The demonstration is a workspace of its own. Founding, opening and removing it reach beyond what the product's role may
 * do, so each is one narrow function here. None of them can touch a workspace of another kind, nor one that the
 * transaction has not entered.
 */
create function app.must_be_demo(ws uuid) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  perform auth.must_be_inside(ws);
  if not exists (select from public.workspaces w where w.id = ws and w.kind = 'demo') then
    raise exception 'this workspace is no demonstration' using errcode = '42501';
  end if;
end $$;
--> statement-breakpoint
-- Founds the demonstration in the entered workspace; false when there is one already.
create function app.found_demo(ws uuid, company text, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform auth.must_be_inside(ws);
  lock table public.workspaces in share row exclusive mode;
  if exists (select from public.workspaces w where w.kind = 'demo') then return false; end if;
  insert into public.workspaces (id, name, kind, created_at) values (ws, company, 'demo', at);
  return true;
end $$;
--> statement-breakpoint
/*
 * Lets one of the demonstration's people sign in with a new password; what they were signed in with before ends. Only for
 * e-mails under .example, which nobody can own, and only for somebody who works nowhere else. Answers their identity.
 */
create function app.admit_to_demo(
  ws uuid, member uuid, new_identity uuid, wanted_email text, full_name text, given_proof text, at timestamptz
) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
begin
  perform app.must_be_demo(ws);
  if wanted_email not like '%.example' then
    raise exception 'this e-mail may be a real person''s' using errcode = '42501';
  end if;
  insert into public.identities (id, email, name) values (new_identity, wanted_email, full_name)
    on conflict (email) do nothing;
  select i.id into who from public.identities i where i.email = wanted_email;
  if exists (select from public.memberships m
      where m.identity_id = who and (m.workspace_id <> ws or m.member_id <> member)) then
    raise exception 'this person works elsewhere' using errcode = '42501';
  end if;
  insert into public.memberships (identity_id, workspace_id, member_id) values (who, ws, member)
    on conflict (identity_id, workspace_id) do nothing;
  insert into auth.credentials (identity_id, proof, changed_at) values (who, given_proof, at)
    on conflict (identity_id) do update set proof = excluded.proof, changed_at = excluded.changed_at;
  perform auth.end_sessions(who, null, null, at);
  delete from auth.devices d where d.identity_id = who;
  return who;
end $$;
--> statement-breakpoint
-- Lets somebody of another workspace into the demonstration too, as the member that already names them.
create function app.join_demo(ws uuid, member uuid, who uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.must_be_demo(ws);
  insert into public.memberships (identity_id, workspace_id, member_id) values (who, ws, member)
    on conflict (identity_id, workspace_id) do nothing;
end $$;
--> statement-breakpoint
/*
 * Removes the demonstration: every row of every tenant table, children before parents as the catalog orders them, its
 * queued jobs, and everybody who works nowhere else. Whoever also works elsewhere is moved there and stays signed in.
 */
create function app.remove_demo(ws uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  remaining oid[] := array(
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not a.attisdropped and c.relname <> 'memberships'
  );
  next oid;
begin
  perform app.must_be_demo(ws);
  while cardinality(remaining) > 0 loop
    select t into next from unnest(remaining) t
      where not exists (select from pg_constraint k
        where k.contype = 'f' and k.confrelid = t and k.conrelid <> t and k.conrelid = any(remaining))
      limit 1;
    if next is null then raise exception 'tables that need each other cannot be emptied in order'; end if;
    execute format('delete from %s where workspace_id = $1', next::regclass) using ws;
    remaining := array_remove(remaining, next);
  end loop;
  if to_regclass('pgboss.job') is not null then
    execute 'delete from pgboss.job where data->>''workspaceId'' = $1 and state <> ''active''' using ws::text;
  end if;
  update auth.sessions s set workspace_id = elsewhere.workspace_id
    from public.memberships elsewhere
    where s.workspace_id = ws and elsewhere.identity_id = s.identity_id and elsewhere.workspace_id <> ws;
  delete from public.identities i
    where exists (select from public.memberships m where m.identity_id = i.id and m.workspace_id = ws)
      and not exists (select from public.memberships m where m.identity_id = i.id and m.workspace_id <> ws);
  delete from public.workspaces w where w.id = ws;
end $$;
--> statement-breakpoint
revoke all on function
  app.must_be_demo(uuid),
  app.found_demo(uuid, text, timestamptz),
  app.admit_to_demo(uuid, uuid, uuid, text, text, text, timestamptz),
  app.join_demo(uuid, uuid, uuid),
  app.remove_demo(uuid)
from public;
--> statement-breakpoint
grant execute on function
  app.found_demo(uuid, text, timestamptz),
  app.admit_to_demo(uuid, uuid, uuid, text, text, text, timestamptz),
  app.join_demo(uuid, uuid, uuid),
  app.remove_demo(uuid)
to accord_app;
