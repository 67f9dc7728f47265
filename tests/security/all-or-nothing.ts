import { expect, it } from 'vitest'
import { z } from 'zod'
import { statements } from '@/db/client'
import { command } from '@/lib/kernel/command'
import { perform } from '@/lib/kernel/perform'
import { catalogue } from '@/lib/modules/registry'
import { owner } from '@/tests/people'
import { aFullWorkspace } from './full-workspace'

class Fault extends Error {}

/** Everything of a workspace but what is only remembered about attempts. */
async function contentOf(workspaceId: string): Promise<string> {
  const tables = await owner()<{ table: string }[]>`
    select c.relname::text as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'command_log' order by 1`
  const parts = await Promise.all(
    tables.map(async ({ table }) => [
      table,
      await owner().unsafe(
        `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t where workspace_id = $1`,
        [workspaceId],
      ),
    ]),
  )
  return JSON.stringify(parts)
}

/** So many files share the commands: one alone would keep a processor busy long after all others are done. */
const shares = 4

/** Fails each command of this share, from 1, at each of its statements. */
export async function failsWhole(share: number): Promise<void> {
  const { input: inputs } = await aFullWorkspace()
  const names = Object.keys(inputs).filter((_, index) => index % shares === share - 1)

  it.each(names)('%s leaves nothing half-written, and succeeds when tried again', async (name) => {
    const scene = await aFullWorkspace()
    const tried = catalogue.commands.get(name)
    if (!tried) throw new Error(name)
    const fields = 'shape' in tried.input ? Object.keys(tried.input.shape as object) : []
    const ids = Object.fromEntries(Object.entries(scene.ids).filter(([field]) => fields.includes(field)))
    const input = { ...ids, ...scene.input[name] }
    const before = await contentOf(scene.workspaceId)
    const listen = statements.listener
    for (let n = 1; ; n++) {
      let sent = 0
      statements.listener = (text) => {
        listen?.(text)
        if (++sent === n) throw new Fault()
      }
      const outcome = await perform(tried, scene.actor, input).catch(() => null)
      statements.listener = listen
      if (outcome) {
        expect([n > 2, outcome.ok, outcome.ok || outcome.refusal]).toEqual([true, true, true])
        break
      }
      expect(await contentOf(scene.workspaceId)).toBe(before)
      expect(n).toBeLessThan(200)
    }
  })
}

/** A command that keeps to nothing: the look of these tests would see it. */
export function seesHalves(): void {
  it('one that wrote a part outside its transaction would be noticed', async () => {
    const scene = await aFullWorkspace()
    const careless = command({
      name: 'test.careless',
      permission: { name: 'test.careless', roles: ['manager'] },
      input: z.strictObject({}),
      async run({ actor }) {
        await owner()`update members set name = '半途' where workspace_id = ${actor.workspaceId}`
        throw new Fault()
      },
    })
    const before = await contentOf(scene.workspaceId)
    await expect(perform(careless, scene.actor, {})).rejects.toThrow(Fault)
    expect(await contentOf(scene.workspaceId)).not.toBe(before)
  })
}
