import { expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { removeTerm, setTerm } from '@/lib/modules/terms/commands-terms'
import { find } from '@/lib/modules/terms/queries-find'
import { history } from '@/lib/modules/terms/queries-history'
import { newcomer, owner } from '@/tests/people'
import { aDraft, aScene, aStandard, done, grounds, net, noon, startDay } from './scene'

async function withDraft() {
  const scene = await aScene()
  await aStandard(scene, { paymentDays: net(60) })
  return { ...scene, versionId: await aDraft(scene, { paymentDays: net(75) }) }
}

it('the history of a version says who set which term to what, newest first', async () => {
  const { keeper, lead, versionId } = await withDraft()
  const more = { ...grounds, condition: '', unconditional: 'true' }
  await done(setTerm, lead, { versionId, code: 'paymentDays', value: net(90), ...more }, noon(startDay))
  await done(removeTerm, keeper, { versionId, code: 'paymentDays' }, noon(startDay))
  const { entries } = await ask(history, keeper, { versionId }, noon(startDay))
  const told = entries.map(({ event, term, by, fields }) => [event, term, by, fields.map(({ field }) => field)])
  expect(told.slice(0, 3)).toEqual([
    ['archived', '月結天數', '林怡君', []],
    ['changed', '月結天數', '蔡淑芬', ['value', 'condition', 'unconditional']],
    ['added', '月結天數', '林怡君', ['value', 'factors', 'reason', 'condition', 'unconditional']],
  ])
  expect(entries[1]?.fields[0]).toMatchObject({ before: '發票日後 75 天', after: '發票日後 90 天' })
})

it('the history of a version and the sheet in the palette are for those who see the account', async () => {
  const { colleague, keeper, accountId, versionId } = await withDraft()
  const found = async (actor: typeof keeper) =>
    (await ask(find, actor, { q: '大安' })).groups.flatMap(({ items }) => items.map(({ href }) => href))
  const href = `/accounts/${accountId}/terms?version=${versionId}`
  expect(await found(colleague)).toEqual([href])
  expect(await found(await newcomer('manager'))).toEqual([])
  await expect(ask(history, await newcomer('manager'), { versionId })).rejects.toThrow()
  await owner()`update accounts set restricted = true where id = ${accountId}`
  await expect(ask(history, colleague, { versionId })).rejects.toThrow()
  expect(await found(keeper)).toEqual([href])
  expect((await ask(find, keeper, { q: '' })).groups).toEqual([])
})
