import { negotiationIssues, negotiationOffers, negotiations } from '@/db/schema/negotiations'
import { command, type Work } from '@/lib/kernel/command'
import { eachLocale } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { submitForApproval, withdrawApproval } from '@/lib/modules/approvals/commands'
import { packageContent } from '@/lib/modules/pricing/queries-package'
import { draftAgreed } from '@/lib/modules/terms/commands-agreed'
import { negotiates } from './commands'
import { move } from './commands-states'
import { holdNegotiation, holdSecretly } from './commands-upkeep'
import { outcomeMessages } from './messages-outcome'
import { negotiationRef } from './model'
import { documentInput, reopenInput, submitPackageInput } from './model-outcome'
import type { FoundNegotiation } from './queries-held'
import { findAccepted, findNeedIds, findPackage } from './queries-outcome'
import { findPolicyCheck } from './queries-policy'
import { findIssues } from './queries-table'
import { no } from './rules'
import { agreedValues, destiniesOf, mustBeAgreed } from './rules-outcome'

const settles = { ...negotiates, messages: outcomeMessages }
const subjectKind = 'negotiationPackage' as const

/**
 * Puts the agreed package before those whom the pricing policy asks (P02); approved at once when it asks nobody. For the
 * mandate group; only they and those who are asked read it.
 */
export const submitPackage = command({
  name: 'negotiations.submitPackage',
  ...settles,
  input: submitPackageInput,
  hides: ['reason'],
  async run(work, { negotiationId, reason }) {
    const found = await holdSecretly(work, negotiationId)
    const { negotiation, account } = found
    if (negotiation.state !== 'agreedInPrinciple') throw no(`at_${negotiation.state}`)
    const { points, fits: _, ...content } = await findPackage(work, negotiation)
    mustBeAgreed(points)
    const priced = packageContent(
      await findPolicyCheck(work, negotiation, agreedValues(await findIssues(work, negotiationId))),
    )
    const { state } = await work.call(submitForApproval, {
      subjectKind,
      subjectId: negotiationId,
      accountId: account.id,
      title: eachLocale((locale) => {
        const name = locale === 'en' ? (account.englishName ?? account.name) : account.name
        return translatorOf(outcomeMessages, locale)('packageTitle', { account: name, title: negotiation.title })
      }),
      href: `/negotiations/${negotiationId}/outcome`,
      reason,
      ...content,
      facts: { ...content.facts, ...priced.facts },
      lines: [...content.lines, ...priced.lines],
      totals: { ...content.totals, marginPct: priced.marginPct },
      secret: true,
    })
    if (state === 'approved') await move(work, found, 'approve')
    return { negotiationId, state }
  },
})

/** Everybody consented to the package: it may be documented. Refused while the consent to this agreement is missing. */
export const approvePackage = command({
  name: 'negotiations.approvePackage',
  ...settles,
  input: negotiationRef,
  run: async (work, { negotiationId }) => move(work, await holdNegotiation(work, negotiationId), 'approve'),
})

/**
 * Opens an agreement in principle again, with a reason: it can only become better. The accepted offer goes back on the table
 * and can be accepted again; consent that was asked for is taken back.
 */
export const reopen = command({
  name: 'negotiations.reopen',
  ...settles,
  input: reopenInput,
  async run(work, { negotiationId, reason }) {
    const found = await holdNegotiation(work, negotiationId)
    const { agreedOfferId } = found.negotiation
    const patch = { stateReason: reason, agreedOfferId: null, agreedAt: null }
    const moved = await move(work, found, 'reopen', { given: ['reasonGiven'], patch })
    await work.call(withdrawApproval, { subjectKind, subjectId: negotiationId })
    await putBack(work, negotiationId, agreedOfferId)
    return moved
  },
})

async function putBack(work: Work, negotiationId: string, offerId: string | null) {
  const issues = await findIssues(work, negotiationId)
  await changeEach(
    work,
    negotiationIssues,
    issues.filter(({ agreedValue }) => agreedValue !== null).map(({ id }) => ({ id, agreedValue: null })),
  )
  const accepted = await findAccepted(work, offerId)
  if (accepted)
    await changeRow(
      work,
      negotiationOffers,
      { id: accepted.id },
      { state: accepted.side === 'us' ? 'sent' : 'received' },
    )
}

/**
 * Writes an approved package into the terms in one step: the next version of the account's sheet is drafted with every agreed
 * point that is a term, its reason and what was traded for it as its condition, resting on the needs of the negotiation. Refuses
 * while an agreed point is neither a term nor said to become a clause or to be dropped.
 */
export const document = command({
  name: 'negotiations.document',
  ...settles,
  input: documentInput,
  async run(work, { negotiationId, validFrom, factors, points: destined }) {
    const found = await holdNegotiation(work, negotiationId)
    const { negotiation } = found
    if (negotiation.state !== 'approved') throw no(`at_${negotiation.state}`)
    const { points, fits } = await findPackage(work, negotiation)
    const destinies = destiniesOf(points, fits, destined)
    const versionId = await drafted(work, found, { validFrom, factors, points, fits })
    await changeEach(work, negotiationIssues, destinies)
    await changeRow(work, negotiations, { id: negotiationId }, { documentedVersionId: versionId })
    const moved = await move(work, found, 'document')
    return { ...moved, versionId, accountId: negotiation.accountId }
  },
})

type Drafted = {
  validFrom: string
  factors: readonly string[]
  points: Awaited<ReturnType<typeof findPackage>>['points']
  fits: readonly string[]
}

async function drafted(work: Work, { negotiation }: FoundNegotiation, { validFrom, factors, points, fits }: Drafted) {
  const { id, accountId, direction, title, agreedOfferId } = negotiation
  const [accepted, needIds] = [await findAccepted(work, agreedOfferId), await findNeedIds(work, id)]
  const t = translatorOf(outcomeMessages, work.actor.locale)
  const { versionId } = await work.call(draftAgreed, {
    accountId,
    direction,
    validFrom,
    note: t('versionNote', { title }),
    factors,
    needIds,
    terms: points.flatMap(({ termCode, said, condition }) =>
      termCode !== null && fits.includes(termCode)
        ? [
            {
              code: termCode,
              said,
              reason: t('departureReason', { title, number: accepted?.number ?? '' }),
              condition: condition?.[work.actor.locale] ?? null,
            },
          ]
        : [],
    ),
  })
  return versionId
}
