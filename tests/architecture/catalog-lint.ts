import type { Sql } from 'postgres'

/** What the catalog must say of every table, index, key, policy and function. */
export type CatalogRules = { globals: readonly string[]; appRole: string; indexesAllowed: readonly string[] }
export type Violation = { rule: string; obj: string }

/**
 * One row per broken rule of tenancy; an empty answer is a sound schema. The rules are what lets the same migrations
 * run on one embedded Postgres and on a cluster sharded by workspace.
 */
export const catalogViolations = (sql: Sql, { globals, appRole, indexesAllowed }: CatalogRules) => sql<Violation[]>`
with cfg as (select ${[...globals]}::text[] globals, ${appRole}::text app_role, ${[...indexesAllowed]}::text[] index_ok),
t as (
  select c.oid, c.relname, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relowner,
    (c.relname = any(cfg.globals)) is_global,
    (select attnum from pg_attribute a where a.attrelid = c.oid and attname = 'workspace_id' and not attisdropped) ws
  from pg_class c, cfg
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')),
tenant as (select * from t where ws is not null and not is_global),
fk as (
  select k.*, child.ws, child.is_global, parent.ws pws, parent.is_global parent_global
  from pg_constraint k join t child on child.oid = k.conrelid join t parent on parent.oid = k.confrelid
  where k.contype = 'f'),
ix as (select i.*, i.indexrelid::regclass::text iname from pg_index i join tenant on tenant.oid = i.indrelid)
select 'R01 neither tenant nor listed global' rule, relname::text obj from t where ws is null and not is_global
union all select 'R02 workspace_id not uuid NOT NULL', relname from tenant t join pg_attribute a on a.attrelid = t.oid and a.attnum = t.ws
  where a.atttypid <> 'uuid'::regtype or not a.attnotnull
union all select 'R03 key must start with workspace_id', relname from tenant t
  where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p' and k.conkey[1] = t.ws)
union all select 'R04 unique index without workspace_id', iname from ix join tenant t on t.oid = indrelid
  where indisunique and not (t.ws = any(indkey::int2[]))
union all select 'R05 exclusion without workspace_id =', k.conname from tenant t join pg_constraint k on k.conrelid = t.oid
  where k.contype = 'x' and not exists (
    select from unnest(k.conkey, k.conexclop) u(col, op) join pg_operator o on o.oid = u.op where u.col = t.ws and o.oprname = '=')
union all select 'R06 tenant key must pair workspace_id', conname from fk
  where not is_global and not parent_global and not exists (select from unnest(conkey, confkey) u(a, b) where u.a = ws and u.b = pws)
union all select 'R07 global references tenant', conname from fk where is_global and not parent_global
union all select 'R08 foreign key sets null, default or acts on update', conname from fk
  where not is_global and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd', 'c'))
union all select 'R09 trigger', t.relname || '.' || g.tgname from t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
union all select 'R10 rule', t.relname || '.' || r.rulename from t join pg_rewrite r on r.ev_class = t.oid
union all select 'R11 identity or sequence default', t.relname || '.' || a.attname from tenant t
  join pg_attribute a on a.attrelid = t.oid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval(%'
union all select 'R12 row security not enabled', relname from tenant where not relrowsecurity
union all select 'R13 no canonical policy', relname from tenant t, cfg where not exists (
    select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive
      and cfg.app_role::regrole::oid = any(p.polroles)
      and pg_get_expr(p.polqual, p.polrelid) = '(workspace_id = (NULLIF(current_setting(''app.workspace_id''::text, true), ''''::text))::uuid)'
      and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid))
  or (select count(*) from pg_policy p where p.polrelid = t.oid) <> 1
union all select 'R14 subquery in policy', relname || '.' || polname from t join pg_policy p on p.polrelid = t.oid
  where coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') ~* '\\mselect\\M'
union all select 'R15 app role owns a table, is superuser or bypasses', rolname from pg_roles r, cfg
  where r.rolname = cfg.app_role and (rolsuper or rolbypassrls or exists (select from t where relowner = r.oid))
union all select 'R16 index not led by workspace_id', iname from ix join tenant t on t.oid = indrelid, cfg
  where indkey[0] <> t.ws and not (iname = any(cfg.index_ok))
union all select 'R17 descending index key', iname from ix join pg_class ic on ic.oid = indexrelid join pg_am am on am.oid = ic.relam
  where am.amname = 'btree' and exists (select from unnest(indoption::int2[]) o where o & 1 = 1)
union all select 'R18 tenant foreign key without index', conname from fk where not is_global and not parent_global and not exists (
    select from pg_index i where i.indrelid = conrelid and i.indpred is null and (i.indkey::int2[])[0:cardinality(conkey) - 1] @> conkey)
union all select 'R19 not a permanent table', relname from t where relpersistence <> 'p'
union all select 'R20 materialized view', relname from pg_class where relkind = 'm' and relnamespace = 'public'::regnamespace
union all select 'R21 view without security_invoker', relname from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace
  and not coalesce(reloptions @> '{security_invoker=true}', false)
  and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')
union all select 'R22 partitioning not one-level by range', c.relname from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
  where c.relnamespace = 'public'::regnamespace and (p.partstrat <> 'r' or c.relispartition)
union all select 'R23 security definer without search_path', p.proname from pg_proc p
  where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    and not exists (select from unnest(p.proconfig) x where x like 'search_path=%')
union all select 'R24 inheritance', c.relname from pg_inherits h join pg_class c on c.oid = h.inhrelid
  where not c.relispartition and c.relkind = 'r'
union all select 'R25 row security forced on the owner', relname from tenant where relforcerowsecurity
union all select 'R26 more than rows granted', relname || ': ' || x.privilege_type from t, cfg,
  lateral aclexplode((select relacl from pg_class where oid = t.oid)) x
  where x.grantee = cfg.app_role::regrole::oid and x.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')
order by 1, 2`
