import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { owner, superuser } from '@/tests/people'
import { catalogViolations } from './catalog-lint'
import { migrationViolations } from './migration-lint'
import { queryViolations } from './query-lint'

const globals = ['workspaces', 'identities', 'memberships']
const cfg = { globals, appRole: 'accord_app', indexesAllowed: [] }

describe('the schema keeps workspaces apart', () => {
  it('in every table, key, index, policy and function', async () => {
    expect(await catalogViolations(owner(), cfg)).toEqual([])
  })

  it('and every one of its rules fires on a schema that breaks it', async () => {
    const sql = superuser()
    await sql.unsafe(brokenSchema)
    const fired = new Set((await catalogViolations(sql, cfg)).map(({ rule }) => rule.slice(0, 3)))
    await sql.unsafe(mendedSchema)
    const all = Array.from({ length: 26 }, (_, i) => `R${String(i + 1).padStart(2, '0')}`)
    expect(all.filter((rule) => !fired.has(rule))).toEqual([])
  })
})

const policy = (table: string, using = "workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid") =>
  `alter table ${table} enable row level security; create policy p on ${table} for all to accord_app using (${using}) with check (${using});`

const brokenSchema = `
  create table broken_naked (id int);
  create table broken_type (workspace_id text, id uuid, primary key (id));
  create table broken_parent (workspace_id uuid not null, id uuid not null, primary key (workspace_id, id)); ${policy('broken_parent')}
  create unique index broken_parent_id on broken_parent (id);
  create table broken_all (
    workspace_id uuid not null, id uuid not null, number bigint generated always as identity, parent uuid, during tstzrange,
    code text, primary key (workspace_id, id), unique (id), exclude using gist (during with &&),
    constraint broken_unpaired foreign key (parent) references broken_parent (id) on update cascade
  );
  alter table identities add column broken_parent uuid references broken_parent (id);
  create index broken_led on broken_all (code);
  create index broken_down on broken_all (workspace_id, code desc);
  alter table broken_parent force row level security;
  create function broken_function() returns trigger language plpgsql security definer as 'begin return new; end';
  create trigger broken_trigger before insert on broken_all for each row execute function broken_function();
  create rule broken_rule as on delete to broken_all do instead nothing;
  create table broken_policy (workspace_id uuid not null, id uuid not null, primary key (workspace_id, id));
  ${policy('broken_policy', 'workspace_id in (select id from workspaces)')}
  create unlogged table broken_unlogged (workspace_id uuid not null, id uuid not null, primary key (workspace_id, id));
  ${policy('broken_unlogged')}
  create materialized view broken_mat as select 1 as one;
  create view broken_view as select * from broken_parent;
  create table broken_parts (workspace_id uuid not null, id uuid not null, primary key (workspace_id, id))
    partition by hash (workspace_id);
  ${policy('broken_parts')}
  create table broken_child () inherits (broken_policy);
  alter table broken_child owner to accord_app;
  grant truncate on broken_parent to accord_app;`

const mendedSchema = `
  alter table identities drop column broken_parent;
  drop materialized view broken_mat; drop view broken_view;
  drop table broken_child, broken_parts, broken_unlogged, broken_policy, broken_all, broken_parent, broken_type, broken_naked;
  drop function broken_function;`

describe('migrations', () => {
  it('hold nothing that a cluster refuses or that silently touches every tenant', () => {
    const files = readdirSync('drizzle').filter((file) => file.endsWith('.sql'))
    const found = files.flatMap((file) =>
      migrationViolations(readFileSync(`drizzle/${file}`, 'utf8'), globals).map((what) => `${file}: ${what}`),
    )
    expect(found).toEqual([])
  })

  it.each([
    'create trigger t before insert on a execute function f()',
    'create rule r as on delete to a do instead nothing',
    'alter table a rename constraint b to c',
    'alter table a add column n bigserial',
    'alter table a add column n int generated always as identity',
    'alter table a add foreign key (b) references c on delete set null',
    'create materialized view v as select 1',
    'alter table a force row level security',
    "select set_config('app.workspace_id', '', true)",
    'create index i on a (b desc nulls last)',
    'create index concurrently i on a (b)',
    'create table b as select * from a',
    'update a set b = 1',
    'insert into a select * from b',
    'create unique index i on a (b)',
    'alter table a add constraint c check (true), add constraint d check (true)',
  ])('are refused when they say: %s', (text) => {
    expect(migrationViolations(text, globals)).not.toEqual([])
  })
})

describe('the query lint', () => {
  const tenants = new Set(['accounts', 'members'])
  const pinned = [
    'select * from accounts where workspace_id = $1',
    'select * from "accounts" "a" left join "members" "m" on "m"."workspace_id" = $1 and m.id = a.owner_id where "a"."workspace_id" = $2',
    'with x as (select id from accounts where accounts.workspace_id = $1) select * from x',
    'update accounts set name = $1 where accounts.workspace_id = $2 and id = $3',
    'insert into accounts (workspace_id, id) values ($1, $2)',
    'select * from workspaces',
    'select * from accounts a where a.workspace_id = $1::uuid and exists (select from members m where m.workspace_id = $1)',
  ]
  const loose = [
    'select * from accounts where id = $1',
    "select * from accounts where workspace_id = current_setting('app.workspace_id')::uuid",
    'select * from accounts a join members m on m.workspace_id = a.workspace_id where a.workspace_id = $1',
    'select * from accounts where workspace_id = $1 or id = $2',
    'select * from accounts a where a.workspace_id = $1 and exists (select from members m where m.id = a.owner_id)',
    'with x as (select id from accounts) select * from x',
    'update accounts set name = $1 where id = $2',
    'delete from accounts where id = $1',
    'insert into accounts (id) values ($1)',
    'insert into accounts (workspace_id, id) select workspace_id, id from members where workspace_id = $1',
    'insert into accounts (workspace_id, id) values ($1, (select id from members where workspace_id = $1))',
    'merge into accounts using members on true when matched then delete',
    "select set_config('app.workspace_id', $1, true)",
    "set app.workspace_id = 'x'",
    'select * from accounts where workspace_id = $1 union select * from accounts',
  ]
  it.each(pinned)('passes %s', (text) => expect(queryViolations(text, tenants)).toEqual([]))
  it.each(loose)('refuses %s', (text) => expect(queryViolations(text, tenants)).not.toEqual([]))
})
