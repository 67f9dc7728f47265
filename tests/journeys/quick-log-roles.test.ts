import { expect, it } from 'vitest'
import { claimSlot, confirmSlot } from '@/lib/modules/contacts/commands-slots'
import { owner } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { aScene, notice, openByKey } from './quick-log-scene'
import { daysAgo, did } from './scene'

/** Maria decides there, as she confirmed half a year ago; that ends in a few days. */
async function aFadingRole() {
  const scene = await aScene()
  const { manager, accountId, personId } = scene
  const { id } = await did(claimSlot, manager, { accountId, slot: 'decisionMaker', personId })
  await did(confirmSlot, manager, { keyContactId: id, method: 'meeting' }, daysAgo(172))
  const standing = () => owner()<{ method: string; evidence: boolean }[]>`
    select method, evidence_id is not null as evidence from confirmations
    where workspace_id = ${manager.workspaceId} and voided_at is null`
  return { ...scene, standing }
}

it('one key says that the role of somebody present is unchanged, and undo takes that back too', async () => {
  const { manager, accountId, standing } = await aFadingRole()
  const page = await aPageOf(manager)
  const offer = page.getByRole('button', { name: '角色未變' })
  await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
  await openByKey(page)
  await page.keyboard.insertText('電話問候')
  expect(await offer.count()).toBe(0)
  await page.keyboard.insertText('，跟Maria確認Q1交期')
  await offer.waitFor()
  await page.keyboard.press('Alt+0')
  await expect.poll(() => offer.getAttribute('aria-pressed')).toBe('true')
  await page.keyboard.press('Control+Enter')
  await notice(page, '已重新確認 1 個關鍵角色').waitFor()
  expect(await standing()).toEqual([{ method: 'call', evidence: true }])
  await page.locator('.toast button', { hasText: '復原' }).click()
  await expect.poll(standing).toEqual([{ method: 'meeting', evidence: false }])
  await page.context().close()
})

it.each(looks)('axe finds nothing where a role is offered, in $language, $theme', async (look) => {
  const { manager, accountId } = await aFadingRole()
  const page = await aPageOf(manager, look)
  await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
  await openByKey(page)
  await page.keyboard.insertText('跟Maria確認Q1交期')
  await page.locator('[aria-keyshortcuts="Alt+0"]').click()
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})
