import type { Page } from 'playwright-core'
import type { Actor } from '@/lib/kernel/actor'
import { perform } from '@/lib/kernel/perform'
import { open } from '@/lib/modules/accounts/commands-open'
import { add } from '@/lib/modules/contacts/commands'
import { aWorkspace, owner, person } from '../people'

export type Scene = { manager: Actor; accountId: string; personId: string }

/** An account manager with one account that has been overdue for weeks, and Maria there. */
export async function aScene(): Promise<Scene> {
  const manager = await person('accountManager', await aWorkspace())
  const opened = await perform(open, manager, { kind: 'customer', name: 'Alfreds Futterkiste', tier: 'A' })
  if (!opened.ok) throw opened.refusal
  const accountId = opened.value.id
  await owner()`update accounts set due_on = current_date - 20, created_at = now() - interval '40 days'
    where workspace_id = ${manager.workspaceId} and id = ${accountId}`
  const added = await perform(add, manager, {
    accountId,
    displayName: 'Maria Anders',
    givenName: 'Maria',
    familyName: 'Anders',
  })
  if (!added.ok) throw added.refusal
  return { manager, accountId, personId: added.value.id }
}

export type Stored = { id: string; summary: string; channel: string; twoWay: boolean; archived: boolean }

/** What the database holds of this workspace's contacts, oldest first. */
export const contactsOf = async ({ workspaceId }: Actor): Promise<Stored[]> =>
  owner()<Stored[]>`
    select id, summary, channel, two_way as "twoWay", archived_at is not null as archived
    from interactions where workspace_id = ${workspaceId} order by id`

/** Opens the quick log by its key, from wherever the page is. */
export async function openByKey(page: Page): Promise<void> {
  await page.keyboard.press('l')
  await page.locator('#quick-log-summary:focus').waitFor()
}

export const notice = (page: Page, text: string | RegExp) => page.locator('.toast', { hasText: text }).first()
