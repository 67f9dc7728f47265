import { describe, expect, it } from 'vitest'
import { aWorkspace, person } from '@/tests/people'
import { imported, liveCount, northwind } from './scene'

describe('the Northwind company', () => {
  it('comes in whole: customers, suppliers, their people, and the members with their managers', async () => {
    const workspace = await aWorkspace()
    const boss = await person(['administrator', 'manager'], workspace)
    const customers = await imported(boss, 'customers.csv', northwind('customers.csv'))
    expect(customers.checked).toEqual({ new: 91 })
    expect(customers.done).toEqual({ new: 91 })
    const suppliers = await imported(boss, 'suppliers.csv', northwind('suppliers.csv'))
    expect(suppliers.done).toEqual({ new: 29 })
    const employees = await imported(boss, 'employees.csv', northwind('employees.csv'))
    expect(employees.done).toEqual({ new: 9 })
    expect(await liveCount(boss, 'accounts')).toBe(120)
    expect(await liveCount(boss, 'people')).toBe(120)
    expect(await liveCount(boss, 'members')).toBe(10)
  })
})
