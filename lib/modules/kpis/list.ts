import { and, gte, inArray, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { agreements } from '@/db/schema/agreements'
import { isCurrent, kpiMeasurements, kpis, urgencyOf } from '@/db/schema/kpis'
import { members } from '@/db/schema/workspace'
import { among } from '@/lib/kernel/among'
import type { Look } from '@/lib/kernel/command'
import { addMonths, type Day } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { type ListRequest, listFrame, listInput, listSpec, live } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { dayOrNone } from '@/lib/modules/agreements/model'
import { heldStates } from '@/lib/modules/agreements/model-states'
import { readable } from '@/lib/modules/agreements/queries-held'
import { may } from './manifest'
import { parties } from './model'
import { frequencies, type KpiStatus, type KpiUnit, statuses } from './model-values'

/** One KPI of an agreement on the board, named like its columns; amounts are exact text in the KPI's unit. */
export type BoardRow = {
  id: string
  name: string
  code: string
  agreement: string
  agreementId: string
  account: string
  accountId: string
  status: KpiStatus
  period: string | null
  periodFrom: Day | null
  actual: string | null
  target: string | null
  /** 0 is worth nothing, 1 is the target; for drawing. */
  attainment: number | null
  projection: string | null
  unit: KpiUnit
  decimals: number
  owner: string
  ownerId: string
  party: string
  frequency: string
  missing: Day | null
  breaches: number
  /** The values of about a year, oldest first, for drawing; and the file that proves the latest of them. */
  trend: readonly number[]
  evidence: string | null
}

export const boardList = listSpec({
  name: 'kpis',
  id: kpis.id,
  firstSort: 'urgency',
  columns: {
    name: { kind: 'text', from: kpis.name },
    status: { kind: 'choice', from: kpis.latestStatus, filter: true, choices: statuses },
    actual: { kind: 'number', from: kpis.latestValue },
    target: { kind: 'number', from: kpis.latestTarget },
    account: { kind: 'choice', from: kpis.accountId, reference: true, filter: true },
    attainment: { kind: 'number', from: kpis.latestAttainment },
    trend: { kind: 'text', from: kpis.latestPeriod },
    agreement: { kind: 'choice', from: kpis.agreementId, reference: true, filter: true },
    projection: { kind: 'number', from: kpis.projection },
    periodFrom: { kind: 'day', from: kpis.latestFrom, filter: true },
    owner: { kind: 'choice', from: kpis.ownerId, reference: true, filter: true },
    missing: { kind: 'day', from: kpis.missingSince, sort: true, filter: true },
    breaches: { kind: 'number', from: kpis.openBreaches, filter: true },
    evidence: { kind: 'text', from: kpis.latestPeriod },
    party: { kind: 'choice', from: kpis.party, filter: true, choices: parties, shown: false },
    frequency: { kind: 'choice', from: kpis.frequency, filter: true, choices: frequencies, shown: false },
    code: { kind: 'text', from: kpis.code, shown: false },
    urgency: { kind: 'number', from: urgencyOf(kpis), sort: true, shown: false },
  },
})

/** Rows of a page: few enough to be drawn at once on a phone. */
export const boardSize = 25

/** KPIs of the agreements in force that the actor may read, as their measurements stand, the most urgent first. */
export const list = query({
  name: 'kpis.list',
  permission: may.see,
  input: listInput(boardList),
  run: (look, request) => boardPage(look, request),
})

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function boardPage(look: Look, request: ListRequest, size = boardSize): Promise<ListPage<BoardRow>> {
  const { tx, actor } = look
  const frame = await listFrame(look, boardList, request, size)
  const rows = await tx
    .select({
      id: kpis.id,
      name: actor.locale === 'en' ? kpis.englishName : kpis.name,
      code: kpis.code,
      agreement: agreements.title,
      agreementId: kpis.agreementId,
      account: accounts.name,
      accountId: kpis.accountId,
      status: kpis.latestStatus,
      period: kpis.latestPeriod,
      periodFrom: kpis.latestFrom,
      actual: kpis.latestValue,
      target: kpis.latestTarget,
      attainment: kpis.latestAttainment,
      projection: kpis.projection,
      unit: kpis.unit,
      decimals: kpis.decimals,
      owner: members.name,
      ownerId: kpis.ownerId,
      party: kpis.party,
      frequency: kpis.frequency,
      missing: kpis.missingSince,
      breaches: kpis.openBreaches,
      sortKey: frame.sortKey,
    })
    .from(kpis)
    .innerJoin(agreements, joined(agreements, actor, kpis.agreementId))
    .innerJoin(accounts, joined(accounts, actor, kpis.accountId))
    .innerJoin(members, joined(members, actor, kpis.ownerId))
    .where(and(own(kpis, actor), live(kpis), inArray(agreements.state, [...heldStates]), readable(actor), frame.where))
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  const trends = await findTrends(look, rows)
  return frame.page(
    rows.map((row) => ({
      ...row,
      status: row.status as KpiStatus,
      unit: row.unit as KpiUnit,
      actual: row.actual && plain(row.actual),
      target: row.target && plain(row.target),
      projection: row.projection && plain(row.projection),
      attainment: row.attainment === null ? null : Number(row.attainment),
      missing: dayOrNone(row.missing),
      trend: trends.get(row.id)?.values ?? [],
      evidence: trends.get(row.id)?.file ?? null,
    })),
  )
}

/** The months before the newest period of a page that its lines are drawn over. */
const trendMonths = 12

/** What the KPIs of a page measured in about a year, in one question for all of them. */
async function findTrends({ tx, actor }: Look, rows: readonly { id: string; periodFrom: Day | null }[]) {
  const newest = rows.reduce<Day | null>(
    (last, { periodFrom }) => (periodFrom && periodFrom > (last ?? '') ? periodFrom : last),
    null,
  )
  if (newest === null) return new Map<string, { values: number[]; file: string | null }>()
  const found = await tx
    .select({
      kpiId: kpiMeasurements.kpiId,
      values: sql<string>`string_agg(${kpiMeasurements.value}::text, ' ' order by ${kpiMeasurements.fromDay})`,
      file: sql<string | null>`(array_agg(${kpiMeasurements.fileId} order by ${kpiMeasurements.fromDay} desc))[1]`,
    })
    .from(kpiMeasurements)
    .where(
      and(
        own(kpiMeasurements, actor),
        among(
          kpiMeasurements.kpiId,
          rows.map(({ id }) => id),
        ),
        isCurrent(kpiMeasurements),
        gte(kpiMeasurements.fromDay, addMonths(newest, -trendMonths)),
      ),
    )
    .groupBy(kpiMeasurements.kpiId)
  return new Map(found.map(({ kpiId, values, file }) => [kpiId, { values: values.split(' ').map(Number), file }]))
}
