import { and, eq, inArray, sql } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, unionAll } from 'drizzle-orm/pg-core'
import { people } from '@/db/schema/contacts'
import {
  accountObjectives,
  advocacies,
  anticipatedNeeds,
  needAnswers,
  needPlanSteps,
  needPlans,
  needReviews,
  needSources,
  needVerifications,
} from '@/db/schema/needs'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { findRowChanges, historyPage } from '@/lib/kernel/history'
import { optionalId } from '@/lib/kernel/input'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findAccount } from '@/lib/modules/accounts/queries'
import { may } from './manifest'
import { accountRef, needRef } from './model'
import { findNeed } from './queries-held'
import { entriesOf, type HistoryEntry, type HistorySubject, type RawChange, referencesIn } from './rules-history'

type History = { entries: HistoryEntry[]; older: string | null }
type Part = PgTable & { workspaceId: AnyPgColumn; id: AnyPgColumn }
type PartOf = readonly [HistorySubject, Part, AnyPgColumn]

/** What happened to a need, its sources, verifications, answers, reviews, advocacy and objectives, newest first. */
export const history = query({
  name: 'needs.history',
  permission: may.see,
  input: needRef.extend({ before: optionalId }),
  async run(look, { needId, before }): Promise<History> {
    await findNeed(look, needId)
    const parts = await findParts(look, needId, [
      ['need_sources', needSources, needSources.needId],
      ['need_verifications', needVerifications, needVerifications.needId],
      ['need_answers', needAnswers, needAnswers.needId],
      ['need_reviews', needReviews, needReviews.needId],
      ['advocacies', advocacies, advocacies.needId],
      ['account_objectives', accountObjectives, accountObjectives.needId],
    ])
    return historyOf(look, new Map([['needs', [needId]], ...parts]), before)
  },
})

/** What happened to the plan of an account: how its needs are found, what is expected, and its objectives. */
export const planHistory = query({
  name: 'needs.planHistory',
  permission: may.see,
  input: accountRef.extend({ before: optionalId }),
  async run(look, { accountId, before }): Promise<History> {
    await findAccount(look, accountId)
    const parts = await findParts(look, accountId, [
      ['need_plans', needPlans, needPlans.accountId],
      ['need_plan_steps', needPlanSteps, needPlanSteps.accountId],
      ['anticipated_needs', anticipatedNeeds, anticipatedNeeds.accountId],
      ['account_objectives', accountObjectives, accountObjectives.accountId],
    ])
    return historyOf(look, parts, before)
  },
})

async function historyOf(look: Look, rows: ReadonlyMap<string, string[]>, before: string | null): Promise<History> {
  const changes = await findRowChanges(look, rows, before)
  const page = changes.slice(0, historyPage) as RawChange[]
  const names = await findNames(look, referencesIn(page))
  return { entries: entriesOf(page, names), older: changes.length > historyPage ? (page.at(-1)?.id ?? null) : null }
}

/** Ids of the rows of these tables that belong to a record, by table. */
async function findParts({ tx, actor }: Look, wholeId: string, parts: readonly [PartOf, PartOf, ...PartOf[]]) {
  const [first, second, ...rest] = parts.map(([name, table, of]) =>
    tx
      .select({ part: sql<string>`${name}::text`.as('part'), id: sql<string>`${table.id}`.as('id') })
      .from(table)
      .where(and(own(table, actor), eq(of, wholeId))),
  )
  const found = new Map<string, string[]>()
  if (!first || !second) return found
  for (const { part, id } of await unionAll(first, second, ...rest)) found.set(part, [...(found.get(part) ?? []), id])
  return found
}

/** Names of the members and people that changes mention. */
async function findNames({ tx, actor }: Look, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const named = (table: typeof members | typeof people, name: AnyPgColumn) =>
    tx
      .select({ id: table.id, name: sql<string>`${name}` })
      .from(table)
      .where(and(own(table, actor), inArray(table.id, [...ids])))
  const [ours, theirs] = [await named(members, members.name), await named(people, people.displayName)]
  return new Map([...ours, ...theirs].map(({ id, name }) => [id, name]))
}
