import { expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/kernel/day'
import { perform } from '@/lib/kernel/perform'
import { open } from '@/lib/modules/negotiations/commands'
import { answer, askColleague, dispose } from '@/lib/modules/negotiations/commands-inputs'
import { prepare } from '@/lib/modules/negotiations/commands-states'
import { guardsOf } from '@/lib/modules/negotiations/rules-states'
import { meet } from '../modules/negotiations/standing'
import { person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, did } from './scene'

it('BGM-2.4: of three inputs one is open, and the negotiation is not ready, with that name; answered and disposed of, it is', async () => {
  const { actor, accountId } = await anAccountManager()
  const workspace = { id: actor.workspaceId }
  const logistics = await person('specialist', workspace, { name: '吳柏翰', disciplines: ['logistics'] })
  const finance = await person('specialist', workspace, { name: '劉建宏', disciplines: ['finance'] })
  const colleague = await person('accountManager', workspace, { name: '陳志明' })
  const about = { accountId, direction: 'sell', kind: 'annualTerms', title: '明年度交易條件', purpose: '換端架' }
  const { negotiationId } = await did(open, actor, about)
  await meet({ negotiationId, memberId: actor.id }, guardsOf('planning', 'prepare'))
  const dueOn = addDays(dayOf(new Date()), 3)
  for (const each of [finance, colleague]) {
    const question = { negotiationId, kind: 'input', askedOf: each.id, question: '能否接受？', dueOn, required: 'true' }
    const { inputId } = await did(askColleague, actor, question)
    await did(answer, each, { inputId, answer: '可以', stance: 'support' })
    await did(dispose, actor, { inputId, disposition: 'adopted' })
  }

  const page = await aPageOf(actor)
  await page.goto(`/negotiations/${negotiationId}/inputs`, { waitUntil: 'networkidle' })
  const main = page.getByRole('main')
  await main.locator('[name=askedOf]').selectOption({ value: logistics.id })
  await main.locator('[name=dueOn]').fill(dueOn)
  await main.locator('[name=question]').fill('端架每週能補貨幾次？')
  await main.getByRole('button', { name: '送出徵詢' }).click()
  await expect.poll(() => main.innerText()).toContain('以下同仁的意見到齊前不能備妥：吳柏翰')
  const refused = await perform(prepare, actor, { negotiationId })
  expect(refused.ok ? '' : JSON.stringify(refused.refusal.fieldSentences('zh-TW'))).toContain('吳柏翰')

  const phone = await aPageOf(logistics, { viewport: { width: 390, height: 844 } })
  await phone.goto('/negotiations/inputs', { waitUntil: 'networkidle' })
  const mine = phone.getByRole('main')
  await mine.getByText('有疑慮').click()
  await mine.locator('[name=answer]').fill('最多每週三次')
  await mine.getByRole('button', { name: '送出回覆' }).click()
  await expect.poll(() => mine.innerText()).toContain('您的意見如何處理')

  await page.reload({ waitUntil: 'networkidle' })
  await main.locator('summary', { hasText: '註明處理結果' }).click()
  await main.getByText('部分採納', { exact: true }).click()
  await main.locator('[name=reason]').fill('先談每週兩次')
  await main.getByRole('button', { name: '註明處理結果' }).click()
  await expect.poll(() => main.innerText()).not.toContain('不能備妥：')
  await phone.reload({ waitUntil: 'networkidle' })
  await expect.poll(() => mine.innerText()).toContain('先談每週兩次')

  await did(prepare, actor, { negotiationId })
  const rows = await evidenceOf(actor, 'BGM-2.4', accountId)
  expect(rows).toContainEqual(expect.objectContaining({ memberId: actor.id, day: dayOf(new Date()) }))
  await phone.context().close()
  await page.context().close()
})
