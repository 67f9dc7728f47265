import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { exportResponse } from '@/lib/kernel/export/respond'
import { ask, perform } from '@/lib/kernel/perform'
import { store } from '@/lib/modules/files/commands'
import { download } from '@/lib/modules/files/queries-download'
import { answer as answerPaper } from '@/lib/modules/links/commands'
import { forClient, panel, paperOf } from '@/lib/modules/links/queries'
import { pdfOfLink } from '@/lib/modules/links/queries-client'
import { edit, hear } from '@/lib/modules/needs/commands'
import { consult, fileLetterAnswer, sendLetter } from '@/lib/modules/needs/commands-consultation'
import { downloadLetter } from '@/lib/modules/needs/queries-letter'
import { checkPrices, submitDeal } from '@/lib/modules/pricing/commands-deals'
import { setFloor } from '@/lib/modules/pricing/commands-floors'
import { setCost } from '@/lib/modules/products/commands-costs'
import { catalogue, exportable } from '@/lib/modules/registry'
import { aPerson, done } from '@/tests/modules/contacts/scene'
import { holder } from '@/tests/modules/links/scene'
import { aCompany, now, today } from '@/tests/modules/pricing/scene'
import { owner, person } from '@/tests/people'

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const fieldsOf = (input: unknown) => Object.keys((input as { shape?: object }).shape ?? {})

/** Ids of one or two rows of every table of a workspace. */
async function someIdsOf(workspaceId: string): Promise<string[]> {
  const tables = await owner()<{ table: string }[]>`
    select c.relname::text as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`
  const rows = await Promise.all(
    tables.map(({ table }) =>
      owner().unsafe<{ id: string }[]>(`select * from ${table} where workspace_id = $1 limit 2`, [workspaceId]),
    ),
  )
  return rows.flat().flatMap(({ id }) => (id ? [id] : []))
}

/** Everything that a question answers somebody, asked with every id that fits anywhere; refusals count as answers. */
async function asking(workspaceId: string, common: Readonly<Record<string, unknown>>) {
  const ids = await someIdsOf(workspaceId)
  return async (name: string, actor: Actor): Promise<string> => {
    const query = catalogue.queries.get(name)
    if (!query) throw new Error(name)
    const named = fieldsOf(query.input).filter((field) => /Id$/.test(field))
    const known = Object.fromEntries(Object.entries(common).filter(([field]) => fieldsOf(query.input).includes(field)))
    const attempts: object[] = [{}, known, ...named.flatMap((field) => ids.map((id) => ({ ...known, [field]: id })))]
    const told = await Promise.all(
      attempts.map((attempt) =>
        ask(query, actor, attempt as never, now).catch((error: unknown) => String(JSON.stringify(error))),
      ),
    )
    return JSON.stringify(told)
  }
}

async function exported(list: string, actor: Actor): Promise<string> {
  const request = new Request(`http://localhost/api/export/${list}.csv`)
  return (await exportResponse(request, `${list}.csv`, exportable, actor, 'en')).text()
}

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
  const common = { accountId, productId, quantity: '10', day: today, currency: 'TWD', q: '醬油' }
  const answers = await asking(workspace.id, common)

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
    for (const [, actor] of blind) expect(await exported(list, actor)).not.toMatch(secrets)
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

describe('a letter that quotes a confidential need', async () => {
  /** Words that occur in the need, the letter, the client's answers and the name of their proof, and nowhere else. */
  const canary = '獨家綠茶代工'
  const { workspace, boss, lead, seller, colleague, accountId } = await aCompany()
  const personId = await aPerson(seller, accountId, { title: '採購經理' })
  const said = { method: 'contacts', personId, verbatim: `想談${canary}`, heardOn: today }
  const heard = { accountId, title: canary, kind: 'product', confidential: true, ...said }
  const { id: needId } = await done(hear, seller, heard, now)
  const reviews = [{ needId, outcome: 'changed', words: `${canary}改為明年` }]
  const { id: consultationId } = await done(consult, seller, { accountId, personId, channel: 'visit', reviews }, now)
  const { token = '' } = await done(sendLetter, seller, { consultationId }, now)
  const { client, secretHash } = holder(token)
  const { contentHash } = await ask(forClient, client, { secretHash }, now)
  await done(answerPaper, client, { contentHash, outcome: 'objected', comment: `${canary}是明年` }, now)
  const { id: fileId } = await done(store, seller, { name: `${canary}.png`, content: new Uint8Array(pixel) })
  const filed = { consultationId, method: 'line', answeredOn: today, fileId, comment: `${canary}沒錯` }
  await done(fileLetterAnswer, seller, filed, now)
  const subject = { subjectKind: 'consultation', subjectId: consultationId }
  const answers = await asking(workspace.id, { accountId, q: canary, ...subject })
  const linkId = client.id

  const blind = [
    ['an account manager who does not serve the client', colleague],
    ['an assistant', await person('salesAssistant', workspace)],
    ['a lead of others', await person('salesLead', workspace)],
    ['finance', await person('specialist', workspace, { disciplines: ['finance', 'director'] })],
  ] as const
  const cases = blind.flatMap(([who, actor]) =>
    [...catalogue.queries.keys()].map((name) => [name, who, actor] as const),
  )

  it.each(cases)('%s tells nothing of it to %s', async (name, _, actor) => {
    expect(await answers(name, actor)).not.toContain(canary)
  })

  it.each(blind)('neither letter, paper nor proof can be had by %s', async (_, actor) => {
    await expect(downloadLetter(actor, consultationId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(pdfOfLink(actor, linkId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(download(actor, fileId)).rejects.toMatchObject({ code: 'notFound' })
  })

  it.each([...exportable.keys()])('the export of %s holds nothing of it', async (list) => {
    for (const [, actor] of blind) expect(await exported(list, actor)).not.toContain(canary)
  })

  it('those who serve the client, their lead and managers read letter, paper, answers and proof, so the look sees', async () => {
    for (const actor of [seller, lead, boss]) {
      expect(JSON.stringify(await ask(paperOf, actor, { linkId }, now))).toContain(canary)
      const { links, answers: given } = await ask(panel, actor, { accountId, ...subject }, now)
      expect([links.length, given.map(({ comment }) => comment)]).toEqual([1, [`${canary}沒錯`, `${canary}是明年`]])
      await expect(download(actor, fileId)).resolves.toBeInstanceOf(Response)
    }
    const seen = []
    for (const name of catalogue.queries.keys()) if ((await answers(name, lead)).includes(canary)) seen.push(name)
    expect(seen).toEqual(expect.arrayContaining(['links.panel', 'links.paper', 'files.byId', 'files.ofAccount']))
  })

  it('is open to all once the need is, and closed again with it', async () => {
    const closed = () => expect(ask(paperOf, colleague, { linkId }, now)).rejects.toMatchObject({ code: 'notFound' })
    await done(edit, seller, { needId, version: 99, confidential: false }, now)
    expect(JSON.stringify(await ask(paperOf, colleague, { linkId }, now))).toContain(canary)
    await expect(download(colleague, fileId)).resolves.toBeInstanceOf(Response)
    await done(edit, seller, { needId, version: 99, confidential: true }, now)
    await closed()
    await expect(download(colleague, fileId)).rejects.toMatchObject({ code: 'notFound' })
  })
})
