import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { Refusal } from '@/lib/kernel/refusal'
import { catalogue } from '@/lib/modules/registry'
import { newcomer, owner } from '@/tests/people'
import { aFullWorkspace } from './full-workspace'

/** What an answer tells: nothing of it may differ between what is not ours and what does not exist. */
const said = (outcome: unknown) =>
  outcome instanceof Refusal ? [outcome.code, outcome.sentence('zh-TW'), outcome.fieldSentences('zh-TW')] : outcome

const everything = ['manager', 'administrator', 'auditor', 'salesLead', 'accountManager'] as const

describe('an id of another workspace', async () => {
  const theirs = await aFullWorkspace()
  const mine: Actor = await newcomer([...everything])
  const hashOfTheirs = async () => {
    const tables = await owner()<{ table: string }[]>`
      select c.relname::text as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`
    const parts = await Promise.all(
      tables.map(({ table }) =>
        owner().unsafe(
          `select count(*), md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t where workspace_id = $1`,
          [theirs.workspaceId],
        ),
      ),
    )
    return JSON.stringify(parts)
  }
  const fields = Object.entries(theirs.ids)

  it.each([...catalogue.commands.values()].map((command) => [command.name, command] as const))(
    'is answered by %s exactly like an id that does not exist, and changes nothing',
    async (_, command) => {
      const before = await hashOfTheirs()
      const attempt = async (ids: Readonly<Record<string, string>>) => {
        const result = await perform(command, mine, { ...theirs.input[command.name], ...ids })
        return said(result.ok ? 'done' : result.refusal)
      }
      const wanted = Object.keys(command.input.def && 'shape' in command.input ? (command.input.shape as object) : {})
      const named = fields.filter(([field]) => wanted.includes(field))
      if (named.length === 0) return
      const foreign = await attempt(Object.fromEntries(named))
      const unknown = await attempt(Object.fromEntries(named.map(([field]) => [field, crypto.randomUUID()])))
      expect(foreign).toEqual(unknown)
      if (theirs.input[command.name]) expect(foreign).not.toContain('invalid')
      expect(await hashOfTheirs()).toBe(before)
    },
  )

  it.each([...catalogue.queries.values()].map((query) => [query.name, query] as const))(
    'is answered by %s exactly like an id that does not exist',
    async (_, query) => {
      for (const [field, id] of fields) {
        const attempt = (value: string) => ask(query, mine, { [field]: value }).then(said, said)
        expect(await attempt(id)).toEqual(await attempt(crypto.randomUUID()))
        expect(await attempt('no-id')).toEqual(await attempt('%00'))
      }
    },
  )
})
