import { and, asc, desc, eq, exists, inArray, notInArray } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { people } from '@/db/schema/contacts'
import { workspaces } from '@/db/schema/global'
import { consultations, needReviews, needSources, needs } from '@/db/schema/needs'
import { members } from '@/db/schema/workspace'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import type { Paper } from '@/lib/kernel/paper'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { findAccount } from '@/lib/modules/accounts/queries'
import { findPerson } from '@/lib/modules/contacts/queries'
import { may } from './manifest'
import { accountRef } from './model'
import { consultationOf, consultationRef, type ReviewOutcome } from './model-consultation'
import { readableNeeds } from './queries-held'

const mostNeeds = 100

/** The open needs of an account that this person spoke of, as far as the actor may read them, oldest first. */
export function findOpenNeedsOf({ tx, actor }: Look, accountId: string, personId: string) {
  const spokeOf = tx
    .select({ id: needSources.id })
    .from(needSources)
    .where(
      and(
        own(needSources, actor),
        eq(needSources.needId, needs.id),
        eq(needSources.personId, personId),
        live(needSources),
      ),
    )
  return tx
    .select({
      id: needs.id,
      title: needs.title,
      kind: needs.kind,
      state: needs.state,
      context: needs.context,
      heardOn: needs.heardOn,
      importance: needs.importance,
    })
    .from(needs)
    .innerJoin(accounts, joined(accounts, actor, needs.accountId))
    .where(
      and(
        own(needs, actor),
        eq(needs.accountId, accountId),
        live(needs),
        notInArray(needs.state, ['met', 'dropped']),
        readableNeeds(actor),
        exists(spokeOf),
      ),
    )
    .orderBy(asc(needs.heardOn), asc(needs.id))
    .limit(mostNeeds)
}

/** What a consultation goes through: the person, and the needs that they spoke of and that are open. */
export const consultation = query({
  name: 'needs.consultation',
  permission: may.see,
  input: consultationOf,
  async run(look, { personId, accountId }) {
    const account = await findAccount(look, accountId)
    const person = await findPerson(look, personId)
    return {
      account: { id: account.id, name: account.name },
      person: { id: person.id, displayName: person.displayName, englishName: person.englishName },
      needs: await findOpenNeedsOf(look, accountId, personId),
    }
  },
})

/** The name under which we write to clients. */
export async function findCompanyName({ tx, actor }: Look): Promise<string> {
  const [row] = await tx.select({ name: workspaces.name }).from(workspaces).where(eq(workspaces.id, actor.workspaceId))
  return row?.name ?? ''
}

/** Readings of the client's paper are bound to this. */
export const letterHashOf = (letter: Paper) => digestOf({ paper: letter, questions: [] })

/** One consultation with its letter. Refuses `notFound` what is of an account out of sight. */
export async function findConsultation({ tx, actor }: Look, consultationId: string) {
  const [row] = await tx
    .select({ consultation: consultations, account: accounts.name, person: people.displayName, heldBy: members.name })
    .from(consultations)
    .innerJoin(accounts, and(joined(accounts, actor, consultations.accountId), visibleAccounts(accounts, actor)))
    .innerJoin(people, joined(people, actor, consultations.personId))
    .innerJoin(members, joined(members, actor, consultations.heldBy))
    .where(ownRow(consultations, actor, consultationId))
  if (!row) throw new Refusal('notFound')
  return { ...row, letter: row.consultation.letter as Paper }
}

/**
 * A consultation with what was said of each need. The letter quotes confidential needs too, so who may not read one of
 * them does not read the letter either: `notFound`.
 */
export const consultationById = query({
  name: 'needs.consultationById',
  permission: may.see,
  input: consultationRef,
  async run(look, { consultationId }) {
    const found = await findConsultation(look, consultationId)
    const reviews = await findReviews(look, [consultationId])
    if ((await findHidden(look, reviews)).size > 0) throw new Refusal('notFound')
    const { consultation: row, letter, account, person, heldBy } = found
    return {
      id: row.id,
      accountId: row.accountId,
      personId: row.personId,
      interactionId: row.interactionId,
      heldOn: row.heldOn,
      account,
      person,
      heldBy,
      letter,
      contentHash: letterHashOf(letter),
      reviews,
    }
  },
})

/** Of consultations with these reviews, those in which a need was gone through that the actor may not read. */
async function findHidden({ tx, actor }: Look, reviews: readonly { needId: string; consultationId: string }[]) {
  const needIds = [...new Set(reviews.map((review) => review.needId))]
  if (needIds.length === 0) return new Set<string>()
  const rows = await tx
    .select({ id: needs.id })
    .from(needs)
    .innerJoin(accounts, joined(accounts, actor, needs.accountId))
    .where(and(own(needs, actor), inArray(needs.id, needIds), readableNeeds(actor)))
  const readable = new Set(rows.map((row) => row.id))
  return new Set(reviews.filter(({ needId }) => !readable.has(needId)).map((review) => review.consultationId))
}

export async function findReviews({ tx, actor }: Look, consultationIds: readonly string[]) {
  if (consultationIds.length === 0) return []
  const rows = await tx
    .select({
      id: needReviews.id,
      consultationId: needReviews.consultationId,
      needId: needReviews.needId,
      title: needs.title,
      outcome: needReviews.outcome,
      words: needReviews.words,
    })
    .from(needReviews)
    .innerJoin(needs, joined(needs, actor, needReviews.needId))
    .where(and(own(needReviews, actor), inArray(needReviews.consultationId, [...consultationIds])))
    .orderBy(asc(needReviews.id))
  return rows.map((row) => ({ ...row, outcome: row.outcome as ReviewOutcome }))
}

/** The latest consultations with an account. */
export const consultationsOf = query({
  name: 'needs.consultationsOf',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    await findAccount(look, accountId)
    const { tx, actor } = look
    const rows = await tx
      .select({
        id: consultations.id,
        heldOn: consultations.heldOn,
        personId: consultations.personId,
        person: people.displayName,
        heldBy: members.name,
      })
      .from(consultations)
      .innerJoin(people, joined(people, actor, consultations.personId))
      .innerJoin(members, joined(members, actor, consultations.heldBy))
      .where(and(own(consultations, actor), eq(consultations.accountId, accountId)))
      .orderBy(desc(consultations.heldOn), desc(consultations.id))
      .limit(20)
    const reviews = await findReviews(
      look,
      rows.map((row) => row.id),
    )
    const hidden = await findHidden(look, reviews)
    return rows.filter((row) => !hidden.has(row.id))
  },
})
