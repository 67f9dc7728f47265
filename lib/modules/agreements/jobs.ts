import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { isMailConfigured } from '@/lib/kernel/mailer'
import { renderPdf } from '@/lib/kernel/pdf/render-pdf'
import { ask, perform } from '@/lib/kernel/perform'
import type { Result } from '@/lib/kernel/refusal'
import { translatorOf } from '@/lib/kernel/translate'
import { triesOf } from '@/lib/kernel/tries'
import { renderWord } from '@/lib/kernel/word/render-word'
import { remindAdvice as remindExperts } from './commands-advice-reminders'
import { settle } from './commands-approval'
import { keepFinal } from './commands-electronic'
import { completeWaiver } from './commands-occurrences'
import { keepPaper } from './commands-papers'
import { askConcerned as concerned, remindReaders as remind } from './commands-readers'
import { remindSeals as remindOriginals } from './commands-seal-reminders'
import { keepFrozen } from './commands-signing'
import { mailCopies as mailAll, mailSigningLink } from './commands-signing-links'
import { turnVersions as turn } from './commands-timeline'
import { keepTerms as keep } from './commands-watch'
import { paperWords } from './messages-paper'
import { waiverKind } from './model-obligations'
import { askedPaperRef, mostSignatories } from './model-signing'
import { subjectKind } from './queries-approval'
import { paper, signedPaper } from './queries-paper'
import { paperToMake } from './queries-papers'
import { toWatch } from './queries-watch'

/** Every morning: amendments that begin today hold, and those that were for a time return by themselves. A03. */
export const turnVersions = job({
  name: 'agreements.turnVersions',
  every: '5 0 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const actor = workspaceActor(workspaceId)
    for (let after: string | null = null; ; ) {
      const turned: Result<{ last: string | null }> = await perform(turn, actor, { after }, { now })
      if (!turned.ok) throw turned.refusal
      if (turned.value.last === null) return
      after = turned.value.last
    }
  },
})

/**
 * Every morning, after versions turned: agreements begin, renew, expire and are resumed; missed deadlines are kept; what is
 * owed falls due; reminders go out. A few at a time by themselves, so that it can be broken off and run again; of those that
 * fail together each is tried alone, so that one agreement does not hold back the others. A01, A04.
 */
export const keepTerms = job({
  name: 'agreements.keepTerms',
  every: '15 0 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const actor = workspaceActor(workspaceId)
    const tries = triesOf()
    const keepOf = (agreementIds: readonly string[]) =>
      tries.attempt(async () => {
        const kept = await perform(keep, actor, { agreementIds }, { now })
        if (!kept.ok) throw kept.refusal
      })
    for (let after: string | null = null; ; ) {
      const some: string[] = await ask(toWatch, actor, { after }, now)
      if (some.length === 0) break
      if (!(await keepOf(some)) && some.length > 1) for (const agreementId of some) await keepOf([agreementId])
      after = some.at(-1) ?? null
    }
    tries.end()
  },
})

/** Everybody consented to a waiver: what was owed is waived, unless it was done or changed meanwhile. */
export const finishWaivers = job({
  name: 'agreements.finishWaivers',
  event: 'approvals.finished',
  input: z.strictObject({ runId: id, subjectKind: z.string(), subjectId: id, outcome: z.string() }),
  async run({ workspaceId, now, input }) {
    if (input.subjectKind !== waiverKind || input.outcome !== 'approved') return
    const about = { occurrenceId: input.subjectId }
    const result = await perform(completeWaiver, workspaceActor(workspaceId), about, { now })
    const isExpected = (code: string) => /^(notFound|agreements\.(waiverWaits|occurrence_\w+))$/.test(code)
    if (!result.ok && !isExpected(result.refusal.code)) throw result.refusal
  },
})

/** A later version was signed: whom its changes concern is asked to read it. */
export const askConcerned = job({
  name: 'agreements.askConcerned',
  event: 'agreements.executed',
  input: z.strictObject({ agreementVersionId: id }),
  async run({ workspaceId, now, input }) {
    const asked = await perform(concerned, workspaceActor(workspaceId), { ...input, memberIds: [] }, { now })
    if (!asked.ok) throw asked.refusal
  },
})

/** Everybody has signed: the paper with its certificate is made. */
export const certifyPaper = job({
  name: 'agreements.certifyPaper',
  event: 'agreements.executed',
  input: z.strictObject({ agreementVersionId: id }),
  async run({ workspaceId, now, input: { agreementVersionId } }) {
    const actor = workspaceActor(workspaceId)
    const made = await ask(signedPaper, actor, { agreementVersionId }, now)
    if (!made) return
    const content = await renderPdf(made.paper, made.contentHash, { contract: true, drawings: made.drawings })
    const kept = await perform(keepFinal, actor, { agreementVersionId, content }, { now })
    if (!kept.ok) throw kept.refusal
  },
})

/** A version went out for signature: the paper that everybody signs is made, away from whoever waits for a page. */
export const freezePaper = job({
  name: 'agreements.freezePaper',
  event: 'agreements.sentOut',
  input: z.strictObject({ agreementVersionId: id }),
  async run({ workspaceId, now, input: { agreementVersionId } }) {
    const actor = workspaceActor(workspaceId)
    const made = await ask(paper, actor, { agreementVersionId }, now)
    if (made.isDraft) return
    const content = await renderPdf(made.paper, made.contentHash, { contract: true })
    const { contentHash } = made
    const kept = await perform(keepFrozen, actor, { agreementVersionId, contentHash, content }, { now })
    if (!kept.ok) throw kept.refusal
  },
})

/** Somebody asked for a paper to work with: its PDF and its Word file are made, a draft marked as one, and what was signed as a copy of its words. */
export const makePaper = job({
  name: 'agreements.makePaper',
  event: 'agreements.paperAsked',
  input: askedPaperRef,
  async run({ workspaceId, now, input }) {
    const actor = workspaceActor(workspaceId)
    const made = await ask(paperToMake, actor, input, now)
    if (!made) return
    const { paper, contentHash, isDraft } = made
    const mark = translatorOf(paperWords, paper.language)(isDraft ? 'draftMark' : 'copyMark')
    const pdf = isDraft ? await renderPdf(paper, contentHash, { contract: true, watermark: mark }) : null
    const word = await renderWord(paper, contentHash, { mark })
    const kept = await perform(keepPaper, actor, { ...input, pdf, word }, { now })
    if (!kept.ok) throw kept.refusal
  },
})

/** An approval came to an end: the version that it was about moves on, or back. Hearing it twice changes nothing more. */
export const settleApprovals = job({
  name: 'agreements.settleApprovals',
  event: 'approvals.finished',
  input: z.strictObject({ runId: id, subjectKind: z.string(), subjectId: id, outcome: z.string() }),
  async run({ workspaceId, now, input }) {
    if (input.subjectKind !== subjectKind) return
    const about = { agreementVersionId: input.subjectId }
    const result = await perform(settle, workspaceActor(workspaceId), about, { now })
    if (!result.ok && result.refusal.code !== 'notFound') throw result.refusal
  },
})

/** Every morning: whoever has not read in time what they were asked to read is reminded, once a week. C01. */
export const remindReaders = job({
  name: 'agreements.remindReaders',
  every: '25 7 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const reminded = await perform(remind, workspaceActor(workspaceId), {}, { now })
    if (!reminded.ok) throw reminded.refusal
  },
})

/** Every morning: experts whose answer is due soon or late are reminded, and so is whoever asked when it is late. */
export const remindAdvice = job({
  name: 'agreements.remindAdvice',
  every: '30 7 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const reminded = await perform(remindExperts, workspaceActor(workspaceId), {}, { now })
    if (!reminded.ok) throw reminded.refusal
  },
})

/** Every morning: originals that were to be back by now and are still out. */
export const remindSeals = job({
  name: 'agreements.remindSeals',
  every: '35 7 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const reminded = await perform(remindOriginals, workspaceActor(workspaceId), {}, { now })
    if (!reminded.ok) throw reminded.refusal
  },
})

/** The turn of people of the other side has come: their links are mailed. Without a mail server they are handed over. */
export const mailLinks = job({
  name: 'agreements.mailLinks',
  event: 'agreements.turnCame',
  input: z.strictObject({ signatoryIds: z.array(id).max(mostSignatories) }),
  async run({ workspaceId, now, input }) {
    if (!isMailConfigured()) return
    for (const signatoryId of input.signatoryIds) {
      const mailed = await perform(mailSigningLink, workspaceActor(workspaceId), { signatoryId }, { now })
      if (!mailed.ok && mailed.refusal.code !== 'notFound') throw mailed.refusal
    }
  },
})

/** The signed paper has its certificate: the other side is mailed where to read it. */
export const mailCopies = job({
  name: 'agreements.mailCopies',
  event: 'agreements.certified',
  input: z.strictObject({ agreementVersionId: id }),
  async run({ workspaceId, now, input }) {
    if (!isMailConfigured()) return
    const mailed = await perform(mailAll, workspaceActor(workspaceId), input, { now })
    if (!mailed.ok && mailed.refusal.code !== 'notFound') throw mailed.refusal
  },
})
