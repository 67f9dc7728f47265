import { expect, inject, it } from 'vitest'
import { addDays, dayOf } from '@/lib/kernel/day'
import { runJob } from '@/lib/kernel/worker'
import { open as openAccount } from '@/lib/modules/accounts/commands-open'
import { recordAnswers } from '@/lib/modules/terms/jobs'
import { aDraft, approved, aStandard, confirmed, net } from '../modules/terms/scene'
import { aWorkspace, owner, person } from '../people'
import { aVisitor } from '../setup/browser'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { daysAgo, did } from './scene'

it('KRM-2.4: 75 days and 2 % rebate are drafted with their cost, approved, confirmed by the client on a phone, and in force tomorrow; last month has what held then', async () => {
  const workspace = await aWorkspace()
  const manager = await person('manager', workspace, { name: '許文雄' })
  const lead = await person('salesLead', workspace, { name: '蔡淑芬', reportsTo: manager })
  const finance = await person('specialist', workspace, { name: '劉建宏', disciplines: ['finance'] })
  const keeper = await person('accountManager', workspace, { name: '林怡君', reportsTo: lead })
  const { id: accountId } = await did(
    openAccount,
    keeper,
    { name: '大安食品股份有限公司', kind: 'customer' },
    daysAgo(400),
  )
  const scene = { workspace, manager, lead, finance, keeper, colleague: keeper, accountId }
  await aStandard(scene, { paymentDays: net(60), annualRebate: { number: '1' } })

  const earlier = daysAgo(90)
  const validFrom = addDays(dayOf(earlier), 1)
  const before = await aDraft(scene, { annualRebate: { number: '1.5' } }, { validFrom, now: earlier })
  await confirmed(scene, await approved(scene, before, earlier), earlier)

  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/accounts/${accountId}/terms`)
  await page
    .locator('form', { has: page.locator('input[name=sheetId]') })
    .locator('button[type=submit]')
    .click()
  await page.waitForURL(/\/terms\/[0-9a-f-]{36}$/)
  const here = page.url()
  const versionId = here.split('/').at(-1) ?? ''

  const depart = async (code: string, fill: () => Promise<void>) => {
    await page.goto(`${here}?term=${code}`)
    await fill()
    await page.locator('#term label', { hasText: '市場地位' }).locator('input').setChecked(true, { force: true })
    await page.locator('#term textarea[name=reason]').fill('年採購量成長')
    await page.locator('#term textarea[name=condition]').fill('全年採購額達 1,200 萬元')
    await page.locator('#term button[type=submit]').last().click()
    await page.waitForURL(here)
  }
  await depart('paymentDays', async () => {
    await page.locator('#term select[name="value.rule"]').selectOption('net')
    await page.locator('#term input[name="value.number"]').fill('75')
  })
  await depart('annualRebate', () => page.locator('#term input[name="value.number"]').fill('2'))
  await page.goto(here, { waitUntil: 'networkidle' })
  await page.locator('input[name=basisSales]').fill('12000000')
  await page.locator('input[name=basisSource]').fill('114 年實績')
  await page
    .locator('form', { has: page.locator('input[name=basisSales]') })
    .locator('button[type=submit]')
    .click()
  await expect.poll(() => main.innerText()).toContain('NT$149,589')

  await page
    .locator('form', { has: page.locator('textarea[name=reason]') })
    .locator('button[type=submit]')
    .click()
  await expect.poll(() => main.innerText()).toContain('審核中')

  for (const approver of [lead, finance]) {
    const [run] = await owner()<{ id: string }[]>`select id from approval_runs where subject_id = ${versionId}`
    const desk = await aPageOf(approver)
    await desk.goto(`/review/${run?.id}`)
    await desk.locator('#decide button[value=approve]').click()
    await expect
      .poll(async () => {
        const rows =
          await owner()`select 1 from approval_seats where run_id = ${run?.id ?? ''} and holder_id = ${approver.id}
          and state = 'approved'`
        return rows.length
      })
      .toBe(1)
    await desk.context().close()
  }

  await page.goto(here)
  await expect.poll(() => main.innerText()).toContain('已內部核准')
  await page
    .locator('form', { has: page.locator('input[name=validDays]') })
    .locator('button[type=submit]')
    .click()
  const address = await page.locator('code', { hasText: '/c/' }).innerText()

  const phone = await aVisitor({ viewport: { width: 390, height: 844 } })
  await phone.goto(new URL(new URL(address).pathname, inject('product').address).href)
  await expect.poll(() => phone.locator('body').innerText()).toContain('發票日後 75 天')
  expect(await phone.locator('body').innerText()).not.toContain('年採購量成長')
  await phone.getByRole('button', { name: '我確認以上內容' }).click()
  await expect
    .poll(async () => (await owner()`select id from client_answers where subject_id = ${versionId}`).length)
    .toBe(1)
  await phone.context().close()

  const [answer] = await owner()<{ id: string; link_id: string; purpose: string }[]>`
    select id, link_id, purpose from client_answers where subject_id = ${versionId}`
  const heard = { linkId: answer?.link_id, answerId: answer?.id, purpose: answer?.purpose, subjectKind: 'termSheet' }
  await runJob(recordAnswers, {
    jobId: 'journey',
    workspaceId: workspace.id,
    payload: { ...heard, subjectId: versionId },
    now: new Date(),
  })
  await page.goto(here)
  await expect.poll(() => main.innerText()).toContain('客戶已確認')

  const today = dayOf(new Date())
  await page.goto(`/accounts/${accountId}/terms?validOn=${addDays(today, 1)}`)
  const then = page.getByRole('region', { name: '查看某一天的條件' })
  expect(await then.innerText()).toMatch(/發票日後 75 天[\s\S]*2 %/)
  await page.goto(`/accounts/${accountId}/terms?validOn=${addDays(today, -30)}`)
  expect(await then.innerText()).toMatch(/發票日後 60 天[\s\S]*1\.5 %/)
  await page.goto(`/accounts/${accountId}/terms?validOn=${addDays(today, -200)}`)
  expect(await main.innerText()).toContain('沒有生效中的交易條件')

  const row = { indicator: 'KRM-2.4', memberId: keeper.id, subjectId: versionId, day: today }
  expect(await evidenceOf(keeper, 'KRM-2.4', accountId)).toContainEqual(expect.objectContaining(row))
  await page.context().close()
}, 180_000)
