import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { admit } from '@/lib/kernel/admit'
import type { Look, Work } from '@/lib/kernel/command'
import { inPlatformTransaction, inTransaction, type ScopedTx } from '@/lib/kernel/transaction'
import { catalogue } from '@/lib/modules/registry'
import { owner } from '@/tests/people'
import { aFullWorkspace } from './full-workspace'

const now = new Date()
/** Words that stand in the records of the workspace and in no question. */
const words = /大安食品|永信物流|王大明|陳志明|確認交期|寄樣品|回覆報價|颱風|和平東路|先寒暄/

type Opened = <T>(work: (tx: ScopedTx) => Promise<T>) => Promise<T>
/** The mistake itself: a transaction that nobody told which workspace is asking. */
const withoutContext: Opened = (work) => inPlatformTransaction((tx) => work(tx as ScopedTx))

describe('without a workspace', async () => {
  const { actor, ids, input, workspaceId } = await aFullWorkspace()
  const within: Opened = (work) => inTransaction(actor, 'read only', work)
  const contentOf = async () => {
    const tables = await owner()<{ table: string }[]>`
      select c.relname::text as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`
    const hashes = tables.map(({ table }) =>
      owner().unsafe(
        `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t where workspace_id = $1`,
        [workspaceId],
      ),
    )
    return JSON.stringify(await Promise.all(hashes))
  }

  /** What a question shows of the workspace when it runs in such a transaction. */
  async function shown(name: string, opened: Opened): Promise<boolean> {
    const query = catalogue.queries.get(name)
    if (!query) throw new Error(name)
    const attempts = [{}, ids, ...Object.entries(ids).map(([field, id]) => ({ [field]: id })), { q: '大安' }]
    for (const attempt of attempts) {
      const told = await opened((tx) => query.run({ tx, actor, now } as Look, admit(query, actor, attempt))).catch(
        () => null,
      )
      if (words.test(JSON.stringify(told) ?? '')) return true
    }
    return false
  }

  it.each([...catalogue.queries.keys()])('%s shows nothing', async (name) => {
    expect(await shown(name, withoutContext)).toBe(false)
  })

  it('the same questions show much within it, so the look sees', async () => {
    const seen: string[] = []
    for (const name of catalogue.queries.keys()) if (await shown(name, within)) seen.push(name)
    expect(seen.length).toBeGreaterThan(15)
  })

  const workOf = (tx: ScopedTx, by: Actor): Work => {
    const work: Work = {
      tx,
      actor: by,
      now,
      commandId: crypto.randomUUID(),
      changes: [],
      saidOnce: new Set<string>(),
      call: (command, given) =>
        command.run(work, admit({ ...command, permission: { name: command.name, roles: by.roles } }, by, given)),
      emit: async () => {},
    }
    return work
  }

  it.each(Object.keys(input))('%s writes nothing', async (name) => {
    const command = catalogue.commands.get(name)
    if (!command) throw new Error(name)
    const fields = 'shape' in command.input ? Object.keys(command.input.shape as object) : []
    const given = {
      ...Object.fromEntries(Object.entries(ids).filter(([field]) => fields.includes(field))),
      ...input[name],
    }
    const before = await contentOf()
    await withoutContext((tx) => command.run(workOf(tx, actor), admit(command, actor, given))).catch(() => null)
    expect(await contentOf()).toBe(before)
  })
})
