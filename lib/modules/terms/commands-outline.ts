import { eq } from 'drizzle-orm'
import { termOutlines, termTimeline, termVersions } from '@/db/schema/terms'
import { timelineOf } from '@/lib/kernel/as-of'
import { command, type Work } from '@/lib/kernel/command'
import { type Day, dayOf, formatDay } from '@/lib/kernel/day'
import { Refusal } from '@/lib/kernel/refusal'
import { eachLocale } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { clearLedger, keepLedger } from '@/lib/kernel/write-each'
import { fileAnswer, issueLink } from '@/lib/modules/links/commands'
import type { IssuedLink } from '@/lib/modules/links/model'
import { notify } from '@/lib/modules/notifications/commands'
import { drafts } from './commands'
import { holdVersion } from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { fileInput, issueInput, versionRef } from './model'
import { asRecorded, type FoundVersion, findOutlines, findVersion, findVersionsOf } from './queries-held'
import { findOutline } from './queries-outline'
import { findState, subjectKind, type VersionStanding } from './queries-state'
import { mustBePrinted, mustShow } from './rules'
import { no } from './rules-values'

/** Whoever may still be asked to confirm: a version that is approved as it stands. */
function mustBeApproved({ state }: VersionStanding): void {
  if (state === 'draft' || state === 'proposed') throw no('notApproved')
  if (state !== 'internallyApproved') throw no(`at_${state}`)
}

/** Sends the outline of an approved version as a signed link; its address is shown once. */
export const issueOutline = command({
  name: 'terms.issueOutline',
  ...drafts,
  input: issueInput,
  async run(work, { versionId, language, ...issuing }): Promise<Partial<IssuedLink>> {
    const found = await holdVersion(work, versionId)
    mustBeApproved(await findState(work, found.version))
    const { paper } = await keepOutline(work, found, language)
    return work.call(issueLink, {
      purpose: 'terms',
      subjectKind,
      subjectId: versionId,
      accountId: found.account.id,
      paper,
      questions: [],
      href: `/accounts/${found.account.id}/terms/${versionId}`,
      ...issuing,
    })
  },
})

async function keepOutline(
  work: Work,
  { version, account }: FoundVersion,
  language: 'zh-TW' | 'en',
  printedOn?: Day | null,
) {
  const { paper, paperHash } = await findOutline(work, version.id, language, printedOn)
  await insertRow(work, termOutlines, {
    versionId: version.id,
    accountId: account.id,
    language,
    contentHash: version.contentHash,
    paperHash,
    issuedBy: work.actor.id,
  })
  return { paper, paperHash }
}

/** The hash of an outline that was sent. Refuses one of another version, or of an earlier content. */
async function hashOfSent(work: Work, { version }: FoundVersion, outlineId: string): Promise<string> {
  const outline = (await findOutlines(work, [version.id])).find(({ id }) => id === outlineId)
  if (!outline) throw new Refusal('notFound')
  mustShow(outline, version)
  return outline.paperHash
}

/**
 * Files what the client answered by LINE, mail or on paper: equal in rank to a signed link, and bound to the very paper
 * that the client had: the one that was sent, or one that was printed in this language on this day.
 */
export const fileConfirmation = command({
  name: 'terms.fileConfirmation',
  ...drafts,
  input: fileInput,
  async run(work, { versionId, outlineId, language, printedOn, ...answer }): Promise<unknown> {
    const found = await holdVersion(work, versionId)
    mustBeApproved(await findState(work, found.version))
    mustBePrinted(printedOn, dayOf(work.now, work.actor.timeZone))
    const contentHash = outlineId
      ? await hashOfSent(work, found, outlineId)
      : (await keepOutline(work, found, language, printedOn)).paperHash
    await work.call(fileAnswer, {
      subjectKind,
      subjectId: versionId,
      accountId: found.account.id,
      purpose: 'terms',
      contentHash,
      ...answer,
    })
    return recordIfConfirmed(work, versionId)
  },
})

/** After the client answered: a confirmed version is recorded and takes its place in the timeline; its owner is told. */
export const hearAnswer = command({
  name: 'terms.hearAnswer',
  permission: may.record,
  input: versionRef,
  messages,
  run: (work, { versionId }) => recordIfConfirmed(work, versionId),
})

async function recordIfConfirmed(work: Work, versionId: string) {
  const found = await findVersion(work, versionId)
  const { version, account } = found
  const { state, answer } = await findState(work, version)
  const done = (recorded: boolean) => ({ versionId, accountId: account.id, recorded })
  if (!answer || version.recordedAt !== null) return done(version.recordedAt !== null)
  const confirmed = answer.outcome === 'confirmed' && answer.sameContent && state === 'internallyApproved'
  if (!confirmed) return done(false)
  await changeRow(
    work,
    termVersions,
    { id: versionId },
    { recordedAt: work.now, recordedBy: work.actor.id, answerId: answer.id },
  )
  await keepTimeline(work, version.sheetId)
  await tellOwner(work, found)
  return done(true)
}

/** Writes the timeline of a sheet anew from everything that is recorded, in the transaction that records it. */
async function keepTimeline(work: Work, sheetId: string) {
  const versions = await findVersionsOf(work, [sheetId])
  const stretches = timelineOf(versions.flatMap((row) => asRecorded(row, work.actor.timeZone)))
  await clearLedger(work, termTimeline, eq(termTimeline.sheetId, sheetId))
  await keepLedger(
    work,
    termTimeline,
    stretches.map((stretch) => ({ ...stretch, sheetId })),
  )
}

async function tellOwner(work: Work, { version, account }: FoundVersion) {
  const text = eachLocale((locale) =>
    translatorOf(messages, locale)('comesIntoForce', {
      account: locale === 'en' ? (account.englishName ?? account.name) : account.name,
      from: formatDay(version.validFrom, locale),
    }),
  )
  await work.call(notify, {
    memberIds: [...new Set([account.ownerId, version.draftedBy])],
    kind: 'terms.recorded',
    text,
    href: `/accounts/${account.id}/terms/${version.id}`,
    urgent: false,
    subjectKind,
    subjectId: version.id,
    key: `terms.recorded:${version.id}`,
  })
}
