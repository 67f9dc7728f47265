import { and, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { workspaces } from '@/db/schema/global'
import { clientAnswers, clientLinkReads, clientLinks } from '@/db/schema/links'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { id, text } from '@/lib/kernel/input'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { mayWorkWith } from '@/lib/kernel/rights'
import { findHold, ofVisibleAccount } from '@/lib/kernel/visibility'
import { may } from './manifest'
import type { AnswerView, ClientView, LinkView, Outcome, Via } from './model'
import { linkRef } from './model'
import { isReadable, stateOf } from './rules'

const mostLinks = 100
const mostReads = 200

/** The links about these subjects that the actor may read, newest first, with when they were opened. */
export async function findLinks(look: Look, subjectKind: string, subjectIds: readonly string[]): Promise<LinkView[]> {
  if (subjectIds.length === 0) return []
  const { tx, actor, now } = look
  const rows = await tx
    .select({
      id: clientLinks.id,
      subjectId: clientLinks.subjectId,
      purpose: clientLinks.purpose,
      paper: clientLinks.paper,
      personId: clientLinks.personId,
      recipient: clientLinks.recipient,
      mailTo: clientLinks.mailTo,
      language: clientLinks.language,
      contentHash: clientLinks.contentHash,
      issuedBy: members.name,
      createdAt: clientLinks.createdAt,
      validUntil: clientLinks.validUntil,
      revokedAt: clientLinks.revokedAt,
      answerId: clientAnswers.id,
    })
    .from(clientLinks)
    .innerJoin(members, joined(members, actor, clientLinks.issuedBy))
    .leftJoin(
      clientAnswers,
      and(own(clientAnswers, actor), eq(clientAnswers.linkId, clientLinks.id), eq(clientAnswers.via, 'link')),
    )
    .where(
      and(
        own(clientLinks, actor),
        eq(clientLinks.subjectKind, subjectKind),
        inArray(clientLinks.subjectId, [...subjectIds]),
        ofVisibleAccount(clientLinks.accountId, actor, clientLinks.restricted),
      ),
    )
    .orderBy(desc(clientLinks.id))
    .limit(mostLinks)
  const reads = await findReads(
    look,
    rows.map((row) => row.id),
  )
  return rows.map(({ paper, createdAt, validUntil, revokedAt, answerId, ...row }) => ({
    ...row,
    title: paper.title,
    issuedAt: createdAt.toISOString(),
    validUntil: validUntil.toISOString(),
    state: stateOf({ validUntil, revokedAt }, answerId !== null, now),
    reads: reads.get(row.id) ?? [],
  }))
}

async function findReads({ tx, actor }: Look, linkIds: readonly string[]) {
  const found = new Map<string, LinkView['reads']>()
  if (linkIds.length === 0) return found
  const rows = await tx
    .select({
      linkId: clientLinkReads.linkId,
      at: clientLinkReads.createdAt,
      network: clientLinkReads.network,
      device: clientLinkReads.device,
    })
    .from(clientLinkReads)
    .where(and(own(clientLinkReads, actor), inArray(clientLinkReads.linkId, [...linkIds])))
    .orderBy(desc(clientLinkReads.createdAt), desc(clientLinkReads.id))
    .limit(mostReads)
  for (const { linkId, at, ...read } of rows)
    found.set(linkId, [...(found.get(linkId) ?? []), { ...read, at: at.toISOString() }])
  return found
}

/** The latest answer to each of these subjects, by subject, however it came. */
export async function findAnswers(
  look: Look,
  subjectKind: string,
  subjectIds: readonly string[],
): Promise<Map<string, AnswerView>> {
  if (subjectIds.length === 0) return new Map()
  const { tx, actor } = look
  const rows = await tx
    .selectDistinctOn([clientAnswers.subjectId], answerFields)
    .from(clientAnswers)
    .leftJoin(members, joined(members, actor, clientAnswers.recordedBy))
    .where(answersOf(look, subjectKind, subjectIds))
    .orderBy(clientAnswers.subjectId, desc(clientAnswers.id))
  return new Map(rows.map((row) => [row.subjectId, answerView(row)]))
}

/** Every answer about one subject, latest first. */
async function findAllAnswers(look: Look, subjectKind: string, subjectId: string): Promise<AnswerView[]> {
  const { tx, actor } = look
  const rows = await tx
    .select(answerFields)
    .from(clientAnswers)
    .leftJoin(members, joined(members, actor, clientAnswers.recordedBy))
    .where(answersOf(look, subjectKind, [subjectId]))
    .orderBy(desc(clientAnswers.id))
    .limit(mostLinks)
  return rows.map(answerView)
}

const answersOf = ({ actor }: Look, subjectKind: string, subjectIds: readonly string[]): SQL | undefined =>
  and(
    own(clientAnswers, actor),
    eq(clientAnswers.subjectKind, subjectKind),
    inArray(clientAnswers.subjectId, [...subjectIds]),
    ofVisibleAccount(clientAnswers.accountId, actor, clientAnswers.restricted),
  )

const answerFields = {
  id: clientAnswers.id,
  subjectId: clientAnswers.subjectId,
  linkId: clientAnswers.linkId,
  contentHash: clientAnswers.contentHash,
  outcome: clientAnswers.outcome,
  answers: clientAnswers.answers,
  comment: clientAnswers.comment,
  via: clientAnswers.via,
  answeredOn: clientAnswers.answeredOn,
  createdAt: clientAnswers.createdAt,
  personId: clientAnswers.personId,
  person: clientAnswers.person,
  fileId: clientAnswers.fileId,
  note: clientAnswers.note,
  recordedBy: members.name,
}

type AnswerRow = Omit<AnswerView, 'outcome' | 'via' | 'answeredAt'> & { outcome: string; via: string; createdAt: Date }

const answerView = ({ createdAt, outcome, via, ...row }: AnswerRow): AnswerView => ({
  ...row,
  outcome: outcome as Outcome,
  via: via as Via,
  answeredAt: createdAt.toISOString(),
})

/** What `LinkPanel` shows of one subject, for whoever sees its account. Refuses with `notFound` alike what is not there. */
export const panel = query({
  name: 'links.panel',
  permission: may.see,
  input: z.strictObject({ subjectKind: text(60), subjectId: id, accountId: id }),
  async run(look, { subjectKind, subjectId, accountId }) {
    const hold = await findHold(look, accountId)
    if (!hold) throw new Refusal('notFound')
    const [links, answers] = await Promise.all([
      findLinks(look, subjectKind, [subjectId]),
      findAllAnswers(look, subjectKind, subjectId),
    ])
    return { links, answers, mayEdit: mayWorkWith(look.actor, hold) }
  },
})

/** A paper as it was sent, for members who see the account; one that quotes what is restricted for those who serve it. */
export const paperOf = query({
  name: 'links.paper',
  permission: may.see,
  input: linkRef,
  async run({ tx, actor }, { linkId }) {
    const [row] = await tx
      .select({ paper: clientLinks.paper, contentHash: clientLinks.contentHash })
      .from(clientLinks)
      .where(
        and(ownRow(clientLinks, actor, linkId), ofVisibleAccount(clientLinks.accountId, actor, clientLinks.restricted)),
      )
    if (!row) throw new Refusal('notFound')
    return row
  },
})

/**
 * What a client reads by link. The secret decides, and nothing says why a link does not open: wrong, of another workspace,
 * revoked and expired ones are all `notFound`.
 */
export const forClient = query({
  name: 'links.forClient',
  permission: may.answer,
  input: z.strictObject({ secretHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  async run(look, { secretHash }): Promise<ClientView & { recipient: string | null; accountId: string }> {
    const link = await findOwnLink(look, secretHash)
    if (!link || !isReadable(link, look.now)) throw new Refusal('notFound')
    const { tx, actor } = look
    const [answer] = await tx
      .select({
        outcome: clientAnswers.outcome,
        person: clientAnswers.person,
        at: clientAnswers.createdAt,
        comment: clientAnswers.comment,
      })
      .from(clientAnswers)
      .where(and(own(clientAnswers, actor), eq(clientAnswers.linkId, actor.id)))
      .orderBy(desc(clientAnswers.id))
      .limit(1)
    const { purpose, paper, questions, contentHash, validUntil, recipient, accountId, company, name } = link
    return {
      purpose,
      paper,
      questions,
      contentHash,
      validUntil: validUntil.toISOString(),
      recipient,
      accountId,
      contact: { company, name },
      answer: answer ? { ...answer, outcome: answer.outcome as Outcome, at: answer.at.toISOString() } : null,
    }
  },
})

/** Whether the client's own link can still be read. */
export async function isOwnLinkOpen({ tx, actor, now }: Look): Promise<boolean> {
  const [link] = await tx
    .select({ validUntil: clientLinks.validUntil, revokedAt: clientLinks.revokedAt })
    .from(clientLinks)
    .where(ownRow(clientLinks, actor, actor.id))
  return link !== undefined && isReadable(link, now)
}

async function findOwnLink({ tx, actor }: Look, secretHash: string) {
  const [row] = await tx
    .select({
      purpose: clientLinks.purpose,
      paper: clientLinks.paper,
      questions: clientLinks.questions,
      contentHash: clientLinks.contentHash,
      validUntil: clientLinks.validUntil,
      revokedAt: clientLinks.revokedAt,
      recipient: clientLinks.recipient,
      accountId: clientLinks.accountId,
      name: members.name,
      company: workspaces.name,
    })
    .from(clientLinks)
    .innerJoin(members, joined(members, actor, clientLinks.issuedBy))
    .innerJoin(accounts, and(joined(accounts, actor, clientLinks.accountId), isNull(accounts.archivedAt)))
    .innerJoin(workspaces, eq(workspaces.id, actor.workspaceId))
    .where(and(ownRow(clientLinks, actor, actor.id), eq(clientLinks.secretHash, secretHash)))
  return row ?? null
}

/** Links about a subject that a client could still answer. */
export async function findOpen({ tx, actor }: Look, subjectKind: string, subjectId: string) {
  return tx
    .select({ id: clientLinks.id, contentHash: clientLinks.contentHash })
    .from(clientLinks)
    .where(
      and(
        own(clientLinks, actor),
        eq(clientLinks.subjectKind, subjectKind),
        eq(clientLinks.subjectId, subjectId),
        isNull(clientLinks.revokedAt),
      ),
    )
}

/** Links to and answers about these subjects, whoever may read them. */
export async function findAllOf({ tx, actor }: Look, subjectKind: string, subjectIds: readonly string[]) {
  const of = (table: typeof clientLinks | typeof clientAnswers) =>
    tx
      .select({ id: table.id })
      .from(table)
      .where(and(own(table, actor), eq(table.subjectKind, subjectKind), inArray(table.subjectId, [...subjectIds])))
  const [links, answers] = [await of(clientLinks), await of(clientAnswers)]
  return { links: links.map(({ id }) => id), answers: answers.map(({ id }) => id) }
}

export async function isAnswered({ tx, actor }: Look, linkId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: clientAnswers.id })
    .from(clientAnswers)
    .where(and(own(clientAnswers, actor), eq(clientAnswers.linkId, linkId)))
    .limit(1)
  return rows.length > 0
}
