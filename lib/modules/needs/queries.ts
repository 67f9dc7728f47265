import { and, asc, count, desc, eq, gte, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { people } from '@/db/schema/contacts'
import { consultations, needMethods, needReviews, needSources, needs } from '@/db/schema/needs'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { id } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { closedDaysOf } from '@/lib/kernel/workday'
import { findContact } from '@/lib/modules/interactions/queries-timeline'
import { findCalendarDays } from '@/lib/modules/workspace/queries'
import { may } from './manifest'
import { accountRef, type Holder, type Method, type NeedKind, type NeedState, needRef, openStates } from './model'
import { contentHashOf, findAnswers, findNeed, findVerifications, isMadeSure, readableNeeds } from './queries-held'
import { findProcedureInForce, findVersions } from './queries-procedures'
import { answeringOf, isVerified, mayChange } from './rules'

/** One need with everything that is known of it. */
export const byId = query({
  name: 'needs.byId',
  permission: may.see,
  input: needRef,
  async run(look, { needId }) {
    const { actor, now } = look
    const { need, account } = await findNeed(look, needId)
    const verifications = await findVerifications(look, [needId])
    const versions = await findVersions(look, [
      ...new Set(verifications.flatMap((each) => each.procedureVersionId ?? [])),
    ])
    const answers = await findAnswers(look, [needId])
    const names = await findNamesOfMembers(look, [
      need.ownerId,
      need.authorId,
      ...verifications.map((each) => each.verifiedBy),
      ...answers.map((each) => each.memberId),
    ])
    const hash = contentHashOf(need)
    const verified = isVerified({ ...need, madeSure: isMadeSure(need, verifications) })
    const procedure = await findProcedureInForce(look, need.kind)
    const { workspaceId: _workspace, createdAt: _created, archivedAt, ...fields } = need
    return {
      ...fields,
      holder: need.holder as Holder,
      kind: need.kind as NeedKind,
      state: need.state as NeedState,
      archived: archivedAt !== null,
      account: { id: account.id, name: account.name },
      owner: names.get(need.ownerId) ?? '',
      author: names.get(need.authorId) ?? '',
      isAuthor: need.authorId === actor.id,
      today: dayOf(now, actor.timeZone),
      mayChange: mayChange(actor, need, account) && account.archivedAt === null && archivedAt === null,
      verified,
      /** What a second reader verifies is what they had before them. */
      contentHash: hash,
      sources: await findSourceViews(look, needId),
      verifications: verifications.map((each) => {
        const version = each.procedureVersionId ? versions.get(each.procedureVersionId) : undefined
        return {
          id: each.id,
          by: names.get(each.verifiedBy) ?? '',
          on: each.verifiedOn,
          note: each.note,
          checked: each.checked.length,
          procedure: version ? { title: version.title, number: version.number } : null,
          stands: each.contentHash === hash,
        }
      }),
      answers: answers.map((each) => ({
        id: each.id,
        text: each.text,
        on: each.answeredOn,
        by: names.get(each.memberId) ?? '',
        interactionId: each.interactionId,
      })),
      reviews: await findReviewsOf(look, needId),
      procedure: procedure && { title: procedure.title, number: procedure.number, checklist: procedure.checklist },
    }
  },
})
export type NeedView = Awaited<ReturnType<typeof byId.run>>

async function findSourceViews({ tx, actor }: Look, needId: string) {
  const rows = await tx
    .select({
      id: needSources.id,
      method: needSources.method,
      methodName: needMethods.name,
      methodEnglishName: needMethods.englishName,
      personId: needSources.personId,
      person: people.displayName,
      informant: needSources.informant,
      verbatim: needSources.verbatim,
      heardOn: needSources.heardOn,
      interactionId: needSources.interactionId,
      member: members.name,
    })
    .from(needSources)
    .innerJoin(members, joined(members, actor, needSources.memberId))
    .leftJoin(people, joined(people, actor, needSources.personId))
    .leftJoin(needMethods, joined(needMethods, actor, needSources.methodId))
    .where(and(own(needSources, actor), eq(needSources.needId, needId), live(needSources)))
    .orderBy(asc(needSources.heardOn), asc(needSources.id))
  return rows.map((row) => ({ ...row, method: row.method as Method }))
}

const findReviewsOf = ({ tx, actor }: Look, needId: string) =>
  tx
    .select({
      id: needReviews.id,
      consultationId: needReviews.consultationId,
      outcome: needReviews.outcome,
      words: needReviews.words,
      reviewedOn: needReviews.reviewedOn,
      person: people.displayName,
      heldBy: members.name,
    })
    .from(needReviews)
    .innerJoin(people, joined(people, actor, needReviews.personId))
    .innerJoin(consultations, joined(consultations, actor, needReviews.consultationId))
    .innerJoin(members, joined(members, actor, consultations.heldBy))
    .where(and(own(needReviews, actor), eq(needReviews.needId, needId)))
    .orderBy(desc(needReviews.reviewedOn), desc(needReviews.id))

const mostCards = 8

const cards = ({ tx, actor }: Look) =>
  tx
    .select({
      id: needs.id,
      title: needs.title,
      accountId: needs.accountId,
      account: accounts.name,
      state: needs.state,
      triangulated: needs.triangulated,
      heardOn: needs.heardOn,
      answerDueOn: needs.answerDueOn,
      holder: needs.holder,
      ownerId: needs.ownerId,
      owner: members.name,
    })
    .from(needs)
    .innerJoin(accounts, joined(accounts, actor, needs.accountId))
    .innerJoin(members, joined(members, actor, needs.ownerId))
    .$dynamic()

export type NeedCard = Awaited<ReturnType<typeof cards>>[number]

/** The board: of each open state the latest needs of these owners, or of everybody. */
export const board = query({
  name: 'needs.board',
  permission: may.see,
  input: z.strictObject({ ownerIds: z.array(id).max(200).optional() }),
  async run(look, { ownerIds }) {
    const { actor } = look
    const columns = await Promise.all(
      openStates.map((state) =>
        cards(look)
          .where(
            and(
              own(needs, actor),
              live(needs),
              eq(needs.state, state),
              ownerIds ? inArray(needs.ownerId, ownerIds) : undefined,
              readableNeeds(actor),
            ),
          )
          .orderBy(desc(needs.heardOn), desc(needs.id))
          .limit(mostCards + 1),
      ),
    )
    return openStates.map((state, index) => {
      const found = columns[index] ?? []
      return { state, cards: found.slice(0, mostCards), more: found.length > mostCards }
    })
  },
})

const mostOfAccount = 200

/** The register of one account, latest first. */
export const ofAccount = query({
  name: 'needs.ofAccount',
  permission: may.see,
  input: accountRef,
  run: (look, { accountId }) =>
    cards(look)
      .where(and(own(needs, look.actor), live(needs), eq(needs.accountId, accountId), readableNeeds(look.actor)))
      .orderBy(desc(needs.heardOn), desc(needs.id))
      .limit(mostOfAccount),
})

/** Needs that were heard in one contact. */
export const heardIn = query({
  name: 'needs.heardIn',
  permission: may.see,
  input: z.strictObject({ interactionId: id }),
  async run(look, { interactionId }) {
    await findContact(look, interactionId)
    const { tx, actor } = look
    return tx
      .selectDistinct({ id: needs.id, title: needs.title, state: needs.state })
      .from(needSources)
      .innerJoin(needs, joined(needs, actor, needSources.needId))
      .innerJoin(accounts, joined(accounts, actor, needs.accountId))
      .where(
        and(
          own(needSources, actor),
          eq(needSources.interactionId, interactionId),
          live(needSources),
          live(needs),
          readableNeeds(actor),
        ),
      )
      .orderBy(asc(needs.title))
  },
})

const daysCounted = 365

/**
 * Needs heard in the last year, how many were answered, and how many of them within ten working days: of those whom the
 * actor leads, or of everybody. Counted from the raw rows, by the days of hearing and answering.
 */
export const answering = query({
  name: 'needs.answering',
  permission: may.seeAnswering,
  input: z.strictObject({}),
  async run(look) {
    const { tx, actor, now } = look
    const today = dayOf(now, actor.timeZone)
    const since = addDays(today, -daysCounted)
    const rows = await tx
      .select({ heardOn: needs.heardOn, answeredOn: needs.answeredOn, needs: count() })
      .from(needs)
      .innerJoin(accounts, joined(accounts, actor, needs.accountId))
      .where(and(own(needs, actor), live(needs), gte(needs.heardOn, since), readableNeeds(actor)))
      .groupBy(needs.heardOn, needs.answeredOn)
    const closed = closedDaysOf(await findCalendarDays(look, since, today))
    return { ...answeringOf(rows, closed), since }
  },
})
