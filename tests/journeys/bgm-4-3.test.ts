import { expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/kernel/day'
import { draft } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { log } from '@/lib/modules/interactions/commands'
import { annual, executedAgreement, inForce, look, payment } from '../modules/agreements/scene'
import { owner, person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, daysAgo, did } from './scene'

it('BGM-4.3: an agreement is adjusted after the client was consulted, signed again, and read by whom it concerns', async () => {
  const { actor, accountId, personId } = await anAccountManager()
  const workspace = { id: actor.workspaceId, name: '' }
  const manager = await person('manager', workspace, { name: '許文雄' })
  const finance = await person('specialist', workspace, { name: '劉建宏', disciplines: ['finance'] })
  const { agreementId } = await did(draft, actor, { accountId, ...annual }, daysAgo(300))
  const base = (await look(actor, agreementId)).latest.id
  await did(addClause, actor, { agreementVersionId: base, ...payment }, daysAgo(300))
  await inForce({ agreementId, agreementVersionId: base })
  const talk = { accountId, channel: 'meeting', summary: '談付款改為 75 天', personIds: [personId] }
  await did(log, actor, talk, daysAgo(2))

  const page = await aPageOf(actor)
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/changes`, { waitUntil: 'networkidle' })
  await page.locator('input[name=validFrom]').fill(addDays(dayOf(new Date()), 10))
  await page.locator('textarea[name=reason]').fill('付款條件調整')
  await page.locator('select[name=interactionId]').first().selectOption({ index: 1 })
  await main.getByRole('button', { name: '開始增補' }).click()
  await main.getByRole('heading', { name: '草擬中的增補' }).waitFor()
  await main.getByRole('link', { name: '修改條款' }).click()
  await page.waitForURL('**/text?version=**')
  await main.getByRole('link', { name: '編輯：付款' }).click()
  await page.waitForURL('**clause=**')
  await page.locator('textarea[name=body]').fill('月結 75 天，票期 30 天。')
  await main.getByRole('button', { name: '儲存' }).click()
  await main.getByText('月結 75 天').first().waitFor()

  await page.goto(`/agreements/${agreementId}/changes`, { waitUntil: 'networkidle' })
  await main.getByText('須重新核准的面向：信用與付款').waitFor()
  await main.getByRole('link', { name: '變更對照' }).click()
  await page.waitForURL('**/compare**')
  expect(await main.locator('del').allInnerTexts()).toEqual([expect.stringContaining('60')])
  expect(await main.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('75')])

  const [open] = await owner()<{ id: string }[]>`
    select id from agreement_versions where agreement_id = ${agreementId} and number = 2`
  const signing = { workspace, keeper: actor, manager, agreementId, agreementVersionId: open?.id ?? '' }
  await executedAgreement(signing, { now: new Date(), on: dayOf(new Date()) })
  await owner()`update agreements set state = 'active' where id = ${agreementId}`

  await page.goto(`/agreements/${agreementId}/changes`, { waitUntil: 'networkidle' })
  await main.getByText(/^第 1 版：/).waitFor()
  await main.getByText(/^第 2 版：/).waitFor()
  await page.locator('[data-field=memberIds]').getByText('劉建宏').click()
  await main.getByRole('button', { name: '請同仁閱讀' }).click()
  await main.getByText('0／1 人已閱讀').waitFor()

  const phone = await aPageOf(finance, { viewport: { width: 390, height: 844 } })
  await phone.goto(`/agreements/${agreementId}/changes`, { waitUntil: 'networkidle' })
  await phone.locator('[name=comment]').fill('已更新收款天數')
  await phone.getByRole('button', { name: '我已閱讀' }).click()
  await phone.getByText('1／1 人已閱讀').waitFor()

  await page.reload()
  await main.getByText('已更新收款天數').waitFor()
  expect(await evidenceOf(actor, 'BGM-4.3', accountId)).toMatchObject([
    { indicator: 'BGM-4.3', memberId: actor.id, subjectId: open?.id, day: dayOf(new Date()) },
  ])
  await phone.context().close()
  await page.context().close()
})
