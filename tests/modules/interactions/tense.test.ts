import { describe, expect, it } from 'vitest'
import { instantOf } from '@/lib/kernel/day'
import { ask, perform } from '@/lib/kernel/perform'
import { log } from '@/lib/modules/interactions/commands'
import { edit } from '@/lib/modules/interactions/commands-edit'
import { byId } from '@/lib/modules/interactions/queries-timeline'
import { parseLine } from '@/lib/modules/interactions/rules-phrases'
import { freshDraft } from '@/lib/modules/interactions/views/quick-log-draft'
import { payloadOf, understood } from '@/lib/modules/interactions/views/quick-log-read'
import { newcomer } from '@/tests/people'
import { anAccount, given } from './scene'

/** Ten in the morning of a Wednesday in Taipei. */
const now = instantOf('2026-11-18', '10:00')
const noHabits = { channel: null, roles: [] }

describe('what the line is read as is what is stored', () => {
  it.each([
    ['今晚餐敘', true, false],
    ['今天要拜訪', true, false],
    ['今天下午三點開會', true, true],
    ['明天拜訪', true, false],
    ['今天拜訪過了', false, false],
    ['今天早上八點通過電話', false, true],
    ['昨天拜訪', false, false],
  ])('%s: a plan %s, with an hour %s', async (line, isPlan, hasHour) => {
    const manager = await newcomer('accountManager')
    const account = { id: await anAccount(manager, {}, now), name: '大安食品' }
    const parsed = parseLine(line, { now, people: [], timeZone: manager.timeZone })
    expect(parsed.plan !== undefined).toBe(isPlan)
    const draft = { ...freshDraft(account), line }
    const logged = given(await perform(log, manager, payloadOf(draft, understood(draft, parsed, noHabits)), { now }))
    expect(logged.planned).toBe(isPlan)
    const stored = await ask(byId, manager, { interactionId: logged.id }, now)
    expect([stored.planned, stored.timeKnown]).toEqual([isPlan, hasHour])
  })

  it('a plan that is moved to today without an hour stays a plan, a contact that happened stays history', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager, {}, now)
    for (const [day, isPlan] of [
      ['2026-11-20', true],
      ['2026-11-16', false],
    ] as const) {
      const input = { accountId, channel: 'visit', summary: '拜訪', day }
      const { id: interactionId, version } = given(await perform(log, manager, input, { now }))
      given(await perform(edit, manager, { interactionId, version, day: '2026-11-18' }, { now }))
      expect(await ask(byId, manager, { interactionId }, now)).toMatchObject({ planned: isPlan })
    }
  })
})
