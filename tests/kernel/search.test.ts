import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import { command } from '@/lib/kernel/command'
import { ask, perform } from '@/lib/kernel/perform'
import { query } from '@/lib/kernel/query'
import { keepSearchable, searchIds } from '@/lib/kernel/search'
import { newcomer, person } from '@/tests/people'

const everyone = { name: 'test.find', roles: ['manager', 'accountManager'] } as const
const one = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  restricted: z.boolean().default(false),
  ownerId: z.uuid(),
})

const keep = command({
  name: 'test.keep',
  permission: everyone,
  input: one,
  async run(work, { id, text, restricted, ownerId }) {
    await keepSearchable(work, [{ kind: 'account', id, accountId: id, ownerId, restricted, texts: [text] }])
  },
})

const find = query({
  name: 'test.find',
  permission: everyone,
  input: z.strictObject({ text: z.string() }),
  run: (look, { text }) => searchIds(look, { kinds: ['account'], text, most: 10 }),
})

const found = async (actor: Actor, text: string) => (await ask(find, actor, { text })).length
const kept = (actor: Actor, text: string, restricted = false) =>
  perform(keep, actor, { id: crypto.randomUUID(), text, restricted, ownerId: actor.id })

it('finds by one, two and more characters, in either spelling, accents or not', async () => {
  const manager = await newcomer('manager')
  await kept(manager, '臺灣大安食品股份有限公司')
  await kept(manager, 'Antonio Moreno Taquería')
  for (const typed of ['安', '大安', '台灣大', '臺灣', 'ta', 'TAQ', 'taqueria', 'moreno taq', 'ａｎ'])
    expect([typed, await found(manager, typed)]).toEqual([typed, 1])
  for (const typed of ['鴻海', '安大', '%', '__', '\\', "'", 'aquerí_', '，', ' '])
    expect([typed, await found(manager, typed)]).toEqual([typed, 0])
})

it('keeps the latest text of a record only', async () => {
  const manager = await newcomer('manager')
  const id = crypto.randomUUID()
  await perform(keep, manager, { id, text: '舊名', ownerId: manager.id })
  await perform(keep, manager, { id, text: '新名', ownerId: manager.id })
  expect([await found(manager, '舊名'), await found(manager, '新名')]).toEqual([0, 1])
})

it('shows restricted records to their owner and to those who see everything, and nothing to other workspaces', async () => {
  const author = await newcomer('accountManager')
  const workspace = { id: author.workspaceId }
  await kept(author, '限閱客戶', true)
  expect(await found(author, '限閱')).toBe(1)
  expect(await found(await person('manager', workspace), '限閱')).toBe(1)
  expect(await found(await person('accountManager', workspace), '限閱')).toBe(0)
  expect(await found(await newcomer('manager'), '限閱')).toBe(0)
})
