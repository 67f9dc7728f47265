import type { Look } from '@/lib/kernel/command'
import { optionalId } from '@/lib/kernel/input'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { mayWorkWith } from '@/lib/kernel/rights'
import { findFileNames } from '@/lib/modules/files/queries'
import { may } from './manifest'
import { agreementRef, versionRef } from './model'
import { asShown } from './queries'
import { findClauses } from './queries-clauses'
import { type FoundAgreement, findAgreement, findShown, findVersion } from './queries-held'
import { findNegotiated } from './queries-mismatches'
import { isOver } from './rules-rights'

/** Whether the actor may write on this version: it is a draft of an agreement that has not ended, with an account that they edit. */
export const mayDraftVersion = (
  { actor }: Look,
  { agreement, account }: FoundAgreement,
  { state }: { state: string },
): boolean =>
  isGranted(may.draft, actor) && mayWorkWith(actor, account) && state === 'draft' && !isOver(agreement.state)

/** The text of one version; of the one that the agreement shows when none is named. */
export const text = query({
  name: 'agreements.text',
  permission: may.see,
  input: agreementRef.extend({ agreementVersionId: optionalId }),
  async run(look, { agreementId, agreementVersionId }) {
    const found = await findAgreement(look, agreementId)
    const version = agreementVersionId
      ? (await findVersion(look, agreementVersionId)).version
      : await findShown(look, found.agreement)
    if (version.agreementId !== agreementId) throw new Refusal('notFound')
    return {
      agreementId,
      versionId: version.id,
      number: version.number,
      kind: version.kind,
      paper: found.agreement.paper,
      paperFileId: version.paperFileId,
      clauses: (await findClauses(look, version.id)).map(asShown),
      mayDraft: mayDraftVersion(look, found, version),
    }
  },
})
export type TextView = Awaited<ReturnType<typeof text.run>>

/** Their paper as it is kept: the file, its key terms, and the points of the talks that they can write down. */
export const theirPaper = query({
  name: 'agreements.theirPaper',
  permission: may.see,
  input: versionRef,
  async run(look, { agreementVersionId }) {
    const found = await findVersion(look, agreementVersionId)
    const { agreement, version } = found
    if (agreement.paper !== 'theirs') throw new Refusal('notFound')
    const fileIds = version.paperFileId ? [version.paperFileId] : []
    const [clauses, files, points] = await Promise.all([
      findClauses(look, version.id),
      findFileNames(look, fileIds),
      findNegotiated(look, { ...agreement, negotiationId: version.negotiationId }),
    ])
    return {
      agreementId: agreement.id,
      versionId: version.id,
      file: [...files].map(([id, name]) => ({ id, name }))[0] ?? null,
      terms: clauses.map(({ heading, aspect, value, body, deviation, deviationReason, issueKey }) => ({
        ...{ heading, aspect, deviation },
        value: value ?? '',
        body: body === value ? '' : body,
        deviationReason: deviationReason ?? '',
        issueKey: issueKey ?? '',
      })),
      points,
      mayDraft: mayDraftVersion(look, found, version),
    }
  },
})
export type TheirPaperView = Awaited<ReturnType<typeof theirPaper.run>>
