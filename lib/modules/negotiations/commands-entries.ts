import { negotiationEntries } from '@/db/schema/negotiations'
import { command } from '@/lib/kernel/command'
import { insertRow } from '@/lib/kernel/write'
import { log } from '@/lib/modules/interactions/commands'
import { negotiates } from './commands'
import { holdNegotiation, keepNegotiation } from './commands-upkeep'
import { logRoundInput } from './model-offers'
import { findOffers } from './queries-offers'
import { mustHaveBegun } from './rules-offers'
import { mustBeAlive } from './rules-rights'

/** What a contact may say besides, and a round does not. */
const plainly = {
  happenedAt: null,
  time: null,
  twoWay: null,
  meantAhead: false,
  speakerId: null,
  answeredIds: [],
  memberIds: [],
  topics: [],
  fileIds: [],
  unchangedIds: [],
}

/**
 * Logs a meeting: a contact of the account like any other, with what was agreed, what stayed open, what was asked and
 * seen. Next steps become tasks.
 */
export const logRound = command({
  name: 'negotiations.logRound',
  ...negotiates,
  input: logRoundInput,
  async run(work, { negotiationId, round, channel, summary, day, personIds, nextSteps, ...said }) {
    const { negotiation } = await holdNegotiation(work, negotiationId)
    mustBeAlive(negotiation.state)
    const { accountId } = negotiation
    const offers = await findOffers(work, negotiationId)
    mustHaveBegun(offers)
    const steps = (nextSteps ?? []).flatMap((step) =>
      step.text === null ? [] : [{ text: step.text, dueOn: step.dueOn }],
    )
    const { id: interactionId } = await work.call(log, {
      accountId,
      channel: channel ?? 'meeting',
      summary,
      day,
      personIds,
      nextSteps: steps,
      ...plainly,
    })
    const latest = Math.max(...offers.map((offer) => offer.round))
    const row = await insertRow(work, negotiationEntries, {
      ...said,
      negotiationId,
      accountId,
      interactionId,
      round: round ?? latest,
      recordedBy: work.actor.id,
    })
    await keepNegotiation(work, negotiationId)
    return { negotiationId, entryId: row.id, interactionId }
  },
})
