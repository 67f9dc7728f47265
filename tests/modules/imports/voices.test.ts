import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { groupVoices } from '@/lib/modules/needs/commands-voices'
import { loudest, ungroupedOf } from '@/lib/modules/needs/queries-voices'
import { newcomer } from '@/tests/people'
import { anAccount } from '../accounts/scene'
import { batchOf, checked, csv, done, ran, undone, upload } from './scene'

const complaints = csv([
  ['客訴日期', '產品', '門市', '客訴內容', '受理管道'],
  ...Array.from({ length: 20 }, (_, n) => [
    `2026-04-${String(n + 1).padStart(2, '0')}`,
    '蜂蜜腰果',
    n < 18 ? '大安食品' : '路邊小店',
    '封口撕不開',
    n % 2 === 0 ? '0800 專線' : '門市',
  ]),
  ['2099-01-01', '蜂蜜腰果', '大安食品', '還沒發生', '門市'],
])

describe('a file of complaints', () => {
  it('comes in with product and retailer, the second time all the same, becomes one need, and goes again but for that', async () => {
    const manager = await newcomer('manager')
    const accountId = await anAccount(manager, { name: '大安食品' })
    const id = await upload(manager, '客訴.csv', complaints)
    expect((await batchOf(manager, id)).subject).toBe('voices')
    expect(await checked(manager, id)).toEqual({ new: 20, refused: 1 })
    await ran(manager, id)
    expect(await ask(loudest, manager, {})).toMatchObject([{ product: '蜂蜜腰果', voices: 20 }])
    const voices = await ask(ungroupedOf, manager, { product: '蜂蜜腰果' })
    expect(voices.filter((voice) => voice.accountId === accountId)).toHaveLength(18)
    expect(new Set(voices.map((voice) => voice.route))).toEqual(new Set(['hotline', 'store']))
    expect(await checked(manager, await upload(manager, '再來.csv', complaints))).toEqual({ same: 20, refused: 1 })
    const voiceIds = voices.slice(0, 5).map((voice) => voice.id)
    await done(groupVoices, manager, { voiceIds, accountId, title: '封口要好撕' })
    await undone(manager, id)
    expect(await ask(loudest, manager, {})).toEqual([])
  })
})
