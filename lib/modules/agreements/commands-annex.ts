import { agreementVersions } from '@/db/schema/agreements'
import { command } from '@/lib/kernel/command'
import { changeRow } from '@/lib/kernel/write'
import { drafts } from './commands'
import { holdDraftVersion, keepAgreement, keepHash } from './commands-upkeep'
import { versionRef } from './model'
import { findTermsToAgree } from './queries-variables'
import { no } from './rules'
import { mustBeOurs } from './rules-drafting'

const annexes = { ...drafts, refreshes: [...drafts.refreshes, '/agreements/[agreementId]/text'], input: versionRef }

/**
 * Takes the trade terms into the annex of a draft, in both languages, as they were negotiated or hold on its first day: from
 * then on they are part of what is signed, whatever becomes of the sheet. Refuses where no terms are known.
 */
export const takeTerms = command({
  name: 'agreements.takeTerms',
  ...annexes,
  async run(work, { agreementVersionId }) {
    const { agreement, version } = await holdDraftVersion(work, agreementVersionId)
    mustBeOurs(agreement.paper)
    const found = await findTermsToAgree(work, agreement, version)
    if (found.terms.length === 0) throw no('noTermsKnown')
    await keepHash(work, await changeRow(work, agreementVersions, { id: agreementVersionId }, found))
    await keepAgreement(work, agreement.id)
    return { agreementId: agreement.id, terms: found.terms.length }
  },
})

/** Takes the annex of trade terms off a draft. */
export const dropTerms = command({
  name: 'agreements.dropTerms',
  ...annexes,
  async run(work, { agreementVersionId }) {
    const { agreement } = await holdDraftVersion(work, agreementVersionId)
    const none = { terms: [], termVersionId: null }
    await keepHash(work, await changeRow(work, agreementVersions, { id: agreementVersionId }, none))
    await keepAgreement(work, agreement.id)
    return { agreementId: agreement.id }
  },
})
