import { newId } from '@/db/new-id'
import { clientAnswers, clientLinkReads, clientLinks } from '@/db/schema/links'
import { digestOf } from '@/lib/kernel/canonical'
import { command, type Work } from '@/lib/kernel/command'
import { cut } from '@/lib/kernel/cut'
import { dayOf } from '@/lib/kernel/day'
import { newClientToken } from '@/lib/kernel/identity/client-link'
import { sealText } from '@/lib/kernel/identity/sealed-text'
import { isMailConfigured } from '@/lib/kernel/mailer'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { Refusal } from '@/lib/kernel/refusal'
import { saidInAll } from '@/lib/kernel/said'
import { findSearchable } from '@/lib/kernel/search'
import { findHold } from '@/lib/kernel/visibility'
import { changeRow, changeRows, insertRow, lockRow } from '@/lib/kernel/write'
import { keepLedger } from '@/lib/kernel/write-each'
import { attach, restrict as restrictFiles } from '@/lib/modules/files/commands'
import type { MailRequest } from '@/lib/modules/mail/model'
import { notify } from '@/lib/modules/notifications/commands'
import { may } from './manifest'
import { messages } from './messages'
import {
  answerInput,
  fileInput,
  type IssuedLink,
  issueInput,
  linkRef,
  readInput,
  restrictInput,
  signaturePurpose,
  subjectRef,
} from './model'
import { findAllOf, findOpen, isAnswered } from './queries'
import { isReadable, mustBeLive, mustBeProven, mustFitQuestions, mustMayEdit, no } from './rules'

const millisecondsPerDay = 86_400_000
const shared = { messages, refreshes: ['/accounts/[accountId]'] }

/**
 * Makes a signed link to a paper, for a client to read and answer without an account. Whoever calls has checked that the
 * actor may send this paper. Links to an older content about the same subject end here. Token and address are told once:
 * only a hash of the secret is kept. Refuses accounts that are archived or not seen, and mail without a mail server.
 */
export const issueLink = command({
  name: 'links.issueLink',
  permission: may.issue,
  input: issueInput,
  ...shared,
  internal: true,
  async run(
    work,
    { validDays, mailTo, paper, questions, href, letter: kind, issuedFor, ...given },
  ): Promise<IssuedLink> {
    const { actor, now } = work
    mustBeLive(await findHold(work, given.accountId))
    const issuer = await issuerOf(work, issuedFor)
    if (given.personId && !(await findSearchable(work, 'person', given.personId)))
      throw no('personUnknown', {}, { personId: { code: 'personUnknown' } })
    if (mailTo && !isMailConfigured()) throw no('noMailServer', {}, { mailTo: { code: 'noMailServer' } })
    const contentHash = digestOf({ paper, questions })
    const open = await findOpen(work, given.subjectKind, given.subjectId)
    const outdated = open.filter((link) => link.contentHash !== contentHash).map(({ id }) => id)
    await changeRows(work, clientLinks, outdated, { revokedAt: now })
    const id = newId()
    const { token, secretHash, address } = newClientToken(actor.workspaceId, id)
    const validUntil = new Date(now.getTime() + validDays * millisecondsPerDay)
    await insertRow(work, clientLinks, {
      id,
      ...given,
      mailTo,
      recipient: paper.to.person,
      language: paper.language,
      paper,
      questions,
      contentHash,
      secretHash,
      validUntil,
      issuedBy: issuer.id,
      href: href ?? `/accounts/${given.accountId}`,
    })
    if (mailTo) {
      const letter: MailRequest = {
        kind,
        memberId: null,
        recipient: mailTo,
        name: cut(paper.to.person ?? paper.to.company, 200),
        locale: paper.language,
        by: issuer.name,
        link: sealText(address),
        linkId: id,
        until: validUntil.toISOString(),
      }
      await work.emit('mail.requested', letter)
    }
    work.saidOnce.add('token').add('address')
    return { linkId: id, token, address }
  },
})

/** Whose name a link carries: the member's who makes it, or theirs for whom the product does. */
async function issuerOf(work: Work, issuedFor: string | null): Promise<{ id: string; name: string }> {
  if (work.actor.kind !== 'job' || issuedFor === null) return work.actor
  const name = (await findNamesOfMembers(work, [issuedFor])).get(issuedFor)
  if (name === undefined) throw new Refusal('notFound')
  return { id: issuedFor, name }
}

/** Ends every link about a subject, because its content changed or is no longer wanted. What was answered stays. */
export const revokeLinks = command({
  name: 'links.revokeLinks',
  permission: may.issue,
  input: subjectRef,
  ...shared,
  internal: true,
  async run(work, { subjectKind, subjectId }) {
    await endLinksOf(work, subjectKind, subjectId)
  },
})

async function endLinksOf(work: Work, subjectKind: string, subjectId: string): Promise<void> {
  const open = (await findOpen(work, subjectKind, subjectId)).map(({ id }) => id)
  await changeRows(work, clientLinks, open, { revokedAt: work.now })
}

/** Closes papers, answers and proofs about these subjects to all but those who serve the account, or opens them again. */
export const restrict = command({
  name: 'links.restrict',
  permission: may.issue,
  input: restrictInput,
  ...shared,
  internal: true,
  async run(work, { subjectKind, subjectIds, restricted }) {
    const { links, answers } = await findAllOf(work, subjectKind, subjectIds)
    await changeRows(work, clientLinks, links, { restricted })
    await changeRows(work, clientAnswers, answers, { restricted })
    await work.call(restrictFiles, { kind: 'clientAnswer', subjectIds: answers, restricted })
  },
})

/** Ends one link at once; whoever has it reads nothing more. */
export const revoke = command({
  name: 'links.revoke',
  permission: may.issue,
  input: linkRef,
  ...shared,
  async run(work, { linkId }) {
    const link = await lockRow(work, clientLinks, linkId)
    mustMayEdit(work.actor, await findHold(work, link.accountId))
    if (!link.revokedAt) await changeRow(work, clientLinks, { id: linkId }, { revokedAt: work.now })
    return { linkId }
  },
})

/**
 * Files an answer that came by LINE, mail, scan, paper or word. It ranks equal to one by link, and the subject's links end
 * with it. Whoever calls has checked that the actor may change the subject, and gives the hash of the content that was
 * answered. Refuses an answer without its proof and days that have not come.
 */
export const fileAnswer = command({
  name: 'links.fileAnswer',
  permission: may.file,
  input: fileInput,
  ...shared,
  internal: true,
  async run(work, { purpose, method, ...given }): Promise<{ answerId: string }> {
    const { accountId, restricted, personId, fileId, note, answeredOn } = given
    mustBeLive(await findHold(work, accountId))
    if (personId && !(await findSearchable(work, 'person', personId)))
      throw no('personUnknown', {}, { personId: { code: 'personUnknown' } })
    mustBeProven({ method, answeredOn, fileId, note }, dayOf(work.now, work.actor.timeZone))
    const id = newId()
    if (fileId)
      await work.call(attach, { kind: 'clientAnswer', subjectId: id, accountId, restricted, fileIds: [fileId] })
    await endLinksOf(work, given.subjectKind, given.subjectId)
    const row = await insertRow(work, clientAnswers, {
      ...{ id, linkId: null, ...given },
      purpose: purpose ?? given.subjectKind,
      via: method,
      recordedBy: work.actor.id,
    })
    await tellAnswered(work, row)
    return { answerId: row.id }
  },
})

/** Notes that a client opened the paper. Programs that only look at addresses never get here. */
export const recordRead = command({
  name: 'links.recordRead',
  permission: may.answer,
  input: readInput,
  messages,
  async run(work, read) {
    await mustBeReadable(work)
    await keepLedger(work, clientLinkReads, [{ ...read, linkId: work.actor.id, createdAt: work.now }])
  },
})

/**
 * The client's own answer, once for each link. Refuses when the link has ended, when it was answered before, when the paper
 * is not the one that the client had before them, and answers that do not fit the questions.
 */
export const answer = command({
  name: 'links.answer',
  permission: may.answer,
  input: answerInput,
  messages,
  async run(work, { contentHash, ...given }): Promise<{ answerId: string }> {
    const link = await mustBeReadable(work)
    if (link.purpose === signaturePurpose) throw new Refusal('notFound')
    if (await isAnswered(work, link.id)) throw no('alreadyAnswered')
    if (link.contentHash !== contentHash) throw no('paperChanged')
    mustFitQuestions(link.questions, given)
    const { purpose, subjectKind, subjectId, accountId, restricted, personId, recipient: person } = link
    const row = await insertRow(work, clientAnswers, {
      ...{ purpose, subjectKind, subjectId, accountId, restricted, personId, person, contentHash, ...given },
      linkId: link.id,
      via: 'link',
      answeredOn: dayOf(work.now, work.actor.timeZone),
    })
    const words = { person: person ?? link.paper.to.company, title: link.paper.title }
    await work.call(notify, {
      memberIds: [link.issuedBy],
      kind: given.outcome === 'confirmed' ? 'clientConfirmed' : 'clientObjected',
      text: saidInAll(messages, given.outcome === 'confirmed' ? 'toldConfirmed' : 'toldObjected', words),
      href: link.href,
      urgent: given.outcome === 'objected',
      subjectKind,
      subjectId,
      key: `links.answer:${row.id}`,
    })
    await tellAnswered(work, row)
    return { answerId: row.id }
  },
})

/** The client's own link, locked. What has ended, or never was, does not exist. */
async function mustBeReadable(work: Work) {
  const link = await lockRow(work, clientLinks, work.actor.id)
  if (!isReadable(link, work.now)) throw new Refusal('notFound')
  return link
}

type Answered = { id: string; linkId: string | null; purpose: string; subjectKind: string; subjectId: string }

const tellAnswered = (work: Work, { id, linkId, purpose, subjectKind, subjectId }: Answered) =>
  work.emit('links.answered', { linkId, answerId: id, purpose, subjectKind, subjectId })
