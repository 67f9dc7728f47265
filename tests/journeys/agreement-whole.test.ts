import { expect, it } from 'vitest'
import { aPageOf } from '../setup/signed-in'
import { agreedOnKpis, aLibrary, consented, drafted, signed, submitted, written } from './agreement-whole-contract'
import { theCompany, today } from './agreement-whole-scene'
import { amended, followed, imported, mended, readBy, renewed, split } from './agreement-whole-year'
import { faultsOf, looks } from './axe'
import { evidenceOf } from './evidence-of'

it('大安食品 as somebody new walks it: from the settled talks to a signed contract, a year of it, and the talks after', async () => {
  const company = await theCompany()
  const { keeper, manager, finance, accountId } = company
  await aLibrary(company)
  const page = await aPageOf(keeper)
  const agreementId = await drafted(page, company)
  await written(page, agreementId)
  await agreedOnKpis(page, agreementId)
  await submitted(page, agreementId)
  await consented(page, agreementId, company)
  const names = { ours: manager, theirs: '陳大安' }
  const paper = await signed(page, agreementId, names)
  for (const said of ['付款期間：60天', '進貨淨額2%', '端架陳列兩檔', '簽署證明', manager.name, '陳大安', paper.hash])
    expect(paper.text).toContain(said)

  await imported(page, agreementId)
  await mended(page, company)
  await amended(page, agreementId, company)
  await submitted(page, agreementId)
  await consented(page, agreementId, company)
  expect((await signed(page, agreementId, names)).text).toContain('促銷執行率')
  await readBy(page, agreementId, finance)
  await split(page, agreementId)
  await renewed(page, agreementId)
  await followed(page)

  for (const look of looks) {
    const seen = await aPageOf(keeper, look)
    for (const path of ['kpis', 'term', 'approval']) {
      await seen.goto(`/agreements/${agreementId}/${path}`, { waitUntil: 'networkidle' })
      expect([path, ...(await faultsOf(seen))]).toEqual([path])
    }
    await seen.context().close()
  }
  for (const indicator of ['BGM-3.1', 'BGM-4.2', 'BGM-4.3'])
    expect(await evidenceOf(keeper, indicator, accountId)).toContainEqual(
      expect.objectContaining({ indicator, memberId: keeper.id, day: today }),
    )
  await page.context().close()
}, 480_000)
