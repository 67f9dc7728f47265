import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { draft } from '@/lib/modules/agreements/commands'
import { giveNotice } from '@/lib/modules/agreements/commands-lifecycle'
import { addObligation } from '@/lib/modules/agreements/commands-obligations'
import { submitOccurrence } from '@/lib/modules/agreements/commands-occurrences'
import { exitItems } from '@/lib/modules/agreements/model-lifecycle'
import { ofAgreement } from '@/lib/modules/agreements/queries-obligations'
import { aFile } from '@/tests/modules/agreements/obligations-scene'
import { annual } from '@/tests/modules/agreements/scene'
import { done } from '@/tests/modules/terms/scene'
import { owner } from '@/tests/people'

type People = { actor: Actor; colleague: Actor; accountId: string }

/** Agreements in force, suspended and under notice, with a right input for each command about their end. */
async function fullEnding({ actor, accountId }: Omit<People, 'colleague'>) {
  const inForce = async (title: string) => {
    const about = { accountId, ...annual, title, startsOn: '2026-01-01', months: '36' }
    const { agreementId } = await done(draft, actor, about)
    await owner()`update agreements set state = 'active' where id = ${agreementId}`
    return agreementId
  }
  const agreementId = await inForce('生效中')
  const [successorId, suspended, leaving] = [await inForce('新約'), await inForce('暫停中'), await inForce('終止中')]
  await owner()`update agreements set state = 'suspended', suspended_since = '2026-11-01', legal_hold = true
    where id = ${suspended}`
  const { agreementId: drafted } = await done(draft, actor, { accountId, ...annual, title: '不簽了' })
  const notice = { reason: '違約', lastDay: '2026-06-30', givenOn: '2026-06-01', fileId: await aFile(actor) }
  await done(giveNotice, actor, { agreementId: leaving, ...notice })
  return {
    successorId,
    input: {
      'agreements.decideRenewal': { agreementId, decision: 'renegotiate', reason: '成本上升' },
      'agreements.cancel': { agreementId: drafted, reason: '改用標準訂單' },
      'agreements.suspend': { agreementId, reason: '停工', until: '2098-12-31' },
      'agreements.resume': { agreementId: suspended },
      'agreements.giveNotice': { agreementId, ...notice, fileId: await aFile(actor) },
      'agreements.terminate': { agreementId: leaving, exitItems },
      'agreements.supersede': { agreementId },
      'agreements.putOnHold': { agreementId, reason: '訴訟中' },
      'agreements.releaseHold': { agreementId: suspended },
    },
  }
}

/** A signed agreement under which a report is owed, and a right input for each command about what is owed. */
export async function fullObligations({ actor, colleague, accountId }: People) {
  const { agreementId } = await done(draft, actor, { accountId, ...annual, startsOn: '2026-01-01', months: '36' })
  await owner()`update agreements set state = 'active' where id = ${agreementId}`
  const owed = {
    party: 'them',
    kind: 'report',
    text: '月報',
    ownerId: colleague.id,
    schedule: 'recurring',
    everyMonths: '1',
    firstDueOn: '2026-01-31',
  }
  const { obligationId } = await done(addObligation, actor, { agreementId, ...owed })
  const event = { ...owed, schedule: 'event', everyMonths: '', firstDueOn: '' }
  const { obligationId: eventId } = await done(addObligation, actor, { agreementId, ...event })
  const later = { ...owed, firstDueOn: '2028-06-30' }
  const { obligationId: laterId } = await done(addObligation, actor, { agreementId, ...later })
  const { obligations } = await ask(ofAgreement, actor, { agreementId })
  const days = obligations[0]?.occurrences ?? []
  const [first, second, last] = [days[0], days[1], days.at(-1)]
  const submittedId = second?.id ?? ''
  await done(submitOccurrence, colleague, { occurrenceId: submittedId })
  const reason = { reason: '本月無資料' }
  const ending = await fullEnding({ actor, accountId })
  return {
    ids: { obligationId, occurrenceId: first?.id ?? '', successorId: ending.successorId },
    input: {
      ...ending.input,
      'agreements.renewFeed': {},
      'agreements.stopFeed': {},
      'agreements.addObligation': { ...owed, agreementId },
      'agreements.editObligation': { ...later, obligationId: laterId },
      'agreements.removeObligation': { obligationId: laterId },
      'agreements.recordEvent': { obligationId: eventId, happenedOn: '2026-03-02' },
      'agreements.submitOccurrence': {},
      'agreements.acceptOccurrence': { occurrenceId: submittedId },
      'agreements.rejectOccurrence': { occurrenceId: submittedId, ...reason },
      'agreements.cancelOccurrence': { occurrenceId: last?.id ?? '', ...reason },
      'agreements.logReminder': { letter: '您好' },
    },
  }
}
