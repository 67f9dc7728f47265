import { z } from 'zod'
import { command } from '@/lib/kernel/command'
import { dayOf, formatDay } from '@/lib/kernel/day'
import { mustBeJob } from '@/lib/kernel/job'
import { saidInAll } from '@/lib/kernel/said'
import { notify } from '@/lib/modules/notifications/commands'
import { may } from './manifest'
import { adviceMessages } from './messages-advice'
import { findDueAdvice } from './queries-advice'

/**
 * Tells experts whose answer is due soon or late, and whoever asked when it is late; once for each, however often it runs. Only
 * for the product itself.
 */
export const remindAdvice = command({
  name: 'agreements.remindAdvice',
  permission: may.keepTime,
  messages: adviceMessages,
  input: z.strictObject({}),
  async run(work) {
    mustBeJob(work.actor)
    const today = dayOf(work.now, work.actor.timeZone)
    const due = await findDueAdvice(work)
    for (const { id, agreementId, title, askedBy, advisorId, dueOn } of due) {
      if (dueOn === null) continue
      const late = dueOn < today
      await work.call(notify, {
        memberIds: [...new Set([advisorId, late || !advisorId ? askedBy : null])].flatMap((each) => each ?? []),
        kind: 'agreementAdvice',
        text: saidInAll(adviceMessages, late ? 'toldOverdue' : 'toldSoon', (locale) => ({
          title,
          day: formatDay(dueOn, locale),
        })),
        href: `/agreements/${agreementId}/advice`,
        urgent: false,
        subjectKind: 'agreementAdvice',
        subjectId: id,
        key: `agreements.advice.${late ? 'late' : 'soon'}.${id}.${dueOn}`,
      })
    }
    return { reminded: due.length }
  },
})
