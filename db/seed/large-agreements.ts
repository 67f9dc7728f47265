import type { Sql } from 'postgres'

/** How many agreements in force, with how many KPIs each, measured over how many months, two at least. */
export type AgreementLoad = { agreements: number; kpis: number; months: number }

/** What the KPI board is measured with: 2,000 agreements × 5 KPIs × 36 months. */
export const fullAgreements: AgreementLoad = { agreements: 2000, kpis: 5, months: 36 }

const json = (value: unknown) => `'${JSON.stringify(value)}'::jsonb`
const indicators = [
  { code: 'OTIF', name: '準時足量交付率', en: 'On time in full', party: 'us', base: 95 },
  { code: 'UFR', name: '數量到貨率', en: 'Unit fill rate', party: 'us', base: 97 },
  { code: 'OSA', name: '架上有貨率', en: 'On-shelf availability', party: 'them', base: 96 },
  { code: 'PAY', name: '準時付款率', en: 'Paid on time', party: 'them', base: 94 },
  { code: 'PROMO', name: '促銷執行率', en: 'Promotion compliance', party: 'joint', base: 93 },
]

/**
 * Fills a filled workspace with agreements in force, straight in the database, as the tables' owner: each with KPIs, their
 * targets and a value for every month before the current one; some red, some breached, some without their latest value. A
 * load to measure with.
 */
export async function fillAgreements(sql: Sql, workspaceId: string, load: AgreementLoad): Promise<void> {
  const ws = `'${workspaceId}'::uuid`
  const steps = [
    `create temp table held as select row_number() over (order by id) - 1 as n, id as account_id, name, owner_id,
       uuidv7() as id, uuidv7() as version_id from accounts where workspace_id = ${ws} order by id limit ${load.agreements}`,
    `insert into agreements (workspace_id, id, account_id, code, kind, title, state, owner_id, yearly_value, starts_on, ends_on,
         notice_on, renewal, executed_on, active_since, changed_at)
       select ${ws}, id, account_id, 'AG-2026-' || lpad(n::text, 5, '0'), 'annualTerms', '量測年度合約 ' || left(name, 4),
         'active', owner_id, 1000000 + n, current_date - 1100, current_date + 30 + (n % 700)::int,
         current_date - 20 + (n % 700)::int, 'manual', current_date - 1110, current_date - 1100,
         now() - n * interval '7 minutes' from held`,
    `insert into agreement_versions (workspace_id, id, agreement_id, account_id, number, kind, state, valid_from, starts_on,
         months, content_hash, drafted_by, executed_on, recorded_at, recorded_by)
       select ${ws}, version_id, id, account_id, 1, 'original', 'executed', current_date - 1100, current_date - 1100, 60,
         'measured', owner_id, current_date - 1110, now(), owner_id from held`,
    `update agreements a set current_version_id = h.version_id from held h where a.workspace_id = ${ws} and a.id = h.id`,
    `insert into search_entries (workspace_id, id, kind, subject_id, account_id, owner_id, normal, grams)
       select ${ws}, uuidv7(), 'agreement', id, account_id, owner_id, '量測年度合約', array[]::text[] from held`,
    `create temp table counted as select h.*, i, uuidv7() as kpi_id, k - 1 as k, (n + k) % 9 as luck
       from held h, jsonb_array_elements(${json(indicators.slice(0, load.kpis))}) with ordinality each(i, k)`,
    `create temp table measured as select c.kpi_id, c.id as agreement_id, c.account_id, c.owner_id, m, c.k, c.luck,
         (date_trunc('month', current_date) - (${load.months} - m) * interval '1 month')::date as from_day,
         round((i->>'base')::numeric - 1 + ((c.n * 7 + m * 13 + c.k * 5) % 40) / 10.0
           - case when c.luck = 0 and m > ${load.months} - 3 then 9 else 0 end, 2) as value
       from counted c, generate_series(0, ${load.months - 1}) m where not (c.luck = 4 and m = ${load.months - 1})`,
    'create index on measured (kpi_id, from_day desc)',
    'analyze measured',
    `insert into kpis (workspace_id, id, agreement_id, account_id, code, name, english_name, unit, direction, aggregation,
         decimals, party, owner_id, weight, source, frequency, starts_on, breach_rule, latest_period, latest_from,
         latest_value, latest_target, latest_status, latest_attainment, projection, projection_by, missing_since,
         open_breaches, changed_at)
       select ${ws}, c.kpi_id, id, account_id, i->>'code', i->>'name', i->>'en', 'percent', 'higher', 'mean', 1, i->>'party',
         owner_id, 20, 'import', 'month', current_date - 1100, '{"inARow": 2, "reds": 3, "of": 6}',
         to_char(l.from_day, 'YYYY-MM'), l.from_day, l.value, b, case when l.value >= b then 'green'
           when l.value >= b - 3 then 'amber' else 'red' end, greatest(0, least(1, (l.value - b + 13) / 13)), l.value,
         'runRate', case when luck = 4 then l.from_day + interval '1 month' else '9999-12-31' end,
         case when luck = 0 then 1 else 0 end, now() - n * interval '3 minutes'
       from counted c, lateral (select (i->>'base')::numeric as b) t, lateral (select from_day, value from measured x
         where x.kpi_id = c.kpi_id order by from_day desc limit 1) l`,
    `insert into kpi_targets (workspace_id, id, kpi_id, agreement_id, account_id, version_id, from_day, target, amber, zero)
       select ${ws}, uuidv7(), kpi_id, id, account_id, version_id, current_date - 1100, (i->>'base')::numeric,
         (i->>'base')::numeric - 3, (i->>'base')::numeric - 13 from counted`,
    `insert into kpi_measurements (workspace_id, id, kpi_id, agreement_id, account_id, period, from_day, value, source,
         entered_by)
       select ${ws}, uuidv7(), kpi_id, agreement_id, account_id, to_char(from_day, 'YYYY-MM'), from_day, value, 'import',
         owner_id from measured`,
    `insert into kpi_breaches (workspace_id, id, kpi_id, agreement_id, account_id, opened_period, opened_from, because)
       select ${ws}, uuidv7(), kpi_id, agreement_id, account_id, to_char(from_day, 'YYYY-MM'), from_day, 'consecutive'
       from measured where luck = 0 and m = ${load.months - 1}`,
    'drop table held, counted, measured',
  ]
  await sql.begin(async (tx) => {
    for (const step of steps) await tx.unsafe(step)
  })
  await sql.unsafe('vacuum analyze')
}
