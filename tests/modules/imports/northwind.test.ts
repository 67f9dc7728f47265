import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { rawOf } from '@/lib/modules/imports/queries'
import { aWorkspace, owner, person } from '@/tests/people'
import { changesOf, imported, liveCount, northwind, rowsOf } from './scene'

/** The company with its three files brought in by its first administrator. */
async function brought() {
  const boss = await person(['administrator', 'manager'], await aWorkspace())
  const batches = {
    customers: await imported(boss, 'customers.csv', northwind('customers.csv')),
    suppliers: await imported(boss, 'suppliers.csv', northwind('suppliers.csv')),
    employees: await imported(boss, 'employees.csv', northwind('employees.csv')),
  }
  return { boss, ...batches }
}

const accountNamed = async (actor: Actor, name: string) => {
  const [row] = await owner()`
    select a.*, p.display_name as contact, p.id as person, f.title, d.line, d.postal_code, e.source, e.value as number
    from accounts a
      join affiliations f on f.workspace_id = a.workspace_id and f.account_id = a.id
      join people p on p.workspace_id = a.workspace_id and p.id = f.person_id
      join account_addresses d on d.workspace_id = a.workspace_id and d.account_id = a.id
      join external_ids e on e.workspace_id = a.workspace_id and e.subject_id = a.id
    where a.workspace_id = ${actor.workspaceId} and a.name = ${name}`
  return row
}

describe('the Northwind company', () => {
  it('comes in whole: accounts, their people, and members with their managers; nothing is lost', async () => {
    const { boss, customers, suppliers, employees } = await brought()
    expect([customers.checked, suppliers.checked, employees.checked]).toEqual([{ new: 91 }, { new: 29 }, { new: 9 }])
    expect([customers.done, suppliers.done, employees.done]).toEqual([{ new: 91 }, { new: 29 }, { new: 9 }])
    expect(await liveCount(boss, 'accounts')).toBe(120)
    expect(await liveCount(boss, 'people')).toBe(120)
    const kinds = await owner()`
      select kind, count(*)::int as count from accounts where workspace_id = ${boss.workspaceId} group by kind order by 1`
    expect(kinds.map((row) => ({ ...row }))).toEqual([
      { kind: 'customer', count: 91 },
      { kind: 'supplier', count: 29 },
    ])
    expect(await accountNamed(boss, 'Blondesddsl père et fils')).toMatchObject({
      contact: 'Frédérique Citeaux',
      title: 'Marketing Manager',
      line: '24, place Kléber',
      city: 'Strasbourg',
      postal_code: '67000',
      phone: '88.60.15.31',
      source: 'customers',
      number: 'BLONP',
      owner_id: boss.id,
    })
    expect(await accountNamed(boss, 'New Orleans Cajun Delights')).toMatchObject({
      website: '#CAJUN.HTM#',
      number: '2',
    })
  })

  it('brings its members not yet invited, each under their manager, with every other column at hand', async () => {
    const { boss } = await brought()
    const members = await owner()`
      select m.id, m.name, m.status, m.title, m.phone, m.employed_from::text as "from", m.identity_id, s.name as superior
      from members m left join members s on s.workspace_id = m.workspace_id and s.id = m.reports_to_id
      where m.workspace_id = ${boss.workspaceId} and m.id <> ${boss.id} order by m.name`
    expect(members).toHaveLength(9)
    expect(new Set(members.map((row) => row.status))).toEqual(new Set(['notInvited']))
    const superiors = Object.fromEntries(members.map((row) => [row.name, row.superior]))
    expect(superiors).toMatchObject({
      'Andrew Fuller': null,
      'Nancy Davolio': 'Andrew Fuller',
      'Steven Buchanan': 'Andrew Fuller',
      'Michael Suyama': 'Steven Buchanan',
    })
    const nancy = members.find((row) => row.name === 'Nancy Davolio')
    expect(nancy).toMatchObject({ title: 'Sales Representative', phone: '(206) 555-9857', from: '1992-05-01' })
    const [part] = await ask(rawOf, boss, { subjectId: String(nancy?.id) })
    expect(Object.fromEntries(part?.columns.map(({ title, value }) => [title, value]) ?? [])).toMatchObject({
      title_of_courtesy: 'Ms.',
      birth_date: '1948-12-08',
      address: '507 - 20th Ave. E.\\nApt. 2A',
      extension: '5467',
    })
  })

  it('keeps phones and links as typed, and notes which could not be checked', async () => {
    const { boss, customers, suppliers } = await brought()
    const notesOf = async (batchId: string, number: number) =>
      (await rowsOf(boss, batchId))
        .find((row) => row.number === number)
        ?.detail.notes?.map(({ code, column }) => `${code} ${column}`)
    expect(await notesOf(suppliers.batchId, 3)).toEqual(['phoneUnchecked phone', 'linkUnchecked homepage'])
    const cactus = (await rowsOf(boss, customers.batchId)).find((row) => row.raw[0] === 'TORTU')
    expect(cactus).toMatchObject({ outcome: 'new', detail: { notes: [{ code: 'phoneUnchecked', column: 'phone' }] } })
    expect(await accountNamed(boss, 'Tortuga Restaurante')).toMatchObject({ phone: '(5) 555-2933' })
  })

  it('brought in again changes nothing at all', async () => {
    const { boss } = await brought()
    const before = await changesOf(boss)
    for (const [name, rows] of [
      ['customers.csv', 91],
      ['suppliers.csv', 29],
      ['employees.csv', 9],
    ] as const) {
      const { checked, done } = await imported(boss, name, northwind(name))
      expect([checked, done]).toEqual([{ same: rows }, { same: rows }])
    }
    expect(await changesOf(boss)).toBe(before)
  })
})
