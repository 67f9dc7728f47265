import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { draft } from '@/lib/modules/agreements/commands'
import { addObligation } from '@/lib/modules/agreements/commands-obligations'
import { submitOccurrence } from '@/lib/modules/agreements/commands-occurrences'
import { ofAgreement } from '@/lib/modules/agreements/queries-obligations'
import { annual } from '@/tests/modules/agreements/scene'
import { done } from '@/tests/modules/terms/scene'
import { owner } from '@/tests/people'

type People = { actor: Actor; colleague: Actor; accountId: string }

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
  const { obligations } = await ask(ofAgreement, actor, { agreementId })
  const [first, second] = obligations[0]?.occurrences ?? []
  const submittedId = second?.id ?? ''
  await done(submitOccurrence, colleague, { occurrenceId: submittedId })
  const reason = { reason: '本月無資料' }
  return {
    ids: { obligationId, occurrenceId: first?.id ?? '' },
    input: {
      'agreements.addObligation': { ...owed, agreementId },
      'agreements.editObligation': owed,
      'agreements.removeObligation': {},
      'agreements.recordEvent': { obligationId: eventId, happenedOn: '2026-03-02' },
      'agreements.submitOccurrence': {},
      'agreements.acceptOccurrence': { occurrenceId: submittedId },
      'agreements.rejectOccurrence': { occurrenceId: submittedId, ...reason },
      'agreements.cancelOccurrence': reason,
      'agreements.logReminder': { letter: '您好' },
    },
  }
}
