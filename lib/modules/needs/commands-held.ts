import { needs } from '@/db/schema/needs'
import { todayOf, type Work } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { one } from '@/lib/kernel/one'
import { forgetSearchable, keepSearchable } from '@/lib/kernel/search'
import { lockRow } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { type FoundAccount, findAccount } from '@/lib/modules/accounts/queries'
import { findPerson } from '@/lib/modules/contacts/queries'
import { findContact } from '@/lib/modules/interactions/queries-timeline'
import { memberExists } from '@/lib/modules/workspace/queries'
import {
  findAnswers,
  findMethod,
  findNeed,
  findOwedReplies,
  findSources,
  findVerifications,
  holdNeeds,
  isMadeSure,
} from './queries-held'
import {
  answerDueOn,
  isTriangulated,
  mustBeLive,
  mustBeMember,
  mustBeOpen,
  mustBeSameAccount,
  mustHavePassed,
  mustMayChange,
  mustMayPlan,
  stateOf,
} from './rules'

/** The need, locked, for whoever may change it. Refuses what may not be seen or changed, and an archived account. */
export async function needInHand(work: Work, needId: string) {
  const { account } = await findNeed(work, needId)
  const need = await lockRow(work, needs, needId)
  mustMayChange(work.actor, need, account)
  mustBeLive(account)
  return { need, account }
}

/** The same for a need that is neither closed nor archived. */
export async function openNeedInHand(work: Work, needId: string) {
  const held = await needInHand(work, needId)
  mustBeOpen(held.need)
  return held
}

/** The need, locked, for whoever may read it: a second reader need not serve the account. */
export async function readNeedInHand(work: Work, needId: string) {
  const { account } = await findNeed(work, needId)
  const need = await lockRow(work, needs, needId)
  mustBeLive(account)
  mustBeOpen(need)
  return { need, account }
}

/** An account that the actor sees and that takes new entries. */
export async function liveAccount(work: Work, accountId: string): Promise<FoundAccount> {
  const account = await findAccount(work, accountId)
  mustBeLive(account)
  return account
}

/** An account whose plan the actor may change. */
export async function plannedAccount(work: Work, accountId: string): Promise<FoundAccount> {
  const account = await liveAccount(work, accountId)
  mustMayPlan(work.actor, account)
  return account
}

export async function mustNameMember(work: Work, memberId: string, field = 'ownerId'): Promise<void> {
  mustBeMember(await memberExists(work, memberId), field)
}

type Named = {
  methodId: string | null
  personId: string | null
  interactionId: string | null
  heardOn: Day | null
  method: string
}

/** What a source names must be there: the person, the contact of the same account, the workspace's own method. */
export async function knownSource<Source extends Named>(work: Work, accountId: string, source: Source) {
  if (source.personId) await findPerson(work, source.personId)
  const method = source.methodId ? (await findMethod(work, source.methodId)).basis : source.method
  const contact = source.interactionId ? await findContact(work, source.interactionId) : null
  if (contact) mustBeSameAccount(contact.accountId, accountId)
  const heardOn = source.heardOn ?? (contact ? dayOf(new Date(contact.happenedAt), work.actor.timeZone) : todayOf(work))
  mustHavePassed(heardOn, todayOf(work), 'heardOn')
  return { ...source, method, heardOn }
}

/** Keeps what lists and the search know of a need in step with its rows. */
export async function settle(work: Work, needId: string) {
  return one(await settleAll(work, [needId]))
}

/** The same for several needs at once; answers them as they are now, in no order. */
export async function settleAll(work: Work, needIds: readonly string[]) {
  const ids = [...new Set(needIds)]
  const held = await holdNeeds(work, ids)
  const [sources, verifications, answers, owed] = [
    byNeed(await findSources(work, ids)),
    byNeed(await findVerifications(work, ids)),
    byNeed(await findAnswers(work, ids)),
    byNeed(await findOwedReplies(work, ids)),
  ]
  const settled = held.map(({ need, account }) => {
    const own = sources.get(need.id) ?? []
    const triangulated = isTriangulated(own)
    const answeredOn = answers.get(need.id)?.[0]?.answeredOn ?? null
    const madeSure = isMadeSure(need, verifications.get(need.id) ?? [])
    const replies = (owed.get(need.id) ?? []).flatMap(({ replyDueOn }) => replyDueOn ?? [])
    const facts = { ...need, triangulated, answeredOn, madeSure }
    const kept = {
      triangulated,
      answeredOn,
      state: stateOf(facts),
      sourceCount: own.length,
      heardOn: own[0]?.heardOn ?? need.heardOn,
      answerDueOn: answerDueOn({ ...facts, replies }),
    }
    return { need: { ...need, ...kept }, account, kept, said: own.map((each) => each.verbatim) }
  })
  const changed = await changeEach(
    work,
    needs,
    settled.map(({ need, kept }) => ({ id: need.id, ...kept })),
  )
  const now = new Map(changed.map((row) => [row.id, row]))
  const gone = settled.flatMap(({ need }) => (need.archivedAt ? need.id : []))
  if (gone.length > 0) await forgetSearchable(work, 'need', gone)
  await keepSearchable(
    work,
    settled
      .filter(({ need }) => need.archivedAt === null)
      .map(({ need, account, said }) => ({
        kind: 'need',
        id: need.id,
        accountId: need.accountId,
        ownerId: account.ownerId,
        restricted: account.restricted || need.confidential,
        texts: [need.title, need.context, need.consequence, need.metric, ...said],
      })),
  )
  return settled.map(({ need }) => now.get(need.id) ?? need)
}

function byNeed<Row extends { needId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) found.set(row.needId, [...(found.get(row.needId) ?? []), row])
  return found
}
