import { Session } from 'node:inspector/promises'
import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { statements } from '@/db/client'
import { perform } from '@/lib/kernel/perform'
import { log } from '@/lib/modules/interactions/commands'
import { newcomer } from '@/tests/people'
import { anAccount, given, somebodyAt } from './scene'
it('probe', async () => {
  const manager = await newcomer('accountManager')
  const accountId = await anAccount(manager)
  const wang = await somebodyAt(manager, accountId, '王大明')
  const input = { accountId, channel: 'call', summary: '確認Q1交期', personIds: [wang], nextSteps: [{ text: '回覆報價', dueOn: '2026-12-25' }] }
  given(await perform(log, manager, input, { key: 'a' }))
  const old = statements.listener
  const seen: string[] = []
  statements.listener = (text) => seen.push(text)
  given(await perform(log, manager, input, { key: 'b' }))
  statements.listener = old
  console.log(seen.length, seen.map((s) => s.slice(0, 110)).join('\n'))
  for (let i = 0; i < 50; i++) given(await perform(log, manager, input))
  for (let round = 0; round < 4; round++) for (const prep of [false, true]) {
    ;(globalThis as any).PREP = prep
    for (let i = 0; i < 20; i++) given(await perform(log, manager, input))
    const t = performance.now(), c = process.cpuUsage()
    for (let i = 0; i < 100; i++) given(await perform(log, manager, input, { key: `k${round}${prep}` + i }))
    const d = process.cpuUsage(c)
    console.log('prep', prep, 'serial ms', (performance.now() - t) / 100, 'node cpu ms', (d.user + d.system) / 100e3)
  }
}, 120000)
