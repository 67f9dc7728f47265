import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { edit } from '@/lib/modules/accounts/commands'
import { rawOf } from '@/lib/modules/imports/queries'
import { refusedFile } from '@/lib/modules/imports/queries-report'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'
import { csv, done, imported, undone } from './scene'

const header = ['客戶名稱', 'Email', '舊系統備註', '統一編號']
const idOf = async (actor: Actor, name: string) => {
  const [row] = await owner()`
    select id from accounts where workspace_id = ${actor.workspaceId} and name = ${name} and archived_at is null`
  return String(row?.id)
}

describe('what a file says beside our fields', () => {
  const file = csv([header, ['大安食品', 'sales@daan.example', '每月五號對帳', '']])

  it('is seen at the record, with the way to its row for those who may see the import', async () => {
    const workspace = await aWorkspace()
    const lin = await person('accountManager', workspace, { name: '林怡君' })
    const wang = await person('accountManager', workspace, { name: '王大為' })
    const { batchId } = await imported(lin, '舊系統.csv', file)
    const subjectId = await idOf(lin, '大安食品')
    const part = {
      fileName: '舊系統.csv',
      number: 2,
      columns: [
        { title: 'Email', value: 'sales@daan.example' },
        { title: '舊系統備註', value: '每月五號對帳' },
      ],
      notes: [{ code: 'contactWithoutName' }],
    }
    const href = `/imports/${batchId}?show=new&after=1#row-2`
    expect(await ask(rawOf, lin, { subjectId })).toMatchObject([{ ...part, href }])
    expect(await ask(rawOf, wang, { subjectId })).toMatchObject([{ ...part, href: null }])
  })

  it('is not seen of an account that one may not see, nor from another company, nor once it is undone', async () => {
    const workspace = await aWorkspace()
    const lin = await person('accountManager', workspace, { name: '林怡君' })
    const wang = await person('accountManager', workspace, { name: '王大為' })
    const { batchId } = await imported(lin, '舊系統.csv', file)
    const subjectId = await idOf(lin, '大安食品')
    expect(await ask(rawOf, await newcomer('manager'), { subjectId })).toEqual([])
    await done(edit, lin, { accountId: subjectId, restricted: 'true' })
    expect(await ask(rawOf, wang, { subjectId })).toEqual([])
    expect(await ask(rawOf, lin, { subjectId })).toHaveLength(1)
    await done(edit, lin, { accountId: subjectId, restricted: 'false' })
    const { batchId: second } = await imported(lin, '新.csv', csv([header, ['信義紙業', '', '備註', '']]))
    const other = await idOf(lin, '信義紙業')
    expect(await ask(rawOf, lin, { subjectId: other })).toHaveLength(1)
    expect(await undone(lin, second)).toEqual({ undone: 1 })
    expect(await ask(rawOf, lin, { subjectId: other })).toEqual([])
    expect(batchId).not.toBe(second)
  })
})

describe('the refused rows as a file', () => {
  const rows = [
    ['大安食品', '', '留著', '12345678'],
    ['信義紙業', '', '=HYPERLINK("https://evil.example")', '00000000'],
    ['松山電子', '', '好的一列', ''],
  ]
  const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

  it('hold the columns as they came and the reason in the reader’s language, and can be mended and brought in', async () => {
    const lin = await newcomer('accountManager')
    const { batchId } = await imported(lin, '名單.csv', csv([header, ...rows]))
    const response = await refusedFile(lin, batchId, 'refused.csv', 'zh-TW')
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('名單-被拒絕的列.csv')
    const table: string[][] = parse(await bytesOf(response), { bom: true })
    expect(table).toEqual([
      [...header, '原因'],
      ['大安食品', '', '留著', '12345678', '欄位「統一編號」：統一編號檢查碼不正確'],
      ['信義紙業', '', `'=HYPERLINK("https://evil.example")`, '00000000', '欄位「統一編號」：八個零不是統一編號'],
    ])
    const workbook = await bytesOf(await refusedFile(lin, batchId, 'refused.xlsx', 'en'))
    const [sheet] = await readXlsxFile(workbook)
    const cells = JSON.stringify(sheet)
    expect(cells).toContain('大安食品')
    expect(cells).not.toContain('松山電子')
    expect(cells).toContain('does not pass the check digit')
    const mended = csv(table.map((row, index) => (index === 0 ? row : row.with(3, ''))))
    expect((await imported(lin, '名單-修正.csv', mended)).done).toEqual({ new: 2 })
  })

  it('are handed to those who may see the import only', async () => {
    const workspace = await aWorkspace()
    const lin = await person('accountManager', workspace)
    const { batchId } = await imported(lin, '名單.csv', csv([header, ...rows]))
    const status = async (actor: Actor | null, name = 'refused.csv') =>
      (await refusedFile(actor, batchId, name, 'zh-TW')).status
    expect(await status(await person('manager', workspace))).toBe(200)
    expect(await status(await person('accountManager', workspace))).toBe(404)
    expect(await status(await newcomer('manager'))).toBe(404)
    expect(await status(null)).toBe(401)
    expect(await status(lin, 'everything.csv')).toBe(404)
  })
})
