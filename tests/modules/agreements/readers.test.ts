import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { list } from '@/lib/modules/agreements/list'
import { owner, person } from '@/tests/people'
import { aScene, look } from './scene'

/** Who serves the client, who has the agreement alone, who reads by office, and who has nothing to do with either. */
async function readers() {
  const { workspace, keeper, lead, manager, legal, colleague, agreementId, accountId } = await aScene()
  const onTeam = async (name: string, toDay: string | null) => {
    const actor = await person('accountManager', workspace, { name })
    await owner()`insert into account_team (workspace_id, id, account_id, member_id, role, from_day, to_day)
      values (${workspace.id}, gen_random_uuid(), ${accountId}, ${actor.id}, 'sales', '2020-01-01', ${toDay})`
    return actor
  }
  const [theirs, backup] = [
    await person('accountManager', workspace, { name: '協議負責' }),
    await person('accountManager', workspace, { name: '協議代理' }),
  ]
  await owner()`update agreements set owner_id = ${theirs.id}, backup_id = ${backup.id} where id = ${agreementId}`
  const serves = { keeper, lead, team: await onTeam('團隊', null), manager }
  const hasIt = { owner: theirs, backup }
  const strangers = { colleague, left: await onTeam('離隊', '2021-01-01') }
  return { serves, hasIt, strangers, legal, agreementId, accountId }
}

describe('who reads an agreement of a client', async () => {
  const { serves, hasIt, strangers, legal, agreementId, accountId } = await readers()
  const all: Record<string, Actor> = { ...serves, ...hasIt, ...strangers, legal }
  const always = Object.keys(serves)

  it.each([
    ['open, of an open client', false, false, Object.keys(all)],
    ['confidential, of an open client', false, true, [...always, ...Object.keys(hasIt), 'legal']],
    ['open, of a restricted client', true, false, always],
    ['confidential, of a restricted client', true, true, always],
  ])('%s', async (_, restricted, confidential, expected) => {
    await owner()`update accounts set restricted = ${restricted} where id = ${accountId}`
    await owner()`update agreements set confidential = ${confidential} where id = ${agreementId}`
    const found: string[] = []
    for (const [name, actor] of Object.entries(all)) {
      const { rows } = await ask(list, actor, {})
      const isRead = await look(actor, agreementId).then(
        () => true,
        ({ code }) => code !== 'notFound',
      )
      expect([name, rows.length === 1]).toEqual([name, isRead])
      if (isRead) found.push(name)
    }
    expect(found).toEqual(expected)
  })
})
