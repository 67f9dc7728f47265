import { z } from 'zod'
import { command, type Work } from '@/lib/kernel/command'
import { cut } from '@/lib/kernel/cut'
import { addDays, dayOf, formatDay } from '@/lib/kernel/day'
import { grouped } from '@/lib/kernel/grouped'
import { id } from '@/lib/kernel/input'
import { mustBeJob } from '@/lib/kernel/job'
import type { Locale } from '@/lib/kernel/messages'
import { marksOf } from '@/lib/kernel/punctuation'
import { type Said, saidInAll } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { findManagers } from '@/lib/modules/agreements/queries-advice'
import { notify } from '@/lib/modules/notifications/commands'
import { may } from './manifest'
import { breachWords } from './messages-breaches'
import { actionLateDays, actionSoonDays } from './model-breaches'
import { findDueActions, findToTell } from './queries-breaches'
import { findOverdueInputs } from './queries-missing'
import { usualMissing } from './rules-missing'

type News = {
  kind: string
  text: Said
  href: string
  subjectKind: string
  subjectId: string
  key: string
  urgent?: boolean
}

/** Tells members something about a KPI; whoever does it need not be told. The same key never tells twice. */
export async function tell(work: Work, memberIds: readonly string[], { urgent = false, ...news }: News): Promise<void> {
  const others = [...new Set(memberIds)].filter((memberId) => memberId !== work.actor.id)
  if (others.length > 0) await work.call(notify, { ...news, memberIds: others, urgent })
}

const shared = { permission: may.keepTime, messages: breachWords }
type Named = { name: string; englishName: string }
const nameIn = ({ name, englishName }: Named, locale: Locale) => (locale === 'en' ? englishName : name)

const breachesInput = z.strictObject({ breachIds: z.array(id).max(100) })
type Told = Awaited<ReturnType<typeof findToTell>>[number]

/** Tells the owner of the KPI and of the agreement, and managers, of breaches that opened. Only for the product itself. */
export const tellBreaches = command({
  name: 'kpis.tellBreaches',
  ...shared,
  input: breachesInput,
  run: (work, { breachIds }) => tellOpen(work, breachIds, 'toldOpened', ({ id }) => `kpis.breach.${id}`),
})

/** Tells the same people of closed breaches that are open again, once for each time. Only for the product itself. */
export const tellReopened = command({
  name: 'kpis.tellReopened',
  ...shared,
  input: breachesInput,
  run: (work, { breachIds }) =>
    tellOpen(
      work,
      breachIds,
      'toldReopened',
      ({ id, closedAt }) => `kpis.breach.${id}.${closedAt?.toISOString() ?? ''}`,
    ),
})

async function tellOpen(
  work: Work,
  breachIds: readonly string[],
  what: 'toldOpened' | 'toldReopened',
  keyOf: (breach: Told) => string,
) {
  mustBeJob(work.actor)
  const found = (await findToTell(work, breachIds)).filter(({ state }) => state === 'open')
  const managers = found.length > 0 ? await findManagers(work) : []
  for (const breach of found)
    await tell(work, [breach.ownerId, breach.agreementOwnerId, ...managers], {
      kind: 'kpiBreach',
      text: saidInAll(breachWords, what, (locale) => ({
        ...{ kpi: nameIn(breach, locale), account: breach.account, period: breach.openedPeriod },
      })),
      href: `/agreements/breaches/${breach.id}`,
      subjectKind: 'kpiBreach',
      subjectId: breach.id,
      key: keyOf(breach),
      urgent: true,
    })
  return { told: found.length }
}

const mostNamed = 3

/**
 * Tells whoever owns KPIs that their values are missing, once for each period, after the KPI's days of grace; and the owner of
 * the agreement some days later. Replayed by date it tells nobody twice. Only for the product itself. BGM-4.2.
 */
export const remindMissing = command({
  name: 'kpis.remindMissing',
  ...shared,
  input: z.strictObject({}),
  async run(work) {
    mustBeJob(work.actor)
    const today = dayOf(work.now, work.actor.timeZone)
    const overdue = await findOverdueInputs(work, today)
    const later = usualMissing.manager - usualMissing.owner
    const late = overdue.filter(({ missingSince, graceDays }) => addDays(missingSince, graceDays + later) <= today)
    const groups = [
      ...grouped(overdue, (each) => `${each.ownerId} ${each.missingSince} ${each.graceDays}`),
      ...grouped(
        late.filter((each) => each.agreementOwnerId !== each.ownerId),
        (each) => `${each.agreementOwnerId} ${each.missingSince} ${each.graceDays} late`,
      ),
    ]
    for (const [key, of] of groups) {
      const [first] = of
      const [memberId = ''] = key.split(' ')
      if (!first) continue
      await tell(work, [memberId], {
        kind: 'kpiMissing',
        text: saidInAll(breachWords, 'toldMissing', (locale) => ({
          count: of.length,
          day: formatDay(first.missingSince, locale),
          names: namesOf(of, locale),
        })),
        href: `/agreements/board?missing=..${first.missingSince}&sort=missing${key.endsWith(' late') ? '' : `&owner=${memberId}`}`,
        subjectKind: 'kpi',
        subjectId: first.id,
        key: `kpis.missing.${key}`,
      })
    }
    return { told: groups.length }
  },
})

function namesOf(of: readonly (Named & { account: string })[], locale: Locale): string {
  const named = of.slice(0, mostNamed).map((each) => `${nameIn(each, locale)} (${each.account})`)
  const more = of.length > mostNamed ? ` ${translatorOf(breachWords, locale)('and')}` : ''
  return `${named.join(marksOf(locale).comma)}${more}`
}

/** Reminds of actions that are due soon, and tells who leads, managers among them, of those that are late; each once. Only for the product itself. */
export const remindActions = command({
  name: 'kpis.remindActions',
  ...shared,
  input: z.strictObject({}),
  async run(work) {
    mustBeJob(work.actor)
    const today = dayOf(work.now, work.actor.timeZone)
    const due = await findDueActions(work, today, actionSoonDays)
    const managers = due.length > 0 ? await findManagers(work) : []
    for (const action of due) {
      const isLate = addDays(action.dueOn, actionLateDays) <= today
      const what = isLate ? 'toldActionLate' : 'toldActionSoon'
      await tell(
        work,
        isLate ? [action.kpiOwnerId, action.agreementOwnerId, action.ownerId, ...managers] : [action.ownerId],
        {
          kind: 'kpiAction',
          text: saidInAll(breachWords, what, (locale) => ({
            ...{ day: formatDay(action.dueOn, locale), text: cut(action.text, 200), owner: action.owner },
            ...{ kpi: nameIn(action, locale), account: action.account },
          })),
          href: `/agreements/breaches/${action.breachId}`,
          subjectKind: 'kpiBreach',
          subjectId: action.breachId,
          key: `kpis.${what}.${action.id}`,
        },
      )
    }
    return { told: due.length }
  },
})
