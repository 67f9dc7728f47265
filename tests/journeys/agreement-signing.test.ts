import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayOf, daysBetween } from '@/lib/kernel/day'
import { runJob } from '@/lib/kernel/worker'
import { signOwn } from '@/lib/modules/agreements/commands-electronic'
import { markSealed, requestSeal, sendOriginal } from '@/lib/modules/agreements/commands-seals'
import { addSignatory } from '@/lib/modules/agreements/commands-signatories'
import { sendOut } from '@/lib/modules/agreements/commands-signing'
import { sendSigningLink } from '@/lib/modules/agreements/commands-signing-links'
import { certifyPaper, freezePaper } from '@/lib/modules/agreements/jobs'
import { textOf } from '../kernel/pdf-text'
import { approvedDraft, aScene, paperHash, sentAgreement } from '../modules/agreements/scene'
import { owner } from '../people'
import { aVisitor } from '../setup/browser'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { did } from './scene'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: false }
type Scene = { workspace: { id: string }; agreementVersionId: string }

const makes = (job: Parameters<typeof runJob>[0], { workspace, agreementVersionId }: Scene) =>
  runJob(job, {
    jobId: crypto.randomUUID(),
    workspaceId: workspace.id,
    payload: { agreementVersionId },
    now: new Date(),
  })

/** Draws a line on the field for names. */
async function draw(page: Page, pad: Locator) {
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('nothing to draw on')
  await page.mouse.move(box.x + 20, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.move(box.x + box.width - 20, box.y + 30)
  await page.mouse.up()
}

it('an agreement is sent from a laptop, signed on two phones and in the product, and kept with its certificate', async () => {
  const scene = await approvedDraft(await aScene())
  const { keeper, manager, agreementId } = scene
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/signing`, { waitUntil: 'networkidle' })
  const ours = main.getByRole('form', { name: '我方人員' })
  await ours.locator('select[name=memberId]').selectOption(manager.id)
  await ours.getByRole('radio', { name: '電子簽署' }).check({ force: true })
  await ours.getByRole('button', { name: '新增' }).click()
  await main.getByRole('rowheader', { name: manager.name }).waitFor()
  for (const name of ['陳大安', '羅美琪']) {
    const theirs = main.getByRole('form', { name: '對方人員' })
    await theirs.locator('input[name=name]').fill(name)
    await theirs.getByRole('radio', { name: '電子簽署' }).check({ force: true })
    await theirs.getByRole('button', { name: '新增' }).click()
    await main.getByRole('rowheader', { name }).waitFor()
  }
  await main.getByRole('checkbox', { name: /已告知對方/ }).check({ force: true })
  await main.getByRole('button', { name: '送出簽署' }).click()
  await main.getByText('版簽署中').waitFor()
  await makes(freezePaper, scene)
  await page.reload({ waitUntil: 'networkidle' })
  await expect.poll(() => main.innerText()).toContain('沒有電子郵件地址，請產生連結並自行轉交。')

  for (const name of ['陳大安', '羅美琪']) {
    await main.getByRole('link', { name: `簽署連結：${name}` }).click()
    await page.waitForURL('**link=**')
    await main.getByRole('button', { name: '產生連結' }).click()
    const address = (await main.locator('code').first().innerText()).trim()
    const client = await aVisitor(phone)
    await client.goto(new URL(address).pathname, { waitUntil: 'networkidle' })
    await client.getByRole('heading', { name: '關於電子簽署' }).waitFor()
    const objects = client.getByRole('button', { name: '我反對電子簽署，改採紙本' })
    expect(await objects.isVisible()).toBe(false)
    const fold = client.locator('summary', { hasText: '我想改採紙本簽署' })
    await fold.click()
    await objects.waitFor()
    expect(await faultsOf(client)).toEqual([])
    await fold.click()
    expect(await client.getByRole('main').innerText()).toContain('月結 60 天')
    expect(await faultsOf(client)).toEqual([])
    if (name === '陳大安') await client.locator('input[name=typedName]').fill(name)
    else await draw(client, client.getByRole('img', { name: /手寫姓名/ }))
    await client.getByRole('button', { name: '簽署', exact: true }).click()
    await client.getByText('請勾選同意以電子方式簽署。').first().waitFor()
    await client.locator('input[name=agreed]').check({ force: true })
    await client.getByRole('button', { name: '簽署', exact: true }).click()
    await client.getByRole('status').filter({ hasText: '您已於' }).waitFor()
    expect(await client.getByRole('button', { name: '簽署', exact: true }).count()).toBe(0)
    expect(await faultsOf(client)).toEqual([])
    await client.context().close()
    await page.goto(`/agreements/${agreementId}/signing`, { waitUntil: 'networkidle' })
  }

  const signer = await aPageOf(manager)
  await signer.goto(`/agreements/${agreementId}/signing`, { waitUntil: 'networkidle' })
  await signer.locator('input[name=typedName]').fill(manager.name)
  await signer.locator('input[name=agreed]').check({ force: true })
  await signer.getByRole('main').getByRole('button', { name: '簽署', exact: true }).click()
  await signer.getByText('由各方簽署完成').first().waitFor()
  await makes(certifyPaper, scene)
  await page.reload({ waitUntil: 'networkidle' })
  const late = daysBetween('2026-01-01', dayOf(new Date(), manager.timeZone))
  await main.getByText(`補簽，逾生效日 ${late} 天`).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    main.getByRole('link', { name: '簽署完成的文件與證明' }).click(),
  ])
  const text = textOf(await readFile(await download.path())).replace(/\s/g, '')
  for (const said of [
    '2026年度合約',
    '大安食品股份有限公司',
    '月結60天，票期30天。',
    '簽署證明',
    '輸入姓名：陳大安',
    '羅美琪的手寫簽名',
  ])
    expect(text).toContain(said)
  await page.goto(`/agreements/${agreementId}/history`, { waitUntil: 'networkidle' })
  const told = await main.innerText()
  for (const said of ['簽署人 陳大安', '簽署連結', '已簽']) expect(told).toContain(said)
  for (const each of [signer, page]) await each.context().close()
})

/** Signed by ours; the other side holds a link to a paper that says next to nothing. */
async function aRound() {
  const scene = await sentAgreement(await aScene(), 'electronic')
  const [oursId = '', theirsId = ''] = scene.signatoryIds
  const own = { shownHash: paperHash(), agreed: 'true', typedName: scene.manager.name }
  await did(signOwn, scene.manager, { signatoryId: oursId, ...own })
  const { address, linkId } = await did(sendSigningLink, scene.keeper, { signatoryId: theirsId })
  return { ...scene, path: new URL(address).pathname, linkId }
}

describe('whoever was sent a link', () => {
  it('declines with a reason: it is a draft again, no signature counts, and the link says that it is over', async () => {
    const { keeper, agreementId, path } = await aRound()
    const client = await aVisitor(phone)
    await client.goto(path, { waitUntil: 'networkidle' })
    await client.locator('summary', { hasText: '我不簽署' }).click()
    await client.locator('textarea[name=reason]').fill('付款天數不符')
    await client.getByRole('button', { name: '拒絕簽署' }).click()
    await client.getByText('您已拒絕簽署，感謝您的告知。').waitFor()
    expect(await faultsOf(client)).toEqual([])
    const page = await aPageOf(keeper)
    await page.goto(`/agreements/${agreementId}/signing`, { waitUntil: 'networkidle' })
    const said = await page.getByRole('main').innerText()
    expect(said).toContain('退回草稿：付款天數不符')
    expect(said).not.toContain('已簽')
    await page.goto(`/agreements/${agreementId}/history`, { waitUntil: 'networkidle' })
    expect(await page.getByRole('main').innerText()).toContain('付款天數不符')
    for (const each of [client, page]) await each.context().close()
  })

  it('is told so in a clear sentence when it was used before, and when its days are over', async () => {
    const { path, linkId } = await aRound()
    const [first, second] = [await aVisitor(phone), await aVisitor(phone)]
    for (const client of [first, second]) {
      await client.goto(path, { waitUntil: 'networkidle' })
      await client.locator('input[name=typedName]').fill('陳大安')
      await client.locator('input[name=agreed]').check({ force: true })
    }
    await first.getByRole('button', { name: '簽署', exact: true }).click()
    await first.getByRole('status').filter({ hasText: '您已於' }).waitFor()
    await second.getByRole('button', { name: '簽署', exact: true }).click()
    await second.getByText('已完成簽署。').first().waitFor()
    await owner()`update client_links set valid_until = now() - interval '1 day' where id = ${linkId}`
    const late = await aVisitor(phone)
    await late.goto(path, { waitUntil: 'networkidle' })
    await late.getByRole('heading', { name: '這個連結無法開啟' }).waitFor()
    expect(await faultsOf(late)).toEqual([])
    for (const each of [first, second, late]) await each.context().close()
  })
})

it('seals are asked for, the original is sent, and a scan that is too large or no scan is refused beside its field', async () => {
  const { keeper, agreementId } = await sentAgreement(await aScene())
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/signing`, { waitUntil: 'networkidle' })
  await main.locator('summary', { hasText: '申請用印' }).click()
  await main.locator('input[name=requestNumber]').fill('用印 115-083')
  await main.locator('input[name=copies]').fill('３')
  await main.getByRole('button', { name: '申請用印' }).click()
  await main.getByRole('rowheader', { name: '用印 115-083' }).waitFor()
  expect(await main.innerText()).toContain('3 份')
  await main.getByRole('link', { name: '登記用印：用印 115-083' }).click()
  await page.waitForURL('**step=sealed')
  await main.getByRole('button', { name: '登記用印' }).click()
  await page.waitForURL(/signing$/)
  await main.getByRole('link', { name: '寄出正本：用印 115-083' }).click()
  await page.waitForURL('**step=sent')
  await main.getByRole('button', { name: '寄出正本' }).click()
  await page.waitForURL(/signing$/)
  await main.getByText('正本外出').waitFor()

  await main.getByRole('link', { name: '登記簽署：許文雄' }).click()
  await page.waitForURL('**signed=**')
  expect(await main.innerText()).toContain('用印 115-083')
  await main.getByRole('radio', { name: '郵件' }).check({ force: true })
  const proof = main.locator('[data-field=fileId]')
  const scan = proof.locator('input[type=file]')
  const large = Buffer.alloc(26 * 1024 * 1024, 0x20)
  large.write('%PDF-1.4')
  await scan.setInputFiles({ name: '掃描.pdf', mimeType: 'application/pdf', buffer: large })
  await expect.poll(() => proof.locator('.refusal').innerText()).toContain('25')
  await scan.setInputFiles({
    name: '掃描.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ\u0090\u0000not a pdf'),
  })
  await expect.poll(() => proof.locator('.refusal').innerText()).not.toContain('25')
  expect(await main.getByRole('radio', { name: '郵件' }).isChecked()).toBe(true)
  await main.getByRole('button', { name: '登記', exact: true }).click()
  await main.getByText('請附上掃描檔、截圖或郵件作為證明。').first().waitFor()
  expect(await main.getByRole('radio', { name: '郵件' }).isChecked()).toBe(true)
  const right = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
  await scan.setInputFiles({ name: '掃描.pdf', mimeType: 'application/pdf', buffer: right })
  await proof.getByText('掃描.pdf').waitFor()
  await main.getByRole('button', { name: '登記', exact: true }).click()
  await page.waitForURL(/signing$/)
  await main.getByText('已簽').first().waitFor()
  await page.context().close()
})

it.each(looks)('the pages of signing show no fault in $language, $theme', async (look) => {
  const scene = await approvedDraft(await aScene())
  const { keeper, manager, agreementId, agreementVersionId } = scene
  const page = await aPageOf(keeper, look)
  const path = `/agreements/${agreementId}/signing`
  const seen = async (address: string) => {
    await page.goto(address, { waitUntil: 'networkidle' })
    for (const each of await page.getByRole('main').locator('details').all())
      await each.evaluate((it) => it.setAttribute('open', ''))
    expect({ address, faults: await faultsOf(page) }).toEqual({ address, faults: [] })
  }
  await seen(path)
  await did(addSignatory, keeper, { agreementVersionId, side: 'us', memberId: manager.id, method: 'seal' })
  const theirs = { agreementVersionId, side: 'them', name: '陳大安', title: '董事長', method: 'electronic' }
  await did(addSignatory, keeper, theirs)
  await did(sendOut, keeper, { agreementVersionId, noticeGiven: 'true' })
  await makes(freezePaper, scene)
  const { agreementSealId } = await did(requestSeal, keeper, { agreementVersionId, seals: ['company'], copies: '2' })
  await did(markSealed, keeper, { agreementSealId, sealedOn: '2026-01-05' })
  await did(sendOriginal, keeper, { agreementSealId, sentOn: '2026-01-06', dueBackOn: '2026-01-20' })
  const rows = await owner()<{ id: string; side: string }[]>`select id, side from agreement_signatories
    where version_id = ${agreementVersionId} and archived_at is null order by side`
  const [them, us] = rows.map(({ id }) => id)
  for (const each of [
    '',
    `?link=${them}`,
    `?signed=${us}`,
    `?declined=${us}`,
    `?seal=${agreementSealId}&step=returned`,
  ])
    await seen(`${path}${each}`)
  await seen(`/agreements/${agreementId}/history`)
  const { address } = await did(sendSigningLink, keeper, { signatoryId: them })
  const client = await aVisitor({ viewport: look.viewport, colorScheme: look.theme, locale: look.language })
  await client.goto(new URL(address).pathname, { waitUntil: 'networkidle' })
  expect(await faultsOf(client)).toEqual([])
  for (const each of [client, page]) await each.context().close()
})
