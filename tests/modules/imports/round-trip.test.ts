import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { exportResponse } from '@/lib/kernel/export/respond'
import type { Locale } from '@/lib/kernel/messages'
import { edit } from '@/lib/modules/accounts/commands'
import { open } from '@/lib/modules/accounts/commands-open'
import { exportable } from '@/lib/modules/registry'
import { aWorkspace, owner, person } from '@/tests/people'
import { changesOf, checked, done, imported, northwind, ran, upload } from './scene'

/** Accounts as people have them: brought in, typed by hand, with every field and with signs that spreadsheets mistake. */
async function aCompany() {
  const workspace = await aWorkspace()
  const boss = await person(['administrator', 'manager'], workspace, { name: '張經理' })
  const lin = await person('accountManager', workspace, { name: '林怡君' })
  await imported(boss, 'customers.csv', northwind('customers.csv'))
  await imported(boss, 'suppliers.csv', northwind('suppliers.csv'))
  await done(open, lin, {
    name: '=大安食品, "總"公司',
    kind: 'customer',
    tier: 'A',
    englishName: '+Da-An Foods',
    businessNumber: '04595257',
    phone: '0912-345-678',
    city: '臺北市',
    region: '北區',
    country: '台灣',
    industry: '食品\n批發',
    segment: '-重點',
  })
  await done(open, lin, { name: '大安食品南港廠', kind: 'partner', status: 'prospect', businessNumber: '04595257' })
  return { boss, lin }
}

const every =
  'kind,tier,status,owner,dueOn,lastContact,city,industry,englishName,segment,country,region,phone,businessNumber,createdAt'

async function taken(actor: Actor, name: string, locale: Locale): Promise<Buffer> {
  const address = `http://localhost:3000/api/export/${name}?columns=${every}`
  const response = await exportResponse(new Request(address), name, exportable, actor, locale)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

describe('the list of accounts, taken along and brought in again', () => {
  const ways = [
    ['accounts.csv', 'zh-TW'],
    ['accounts.xlsx', 'zh-TW'],
    ['accounts.csv', 'en'],
    ['accounts.xlsx', 'en'],
  ] as const

  it.each(ways)('as %s in %s changes nothing', async (name, locale) => {
    const { boss } = await aCompany()
    const content = await taken(boss, name, locale)
    const before = await changesOf(boss)
    const again = await imported(boss, name, content)
    expect([again.checked, again.done]).toEqual([{ same: 122 }, { same: 122 }])
    expect(await changesOf(boss)).toBe(before)
  })

  it('changes exactly what was changed in the spreadsheet, whatever else became of the names meanwhile', async () => {
    const { boss } = await aCompany()
    const csv = (await taken(boss, 'accounts.csv', 'zh-TW')).toString()
    const [row] = await owner()`
      select id from accounts where workspace_id = ${boss.workspaceId} and name = 'Alfreds Futterkiste'`
    await done(edit, boss, { accountId: String(row?.id), note: '不在檔案裡的備註' })
    const content = Buffer.from(csv.replace('Alfreds Futterkiste', 'Alfreds Futterkiste GmbH'))
    const batchId = await upload(boss, 'accounts.csv', content)
    expect(await checked(boss, batchId)).toEqual({ update: 1, same: 121 })
    expect(await ran(boss, batchId)).toEqual({ update: 1, same: 121 })
    const [after] = await owner()`
      select name, note from accounts where workspace_id = ${boss.workspaceId} and id = ${String(row?.id)}`
    expect(after).toMatchObject({ name: 'Alfreds Futterkiste GmbH', note: '不在檔案裡的備註' })
  })
})
