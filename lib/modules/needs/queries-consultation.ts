import { and, asc, desc, eq, exists, not, notInArray, or, sql } from 'drizzle-orm'
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
import { seesEverything } from '@/lib/kernel/rights'
import { isServedBy, visibleAccounts } from '@/lib/kernel/visibility'
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

/** Whether a confidential need was gone through: its letter quotes it. */
const quotesConfidential = ({ actor }: Look) =>
  sql<boolean>`exists (select from ${needReviews} join ${needs} on ${joined(needs, actor, needReviews.needId)} where ${and(
    own(needReviews, actor),
    eq(needReviews.consultationId, consultations.id),
    eq(needs.confidential, true),
  )})`

/** Beside a join of their accounts: consultations whose letter the actor may read, as the links to it are read. */
const readableConsultations = (look: Look) => {
  if (seesEverything(look.actor)) return undefined
  return and(visibleAccounts(accounts, look.actor), or(not(quotesConfidential(look)), isServedBy(accounts, look.actor)))
}

/**
 * One consultation with its letter. Refuses `notFound` what is of an account out of sight; a letter that quotes a
 * confidential need is for those who serve the account.
 */
export async function findConsultation(look: Look, consultationId: string) {
  const { tx, actor } = look
  const [row] = await tx
    .select({
      consultation: consultations,
      account: accounts.name,
      person: people.displayName,
      heldBy: members.name,
      restricted: quotesConfidential(look),
    })
    .from(consultations)
    .innerJoin(accounts, joined(accounts, actor, consultations.accountId))
    .innerJoin(people, joined(people, actor, consultations.personId))
    .innerJoin(members, joined(members, actor, consultations.heldBy))
    .where(and(ownRow(consultations, actor, consultationId), readableConsultations(look)))
  if (!row) throw new Refusal('notFound')
  return { ...row, letter: row.consultation.letter as Paper }
}

/** Consultations in which a need was gone through, by whether their letter quotes a confidential one. */
export async function findLettersOf(look: Look, needId: string) {
  const { tx, actor } = look
  const rows = await tx
    .select({ id: consultations.id, restricted: quotesConfidential(look) })
    .from(consultations)
    .innerJoin(needReviews, and(own(needReviews, actor), eq(needReviews.consultationId, consultations.id)))
    .where(and(own(consultations, actor), eq(needReviews.needId, needId)))
  const of = (restricted: boolean) => rows.filter((row) => row.restricted === restricted).map((row) => row.id)
  return { restricted: of(true), open: of(false) }
}

/** A consultation with what was said of each need. */
export const consultationById = query({
  name: 'needs.consultationById',
  permission: may.see,
  input: consultationRef,
  async run(look, { consultationId }) {
    const { consultation: row, letter, account, person, heldBy } = await findConsultation(look, consultationId)
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
      reviews: await findReviews(look, consultationId),
    }
  },
})

async function findReviews({ tx, actor }: Look, consultationId: string) {
  const rows = await tx
    .select({
      id: needReviews.id,
      needId: needReviews.needId,
      title: needs.title,
      outcome: needReviews.outcome,
      words: needReviews.words,
    })
    .from(needReviews)
    .innerJoin(needs, joined(needs, actor, needReviews.needId))
    .where(and(own(needReviews, actor), eq(needReviews.consultationId, consultationId)))
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
    return tx
      .select({
        id: consultations.id,
        heldOn: consultations.heldOn,
        personId: consultations.personId,
        person: people.displayName,
        heldBy: members.name,
      })
      .from(consultations)
      .innerJoin(accounts, joined(accounts, actor, consultations.accountId))
      .innerJoin(people, joined(people, actor, consultations.personId))
      .innerJoin(members, joined(members, actor, consultations.heldBy))
      .where(and(own(consultations, actor), eq(consultations.accountId, accountId), readableConsultations(look)))
      .orderBy(desc(consultations.heldOn), desc(consultations.id))
      .limit(20)
  },
})
