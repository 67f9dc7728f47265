import { and, eq, sql } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, unionAll } from 'drizzle-orm/pg-core'
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
import type { Look } from '@/lib/kernel/command'
import { findNames, findRowChanges } from '@/lib/kernel/history'
import { optionalId } from '@/lib/kernel/input'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findAccount } from '@/lib/modules/accounts/queries'
import { may } from './manifest'
import { accountRef, needRef } from './model'
import { findNeed } from './queries-held'
import { type NeedEntry, type NeedSubject, needHistory, referencesIn } from './rules-history'

type History = { entries: NeedEntry[]; older: string | null }
type Part = PgTable & { workspaceId: AnyPgColumn; id: AnyPgColumn }
type PartOf = readonly [NeedSubject, Part, AnyPgColumn]

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
    return historyOf(look, new Map<NeedSubject, string[]>([['needs', [needId]], ...parts]), before)
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

async function historyOf(
  look: Look,
  rows: ReadonlyMap<NeedSubject, string[]>,
  before: string | null,
): Promise<History> {
  const { changes, older } = await findRowChanges(look, rows, before)
  return { entries: needHistory(changes, await findNames(look, referencesIn(changes))), older }
}

/** Ids of the rows of these tables that belong to a record, by table. */
async function findParts({ tx, actor }: Look, wholeId: string, parts: readonly [PartOf, PartOf, ...PartOf[]]) {
  const [first, second, ...rest] = parts.map(([name, table, of]) =>
    tx
      .select({ part: sql<NeedSubject>`${name}::text`.as('part'), id: sql<string>`${table.id}`.as('id') })
      .from(table)
      .where(and(own(table, actor), eq(of, wholeId))),
  )
  const found = new Map<NeedSubject, string[]>()
  if (!first || !second) return found
  for (const { part, id } of await unionAll(first, second, ...rest)) found.set(part, [...(found.get(part) ?? []), id])
  return found
}
