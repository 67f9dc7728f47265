import { expect, it } from 'vitest'
import { clientActor, clientTokenOf } from '@/lib/kernel/identity/client-link'
import { ask } from '@/lib/kernel/perform'
import { renewFeed, stopFeed } from '@/lib/modules/agreements/commands-feed'
import { feed } from '@/lib/modules/agreements/queries-feed'
import { owner } from '@/tests/people'
import { done, noon } from '../terms/scene'
import { anActiveScene, monthly, owed } from './obligations-scene'

const now = noon('2026-06-01')

/** What a calendar reads that knows this address. */
async function readBy(address: string) {
  const parts = clientTokenOf(new URL(address).pathname.split('/').at(-1) ?? '')
  if (!parts) throw new Error('no token')
  return ask(feed, clientActor(parts), { secretHash: parts.secretHash, language: 'zh-TW' }, now)
}

it('the calendar of a member holds their deadlines, ends and due days, and nobody else’s', async () => {
  const { keeper, colleague, agreementId } = await anActiveScene()
  await owed(keeper, agreementId, { ...monthly(keeper.id), schedule: 'once', everyMonths: '' }, noon('2026-01-05'))
  await owner()`update obligation_occurrences set due_on = '2026-06-30' where agreement_id = ${agreementId}`
  const mine = await readBy((await done(renewFeed, keeper, {})).address)
  expect(mine.entries.map(({ day, title }) => [day, title])).toEqual([
    ['2026-10-02', '通知期限：2026 年度合約'],
    ['2026-12-31', '屆滿：2026 年度合約'],
    ['2026-06-30', '履約：各門市當月銷售報表'],
  ])
  expect((await readBy((await done(renewFeed, colleague, {})).address)).entries).toEqual([])
})

it('a new link ends the one before, and a stopped one opens nothing', async () => {
  const { keeper } = await anActiveScene()
  const first = (await done(renewFeed, keeper, {})).address
  const second = (await done(renewFeed, keeper, {})).address
  await expect(readBy(first)).rejects.toMatchObject({ code: 'notFound' })
  await readBy(second)
  await done(stopFeed, keeper, {})
  await expect(readBy(second)).rejects.toMatchObject({ code: 'notFound' })
})

it('the link of a member who left opens nothing, and the secret alone is kept as a hash', async () => {
  const { keeper } = await anActiveScene()
  const { address } = await done(renewFeed, keeper, {})
  const [row] = await owner()<{ secret_hash: string }[]>`select secret_hash from calendar_feeds
    where member_id = ${keeper.id}`
  expect(address).not.toContain(row?.secret_hash)
  await owner()`update members set deactivated_at = now() where id = ${keeper.id}`
  await expect(readBy(address)).rejects.toMatchObject({ code: 'notFound' })
})
