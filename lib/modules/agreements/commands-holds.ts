import { agreements } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { lifecyclePages } from './commands-decisions'
import { may } from './manifest'
import { lifecycleMessages } from './messages-lifecycle'
import { agreementRef } from './model'
import { holdInput } from './model-lifecycle'
import { findAgreement } from './queries-held'
import { mustMayHold, noStep } from './rules-lifecycle'

const holds = { permission: may.hold, messages: lifecycleMessages, refreshes: lifecyclePages }

async function hold(work: Work, agreementId: string) {
  await findAgreement(work, agreementId)
  mustMayHold(work.actor)
  return lockRow(work, agreements, agreementId)
}

/** Keeps everything of an agreement beyond its time, with the reason: by management and legal colleagues. */
export const putOnHold = command({
  name: 'agreements.putOnHold',
  ...holds,
  input: holdInput,
  async run(work, { agreementId, reason }) {
    if ((await hold(work, agreementId)).legalHold) throw noStep('holdAlready')
    await changeRow(work, agreements, { id: agreementId }, { legalHold: true, legalHoldReason: reason })
    return { agreementId }
  },
})

/** Lifts the legal hold; the time it is kept runs on as before. */
export const releaseHold = command({
  name: 'agreements.releaseHold',
  ...holds,
  input: agreementRef,
  async run(work, { agreementId }) {
    if (!(await hold(work, agreementId)).legalHold) throw noStep('noHold')
    await changeRow(work, agreements, { id: agreementId }, { legalHold: false, legalHoldReason: null })
    return { agreementId }
  },
})
