import { negotiationDebriefs } from '@/db/schema/negotiations'
import { command } from '@/lib/kernel/command'
import { keepSearchable } from '@/lib/kernel/search'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { holdNegotiation, keepNegotiation } from './commands-upkeep'
import { may } from './manifest'
import { lessonWords } from './messages-lessons'
import { debriefInput } from './model-debriefs'
import { findDebrief } from './queries-lessons'
import { mustHaveBegun } from './rules-debriefs'

/** Writes what was learnt, or mends it: one debrief for each negotiation, by anybody who sat at the table or leads it. */
export const writeDebrief = command({
  name: 'negotiations.writeDebrief',
  permission: may.contribute,
  messages: lessonWords,
  refreshes: ['/negotiations/[negotiationId]', '/negotiations/[negotiationId]/results', '/negotiations/lessons'],
  input: debriefInput,
  async run(work, { negotiationId, version, ...said }) {
    const { negotiation, account } = await holdNegotiation(work, negotiationId)
    mustHaveBegun(negotiation.state)
    const known = await findDebrief(work, negotiationId)
    const row = known
      ? await changeRow(work, negotiationDebriefs, { id: known.id, version }, said)
      : await insertRow(work, negotiationDebriefs, {
          ...said,
          negotiationId,
          accountId: account.id,
          writtenBy: work.actor.id,
        })
    await keepSearchable(work, [
      {
        kind: 'negotiationLesson',
        id: row.id,
        accountId: account.id,
        ownerId: account.ownerId,
        restricted: account.restricted,
        texts: [negotiation.title, account.name, row.lesson, row.worked, row.failed, row.reuse],
      },
    ])
    await keepNegotiation(work, negotiationId)
    return { negotiationId, version: row.version }
  },
})
