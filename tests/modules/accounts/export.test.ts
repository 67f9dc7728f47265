import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { exportResponse } from '@/lib/kernel/export/respond'
import type { Locale } from '@/lib/kernel/messages'
import { edit } from '@/lib/modules/accounts/commands'
import { exportable } from '@/lib/modules/registry'
import { owner } from '@/tests/people'
import { aCompany, anAccount, done } from './scene'

const taken = (actor: Actor | null, name: string, address = '', locale: Locale = 'zh-TW', headers: HeadersInit = {}) =>
  exportResponse(
    new Request(`http://localhost:3000/api/export/${name}?${address}`, { headers }),
    name,
    exportable,
    actor,
    locale,
  )

async function rowsOf(actor: Actor, address = '', locale: Locale = 'zh-TW'): Promise<Record<string, string>[]> {
  const response = await taken(actor, 'accounts.csv', address, locale)
  return parse(Buffer.from(await response.arrayBuffer()), { bom: true, columns: true })
}

describe('exporting the list of accounts', () => {
  it('takes exactly what is shown: columns, filters, search and order, in the reader’s words, with the id', async () => {
    const { mine, other } = await aCompany()
    const a = await anAccount(mine, { name: '鴻海', tier: 'A', city: '新北市' })
    const b = await anAccount(mine, { name: '大安', tier: 'A', city: '台北市' })
    await anAccount(mine, { name: '一心', tier: 'B' })
    await anAccount(other, { name: '王品', tier: 'A' })
    const address = `columns=owner,city,tier&tier=A&owner=${mine.id}`
    expect(await rowsOf(mine, address)).toEqual([
      { 名稱: '大安', 負責人: '林怡君', 縣市: '台北市', 等級: 'A', ID: b },
      { 名稱: '鴻海', 負責人: '林怡君', 縣市: '新北市', 等級: 'A', ID: a },
    ])
    const english = await rowsOf(mine, `${address}&sort=-name&q=鴻`, 'en')
    expect(english).toEqual([{ Name: '鴻海', Owner: '林怡君', City: '新北市', Tier: 'A', ID: a }])
    expect(Object.keys((await rowsOf(mine, 'columns=nonsense'))[0] ?? {})).toEqual(['名稱', 'ID'])
  })

  it('takes permitted rows only', async () => {
    const { mine, other, manager, stranger } = await aCompany()
    await anAccount(mine, { name: '公開' })
    await anAccount(mine, { name: '機密', restricted: 'true' })
    expect((await rowsOf(mine)).map((row) => row.名稱)).toEqual(['公開', '機密'])
    expect((await rowsOf(manager)).map((row) => row.名稱)).toEqual(['公開', '機密'])
    expect((await rowsOf(other)).map((row) => row.名稱)).toEqual(['公開'])
    expect(await rowsOf(stranger)).toEqual([])
  })

  it('takes every page of a long list, each row once, in both formats', async () => {
    const { manager } = await aCompany()
    const total = 1_203
    const db = owner()
    const rows = Array.from({ length: total }, (_, i) => ({
      workspace_id: manager.workspaceId,
      id: uuidv7(),
      name: `客戶${(i * 7919) % 400}`,
      name_key: `key${i}`,
      owner_id: manager.id,
      due_on: '2026-12-01',
    }))
    await db`insert into accounts ${db(rows)}`
    const ids = (await rowsOf(manager)).map((row) => row.ID)
    expect(ids).toHaveLength(total)
    expect(new Set(ids)).toEqual(new Set(rows.map(({ id }) => id)))
    const workbook = await taken(manager, 'accounts', 'format=xlsx')
    const [sheet] = await readXlsxFile(Buffer.from(await workbook.arrayBuffer()))
    expect(sheet?.data).toHaveLength(total + 1)
    const [log] = await owner()`
      select input from command_log where workspace_id = ${manager.workspaceId} and command = 'lists.exported' order by id limit 1`
    expect(log?.input).toMatchObject({ list: 'accounts', format: 'csv', rows: total, complete: true })
  })

  it('is remembered with who asked, for what, and how many rows left', async () => {
    const { mine } = await aCompany()
    await anAccount(mine)
    await rowsOf(mine, 'tier=A&q=大安')
    const entries = await owner()`
      select command, actor_id, input from command_log
      where workspace_id = ${mine.workspaceId} and command like 'lists.%' order by id`
    expect(entries).toMatchObject([
      { command: 'lists.export', actor_id: mine.id, input: { list: 'accounts', address: { tier: 'A', q: '大安' } } },
      { command: 'lists.exported', input: { rows: 0, complete: true } },
    ])
  })

  it('attacks nobody’s spreadsheet', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine, { name: '=HYPERLINK("http://evil")' })
    await done(edit, mine, { accountId, city: '＋cmd' })
    expect(await rowsOf(mine, 'columns=city')).toMatchObject([{ 名稱: `'=HYPERLINK("http://evil")`, 縣市: "'＋cmd" }])
  })

  it('is saved under its name, and not for strangers, other sites, or lists that do not exist', async () => {
    const { mine } = await aCompany()
    const response = await taken(mine, 'accounts.xlsx')
    await response.arrayBuffer()
    expect(response.headers.get('content-disposition')).toMatch(/filename\*=UTF-8''%E5%AE%A2.*\.xlsx$/)
    expect((await taken(null, 'accounts.csv')).status).toBe(401)
    expect((await taken(mine, 'members.csv')).status).toBe(404)
    expect((await taken(mine, 'accounts.pdf')).status).toBe(404)
    expect((await taken(mine, 'accounts.csv', '', 'en', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })
})
