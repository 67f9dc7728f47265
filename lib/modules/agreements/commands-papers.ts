import { agreementPapers } from '@/db/schema/agreements'
import { command } from '@/lib/kernel/command'
import { mustBeJob } from '@/lib/kernel/job'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { keepReport } from '@/lib/modules/files/commands'
import { lockVersion } from './commands-signing-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { paperWords } from './messages-paper'
import { keepPaperInput, signingRef } from './model-signing'
import { findPaperNow } from './queries-paper'
import { findAsked, findMade } from './queries-papers'
import { mustBeOurs } from './rules-drafting'

/**
 * Asks for a version's paper to work with, as PDF and for Word: a job makes it. What was made of the same words is not made
 * again; asking anew wakes a job that was lost. Refuses their paper, which is the file that it is.
 */
export const askPaper = command({
  name: 'agreements.askPaper',
  permission: may.see,
  messages,
  input: signingRef,
  refreshes: ['/agreements/[agreementId]/text'],
  async run(work, { agreementVersionId: versionId }) {
    const { agreement, version } = await lockVersion(work, versionId)
    const { id: agreementId, accountId } = agreement
    mustBeOurs(agreement.paper)
    const { paperHash, isDraft } = await findPaperNow(work, { agreement, version })
    const asked = { askedBy: work.actor.id, askedAt: work.now }
    const known = await findMade(work, { versionId, paperHash, isDraft })
    if (known?.wordFileId) return { agreementId }
    const { id: agreementPaperId } = known
      ? await changeRow(work, agreementPapers, { id: known.id }, asked)
      : await insertRow(work, agreementPapers, { agreementId, accountId, versionId, paperHash, isDraft, ...asked })
    await work.emit('agreements.paperAsked', { agreementPaperId })
    return { agreementId }
  },
})

/** Keeps a paper to work with: by a job alone, once. */
export const keepPaper = command({
  name: 'agreements.keepPaper',
  permission: may.keepTime,
  messages,
  input: keepPaperInput,
  hides: ['pdf', 'word'],
  async run(work, { agreementPaperId, pdf, word }) {
    mustBeJob(work.actor)
    const { agreement, version } = await lockVersion(work, (await findAsked(work, agreementPaperId)).versionId)
    const asked = await lockRow(work, agreementPapers, agreementPaperId)
    if (asked.wordFileId !== null) return { kept: false }
    const t = translatorOf(paperWords, agreement.language)
    const mark = t(asked.isDraft ? 'draftName' : 'copyName')
    const name = `${agreement.code} ${agreement.title} v${version.number} ${mark}`
    const keep = async (content: Uint8Array<ArrayBuffer>, extension: string) =>
      (await work.call(keepReport, { name: `${name}.${extension}`, content, madeFor: asked.askedBy })).fileId
    const wordFileId = await keep(word, 'docx')
    const pdfFileId = pdf && (await keep(pdf, 'pdf'))
    await changeRow(work, agreementPapers, { id: agreementPaperId }, { pdfFileId, wordFileId })
    return { kept: true }
  },
})
