import { expect, it } from 'vitest'
import type { Demo } from '@/db/seed/demo'
import { signInsInWords } from '@/db/seed/sign-ins'
import type { Actor, Role } from '@/lib/kernel/actor'
import { addDays } from '@/lib/kernel/day'
import { signIn } from '@/lib/kernel/identity/sign-in'
import { ask } from '@/lib/kernel/perform'
import { closedDaysOf } from '@/lib/kernel/workday'
import { list as listAccounts } from '@/lib/modules/accounts/list'
import { dueDayOf } from '@/lib/modules/accounts/model-cadence'
import { slotsOf } from '@/lib/modules/contacts/queries-board'
import { today as todayOf } from '@/lib/modules/interactions/queries-today'
import { thread } from '@/lib/modules/threads/queries'
import { taiwanCalendar } from '@/lib/modules/workspace/rules-calendar-taiwan'
import { viewerAt, visit } from '@/tests/kernel/identity-people'
import { owner } from '@/tests/people'

/** A Friday, 10:00 in Taipei. */
export const now = new Date('2026-11-20T02:00:00Z')
const today = '2026-11-20'

/** One of the demonstration's people as their own sign-in lets them in. */
async function lettingIn(demo: Demo, role: Role): Promise<Actor> {
  const known = demo.signIns.find((each) => each.role === role)
  const admitted = await signIn({ email: known?.email ?? '', password: known?.password ?? '' }, visit(), now)
  const viewer = await viewerAt(admitted, now)
  if (!viewer) throw new Error(`${role} could not sign in`)
  expect(viewer.workspace).toMatchObject({ id: demo.workspaceId, kind: 'demo', name: '禾岫實業（示範）' })
  return viewer.actor
}

const one = async <Row extends object>(rows: Promise<readonly Row[]>) => (await rows)[0]

/** What the demonstration shows, right after it was loaded. */
export function contentsOf(loaded: () => Demo): void {
  const persona = (role: Role) => lettingIn(loaded(), role)

  it('holds twelve accounts, sixty people and eighteen months of contacts', async () => {
    const counts = await one(owner()`select
      (select count(*)::int from members) members, (select count(*)::int from accounts) accounts,
      (select count(*)::int from people) people, (select count(*)::int from interactions) contacts,
      (select count(*)::int from interactions where planned) plans, (select count(*)::int from tasks) steps,
      (select count(*)::int from confirmations) confirmations, (select count(*)::int from files) files`)
    expect(counts).toEqual({
      members: 10,
      accounts: 12,
      people: 60,
      contacts: 690,
      plans: 6,
      steps: 164,
      confirmations: 32,
      files: 32,
    })
  })

  it('shows three agreements that are being drafted, one on the paper of the other side, with their clauses', async () => {
    const rows = await owner()`select paper, confidential, (notice_on < '9999-12-31') as notice,
      (select count(*)::int from agreement_clauses c where c.agreement_id = a.id) clauses
      from agreements a where state = 'draft' order by code`
    expect(rows.map(({ paper, confidential, notice, clauses }) => [paper, confidential, notice, clauses])).toEqual([
      ['ours', false, true, 20],
      ['theirs', false, true, 3],
      ['ours', true, true, 2],
    ])
  })

  it('shows a contract in force with three KPIs of ours and three of theirs, one red, one without its latest values', async () => {
    const rows = await owner()`select k.code, k.party, k.latest_status, (k.missing_since <= current_date) as missing
      from kpis k join agreements a on a.id = k.agreement_id and a.state = 'active' order by k.party desc, k.code`
    expect(rows.map(({ code, party, latest_status: status }) => [code, party, status])).toEqual([
      ['INVQ', 'us', 'green'],
      ['OTIF', 'us', 'red'],
      ['RESP', 'us', 'amber'],
      ['FA', 'them', 'green'],
      ['PAY', 'them', 'green'],
      ['VOL', 'them', 'green'],
    ])
    expect(rows.filter(({ missing }) => missing).map(({ code }) => code)).toEqual(['FA'])
  })

  it('shows a breach that was handled to its end, one at work, what both cost, and a value that the client disputes', async () => {
    const breaches = await owner()`select b.state, b.amount::int as amount,
      (select count(*)::int from kpi_actions a where a.breach_id = b.id and a.done_at is not null) as finished
      from kpi_breaches b join kpis k on k.id = b.kpi_id where k.code = 'OTIF' and b.amount > 0 order by b.opened_from`
    expect(breaches.map(({ state, amount, finished }) => [state, amount, finished])).toEqual([
      ['closed', 38000, 1],
      ['inProgress', 38000, 0],
    ])
    const disputed = await owner()`select their_value::float8 as value, their_source from kpi_measurements
      where sharing = 'disputed'`
    expect(disputed).toMatchObject([{ value: 98.6, their_source: '匯款紀錄' }])
  })

  it('shows agreements in force: one whose notice was missed, one that renews, and what both sides owe', async () => {
    const rows = await owner()`select a.state, (d.missed_on is not null) as missed,
      (select count(*)::int from obligation_occurrences o where o.agreement_id = a.id and o.state = 'submitted') waiting,
      (select count(*)::int from obligation_occurrences o where o.agreement_id = a.id and o.state = 'due'
        and o.due_on < '2026-11-17') late
      from agreements a left join agreement_decisions d on d.agreement_id = a.id 
      where a.title in ('年度端架合作合約', '冷凍漁獲包材供應合約') order by code`
    expect(rows).toEqual([
      { state: 'active', missed: true, waiting: 1, late: 1 },
      { state: 'active', missed: false, waiting: 0, late: 0 },
    ])
  })

  it('shows agreements that wait for consent, were given up, ran out as was decided and were terminated with notice', async () => {
    const rows = await owner()`select a.state, v.state as version, d.decision, d.missed_on,
      (d.notice_file_id is not null) as proven, (a.ended_on < ${today}) as over, (a.retention_until is not null) as kept
      from agreements a join agreement_versions v on v.agreement_id = a.id
      left join agreement_decisions d on d.agreement_id = a.id
      where a.state in ('cancelled', 'internalReview', 'expired', 'terminated') order by a.state`
    const over = { version: 'executed', missed_on: null, over: true, kept: true }
    const unsigned = { decision: null, missed_on: null, proven: false, over: null, kept: false }
    expect(rows).toEqual([
      { state: 'cancelled', version: 'void', ...unsigned },
      { state: 'expired', decision: 'lapse', proven: false, ...over },
      { state: 'internalReview', version: 'inApproval', ...unsigned },
      { state: 'terminated', decision: 'terminate', proven: true, ...over },
    ])
    const waiting = await owner()`select count(*)::int as n from approval_seats s
      join approval_runs r on r.id = s.run_id where r.subject_kind = 'agreementVersion' and s.waiting`
    expect(waiting[0]?.n).toBeGreaterThan(0)
  })

  it('shows negotiations in preparation, in their fourth round, ended without a deal and closed, and small talks', async () => {
    const rows = await owner()`select state, direction,
      (select count(*)::int from negotiation_offers o where o.negotiation_id = n.id) offers,
      (select count(*)::int from negotiation_trades t where t.negotiation_id = n.id) trades
      from negotiations n where path = 'formal' order by id`
    expect(rows).toEqual([
      { state: 'planning', direction: 'sell', offers: 0, trades: 0 },
      { state: 'open', direction: 'buy', offers: 8, trades: 2 },
      { state: 'noDeal', direction: 'sell', offers: 5, trades: 1 },
      { state: 'closed', direction: 'sell', offers: 7, trades: 2 },
      { state: 'approved', direction: 'sell', offers: 4, trades: 1 },
    ])
    const found = await one(owner()`select
      (select count(*)::int from negotiations where path = 'light') talks,
      (select count(*)::int from negotiation_debriefs) debriefs,
      (select count(*)::int from negotiation_notices where sent_at is null) unsent,
      (select count(*)::int from negotiation_readers where acknowledged_at is null) unread`)
    expect(found).toEqual({ talks: 2, debriefs: 3, unsent: 0, unread: 0 })
  })

  it('shows a thread of five stations, from what was agreed at the table to the figure that missed it', async () => {
    const [kpi] = await owner()<{ id: string }[]>`select k.id from kpis k join agreements a on a.id = k.agreement_id
      where k.code = 'OTIF' and a.title = '本年度供貨合約'`
    const { stations } = await ask(thread, await persona('manager'), { kpiId: kpi?.id }, now)
    const said = stations.flatMap(({ kind, knots }) =>
      knots.map(({ value, wrong }) => [kind, value, wrong?.why ?? null]),
    )
    expect(said).toEqual([
      ['issue', '98 %', null],
      ['agreed', '95 %', null],
      ['clause', '93 %', 'differs'],
      ['owed', '≥ 93.0%', null],
      ['actual', '87.9%', 'missed'],
    ])
  })

  it('was written down by the product itself: with history, search and the log of who did it', async () => {
    const found = await one(owner()`select
      (select count(*)::int from search_entries where kind = 'interaction') findable,
      (select count(*)::int from row_changes where "table" = 'interactions' and before is null) recorded,
      (select count(*)::int from command_log where command = 'interactions.log') logged,
      (select count(*)::int from command_log where outcome = 'refused') refused`)
    expect(found).toEqual({ findable: 690, recorded: 690, logged: 687, refused: 0 })
  })

  it('tells needs in every state, an answer that is owed, and twenty voices that became one need', async () => {
    const found = await one(owner()`select
      (select array_agg(distinct state order by state) from needs) states, (select count(*)::int from needs) needs,
      (select count(*)::int from consumer_voices where need_id is not null) voices,
      (select count(*)::int from advocacies where decided_on is not null and replied_on is null) owed,
      (select count(*)::int from client_answers where purpose = 'needsLetter' and outcome = 'confirmed') letters,
      (select count(*)::int from needs n where n.source_count <>
        (select count(*) from need_sources s where s.need_id = n.id and s.archived_at is null)) untrue`)
    expect(found).toEqual({
      states: ['answered', 'described', 'dropped', 'heard', 'met', 'quantified', 'verified'],
      needs: 25,
      voices: 20,
      owed: 1,
      letters: 1,
      untrue: 0,
    })
  })

  it('keeps each account’s clock as its contacts give it', async () => {
    const rows = await owner()`select a.name, a.due_on::text, t.contact_every_days, a.city,
        a.last_two_way_at = (select max(happened_at) from interactions i where i.account_id = a.id and two_way and not planned) two_way,
        a.last_contact_at = (select max(happened_at) from interactions i where i.account_id = a.id and not planned) contact,
        case when a.next_planned_at >= ${now} then a.next_planned_at end is not distinct from
          (select min(happened_at) from interactions i where i.account_id = a.id and planned and happened_at >= ${now}) planned,
        (a.last_two_way_at at time zone 'Asia/Taipei')::date::text as last_two_way_on
      from accounts a join tiers t on t.code = a.tier`
    expect(rows).toHaveLength(12)
    const closedDays = closedDaysOf(taiwanCalendar)
    for (const row of rows) {
      const { contact_every_days: everyDays, last_two_way_on: lastTwoWayOn, city: county } = row
      const due = dueDayOf({ everyDays, lastTwoWayOn, startedOn: today, closedDays, county })
      expect(row).toMatchObject({ two_way: true, contact: true, planned: true, due_on: due })
    }
  })

  it('shows the account manager a day worth working', async () => {
    const actor = await persona('accountManager')
    const view = await ask(todayOf, actor, {}, now)
    const due = view.due.filter(({ daysOver }) => daysOver >= 0)
    expect(due.map(({ name, daysOver }) => [name, daysOver])).toEqual([
      ['錦曜紡織股份有限公司', 11],
      ['楓橋紙器有限公司', 9],
      ['晶岳電子股份有限公司', 0],
    ])
    expect(view.brief?.meeting).toMatchObject({
      account: '大安食品股份有限公司',
      happenedAt: '2026-11-20T04:00:00.000Z',
    })
    expect(view.brief?.people.map(({ name }) => name)).toEqual(expect.arrayContaining(['羅美琪', '蘇靖雯', '黃雅惠']))
    expect(view.brief?.people.every(({ lastSaid }) => lastSaid !== null)).toBe(true)
    expect(view.openPlans.map(({ account }) => account)).toEqual(['麥嶼烘焙股份有限公司'])
    const late = view.steps.filter(({ dueOn }) => dueOn < today)
    expect(late.length).toBeGreaterThanOrEqual(2)
    expect(view.steps.length - late.length).toBeGreaterThanOrEqual(2)
    expect(view.facts).toHaveLength(5)
    expect(view.facts).toContainEqual(
      expect.objectContaining({
        personName: '羅美琪',
        slot: 'decisionMaker',
        state: 'expired',
        validUntil: addDays(today, -1),
      }),
    )
    expect(new Set(view.facts.map(({ state }) => state))).toEqual(new Set(['expired', 'expiring', 'changed']))
  })

  it('shows the lead the team’s accounts and every state of the cadence', async () => {
    const lead = await persona('salesLead')
    const view = await ask(todayOf, lead, { scope: 'team' }, now)
    expect(view.due.length).toBeGreaterThan(3)
    expect(new Set(view.due.map(({ owner: name }) => name))).toEqual(new Set(['許雅筑', '陳冠宇']))
  })

  it('shows key contacts in all four states', async () => {
    const manager = await persona('manager')
    const page = await ask(listAccounts, manager, {}, now)
    const daan = page.rows.find(({ name }) => String(name).startsWith('大安食品'))
    const board = await ask(slotsOf, manager, { accountId: String(daan?.id) }, now)
    expect(Object.fromEntries(board.slots.map(({ slot, state }) => [slot, state]))).toEqual({
      sponsor: 'empty',
      decisionMaker: 'expired',
      window: 'confirmed',
      finance: 'confirmed',
      logistics: 'claimed',
      quality: 'claimed',
      endUserVoice: 'empty',
    })
    const evidence = await one(owner()`select count(*)::int as n from confirmations where evidence_id is not null`)
    expect(evidence?.n).toBeGreaterThan(20)
  })

  it('hides the restricted account from those who do not serve it', async () => {
    const names = async (role: Role) =>
      (await ask(listAccounts, await persona(role), {}, now)).rows.map(({ name }) => String(name))
    expect((await names('accountManager')).filter((name) => name.startsWith('拓晞'))).toEqual([])
    expect((await names('salesLead')).filter((name) => name.startsWith('拓晞'))).toHaveLength(1)
  })

  it('has people who changed employers and kept their history, and one not to be contacted', async () => {
    const moved = await owner()`select p.display_name as name, count(*)::int as posts, count(f.to_day)::int as left,
        (select count(*)::int from interaction_people i where i.person_id = p.id) as contacts
      from people p join affiliations f on f.person_id = p.id group by p.id, p.display_name having count(*) > 1 order by name`
    expect(moved.map(({ name, posts, left }) => [name, posts, left])).toEqual(
      expect.arrayContaining([
        ['何佳蓉', 2, 1],
        ['魏聖恩', 2, 1],
      ]),
    )
    expect(moved.every(({ contacts }) => contacts > 10)).toBe(true)
    expect(await owner()`select display_name from people where do_not_contact`).toHaveLength(1)
  })

  it('has contacts of every kind: entered for others, unanswered, arranged before, with colleagues and files', async () => {
    const counts = await one(owner()`select
      count(*) filter (where typed_by <> speaker_id)::int as for_others,
      count(*) filter (where not two_way and channel = 'mail')::int as unanswered,
      count(*) filter (where planned_for is not null)::int as arranged,
      count(distinct channel)::int as channels from interactions`)
    expect(counts).toMatchObject({ channels: 8 })
    expect(counts?.for_others).toBeGreaterThan(20)
    expect(counts?.unanswered).toBeGreaterThan(20)
    expect(counts?.arranged).toBeGreaterThan(15)
    const files = await owner()`select f.media_type, l.kind from files f join file_links l on l.file_id = f.id
        where l.kind = 'interaction' order by 1`
    expect(files.map((row) => [row.media_type, row.kind])).toEqual([
      ['application/pdf', 'interaction'],
      ['image/png', 'interaction'],
      ['text/csv', 'interaction'],
    ])
  })

  it('prints one sign-in a line', () => {
    const words = signInsInWords(loaded().signIns)
    for (const { email, password } of loaded().signIns) expect(words).toMatch(new RegExp(`${email} +${password}$`, 'm'))
    for (const role of [
      '客戶經理 Account manager',
      '業務主管 Sales lead',
      '協議績效主管 Manager',
      '系統管理員 Administrator',
    ])
      expect(words).toContain(role)
  })
}
