import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { addPoint, archivePoint, editPoint, restorePoint } from '@/lib/modules/contacts/commands-points'
import { byId } from '@/lib/modules/contacts/queries'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { anAccount, aPerson, done, found, refused } from './scene'

const mobile = { kind: 'mobile', value: '0912-345-678', preferred: true } as const
const pointsOf = async (actor: Actor, personId: string) => (await ask(byId, actor, { personId })).points
const hits = async (actor: Actor, q: string) => (await found(actor, { q })).length

describe('a way to reach somebody', () => {
  it('is added, found by, changed, taken away and brought back', async () => {
    const manager = await newcomer('accountManager')
    const personId = await aPerson(manager, await anAccount(manager))
    const { id: pointId } = await done(addPoint, manager, { personId, ...mobile })
    expect(await hits(manager, '+886912345678')).toBe(1)
    await done(editPoint, manager, { pointId, version: 1, kind: 'mobile', value: '0922-000-111' })
    expect(await pointsOf(manager, personId)).toMatchObject([{ shown: '0922 000 111', preferred: true }])
    expect([await hits(manager, '+886912345678'), await hits(manager, '0922-000')]).toEqual([0, 1])
    await done(archivePoint, manager, { pointId })
    expect([await pointsOf(manager, personId), await hits(manager, '0922-000')]).toEqual([[], 0])
    await done(restorePoint, manager, { pointId })
    expect(await pointsOf(manager, personId)).toHaveLength(1)
  })

  it('is kept as typed and marked when it cannot be read, and never refused for it', async () => {
    const manager = await newcomer('accountManager')
    const personId = await aPerson(manager, await anAccount(manager))
    await done(addPoint, manager, { personId, kind: 'phone', value: '請洽總機' })
    await done(addPoint, manager, { personId, kind: 'phone', value: '02-2345-6789 轉老王' })
    expect(await pointsOf(manager, personId)).toMatchObject([
      { shown: '請洽總機', checked: false, link: null },
      { shown: '02-2345-6789 轉老王', checked: true, link: 'tel:+886223456789' },
    ])
  })

  it('is preferred alone of its kind', async () => {
    const manager = await newcomer('accountManager')
    const personId = await aPerson(manager, await anAccount(manager))
    await done(addPoint, manager, { personId, ...mobile })
    await done(addPoint, manager, { personId, ...mobile, value: '0922-000-111' })
    const preferred = (await pointsOf(manager, personId)).filter((point) => point.preferred)
    expect(preferred.map((point) => point.value)).toEqual(['0922-000-111'])
  })

  it('is kept once', async () => {
    const manager = await newcomer('accountManager')
    const personId = await aPerson(manager, await anAccount(manager))
    await done(addPoint, manager, { personId, ...mobile })
    const again = await refused(addPoint, manager, { personId, kind: 'mobile', value: '+886 912 345 678' })
    expect(again.fieldSentences('zh-TW')).toEqual({ value: '已有相同的聯絡方式。' })
  })

  it('is changed by nobody without the right and reached from no other company', async () => {
    const workspace = await aWorkspace()
    const owning = await person('accountManager', workspace)
    const personId = await aPerson(owning, await anAccount(owning))
    const { id: pointId } = await done(addPoint, owning, { personId, ...mobile })
    const outsider = await person('accountManager', workspace)
    const specialist = await person('specialist', workspace)
    const stranger = await newcomer('manager')
    const attempts = (actor: Actor) =>
      Promise.all([
        refused(addPoint, actor, { personId, kind: 'line', value: 'daming' }),
        refused(editPoint, actor, { pointId, version: 1, ...mobile }),
        refused(archivePoint, actor, { pointId }),
        refused(restorePoint, actor, { pointId }),
      ])
    const codes = async (actor: Actor) => [...new Set((await attempts(actor)).map((refusal) => refusal.code))]
    expect(await codes(outsider)).toEqual(['contacts.notYours'])
    expect(await codes(specialist)).toEqual(['notAllowed'])
    expect(await codes(stranger)).toEqual(['notFound'])
  })
})
