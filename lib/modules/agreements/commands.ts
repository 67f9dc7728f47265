import { agreements, agreementVersions } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { nextNumber } from '@/lib/kernel/serial-number'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { findAccount } from '@/lib/modules/accounts/queries'
import { findNegotiation } from '@/lib/modules/negotiations/queries-held'
import {
  codeOf,
  contentHashOf,
  headOf,
  holdDraft,
  holdDraftVersion,
  keepFindable,
  keepForm,
  keepHash,
} from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { draftInput, editInput, setFactsInput } from './model'
import { findLatest } from './queries-held'
import { no } from './rules'
import { mustFit } from './rules-facts'
import { mustBeAnother, mustMayDraft } from './rules-rights'

export const drafts = {
  permission: may.draft,
  messages,
  refreshes: ['/agreements', '/agreements/[agreementId]', '/accounts/[accountId]'],
}

/**
 * Begins an agreement with the first version of what it says. Its number is the next of the year. Refuses accounts that the
 * actor does not edit, and dates and periods that do not fit together.
 */
export const draft = command({
  name: 'agreements.draft',
  ...drafts,
  input: draftInput,
  async run(work, { accountId, direction, paper, negotiationId, scopeName, ...said }) {
    const { kind, title, language, confidential, backupId, ...facts } = said
    const { actor, now } = work
    const account = await findAccount(work, accountId)
    mustMayDraft(actor, account)
    mustFit(facts)
    mustBeAnother(backupId, actor.id)
    if (negotiationId) await mustBeOfAccount(work, negotiationId, accountId)
    const today = dayOf(now, actor.timeZone)
    const row = await insertRow(work, agreements, {
      accountId,
      code: codeOf(today, await nextNumber(work, 'agreement', Number(today.slice(0, 4)))),
      ...{ direction, paper, negotiationId, kind, title, language, confidential, backupId },
      scopeName: scopeName ?? '',
      ownerId: actor.id,
      ...headOf(facts, today),
      changedAt: now,
    })
    const version = await insertRow(work, agreementVersions, {
      agreementId: row.id,
      accountId,
      number: 1,
      negotiationId,
      validFrom: facts.startsOn ?? today,
      ...facts,
      contentHash: contentHashOf(facts, []),
      draftedBy: actor.id,
    })
    await keepForm(work, { id: row.id, kind, state: row.state }, version)
    await keepFindable(work, row, account)
    return { agreementId: row.id }
  },
})

async function mustBeOfAccount(work: Work, negotiationId: string, accountId: string): Promise<void> {
  const { negotiation } = await findNegotiation(work, negotiationId)
  if (negotiation.accountId !== accountId) throw no('otherAccount')
}

/** Changes what an agreement is about, while it is drafted. */
export const edit = command({
  name: 'agreements.edit',
  ...drafts,
  input: editInput,
  async run(work, { agreementId, version, scopeName, ...about }) {
    const { agreement, account } = await holdDraft(work, agreementId)
    mustBeAnother(about.backupId, agreement.ownerId)
    const patch = { ...about, scopeName: scopeName ?? '', changedAt: work.now }
    const row = await changeRow(work, agreements, { id: agreementId, version }, patch)
    await keepForm(work, { ...agreement, kind: about.kind }, await findLatest(work, agreementId))
    await keepFindable(work, row, account)
    return { agreementId, version: row.version }
  },
})

/** Sets parties, value, term and notice of the draft. Refuses dates and periods that do not fit together. */
export const setFacts = command({
  name: 'agreements.setFacts',
  ...drafts,
  input: setFactsInput,
  async run(work, { agreementVersionId: versionId, version, ...facts }) {
    const { actor, now } = work
    const { agreement } = await holdDraftVersion(work, versionId)
    mustFit(facts)
    const today = dayOf(now, actor.timeZone)
    const isFirst = agreement.state === 'draft'
    const patch = isFirst ? { ...facts, validFrom: facts.startsOn ?? today } : facts
    const row = await changeRow(work, agreementVersions, { id: versionId, version }, patch)
    await keepHash(work, row)
    if (isFirst) await changeRow(work, agreements, { id: agreement.id }, headOf(row, today))
    await keepForm(work, agreement, row)
    return { agreementId: agreement.id, version: row.version }
  },
})
