import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { setFacts } from '@/lib/modules/agreements/commands'
import { annual, executedAgreement, look, settled } from '../modules/agreements/scene'
import { consent, done } from '../modules/terms/scene'
import { aThread } from '../modules/threads/scene'
import { owner } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { evidenceOf } from './evidence-of'

const { kind: _kind, title: _title, ...facts } = annual

/** Types another value into the clause, as its drafter does. */
async function writeValue(page: Page, textPage: string, value: string) {
  const main = page.getByRole('main')
  await page.goto(textPage, { waitUntil: 'networkidle' })
  await main.getByRole('link', { name: '編輯：年度回饋' }).click()
  await page.waitForURL('**clause=**')
  await page.locator('textarea[name=body]').first().fill(`依全年進貨淨額給付 ${value} 回饋。`)
  await page.locator('input[name=value]').first().fill(value)
  await main.getByRole('button', { name: '儲存' }).click()
  await main.getByText(`依全年進貨淨額給付 ${value} 回饋。`).waitFor()
}

it('BGM-3.1: what was agreed is put into writing: red until the clause says it, consented to anew when it changes, then signed', async () => {
  const scene = await aThread()
  const { keeper, lead, finance, manager, accountId, agreementId, agreementVersionId, clauseId } = scene
  await done(setFacts, keeper, { agreementVersionId, ...facts, ourName: '和泰食品股份有限公司' })
  const [chosen] = await owner()`select form, form_reasons from agreements where id = ${agreementId}`
  expect(chosen).toMatchObject({ form: 'standardContract', form_reasons: [expect.any(String)] })
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  const textPage = `/agreements/${agreementId}/text`
  const approval = `/agreements/${agreementId}/approval`

  await writeValue(page, textPage, '3 %')
  await main.getByText('合約寫 3 %，談定 2 %（年度回饋）').waitFor()
  await main.getByRole('link', { name: '「年度回饋」的脈絡' }).click()
  await page.waitForURL('**/agreements/thread**')
  await main.getByText('與「議定內容」不同：2 %').waitFor()
  for (const { language, theme, viewport } of looks) {
    const shown = await aPageOf(keeper, { language, theme, viewport })
    await shown.goto(`/agreements/thread?clause=${clauseId}`, { waitUntil: 'networkidle' })
    expect(
      await shown
        .getByRole('main')
        .getByRole('listitem')
        .filter({ has: shown.locator('h2') })
        .count(),
    ).toBe(7)
    expect(await faultsOf(shown)).toEqual([])
    await shown.context().close()
  }
  await page.goto(approval, { waitUntil: 'networkidle' })
  await main.getByRole('button', { name: '送審', exact: true }).click()
  await main.getByText('合約寫「3 %」，談定「2 %」').waitFor()

  await writeValue(page, textPage, '2 %')
  await page.goto(approval, { waitUntil: 'networkidle' })
  await page.locator('textarea[name=reason]').fill('年度換約')
  await main.getByRole('button', { name: '送審', exact: true }).click()
  await main.getByRole('heading', { name: '撤回修改' }).waitFor()
  const asked = [lead, finance, manager, manager, manager, manager]
  await consent(agreementVersionId, asked, new Date())
  await settled(keeper, agreementVersionId, new Date())
  expect((await look(keeper, agreementId)).state).toBe('approved')

  await page.reload({ waitUntil: 'networkidle' })
  await page.locator('textarea[name=reason]').fill('客戶要求提高回饋')
  await main.getByRole('button', { name: '撤回修改' }).click()
  await main.getByRole('button', { name: '送審', exact: true }).waitFor()
  await writeValue(page, textPage, '2.5 %')
  await page.goto(`/agreements/thread?clause=${clauseId}`, { waitUntil: 'networkidle' })
  await main.getByText('與「議定內容」不同：2 %').waitFor()
  await writeValue(page, textPage, '2.0 %')
  await page.goto(approval, { waitUntil: 'networkidle' })
  await page.locator('textarea[name=reason]').fill('改回議定的回饋')
  await main.getByRole('button', { name: '送審', exact: true }).click()
  await main.getByRole('heading', { name: '撤回修改' }).waitFor()
  expect((await look(keeper, agreementId)).state).toBe('internalReview')
  await consent(agreementVersionId, asked, new Date())
  await settled(keeper, agreementVersionId, new Date())

  const today = dayOf(new Date())
  await executedAgreement(scene, { now: new Date(), on: today })
  await page.goto(`/agreements/thread?clause=${clauseId}`, { waitUntil: 'networkidle' })
  await main.getByText('各站一致').waitFor()
  expect(await evidenceOf(keeper, 'BGM-3.1', accountId)).toMatchObject([
    { indicator: 'BGM-3.1', memberId: keeper.id, subjectKind: 'agreement', subjectId: agreementId, day: today },
  ])
  await page.context().close()
})
