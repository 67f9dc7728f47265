import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { exportResponse } from '@/lib/kernel/export/respond'
import { ask, perform } from '@/lib/kernel/perform'
import { checkPrices, submitDeal } from '@/lib/modules/pricing/commands-deals'
import { setFloor } from '@/lib/modules/pricing/commands-floors'
import { setCost } from '@/lib/modules/products/commands-costs'
import { catalogue, exportable } from '@/lib/modules/registry'
import { done } from '@/tests/modules/accounts/scene'
import { aCompany, now, today } from '@/tests/modules/pricing/scene'
import { owner, person } from '@/tests/people'

/** A cost and a floor that occur nowhere else, plain or with thousands separators. */
const cost = '41777.1234'
const floor = '39666.4321'
const secrets = /41,?777\.|39,?666\./

describe('what our products cost and how low we go', async () => {
  const { workspace, boss, lead, seller, accountId, productId } = await aCompany()
  await done(setCost, boss, { productId, validFrom: '2026-02-01', cost, currency: 'TWD' })
  await done(
    setFloor,
    boss,
    { productId, method: 'absolute', value: floor, currency: 'TWD', fromDay: '2026-01-01' },
    now,
  )
  const line = { productId, quantity: '10', price: '80' }
  const wish = { accountId, title: '年度報價', day: today, currency: 'TWD', lines: [line], paymentDays: '90' }
  const { id: dealCheckId } = await done(checkPrices, seller, wish, now)
  await done(submitDeal, seller, { dealCheckId, reason: '量大' }, now)
  const idsOf = async () => {
    const tables = await owner()<{ table: string }[]>`
      select c.relname::text as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`
    const rows = await Promise.all(
      tables.map(({ table }) =>
        owner().unsafe<{ id: string }[]>(`select * from ${table} where workspace_id = $1 limit 2`, [workspace.id]),
      ),
    )
    return rows.flat().flatMap(({ id }) => (id ? [id] : []))
  }
  const ids = await idsOf()
  const fieldsOf = (input: unknown) => Object.keys((input as { shape?: object }).shape ?? {})

  /** Everything that a question answers somebody, asked with every id that fits anywhere; refusals count as answers. */
  async function answers(name: string, actor: Actor): Promise<string> {
    const query = catalogue.queries.get(name)
    if (!query) throw new Error(name)
    const named = fieldsOf(query.input).filter((field) => /Id$/.test(field))
    const common = { accountId, productId, quantity: '10', day: today, currency: 'TWD', q: '醬油' }
    const known = Object.fromEntries(Object.entries(common).filter(([field]) => fieldsOf(query.input).includes(field)))
    const attempts: object[] = [{}, known, ...named.flatMap((field) => ids.map((id) => ({ ...known, [field]: id })))]
    const told = await Promise.all(
      attempts.map((attempt) =>
        ask(query, actor, attempt as never, now).catch((error: unknown) => String(JSON.stringify(error))),
      ),
    )
    return JSON.stringify(told)
  }

  const blind = [
    ['the account manager who serves the client', seller],
    ['an assistant', await person('salesAssistant', workspace)],
    ['a lawyer', await person('specialist', workspace, { disciplines: ['legal'] })],
  ] as const
  const cases = blind.flatMap(([who, actor]) =>
    [...catalogue.queries.keys()].map((name) => [name, who, actor] as const),
  )

  it.each(cases)('%s tells nothing of it to %s', async (name, _, actor) => {
    expect(await answers(name, actor)).not.toMatch(secrets)
  })

  it.each([...exportable.keys()])('the export of %s holds nothing of it', async (list) => {
    for (const [, actor] of blind) {
      const request = new Request(`http://localhost/api/export/${list}.csv`)
      const response = await exportResponse(request, `${list}.csv`, exportable, actor, 'en')
      expect(await response.text()).not.toMatch(secrets)
    }
  })

  it('no refusal names it, neither below the floor nor below cost', async () => {
    for (const price of ['1', '30000', '40000']) {
      const told = await perform(checkPrices, seller, { ...wish, lines: [{ ...line, price }] }, { now })
      expect(JSON.stringify(told)).not.toMatch(secrets)
      if (!told.ok) expect(told.refusal.sentence('en')).not.toMatch(secrets)
    }
  })

  it('those who see margins are told, so the look sees', async () => {
    const seen = []
    for (const name of catalogue.queries.keys()) if (secrets.test(await answers(name, lead))) seen.push(name)
    expect(seen.length).toBeGreaterThan(2)
  })
})
