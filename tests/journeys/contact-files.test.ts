import { expect, it } from 'vitest'
import { log } from '@/lib/modules/interactions/commands'
import { owner } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { anAccountManager, did } from './scene'

const minutes = { name: '會議紀錄.txt', mimeType: 'text/plain', buffer: Buffer.from('第一季交期確認') }
const sample = { name: 'sample.txt', mimeType: 'text/plain', buffer: Buffer.from('sample') }

it('files are added to a contact that is on record, and one that was added by mistake is left out', async () => {
  const { actor, accountId } = await anAccountManager()
  const { id } = await did(log, actor, { accountId, channel: 'meeting', summary: '確認第一季交期' })
  const page = await aPageOf(actor)
  await page.goto(`/interactions/${id}/edit`, { waitUntil: 'networkidle' })
  await page.locator('.drop input[type=file]').setInputFiles([minutes, sample])
  await page.getByRole('button', { name: '移除 sample.txt' }).click()
  await page.getByText('會議紀錄.txt').waitFor()
  await page.getByRole('main').locator('button[type=submit]').click()
  await page.waitForURL(`**/interactions/${id}`)
  await page.getByText('會議紀錄.txt').waitFor()
  const linked = await owner()`
    select f.name from file_links l join files f on f.workspace_id = l.workspace_id and f.id = l.file_id
    where l.workspace_id = ${actor.workspaceId} and l.kind = 'interaction' and l.subject_id = ${id}`
  expect(linked).toEqual([{ name: '會議紀錄.txt' }])
  await page.context().close()
})

it.each(looks)('axe finds nothing in the form with a file added, in $language, $theme', async (look) => {
  const { actor, accountId } = await anAccountManager()
  const { id } = await did(log, actor, { accountId, channel: 'meeting', summary: '確認第一季交期' })
  const page = await aPageOf(actor, look)
  await page.goto(`/interactions/${id}/edit`, { waitUntil: 'networkidle' })
  await page.locator('.drop input[type=file]').setInputFiles(minutes)
  await page.getByText('會議紀錄.txt').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})
