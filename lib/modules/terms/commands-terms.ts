import { termDepartures } from '@/db/schema/terms'
import { command } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { attach } from '@/lib/modules/files/commands'
import { drafts } from './commands'
import { keepNeeds, leaveNeeds } from './commands-needs'
import { holdOpenVersion, keepVersion, mustBeOf } from './commands-upkeep'
import { setTermInput, termRef } from './model'
import { typeOf } from './model-catalogue'
import { findDepartures, findStandard } from './queries-held'
import { aspectOf } from './rules-approval'
import { isSameValue, keyOfValue } from './rules-difference'
import { no, valueFrom } from './rules-values'

/**
 * Says what a client has instead of the standard, and what that rests on. What equals the standard is refused: only
 * departures are kept. Factor, reason and condition may follow later; submitting demands them.
 */
export const setTerm = command({
  name: 'terms.setTerm',
  ...drafts,
  input: setTermInput,
  async run(work, { versionId, code, version, value: typed, needIds, ...grounds }) {
    const { version: sheetVersion, sheet, account } = await holdOpenVersion(work, versionId)
    const type = typeOf(code)
    if (!type) throw new Refusal('notFound')
    const value = valueFrom(type, typed)
    const standard = await findStandard(work, sheet.direction, account.segment, sheetVersion.validFrom)
    if (isSameValue(value, standard?.content[code])) throw no('sameAsStandard')
    const said = {
      ...grounds,
      ...(type.fee ? {} : noFee),
      condition: grounds.unconditional ? null : grounds.condition,
      value,
      valueKey: keyOfValue(value),
    }
    const before = (await findDepartures(work, [versionId])).find((each) => each.code === code)
    const { evidenceId } = grounds
    if (evidenceId && evidenceId !== before?.evidenceId)
      await work.call(attach, { kind: 'account', subjectId: account.id, accountId: account.id, fileIds: [evidenceId] })
    const { id: departureId } = before
      ? await changeRow(work, termDepartures, { id: before.id, version }, said)
      : await insertRow(work, termDepartures, { ...said, versionId, code, accountId: account.id })
    await keepNeeds(work, { accountId: account.id, departureId, needIds })
    return keepVersion(work, versionId, [aspectOf(code)])
  },
})

const noFee = {
  feeItem: null,
  feePurpose: null,
  feeAmountBasis: null,
  feeReference: null,
  feeEvent: null,
  feeBenefit: null,
}

/** Lets a client have the standard again in this term. */
export const removeTerm = command({
  name: 'terms.removeTerm',
  ...drafts,
  input: termRef,
  async run(work, { versionId, code }) {
    const { account } = await holdOpenVersion(work, versionId)
    const rows = await findDepartures(work, [versionId])
    if (!rows.some((each) => each.code === code)) throw no('notDeparting')
    const { id } = mustBeOf(rows, code)
    await changeRow(work, termDepartures, { id }, { archivedAt: work.now })
    await leaveNeeds(work, account.id, [id])
    return keepVersion(work, versionId, [aspectOf(code)])
  },
})
