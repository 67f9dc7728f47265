import { and, eq } from 'drizzle-orm'
import { agreementPapers } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { own, ownRow } from '@/lib/kernel/own'
import type { Paper } from '@/lib/kernel/paper'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { findBytes } from '@/lib/modules/files/queries'
import { may } from './manifest'
import { askedPaperRef, signingRef, workingPaperRef } from './model-signing'
import { findVersion } from './queries-held'
import { findPaperNow } from './queries-paper'
import { isLate, isUnsent } from './rules-papers'

type Which = { versionId: string; paperHash: string; isDraft: boolean }

/** The paper to work with of just these words, made or still being made; null when nobody asked for it. */
export async function findMade({ tx, actor }: Look, { versionId, paperHash, isDraft }: Which) {
  const [row] = await tx
    .select()
    .from(agreementPapers)
    .where(
      and(
        own(agreementPapers, actor),
        eq(agreementPapers.versionId, versionId),
        eq(agreementPapers.paperHash, paperHash),
        eq(agreementPapers.isDraft, isDraft),
      ),
    )
  return row ?? null
}

/** A paper to work with by its id; whoever asks looks whether its version may be read. Refuses with `notFound`. */
export async function findAsked({ tx, actor }: Look, agreementPaperId: string) {
  const [row] = await tx
    .select()
    .from(agreementPapers)
    .where(ownRow(agreementPapers, actor, agreementPaperId))
  if (!row) throw new Refusal('notFound')
  return row
}

async function findNow(look: Look, agreementVersionId: string) {
  const found = await findVersion(look, agreementVersionId)
  const { paperHash, isDraft } = await findPaperNow(look, found)
  return { ...found, isDraft, made: await findMade(look, { versionId: agreementVersionId, paperHash, isDraft }) }
}

/** How far the paper to work with is, of the words that stand now; null for their paper. */
export const workingPaper = query({
  name: 'agreements.workingPaper',
  permission: may.see,
  input: signingRef,
  async run(look, { agreementVersionId }) {
    const { agreement, version, isDraft, made } = await findNow(look, agreementVersionId)
    if (agreement.paper === 'theirs') return null
    return {
      versionId: version.id,
      isDraft,
      /** Once it went out, everybody reads the paper that is signed. */
      hasPdf: isUnsent(version.state) && made?.pdfFileId != null,
      state: made === null ? ('none' as const) : made.wordFileId === null ? ('making' as const) : ('made' as const),
      isLate: made !== null && made.wordFileId === null && isLate(made.askedAt, look.now),
    }
  },
})
export type WorkingPaperView = Awaited<ReturnType<typeof workingPaper.run>>

/** The paper to work with as a file, for those who may read the agreement. Refuses with `notFound`, also one of other words. */
export const workingFile = query({
  name: 'agreements.workingFile',
  permission: may.see,
  input: workingPaperRef,
  async run(look, { agreementVersionId, which }) {
    const { version, made } = await findNow(look, agreementVersionId)
    const fileId = which === 'word' ? made?.wordFileId : isUnsent(version.state) ? made?.pdfFileId : null
    const file = fileId ? await findBytes(look, fileId) : null
    if (!file) throw new Refusal('notFound')
    return file
  },
})

/** What a job makes of a paper that was asked for; null when it is made already, or says something else by now. */
export const paperToMake = query({
  name: 'agreements.paperToMake',
  permission: may.keepTime,
  input: askedPaperRef,
  async run(look, { agreementPaperId }): Promise<{ paper: Paper; contentHash: string; isDraft: boolean } | null> {
    const asked = await findAsked(look, agreementPaperId)
    if (asked.wordFileId !== null) return null
    const found = await findVersion(look, asked.versionId)
    const { paper, paperHash, isDraft } = await findPaperNow(look, found)
    if (paperHash !== asked.paperHash || isDraft !== asked.isDraft) return null
    return { paper, contentHash: found.version.contentHash, isDraft }
  },
})
