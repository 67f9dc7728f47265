import type { Sql } from 'postgres'

/**
 * Why the product must not run as the connected role, in one sentence, or null when it may.
 * Row security binds neither owners nor privileged roles, so the product's role must be neither,
 * and must not be able to become one through a membership.
 */
export async function roleProblem(sql: Sql): Promise<string | null> {
  const [found] = await sql<{ name: string; power: string | null; possession: string | null }[]>`
    with mine as (
      select oid, rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where pg_has_role(current_user, oid, 'MEMBER')
    ), power as (
      select case when rolsuper then 'is superuser' when rolbypassrls then 'can bypass row security'
        when rolcreaterole then 'can create roles' else 'can run programs on the server' end as word
      from mine where rolsuper or rolbypassrls or rolcreaterole
        or rolname in ('pg_execute_server_program', 'pg_write_server_files', 'pg_read_server_files')
    ), possession as (
      select 'the database ' || quote_ident(datname) as thing from pg_database where datdba in (select oid from mine)
      union all
      select 'the schema ' || quote_ident(nspname) from pg_namespace
      where nspowner in (select oid from mine) and nspname !~ '^pg_(toast_)?temp_'
      union all
      select 'the table ' || c.oid::regclass from pg_class c
      where c.relowner in (select oid from mine) and c.relpersistence <> 't'
      union all
      select 'the function ' || p.oid::regprocedure from pg_proc p where p.proowner in (select oid from mine)
    )
    select current_user::text as name, (select word from power order by word desc limit 1) as power,
      (select thing from possession limit 1) as possession`
  if (!found) return 'The database did not say which role is connected.'
  if (!found.power && !found.possession) return null
  const fault = found.power ?? `owns ${found.possession}`
  return `The database role "${found.name}" ${fault}, so row security would not protect the workspaces from each other: let DATABASE_URL name a role that owns nothing, such as accord_app.`
}
