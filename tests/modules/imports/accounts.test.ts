import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { open } from '@/lib/modules/accounts/commands-open'
import type { Mapping } from '@/lib/modules/imports/model'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'
import { changesOf, csv, done, imported, liveCount, rowsOf } from './scene'

type Choices = Partial<Mapping> & { source?: string }
const bring = async (actor: Actor, rows: string[][], choices: Choices = {}) => {
  const { batchId, checked, done: ran } = await imported(actor, 'accounts.csv', csv(rows), choices)
  expect(ran ?? {}).toEqual(checked)
  return rowsOf(actor, batchId)
}
const said = (rows: Awaited<ReturnType<typeof bring>>) => rows.map((row) => row.reason?.code ?? row.outcome)

describe('an account of a file', () => {
  it('is the one that has its number in that system, even under another name', async () => {
    const manager = await newcomer('manager')
    await bring(
      manager,
      [
        ['客戶編號', '客戶名稱'],
        ['C1', '大安食品'],
      ],
      { source: 'erp' },
    )
    const rows = await bring(
      manager,
      [
        ['客戶編號', '客戶名稱'],
        ['C1', '大安食品行'],
      ],
      { source: 'erp' },
    )
    expect(rows[0]).toMatchObject({
      outcome: 'update',
      detail: { differences: [{ field: 'name', before: '大安食品', after: '大安食品行' }] },
    })
    expect(
      said(
        await bring(
          manager,
          [
            ['客戶編號', '客戶名稱'],
            ['C1', '別家'],
          ],
          { source: 'pos' },
        ),
      ),
    ).toEqual(['new'])
  })

  it('is not taken for a customer because a supplier has the same number', async () => {
    const manager = await newcomer('manager')
    await bring(
      manager,
      [
        ['客戶編號', '客戶名稱'],
        ['1', '大安食品'],
      ],
      { source: 'erp' },
    )
    const rows = await bring(
      manager,
      [
        ['供應商編號', '供應商名稱'],
        ['1', '信義紙業'],
      ],
      { source: 'erp' },
    )
    expect(rows[0]?.reason).toMatchObject({ code: 'numberOfOther', params: { name: '大安食品' } })
  })

  it('is recognised by 統一編號 and name together; the number alone proposes and never decides', async () => {
    const manager = await newcomer('manager')
    const header = ['客戶名稱', '統一編號']
    await bring(manager, [header, ['大安食品股份有限公司', '04595257']])
    expect(said(await bring(manager, [header, ['大安食品（股）公司', '04595257']]))).toEqual(['same'])
    const [asked] = await bring(manager, [header, ['大安食品南港廠', '04595257']])
    expect(asked?.reason).toMatchObject({ code: 'sameNumber', params: { name: '大安食品股份有限公司' } })
    const [own] = await bring(manager, [header, ['大安食品南港廠', '04595257']], { sameNumber: 'new' })
    expect(own).toMatchObject({ outcome: 'new', detail: { notes: [{ code: 'newSameNumber' }] } })
  })

  it('is recognised by a name that reads the same, unless several do', async () => {
    const manager = await newcomer('manager')
    await bring(manager, [
      ['客戶名稱', '縣市'],
      ['台灣大安食品股份有限公司', '臺北市'],
    ])
    expect(
      said(
        await bring(manager, [
          ['客戶名稱', '電話'],
          ['臺灣大安食品', '02-23456789'],
        ]),
      ),
    ).toEqual(['update'])
    await done(open, manager, { name: '台灣大安食品', kind: 'customer', city: '臺南市' })
    expect(
      said(
        await bring(manager, [
          ['客戶名稱', '電話'],
          ['台灣大安食品', '1'],
        ]),
      ),
    ).toEqual(['severalAccounts'])
    expect(
      said(
        await bring(manager, [
          ['客戶名稱', '縣市', '電話'],
          ['台灣大安食品', '臺南市', '1'],
        ]),
      ),
    ).toEqual(['update'])
  })

  it('loses nothing where the file is blank', async () => {
    const manager = await newcomer('manager')
    await bring(manager, [
      ['客戶編號', '客戶名稱', '電話', '聯絡人', '職稱'],
      ['C1', '大安', '02-1', '王大明', '經理'],
    ])
    const rows = await bring(manager, [
      ['客戶編號', '客戶名稱', '電話', '聯絡人', '職稱'],
      ['C1', '', '', '王大明', ''],
    ])
    expect(said(rows)).toEqual(['same'])
  })

  it('brings each of its people once, and adds ways to reach them', async () => {
    const manager = await newcomer('manager')
    const header = ['客戶名稱', '聯絡人', '職稱', '手機', 'Email']
    const rows = await bring(manager, [
      header,
      ['大安食品', '王大明', '經理', '0912-345-678', ''],
      ['大安食品', '李小華', '專員', '', 'li@example.com'],
      ['大安食品', '王大明', '經理', '0912345678', 'wang@example.com'],
    ])
    expect(said(rows)).toEqual(['new', 'update', 'update'])
    expect([await liveCount(manager, 'accounts'), await liveCount(manager, 'people')]).toEqual([1, 2])
    const points = await owner()`
      select kind, value, checked from contact_points where workspace_id = ${manager.workspaceId} order by value`
    expect(points.map((row) => `${row.kind} ${row.value} ${row.checked}`)).toEqual([
      'mobile 0912-345-678 true',
      'email li@example.com true',
      'email wang@example.com true',
    ])
  })

  it('refuses what contradicts an earlier row of the file, so that the same file again changes nothing', async () => {
    const manager = await newcomer('manager')
    const file = [
      ['客戶編號', '客戶名稱', '電話'],
      ['C1', '大安', '02-1'],
      ['C1', '大安', '02-2'],
      ['C1', '大安', ''],
    ]
    const rows = await bring(manager, file)
    expect(said(rows)).toEqual(['new', 'contradicts', 'same'])
    expect(rows[1]?.reason?.params).toEqual({ row: 2, before: '02-1', after: '02-2' })
    expect(said(await bring(manager, file))).toEqual(['same', 'contradicts', 'same'])
  })

  it('stands under its parent wherever the parent stands in the file; a circle is refused', async () => {
    const manager = await newcomer('manager')
    const rows = await bring(manager, [
      ['客戶名稱', '母公司'],
      ['南港廠', '大安集團'],
      ['大安集團', ''],
      ['甲', '乙'],
      ['乙', '甲'],
      ['丙', '沒有這家'],
    ])
    expect(said(rows)).toEqual(['new', 'new', 'parentUnknown', 'parentUnknown', 'parentUnknown'])
    const [unit] = await owner()`
      select p.name from accounts a join accounts p on p.workspace_id = a.workspace_id and p.id = a.parent_id
      where a.workspace_id = ${manager.workspaceId} and a.name = '南港廠'`
    expect(unit?.name).toBe('大安集團')
    expect(
      said(
        await bring(manager, [
          ['客戶名稱', '母公司'],
          ['大安集團', '南港廠'],
        ]),
      ),
    ).toEqual(['parentLoop'])
  })

  it('belongs to whoever brings it, or to the member that its row names', async () => {
    const workspace = await aWorkspace()
    const manager = await person('manager', workspace, { name: '張經理' })
    const lin = await person('accountManager', workspace, { name: '林怡君' })
    const rows = await bring(manager, [
      ['客戶名稱', '業務'],
      ['大安', '林怡君'],
      ['信義', ''],
      ['松山', '沒有這人'],
    ])
    expect(said(rows)).toEqual(['new', 'new', 'ownerUnknown'])
    const owners = await owner()`select name, owner_id from accounts where workspace_id = ${workspace.id} order by name`
    expect(owners.map((row) => row.owner_id)).toEqual(expect.arrayContaining([lin.id, manager.id]))
  })

  it('is opened and changed only by those who may edit it', async () => {
    const workspace = await aWorkspace()
    const [lin, wang] = [
      await person('accountManager', workspace, { name: '林怡君' }),
      await person('accountManager', workspace, { name: '王大為' }),
    ]
    await done(open, wang, { name: '王家客戶', kind: 'customer', phone: '02-1' })
    await done(open, wang, { name: '機密客戶', kind: 'customer', restricted: 'true' })
    const rows = await bring(lin, [
      ['客戶名稱', '電話', '業務'],
      ['王家客戶', '02-2', ''],
      ['王家客戶', '02-1', ''],
      ['機密客戶', '02-3', ''],
      ['新客戶', '', '王大為'],
    ])
    expect(said(rows)).toEqual(['notYours', 'same', 'new', 'ownerNotYours'])
  })

  it('of another company is never met', async () => {
    const [one, two] = [await newcomer('manager'), await newcomer('manager')]
    const file = [
      ['客戶編號', '客戶名稱', '統一編號'],
      ['C1', '大安食品', '04595257'],
    ]
    await bring(one, file)
    expect(said(await bring(two, file))).toEqual(['new'])
  })
})

const name = fc.constantFrom('大安', '信義', '松山', '內湖')
const cells = fc.record({
  number: fc.constantFrom('', '1', '2', '3'),
  name: fc.oneof({ weight: 6, arbitrary: name }, { weight: 1, arbitrary: fc.constant('') }),
  phone: fc.constantFrom('', '02-1', '02-2'),
  tier: fc.constantFrom('', 'A', 'B', 'Z'),
  contact: fc.constantFrom('', '王大明', '李小華'),
  title: fc.constantFrom('', '經理', '專員'),
  parent: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: name }),
})

describe('whatever a file holds', () => {
  it('the dry run tells exactly what the run does, and the same file again writes nothing', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 14 }), async (rows) => {
        const manager = await newcomer('manager')
        const header = ['客戶編號', '客戶名稱', '電話', '等級', '聯絡人', '職稱', '母公司']
        const file = csv([
          header,
          ...rows.map((row) => [row.number, row.name, row.phone, row.tier, row.contact, row.title, row.parent]),
        ])
        const first = await imported(manager, 'a.csv', file, { source: 'x' })
        expect(first.done ?? {}).toEqual(first.checked)
        const before = await changesOf(manager)
        const second = await imported(manager, 'a.csv', file, { source: 'x' })
        expect(second.done ?? {}).toEqual(second.checked)
        expect(second.checked?.new ?? 0).toBe(0)
        expect(second.checked?.update ?? 0).toBe(0)
        expect(await changesOf(manager)).toBe(before)
      }),
      { numRuns: process.env.ACCORD_BARS === 'full' ? 200 : 25 },
    )
  })
})
