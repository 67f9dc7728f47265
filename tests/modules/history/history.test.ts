import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/day'
import { pageSize } from '@/lib/kernel/list'
import { locales } from '@/lib/kernel/messages'
import { ask, perform } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { open } from '@/lib/modules/accounts/commands-open'
import { wordsOfCommand } from '@/lib/modules/command-words'
import { add } from '@/lib/modules/contacts/commands'
import { addPoint } from '@/lib/modules/contacts/commands-points'
import { history } from '@/lib/modules/history/queries'
import { firstIdAt } from '@/lib/modules/history/rules'
import { recordRead } from '@/lib/modules/links/commands'
import { catalogue } from '@/lib/modules/registry'
import { setTier } from '@/lib/modules/workspace/commands-settings'
import { aClient, holder, issued, now } from '@/tests/modules/links/scene'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'

const today = dayOf(new Date())

async function aStory() {
  const workspace = await aWorkspace()
  const [manager, colleague] = [await person('manager', workspace), await person('accountManager', workspace)]
  const account = { name: '大安食品股份有限公司', kind: 'customer', tier: 'A' }
  const opened = await perform(open, colleague, account)
  if (!opened.ok) throw opened.refusal
  const accountId = opened.value.id
  const added = await perform(add, manager, { accountId, displayName: '王大明' })
  if (!added.ok) throw added.refusal
  const personId = added.value.id
  await perform(addPoint, manager, { personId, kind: 'email', value: 'wang@example.com' })
  await perform(setTier, colleague, { tierId: accountId, version: 1, contactEveryDays: 7 })
  return { manager, colleague, accountId, personId }
}

describe('the history of the workspace', () => {
  it('says who did what to which record, newest first, and what was refused', async () => {
    const { manager, colleague, accountId, personId } = await aStory()
    const { rows } = await ask(history, manager, {})
    const wang = { kind: 'person', id: personId, name: '王大明' }
    expect(rows).toMatchObject([
      { member: colleague.name, what: 'workspace.setTier', outcome: 'refused', subjects: [] },
      { member: manager.name, what: 'contacts.addPoint', outcome: 'done', subjects: [wang] },
      { member: manager.name, what: 'contacts.add', outcome: 'done' },
      { what: 'accounts.open', subjects: [{ kind: 'account', id: accountId, name: '大安食品股份有限公司' }] },
    ])
    expect(rows[2]?.subjects[0]).toEqual(wang)
  })

  it('is narrowed to a member and to days', async () => {
    const { manager, colleague } = await aStory()
    const commandsOf = async (address: Record<string, string>) =>
      (await ask(history, manager, address)).rows.map(({ what }) => what)
    expect(await commandsOf({ member: colleague.id })).toEqual(['workspace.setTier', 'accounts.open'])
    expect(await commandsOf({ at: `${today}..${today}`, member: colleague.id })).toHaveLength(2)
    expect(await commandsOf({ at: '2020-01-01..2020-12-31' })).toEqual([])
    expect(await commandsOf({ at: '2020-01-01..' })).toHaveLength(4)
  })

  it('is for managers, administrators and auditors of this workspace', async () => {
    const { manager, colleague } = await aStory()
    await expect(ask(history, colleague, {})).rejects.toMatchObject({ code: 'notAllowed' })
    expect((await ask(history, await person('auditor', { id: manager.workspaceId }), {})).rows).toHaveLength(4)
    expect((await ask(history, await newcomer('administrator'), {})).rows).toEqual([])
  })

  it('goes there and back page by page, each from an index and without sorting what there is', async () => {
    const manager = await newcomer('manager')
    const other = await person('accountManager', { id: manager.workspaceId })
    const base = Date.now() - 100_000_000
    const entries = Array.from({ length: 3_000 }, (_, index) => ({
      workspace_id: manager.workspaceId,
      id: uuidv7({ msecs: base + index * 1_000 }),
      actor: 'member',
      actor_id: index % 50 === 0 ? other.id : manager.id,
      command: 'accounts.edit',
      input: {},
    }))
    const db = owner()
    for (let from = 0; from < entries.length; from += 1000)
      await db`insert into command_log ${db(entries.slice(from, from + 1000))}`
    await db`analyze command_log`

    const ids = (page: { rows: readonly { id: string }[] }) => page.rows.map(({ id }) => id)
    const first = await ask(history, manager, {})
    const second = await ask(history, manager, { after: first.after ?? '' })
    const back = await ask(history, manager, { before: second.before ?? '' })
    expect(ids(first)).toEqual(
      entries
        .toReversed()
        .slice(0, pageSize)
        .map(({ id }) => id),
    )
    expect(ids(second)).toEqual(
      entries
        .toReversed()
        .slice(pageSize, pageSize * 2)
        .map(({ id }) => id),
    )
    expect(ids(back)).toEqual(ids(first))
    expect([first.before, back.before]).toEqual([null, null])

    const log = sql`select id from command_log where workspace_id = ${manager.workspaceId}`
    const day = sql`and id >= ${firstIdAt(new Date(base))} and id < ${firstIdAt(new Date(base + 900_000))}`
    const plans: readonly (readonly [string, ReturnType<typeof sql>])[] = [
      ['command_log_workspace_id_id_pk', sql`${log} order by id desc limit 51`],
      ['command_log_workspace_id_id_pk', sql`${log} ${day} order by id desc limit 51`],
      ['command_log_actor', sql`${log} and actor_id = ${other.id} order by id desc limit 51`],
    ]
    for (const [index, statement] of plans) {
      const steps = await explained(manager, statement)
      expect([index, steps.some((step) => step.includes(index))]).toEqual([index, true])
      expect([index, steps.some((step) => /^\s*(?:->\s+)?Sort\b/.test(step))]).toEqual([index, false])
    }
  })

  it('has words for every command there is', () => {
    for (const locale of locales)
      expect([...catalogue.commands.keys()].filter((name) => wordsOfCommand(name, locale) === name)).toEqual([])
  })
})

async function explained(actor: Actor, statement: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await inTransaction(actor, 'read only', (tx) =>
    tx.execute<{ 'QUERY PLAN': string }>(sql`explain (costs off) ${statement}`),
  )
  return rows.map((row) => row['QUERY PLAN'])
}

it('what a client did by signed link is told with their name, and with the account that it was about', async () => {
  const { manager, accountId } = await aClient()
  const { client } = holder((await issued(manager, accountId)).token)
  await perform(recordRead, client, { network: '', device: '' }, { now })
  const auditor = await person('auditor', { id: manager.workspaceId })
  const { rows } = await ask(history, auditor, {})
  expect(rows[0]).toMatchObject({ what: 'links.recordRead', member: null, client: '王大明' })
  expect(rows.find(({ what }) => what === 'tests.sendPaper')).toMatchObject({
    member: manager.name,
    client: null,
    subjects: [{ kind: 'account', id: accountId }],
  })
})
