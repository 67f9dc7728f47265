import { expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/kernel/day'
import { open as openAccount } from '@/lib/modules/accounts/commands-open'
import { aDraft, approved, aScene, aStandard, confirmed, net } from '../modules/terms/scene'
import { aPageOf } from '../setup/signed-in'
import { faultsOf } from './axe'
import { daysAgo, did } from './scene'

it('changing the standard from 60 to 45 days lists exactly the clients whose terms become a departure or cease to be one', async () => {
  const scene = await aScene()
  const { lead, keeper } = scene
  await aStandard(scene, { paymentDays: net(60) })
  const start = daysAgo(30)
  const validFrom = addDays(dayOf(start), 1)
  const agreed = async (name: string, terms: Record<string, object>) => {
    const { id: accountId } = await did(openAccount, keeper, { name, kind: 'customer' }, daysAgo(400))
    const its = { ...scene, accountId }
    const versionId = await aDraft(its, terms, { validFrom, now: start })
    await confirmed(its, await approved(its, versionId, start), start)
  }
  await agreed('維持七十五天的客戶', { paymentDays: net(75) })
  await agreed('依標準付款的客戶', { annualRebate: { number: '2' } })
  await agreed('早已四十五天的客戶', { paymentDays: net(45) })

  const page = await aPageOf(lead)
  const main = page.getByRole('main')
  await page.goto('/terms/standards', { waitUntil: 'networkidle' })
  await main.getByRole('button', { name: '新增標準' }).click()
  await page.waitForURL(/\/terms\/standards\/[0-9a-f-]{36}$/)
  await page.goto(`${page.url()}?term=paymentDays`, { waitUntil: 'networkidle' })
  await page.locator('#term select[name="value.rule"]').selectOption('net')
  await page.locator('#term input[name="value.number"]').fill('45')
  await page.locator('#term button[type=submit]').click()
  const effects = page.getByRole('region', { name: '條件變成特別條件，或不再是特別條件的客戶' })
  await effects.waitFor()
  const rows = await effects.locator('tbody tr').allInnerTexts()
  expect(rows.map((row) => row.split(/\s*\t\s*/).map((cell) => cell.trim())).toSorted()).toEqual(
    [
      ['依標準付款的客戶', '月結天數', '變成特別條件：維持 發票日後 60 天'],
      ['早已四十五天的客戶', '月結天數', '不再是特別條件：發票日後 45 天 即為標準'],
    ].toSorted(),
  )
  expect(await faultsOf(page)).toEqual([])
  await effects.getByRole('link', { name: '依標準付款的客戶' }).click()
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\/terms$/)
  await page.context().close()
}, 120_000)
