import { z } from 'zod'
import { command } from '@/lib/kernel/command'
import { dayOf, formatDay } from '@/lib/kernel/day'
import { mustBeJob } from '@/lib/kernel/job'
import { saidInAll } from '@/lib/kernel/said'
import { notifyEach } from '@/lib/modules/notifications/commands'
import { may } from './manifest'
import { sealMessages } from './messages-seals'
import { findAway } from './queries-seals'
import { awayStep } from './rules-seals'

/** Reminds whoever keeps an original, and the agreement's owner, that it is out: on its day, then once a week until it is back. */
export const remindSeals = command({
  name: 'agreements.remindSeals',
  permission: may.keepTime,
  messages: sealMessages,
  input: z.strictObject({}),
  async run(work) {
    mustBeJob(work.actor)
    const today = dayOf(work.now, work.actor.timeZone)
    const notices = (await findAway(work)).flatMap(({ id, agreementId, dueBackOn, custodianId, ownerId, ...about }) => {
      const step = dueBackOn ? awayStep(dueBackOn, today) : null
      if (dueBackOn === null || step === null) return []
      return {
        memberIds: [...new Set([custodianId, ownerId])],
        kind: 'agreement',
        text: saidInAll(sealMessages, 'toldAway', (locale) => ({
          account: about.account,
          title: about.title,
          number: about.number ?? '',
          day: formatDay(dueBackOn, locale),
        })),
        href: `/agreements/${agreementId}/signing`,
        urgent: false,
        subjectKind: 'agreement',
        subjectId: agreementId,
        key: `agreements.sealAway.${id}.${dueBackOn}.${step}`,
      }
    })
    if (notices.length > 0) await work.call(notifyEach, { notices })
    return { reminded: notices.length }
  },
})
