import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { clientActor, clientTokenOf } from '@/lib/kernel/identity/client-link'
import { ask } from '@/lib/kernel/perform'
import { measureMany } from '@/lib/modules/kpis/commands-intake'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { fileReply, hearReplies, share } from '@/lib/modules/kpis/commands-sharing'
import { byId } from '@/lib/modules/kpis/queries-record'
import { sharing } from '@/lib/modules/kpis/queries-sharing'
import { disputeIn } from '@/lib/modules/kpis/rules-sharing'
import { answer } from '@/lib/modules/links/commands'
import { beside, type Held } from '@/tests/beside'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { entered, inForce, onTime } from './scene'

const soon = noon('2026-03-05')
const punctual = { ...onTime, code: 'PAY', party: 'them' }

/** Two KPIs of January, one of each side, with values. */
async function measured() {
  const scene = await inForce([onTime, punctual])
  const { keeper, kpiIds } = scene
  const ids: string[] = []
  for (const kpiId of kpiIds) ids.push((await entered(keeper, kpiId, '2026-01', '96', soon)).measurementId)
  return { ...scene, ids }
}
type Measured = Awaited<ReturnType<typeof measured>>

const sent = ({ keeper, agreementId, ids }: Measured) =>
  done(share, keeper, { agreementId, measurementIds: ids, validDays: '30' }, soon)

/** The client answers each line by the link that they were given. */
async function answered(scene: Measured, said: Readonly<Record<string, string>>) {
  const { token = '' } = await sent(scene)
  await answeredBy(token, scene, said)
}

async function answeredBy(token: string, scene: Measured, answers: Readonly<Record<string, string>>) {
  const opened = clientTokenOf(token)
  const [link] = await owner()<{ content_hash: string }[]>`
    select content_hash from client_links where subject_id = ${scene.agreementId} order by id desc limit 1`
  if (!opened || !link) throw new Error('no link')
  const given = { contentHash: link.content_hash, outcome: 'confirmed', answers }
  const { answerId } = await done(answer, clientActor(opened, { name: '羅美琪', locale: 'zh-TW' }), given, soon)
  const { agreementId } = scene
  await done(hearReplies, workspaceActor(scene.workspace.id), { agreementId, answerId }, soon)
}

const linesOf = async ({ keeper, agreementId, ids }: Measured) => {
  const { lines } = await ask(sharing, keeper, { agreementId }, soon)
  return ids.map((id) => lines.find((line) => line.id === id))
}

describe('values shared with the client', () => {
  it('are agreed or disputed line by line, with their number and source beside ours', async () => {
    const scene = await measured()
    const [first = '', second = ''] = scene.ids
    await answered(scene, {
      [`m-${first}`]: 'agree',
      [`m-${second}`]: 'dispute',
      [`m-${second}-number`]: '９４．１％',
      [`m-${second}-source`]: '驗收紀錄',
      [`m-${second}-note`]: '3 月 2 日退單未列入',
    })
    expect(await linesOf(scene)).toMatchObject([
      { sharing: 'agreed', value: '96', theirValue: null },
      {
        sharing: 'disputed',
        value: '96',
        theirValue: '94.1',
        theirSource: '驗收紀錄',
        disputeNote: '3 月 2 日退單未列入',
      },
    ])
    const { periods } = await ask(byId, scene.keeper, { kpiId: scene.kpiIds[1] ?? '' }, soon)
    expect(periods.find(({ key }) => key === '2026-01')?.current).toMatchObject({
      sharing: 'disputed',
      theirValue: '94.1',
      theirSource: '驗收紀錄',
    })
  })

  it('are not disputed without a number that can be compared and its source, and not agreed beside another number', async () => {
    const scene = await measured()
    const [first = '', second = ''] = scene.ids
    const { token = '' } = await sent(scene)
    const wrongIn = async (given: Readonly<Record<string, string>>) => {
      const answers = { [`m-${second}`]: 'agree', [`m-${first}`]: 'dispute', ...given }
      const said = await answeredBy(token, scene, answers).then(
        () => '{}',
        ({ message }: Error) => message.slice(message.indexOf('{')),
      )
      const fields = Object.entries(JSON.parse(said) as Record<string, { code: string }>)
      return fields.map(([field, { code }]) => [field.replace(`answers.m-${first}`, ''), code])
    }
    expect(await wrongIn({})).toEqual([
      ['-number', 'theirNumberMissing'],
      ['-source', 'theirSourceMissing'],
    ])
    const from = { [`m-${first}-source`]: '驗收紀錄' }
    for (const odd of ['約 94', 'NaN', '1e5', '９９９９９９９９９９９９９９９', '94.1 天'])
      expect(await wrongIn({ ...from, [`m-${first}-number`]: odd })).toEqual([['-number', 'theirNumberUnfit']])
    const agreed = { [`m-${first}`]: 'agree', [`m-${first}-number`]: '0' }
    expect(await wrongIn(agreed)).toEqual([['', 'numberWithoutDispute']])
    expect(await wrongIn({ ...from, [`m-${first}-number`]: '0' })).toEqual([])
    expect((await linesOf(scene))[0]).toMatchObject({ sharing: 'disputed', theirValue: '0' })
  })

  it('that a link without a field for the number asked about keep what the note says', async () => {
    const scene = await measured()
    const [first = '', second = ''] = scene.ids
    const { token = '' } = await sent(scene)
    await owner()`update client_links set questions = (
        select jsonb_agg(each - 'disputed') from jsonb_array_elements(questions) each)
      where subject_id = ${scene.agreementId}`
    await answeredBy(token, scene, {
      [`m-${first}`]: 'dispute',
      [`m-${first}-note`]: '94.1%，驗收紀錄',
      [`m-${second}`]: 'dispute',
      [`m-${second}-note`]: '不對',
    })
    expect(await linesOf(scene)).toMatchObject([
      { sharing: 'disputed', theirValue: '94.1', theirSource: '驗收紀錄' },
      { sharing: 'shared', theirValue: null, disputeNote: '不對' },
    ])
    const told = await owner()`select kind from notifications where workspace_id = ${scene.workspace.id}
      and subject_id = ${scene.agreementId}`
    expect(told.map(({ kind }) => kind)).toContain('clientObjected')
  })

  it('are answered by mail or word as well, with proof, and a dispute with number and source', async () => {
    const scene = await measured()
    const { keeper, ids } = scene
    const said = { measurementId: ids[0], method: 'meeting', answeredOn: '2026-03-04', note: '羅協理口頭' }
    const disputes = { ...said, reply: 'dispute' }
    expect(await refusalOf(fileReply, keeper, disputes, soon)).toBe('kpis.theirValueMissing')
    expect(await refusalOf(fileReply, keeper, { ...disputes, theirValue: '94' }, soon)).toBe('kpis.theirSourceMissing')
    expect(await refusalOf(fileReply, keeper, { ...said, reply: 'agree', note: '' }, soon)).toBe('links.noteMissing')
    await done(fileReply, keeper, { ...disputes, theirValue: '９４', theirSource: '驗收單' }, soon)
    expect((await linesOf(scene))[0]).toMatchObject({ sharing: 'disputed', theirValue: '94', theirSource: '驗收單' })
    await done(fileReply, keeper, { ...said, reply: 'agree' }, soon)
    expect((await linesOf(scene))[0]).toMatchObject({ sharing: 'agreed', theirValue: null })
  })

  it('that were restated are shared anew; the link to the old number ends, and what was agreed is closed', async () => {
    const scene = await measured()
    const { keeper, manager, kpiIds, agreementId, ids } = scene
    await sent(scene)
    const again = { kpiId: kpiIds[0], period: '2026-01', numerator: '90', denominator: '100', reason: '補登退單' }
    await done(measure, keeper, again, soon)
    const links = await owner()`select revoked_at from client_links where subject_id = ${agreementId}`
    expect(links.every(({ revoked_at }) => revoked_at !== null)).toBe(true)
    const { lines } = await ask(sharing, keeper, { agreementId }, soon)
    expect(lines.find(({ kpiId }) => kpiId === kpiIds[0])).toMatchObject({ value: '90', sharing: 'notShared' })
    expect(await refusalOf(share, keeper, { agreementId, measurementIds: ids }, soon)).toBe('kpis.notCurrent')
    const agreed = { measurementId: ids[1], reply: 'agree', method: 'meeting', answeredOn: '2026-03-04', note: '口頭' }
    await done(fileReply, keeper, agreed, soon)
    const restate = { ...again, kpiId: kpiIds[1] }
    expect(await refusalOf(measure, keeper, restate, soon)).toBe('kpis.periodClosed')
    await done(measure, manager, restate, soon)
  })

  it('that another system restated are shared anew; the same values sent again leave the link open', async () => {
    const scene = await measured()
    const { keeper, agreementId } = scene
    await sent(scene)
    const [found] = await owner()`select code from agreements where id = ${agreementId}`
    const send = (value: string) =>
      done(
        measureMany,
        keeper,
        { rows: [{ agreement: found?.code, kpi: 'OTIF', period: '2026-01', numerator: value, denominator: '100' }] },
        soon,
      )
    const open = async () =>
      (await owner()`select 1 from client_links where subject_id = ${agreementId} and revoked_at is null`).length
    expect([await send('96'), await open()]).toMatchObject([{ unchanged: 1 }, 1])
    expect([await send('90'), await open()]).toMatchObject([{ revised: 1 }, 0])
    const { lines } = await ask(sharing, keeper, { agreementId }, soon)
    expect(lines.find(({ kpiId }) => kpiId === scene.kpiId)).toMatchObject({ value: '90', sharing: 'notShared' })
  })

  it('are not sent when they are restated at the same moment', async () => {
    const { keeper, agreementId, kpiId, ids } = await measured()
    const restated = {
      hold: (sql: Held) => sql`select 1 from kpis where id = ${kpiId} for update`,
      change: (sql: Held) => sql`update kpi_measurements set current = false where kpi_id = ${kpiId}`,
    }
    const shared = () => refusalOf(share, keeper, { agreementId, measurementIds: ids }, soon)
    expect(await beside(restated, shared)).toBe('kpis.notCurrent')
  })

  it('are sent by those who serve the account, at least one of them, and are nothing to another company', async () => {
    const scene = await measured()
    const { colleague, keeper, manager, agreementId, ids } = scene
    const about = { agreementId, measurementIds: ids }
    expect(await refusalOf(share, colleague, about, soon)).toBe('notAllowed')
    expect(await refusalOf(share, keeper, { agreementId, measurementIds: [] }, soon)).toBe('kpis.nothingChosen')
    const stranger = await newcomer('manager')
    expect(await refusalOf(share, stranger, about, soon)).toBe('notFound')
    const reply = { measurementId: ids[0], reply: 'agree', method: 'meeting', answeredOn: '2026-03-04', note: '口頭' }
    expect(await refusalOf(fileReply, stranger, reply, soon)).toBe('notFound')
    expect(await refusalOf(fileReply, colleague, reply, soon)).toBe('notAllowed')
    expect(await refusalOf(hearReplies, manager, { agreementId, answerId: ids[0] }, soon)).toBe('notAllowed')
    await expect(ask(sharing, stranger, { agreementId }, soon)).rejects.toMatchObject({ code: 'notFound' })
  })

  it.each([
    ['94.1%，驗收紀錄', '94.1', '驗收紀錄'],
    ['我們是 ９４．１ （ERP）', '94.1', 'ERP'],
    ['94.1', '94.1', null],
    ['不對', null, null],
    ['', null, null],
  ])('%s is %s from %s', (note, theirValue, theirSource) => {
    expect(disputeIn(note, 'percent')).toEqual({ theirValue, theirSource })
  })
})
