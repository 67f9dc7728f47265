import { z } from 'zod'
import { command } from '@/lib/kernel/command'
import { cut } from '@/lib/kernel/cut'
import { formatDay } from '@/lib/kernel/day'
import { mustBeJob } from '@/lib/kernel/job'
import { saidInAll } from '@/lib/kernel/said'
import { tell } from './commands-telling'
import { may } from './manifest'
import { inputWords } from './messages-inputs'
import { findOverdueInputs } from './queries-inputs'

/**
 * Tells whoever was asked and has not answered in time, and whoever asked, who may ask somebody else. Once for each question,
 * however often it runs. Only for the product itself.
 */
export const remindInputs = command({
  name: 'negotiations.remindInputs',
  permission: may.keepTime,
  messages: inputWords,
  input: z.strictObject({}),
  async run(work) {
    mustBeJob(work.actor)
    const overdue = await findOverdueInputs(work)
    for (const { id, negotiationId, title, askedBy, askedOf, name, question, dueOn } of overdue) {
      const about = { kind: 'negotiationInput', subjectKind: 'negotiationInput', subjectId: id }
      const said = (what: 'toldOverdue' | 'toldOverdueAsker') =>
        saidInAll(inputWords, what, (locale) => ({
          ...{ title, of: name, question: cut(question, 200) },
          day: formatDay(dueOn, locale),
        }))
      await tell(work, [askedOf], {
        ...about,
        text: said('toldOverdue'),
        href: '/negotiations/inputs',
        key: `negotiations.overdueInput.${id}`,
      })
      await tell(work, [askedBy], {
        ...about,
        text: said('toldOverdueAsker'),
        href: `/negotiations/${negotiationId}/inputs`,
        key: `negotiations.overdueInput.${id}`,
      })
    }
    return { reminded: overdue.length }
  },
})
