import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { needs } from '@/db/schema/needs'
import { termDepartures, termNeeds, termSheets, termVersions } from '@/db/schema/terms'
import type { Look } from '@/lib/kernel/command'
import { id } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findNeed, readableNeeds } from '@/lib/modules/needs/queries-held'
import { may } from './manifest'
import type { TermValue } from './model-values'
import { findTypeNames } from './queries-held'
import { findStates } from './queries-state'
import { nameOfType, valueInWords } from './rules-words'

/** The needs that departures serve. Its title is for those who may read it; that one is not verified is for everybody. */
export async function findServed({ tx, actor }: Look, departureIds: readonly string[]) {
  if (departureIds.length === 0) return []
  const readable: SQL = readableNeeds(actor) ?? sql`true`
  return tx
    .select({
      id: termNeeds.id,
      departureId: termNeeds.departureId,
      needId: termNeeds.needId,
      title: needs.title,
      state: needs.state,
      readable: sql<boolean>`${readable}`,
    })
    .from(termNeeds)
    .innerJoin(needs, joined(needs, actor, termNeeds.needId))
    .innerJoin(accounts, joined(accounts, actor, termNeeds.accountId))
    .where(and(own(termNeeds, actor), inArray(termNeeds.departureId, [...departureIds]), live(termNeeds), live(needs)))
    .orderBy(desc(termNeeds.id))
    .limit(500)
}
export type Served = Awaited<ReturnType<typeof findServed>>[number]

/** Those of these needs that departures of versions which were not discarded serve. */
export async function findStillServed({ tx, actor }: Look, needIds: readonly string[]) {
  if (needIds.length === 0) return []
  const rows = await tx
    .selectDistinct({ needId: termNeeds.needId })
    .from(termNeeds)
    .innerJoin(termDepartures, joined(termDepartures, actor, termNeeds.departureId))
    .innerJoin(termVersions, joined(termVersions, actor, termDepartures.versionId))
    .where(
      and(
        own(termNeeds, actor),
        inArray(termNeeds.needId, [...needIds]),
        live(termNeeds),
        live(termDepartures),
        live(termVersions),
      ),
    )
  return rows.map(({ needId }) => needId)
}

const gone = ['superseded', 'ended']

/** The terms that serve a need: of drafts, of what is agreed and of what holds; not of versions that are over. */
export const termsOfNeed = query({
  name: 'terms.ofNeed',
  permission: may.see,
  input: z.strictObject({ needId: id }),
  async run(look, { needId }) {
    const { tx, actor } = look
    const { account } = await findNeed(look, needId)
    const rows = await tx
      .select({
        id: termDepartures.id,
        code: termDepartures.code,
        value: termDepartures.value,
        version: termVersions,
        currency: termSheets.currency,
      })
      .from(termNeeds)
      .innerJoin(termDepartures, joined(termDepartures, actor, termNeeds.departureId))
      .innerJoin(termVersions, joined(termVersions, actor, termDepartures.versionId))
      .innerJoin(termSheets, joined(termSheets, actor, termVersions.sheetId))
      .where(
        and(
          own(termNeeds, actor),
          eq(termNeeds.needId, needId),
          live(termNeeds),
          live(termDepartures),
          live(termVersions),
        ),
      )
      .orderBy(desc(termVersions.number), desc(termDepartures.id))
      .limit(100)
    const [names, states] = await Promise.all([
      findTypeNames(look),
      findStates(
        look,
        rows.map(({ version }) => version),
      ),
    ])
    return rows.flatMap(({ id: departureId, code, value, version, currency }) => {
      const state = states.get(version.id)?.state ?? 'draft'
      if (gone.includes(state)) return []
      return [
        {
          id: departureId,
          accountId: account.id,
          versionId: version.id,
          number: version.number,
          state,
          name: nameOfType(code, actor.locale, names),
          said: valueInWords(code, value as TermValue, actor.locale, currency),
        },
      ]
    })
  },
})
export type TermOfNeed = Awaited<ReturnType<typeof termsOfNeed.run>>[number]
