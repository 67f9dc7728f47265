import { agreementClauses, agreements, agreementVersions } from '@/db/schema/agreements'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { changeRow, insertRow, insertRows } from '@/lib/kernel/write'
import { accountOf } from '@/lib/modules/interactions/queries-held'
import { drafts } from './commands'
import { contentHashOf, holdAgreement, holdDraftVersion, keepHash } from './commands-upkeep'
import { amendmentMessages } from './messages-amendments'
import { amendInput, editAmendmentInput, giveUpAmendmentInput } from './model-amendments'
import { findClauses } from './queries-clauses'
import { type FoundVersion, findVersions } from './queries-compare'
import { type FoundAgreement, findShown } from './queries-held'
import { findRecorded } from './queries-timeline'
import { baseOf, mustBeAmendable, mustBeAmendment, mustFitAmendment, noAmendment, startsOnOf } from './rules-amendments'
import { factsOf } from './rules-facts'
import { versionStep } from './rules-states'

export const amends = {
  ...drafts,
  messages: amendmentMessages,
  refreshes: [...drafts.refreshes, '/agreements/[agreementId]/changes'],
}

/**
 * Begins an amendment of what was signed: the version that holds on its first day is copied, clause by clause, and stays in
 * force until the amendment is signed. Refuses while another one is drafted, and a day that is over without saying why. A03.
 */
export const amend = command({
  name: 'agreements.amend',
  ...amends,
  input: amendInput,
  async run(work, { agreementId, ...frame }) {
    const { agreement } = await holdAgreement(work, agreementId)
    mustBeAmendable(agreement.state)
    const versions = await findVersions(work, agreementId)
    if (versions.some(({ state }) => state !== 'executed' && state !== 'void')) throw noAmendment('alreadyOpen')
    mustFitAmendment(frame, { today: todayOf(work), beginsOn: versions[0]?.startsOn ?? null })
    await mustBeOfAccount(work, frame.interactionId, agreement.accountId)
    const base = await findBase(work, agreement, versions, frame)
    const clauses = await findClauses(work, base.id)
    const said = { ...factsOf(base), startsOn: startsOnOf(frame, base, base) }
    const part = { agreementId, accountId: agreement.accountId }
    const version = await insertRow(work, agreementVersions, {
      ...part,
      number: (versions.at(-1)?.number ?? 0) + 1,
      ...said,
      ...frame,
      termVersionId: base.termVersionId,
      terms: base.terms,
      paperFileId: base.paperFileId,
      contentHash: contentHashOf({ ...said, ...frame, terms: base.terms }, clauses),
      draftedBy: work.actor.id,
    })
    await insertRows(
      work,
      agreementClauses,
      clauses.map(({ key, position, heading, body, libraryCode, libraryEdition, aspect, tags, ...rest }) => ({
        ...part,
        versionId: version.id,
        ...{ key, position, heading, body, libraryCode, libraryEdition, aspect, tags },
        deviation: rest.deviation,
        deviationReason: rest.deviationReason,
        issueKey: rest.issueKey,
        termCode: rest.termCode,
        value: rest.value,
      })),
    )
    await changeRow(work, agreements, { id: agreementId }, { changedAt: work.now })
    return { agreementId, agreementVersionId: version.id }
  },
})

/** Changes from when an amendment holds, why, and where the other side was consulted. */
export const editAmendment = command({
  name: 'agreements.editAmendment',
  ...amends,
  input: editAmendmentInput,
  async run(work, { agreementVersionId, version, ...frame }) {
    const { agreement, version: held } = await holdDraftVersion(work, agreementVersionId)
    mustBeAmendment(held.kind)
    const versions = await findVersions(work, agreement.id)
    mustFitAmendment(frame, { today: todayOf(work), beginsOn: versions[0]?.startsOn ?? null })
    await mustBeOfAccount(work, frame.interactionId, agreement.accountId)
    const startsOn = startsOnOf(frame, held, await findBase(work, agreement, versions, frame))
    const row = await changeRow(work, agreementVersions, { id: held.id, version }, { ...frame, startsOn })
    await keepHash(work, row)
    return { agreementId: agreement.id, version: row.version }
  },
})

/** The version that one with these days changes; where none was recorded, the one that the agreement shows. */
async function findBase(
  work: Work,
  agreement: FoundAgreement['agreement'],
  versions: readonly FoundVersion[],
  frame: Parameters<typeof baseOf>[0],
): Promise<typeof agreementVersions.$inferSelect> {
  const base = baseOf(frame, await findRecorded(work, agreement.id))
  return versions.find(({ id }) => id === base?.id) ?? findShown(work, agreement)
}

/** Gives an amendment up before it is signed; what it would have said is kept. */
export const giveUpAmendment = command({
  name: 'agreements.giveUpAmendment',
  ...amends,
  input: giveUpAmendmentInput,
  async run(work, { agreementVersionId, reason }) {
    const { agreement, version } = await holdDraftVersion(work, agreementVersionId)
    mustBeAmendment(version.kind)
    const step = versionStep('draft', 'void', new Set(['reasonGiven']))
    if (step.ok) await changeRow(work, agreementVersions, { id: version.id }, { state: step.to, reason })
    await changeRow(work, agreements, { id: agreement.id }, { changedAt: work.now })
    return { agreementId: agreement.id }
  },
})

/** The other side was consulted in a contact with this very account. */
export async function mustBeOfAccount(work: Work, interactionId: string | null, accountId: string): Promise<void> {
  if (interactionId === null) return
  if ((await accountOf(work, interactionId)) !== accountId)
    throw noAmendment('otherContact', {}, { interactionId: { code: 'otherContact' } })
}
