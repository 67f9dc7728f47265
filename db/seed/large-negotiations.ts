import type { Sql } from 'postgres'

/** How many negotiations there are to list; and how many of them are led by one member, with so many rounds. */
export type Load = { listed: number; formal: number; rounds: number }

/** One for each account of the large data set; twenty are the full workspace of twelve issues and twenty rounds. */
export const fullLoad: Load = { listed: 100_000, formal: 20, rounds: 20 }

type Bounds = { opening: string; target: string; limit: string; theirTarget: string; theirLimit: string }
type Made = { key: string; name: string; kind: 'numeric' | 'ordinal' | 'boolean'; term: string | null; unit: string }
type Worth = { weight: number; theirWeight: number }

const numeric = (
  name: string,
  term: string,
  unit: string,
  [weight, theirWeight]: [number, number],
  bounds: number[],
) => {
  const [opening = '', target = '', limit = '', theirTarget = '', theirLimit = ''] = bounds.map(String)
  const of: Made & Worth = { key: term, name, kind: 'numeric', term, unit, weight, theirWeight }
  return { ...of, opening, target, limit, theirTarget, theirLimit, options: [] as string[] }
}
const ordinal = (key: string, name: string, [weight, theirWeight]: [number, number], options: string[]) => {
  const of: Made & Worth = { key, name, kind: 'ordinal', term: null, unit: '', weight, theirWeight }
  const none: Bounds = { opening: '', target: '', limit: '', theirTarget: '', theirLimit: '' }
  return { ...of, ...none, options }
}

const issues = [
  numeric('年度獎勵金', 'annualRebate', '%', [20, 24], [1, 1.5, 4, 6, 3]),
  numeric('付款天數', 'paymentDays', '天', [12, 15], [45, 50, 75, 90, 60]),
  numeric('牌價折扣', 'listDiscount', '%', [14, 12], [5, 6, 10, 14, 8]),
  numeric('季獎勵金', 'quarterlyRebate', '%', [8, 7], [0, 0.5, 2, 3, 1]),
  numeric('廣告贊助', 'advertisingSupport', '%', [7, 9], [0, 0.5, 2, 3, 1]),
  numeric('物流費', 'logisticsFee', '%', [6, 6], [0.5, 1, 2.5, 3, 1.5]),
  numeric('損耗補貼', 'damageAllowance', '%', [5, 3], [0, 0.2, 1, 1.5, 0.5]),
  numeric('系統使用費', 'systemFee', 'NT$', [4, 3], [0, 12000, 60000, 90000, 24000]),
  ordinal('displays', '陳列檔期', [9, 5], ['全年', '三季', '半年', '一季']),
  ordinal('delivery', '配送頻率', [6, 8], ['每週一次', '每週二次', '每日']),
  ordinal('forecast', '預測提供', [5, 4], ['每週', '每月', '每季']),
  { ...ordinal('exclusivity', '同類獨家', [4, 4], []), kind: 'boolean' as const },
].map((issue, position) => ({ ...issue, position }))

/** Options lose value for us in their order, and gain it for them. */
const pointsOf = (options: readonly string[], best: 'first' | 'last') =>
  Object.fromEntries(
    options.map((_, at) => {
      const rank = best === 'first' ? options.length - 1 - at : at
      return [`o${at}`, String(Math.round((100 * rank) / (options.length - 1)))]
    }),
  )

/** What a side says on an issue after a share of its way. */
function valueAt(issue: (typeof issues)[number], side: 'us' | 'them', share: number): string | boolean {
  if (issue.kind === 'boolean') return side === 'them' ? share < 0.8 : share > 0.9
  if (issue.kind === 'ordinal') {
    const last = issue.options.length - 1
    return `o${Math.round(side === 'us' ? last * 0.6 * share : last - last * 0.4 * share)}`
  }
  const [from, to] = side === 'us' ? [issue.opening, issue.limit] : [issue.theirTarget, issue.theirLimit]
  const value = Number(from) + (Number(to) - Number(from)) * share * 0.8
  return String(Math.round(value * 10) / 10)
}

const offersOf = (rounds: number) =>
  Array.from({ length: rounds * 2 }, (_, at) => {
    const [round, side] = [Math.floor(at / 2) + 1, at % 2 === 0 ? ('us' as const) : ('them' as const)]
    const values = Object.fromEntries(issues.map((issue) => [issue.key, valueAt(issue, side, round / rounds)]))
    return { number: at + 1, round, side, values, last: at >= rounds * 2 - 1 }
  })

const boundOf = ({ kind, limit, options }: (typeof issues)[number]) => {
  if (kind === 'boolean') return { kind, must: null }
  if (kind === 'ordinal') return { kind, allowed: options.map((_, at) => `o${at}`) }
  return { kind, limit, atLeast: false }
}

const json = (value: unknown) => `'${JSON.stringify(value)}'::jsonb`
const optionsOf = ({ options }: (typeof issues)[number]) => options.map((label, at) => ({ key: `o${at}`, label }))

/**
 * Fills a filled workspace with negotiations, straight in the database, as the tables' owner: many to list, and some that one
 * member leads, with clients that buy: twelve issues with stakes, offers of both sides in every round, trades, meetings and
 * an approved mandate; every other one is agreed in principle. A load to measure with.
 */
export async function fillNegotiations(sql: Sql, workspaceId: string, leaderId: string, load: Load): Promise<void> {
  const [ws, leader] = [`'${workspaceId}'::uuid`, `'${leaderId}'::uuid`]
  const offers = offersOf(load.rounds)
  const told = json(
    issues.map((issue) => ({
      ...issue,
      options: optionsOf(issue),
      points: issue.kind === 'ordinal' ? pointsOf(issue.options, 'first') : {},
      theirPoints: issue.kind === 'ordinal' ? pointsOf(issue.options, 'last') : {},
      agreed: offers.at(-1)?.values[issue.key],
    })),
  )
  const limits = json(Object.fromEntries(issues.map((issue) => [issue.key, boundOf(issue)])))
  const trades = json(
    offers
      .slice(2)
      .flatMap(({ number, side }) => (side === 'us' ? [[`${number}:annualRebate`, `${number + 1}:annualRebate`]] : [])),
  )
  const part = `${ws}, uuidv7(), d.id, d.account_id`
  const steps = [
    `create temp table listed as select row_number() over (order by id) - 1 as n, id as account_id, name, owner_id,
       uuidv7() as id from accounts where workspace_id = ${ws} order by id limit ${load.listed}`,
    `insert into negotiations (workspace_id, id, account_id, path, kind, title, state, owner_id, expected_value, started_on,
         deadline_on, changed_at)
       select ${ws}, id, account_id, case when n % 3 = 0 then 'formal' else 'light' end,
         (array['annualTerms','price','promotion','supply','quality'])[1 + n % 5],
         (array['年度交易條件','價格','促銷檔期','供貨','品質'])[1 + n % 5] || ' ' || left(name, 4),
         (array['planning','ready','open','agreedInPrinciple','closed','noDeal'])[1 + n % 6], owner_id, 10000 + n,
         current_date - (n % 400)::int, current_date + (n % 200)::int - 40, now() - n * interval '7 minutes' from listed`,
    `insert into search_entries (workspace_id, id, kind, subject_id, account_id, owner_id, normal, grams)
       select ${ws}, uuidv7(), 'negotiation', id, account_id, owner_id, left(name, 4), array[]::text[] from listed`,
    `create temp table led as select d.n, uuidv7() as id, uuidv7() as mandate_id, uuidv7() as run_id, account_id, name,
         n % 2 = 1 as agreed
       from (select row_number() over (order by account_id) - 1 as n, account_id, name from
         (select distinct s.account_id, a.name from sales_months s join accounts a on a.workspace_id = ${ws} and a.id = s.account_id
           where s.workspace_id = ${ws}) b order by account_id limit ${load.formal}) d`,
    `insert into negotiations (workspace_id, id, account_id, path, kind, title, purpose, objective, state, owner_id,
         expected_value, started_on, deadline_on, conduct_confirmed_at, conduct_confirmed_by, language, agreed_at)
       select ${ws}, id, account_id, 'formal', 'annualTerms', '量測年度協商 ' || left(name, 4), '談定下年度交易條件',
         '成長 8% 而總成本不增', case when agreed then 'agreedInPrinciple' else 'open' end, ${leader}, 1000000 + n,
         current_date - 60, current_date + 30, now(), ${leader}, 'zh-TW', case when agreed then now() end from led`,
    `insert into negotiation_members (workspace_id, id, negotiation_id, account_id, member_id, part)
       select ${part}, ${leader}, 'leads' from led d`,
    `insert into negotiation_counterparts (workspace_id, id, negotiation_id, account_id, person_id, part)
       select ${part}, p.id, 'speaks' from led d join people p on p.workspace_id = ${ws} and p.account_id = d.account_id`,
    `insert into negotiation_issues (workspace_id, id, negotiation_id, account_id, key, name, position, kind, unit, term_code,
         options, agreed_value)
       select ${part}, i->>'key', i->>'name', (i->>'position')::int, i->>'kind', nullif(i->>'unit', ''), i->>'term',
         i->'options', case when d.agreed then i->'agreed' end from led d, jsonb_array_elements(${told}) i`,
    `insert into negotiation_stakes (workspace_id, id, negotiation_id, account_id, issue_id, opening, target, "limit", weight,
         wanted, points, their_target, their_limit, their_weight, their_points, confidence, source)
       select ${part}, k.id, nullif(i->>'opening', ''), nullif(i->>'target', ''), nullif(i->>'limit', ''),
         (i->>'weight')::numeric + d.n, case when i->>'kind' = 'boolean' then false end, i->'points',
         case when i->>'kind' = 'boolean' then 'yes' else nullif(i->>'theirTarget', '') end, nullif(i->>'theirLimit', ''),
         (i->>'theirWeight')::numeric, i->'theirPoints', 'medium', '去年協商紀錄'
       from led d, jsonb_array_elements(${told}) i, negotiation_issues k
       where k.workspace_id = ${ws} and k.negotiation_id = d.id and k.key = i->>'key'`,
    `insert into negotiation_alternatives (workspace_id, id, negotiation_id, account_id, side, name, outcomes, confidence)
       select ${part}, side, '改與他人往來', ${json([{ label: '成局', probability: '1', score: '30' }])}, 'medium'
       from led d, unnest(array['us','them']) side`,
    `insert into negotiation_plans (workspace_id, id, negotiation_id, account_id, reservation, first, exponent, rounds)
       select ${part}, 30, 0.1, 1, ${load.rounds} from led d`,
    `insert into approval_runs (workspace_id, id, subject_kind, subject_id, account_id, content_hash, title, href, facts, lines,
         totals, harmless, submitted_by, submitted_at, authors, state, secret)
       select ${ws}, run_id, 'negotiationMandate', mandate_id, account_id, 'measured', ${json({ 'zh-TW': '授權', en: 'Mandate' })},
         '/negotiations/' || id, '{}', '[]', '{}', false, ${leader}, now(), array[${leader}], 'approved', true from led`,
    `insert into negotiation_mandates (workspace_id, id, negotiation_id, account_id, number, limits, content_hash, valid_until,
         asked_by)
       select ${ws}, mandate_id, id, account_id, 1, ${limits}, 'measured', current_date + 365, ${leader} from led`,
    `create temp table said as select d.*, o, uuidv7() as offer_id from led d, jsonb_array_elements(${json(offers)}) o`,
    `insert into negotiation_offers (workspace_id, id, negotiation_id, account_id, number, round, side, at, channel, "values",
         conditions, state, recorded_by)
       select ${ws}, offer_id, id, account_id, (o->>'number')::int, (o->>'round')::int, o->>'side',
         now() - (${offers.length} - (o->>'number')::int) * interval '1 day', 'meeting', o->'values', '以年度進貨成長 8% 為前提',
         case when not (o->>'last')::boolean then 'countered' when agreed then 'accepted' else 'received' end, ${leader}
       from said`,
    `update negotiations n set agreed_offer_id = s.offer_id from said s
       where n.workspace_id = ${ws} and n.id = s.id and s.agreed and (s.o->>'last')::boolean`,
    `insert into negotiation_checks (workspace_id, id, offer_id, negotiation_id, account_id, mandate_id, outside, breaches)
       select ${ws}, uuidv7(), offer_id, id, account_id, mandate_id, false, '[]' from said`,
    `insert into negotiation_trades (workspace_id, id, negotiation_id, account_id, moves, recorded_by)
       select ${part}, array(select jsonb_array_elements_text(m)), ${leader} from led d, jsonb_array_elements(${trades}) m`,
    `insert into negotiation_entries (workspace_id, id, negotiation_id, account_id, round, interaction_id, agreed_points,
         open_points, recorded_by)
       select ${part}, row_number() over (partition by d.id order by i.id), i.id, '付款天數已接近', '獎勵金仍有差距', ${leader}
       from led d join interactions i on i.workspace_id = ${ws} and i.account_id = d.account_id`,
    'drop table listed, led, said',
  ]
  await sql.begin(async (tx) => {
    for (const step of steps) await tx.unsafe(step)
  })
  await sql.unsafe('vacuum analyze')
}
