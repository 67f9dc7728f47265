import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { runJob } from '@/lib/kernel/worker'
import { anticipate } from '@/lib/modules/needs/commands-anticipated'
import { askWhatHappenedDaily } from '@/lib/modules/needs/jobs'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, daysAgo, did } from './scene'

it('KRM-3.4: the day after its horizon an expected need asks whether it happened; it becomes an objective, or is not pursued because', async () => {
  const { actor, accountId } = await anAccountManager()
  const expected = { accountId, horizonOn: dayOf(daysAgo(1)) }
  await did(anticipate, actor, { ...expected, title: '改用環保包材', probability: '70' }, daysAgo(30))
  await did(anticipate, actor, { ...expected, title: '改成小包裝', probability: '30' }, daysAgo(30))
  const { workspaceId } = actor
  for (const jobId of [randomUUID(), randomUUID()])
    await runJob(askWhatHappenedDaily, { jobId, workspaceId, payload: {}, now: new Date() })

  const page = await aPageOf(actor)
  const ahead = page.locator('#anticipated')
  await page.goto('/notifications', { waitUntil: 'networkidle' })
  const asked = page.getByRole('main').locator('.rows a')
  expect(await asked.count()).toBe(2)
  await asked.filter({ hasText: '改用環保包材' }).click()
  await page.waitForURL(new RegExp(`/accounts/${accountId}/needs`))
  await page.getByRole('button', { name: '有發生：改用環保包材' }).click()
  await expect.poll(() => ahead.innerText()).toContain('您的預期 1 項中有 1 項發生；您平均估 70%')
  await page.getByRole('button', { name: '沒發生：改成小包裝' }).click()
  await expect.poll(() => ahead.innerText()).toContain('您的預期 2 項中有 1 項發生；您平均估 50%')

  const of = (title: string) => ahead.locator('ul > li', { hasText: title })
  await of('改用環保包材').locator('summary', { hasText: '列為目標' }).click()
  await of('改用環保包材').locator('input[name=measure]').fill('六月底前送三款樣品')
  await of('改用環保包材')
    .locator('input[name=dueOn]')
    .fill(dayOf(new Date(Date.now() + 6e8)))
  await of('改用環保包材').locator('button[type=submit]', { hasText: '列為目標' }).click()
  await expect.poll(() => page.locator('#objectives').innerText()).toContain('六月底前送三款樣品')
  await of('改成小包裝').locator('summary', { hasText: '不採行' }).click()
  await of('改成小包裝').locator('input[name=because]').fill('包裝線無產能')
  await of('改成小包裝').locator('button[type=submit]', { hasText: '不採行' }).click()
  await expect.poll(() => of('改成小包裝').innerText()).toContain('不採行：包裝線無產能')

  await page.locator('#objectives').getByRole('link', { name: '歷程' }).click()
  await page.waitForURL(/\/needs\/history$/)
  expect(await page.getByRole('main').innerText()).toContain('包裝線無產能')
  const rows = await evidenceOf(actor, 'KRM-3.4', accountId)
  const mine = { subjectKind: 'anticipatedNeed', memberId: actor.id, day: dayOf(new Date()) }
  expect(rows).toMatchObject([mine, mine])
  await page.context().close()
})
