import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { setFacts } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { addSignatory, removeSignatory } from '@/lib/modules/agreements/commands-signatories'
import { keepFrozen, recall, recordDeclined, recordSigned, sendOut } from '@/lib/modules/agreements/commands-signing'
import { freezePaper } from '@/lib/modules/agreements/jobs'
import { downloadPaper } from '@/lib/modules/agreements/queries-downloads'
import { signing } from '@/lib/modules/agreements/queries-signing'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import {
  approvedAgreement,
  aScan,
  aScene,
  executedAgreement,
  frozenPaper,
  look,
  sentAgreement,
  sentOut,
  signedOn,
} from './scene'

type Scene = Awaited<ReturnType<typeof aScene>>
const seen = ({ keeper, agreementId }: Scene, now = sentOut) => ask(signing, keeper, { agreementId }, now)
const statesOf = async (scene: Scene) => (await seen(scene)).signatories.map(({ name, state }) => `${name} ${state}`)
const timeline = ({ agreementId }: Scene) => owner()<{ from_day: string; until_day: string | null }[]>`
  select from_day::text, until_day::text from agreement_timeline where agreement_id = ${agreementId}`

describe('an approved version', () => {
  it('goes out when a signer of each side is named, and then stands still', async () => {
    const scene = await approvedAgreement(await aScene())
    const { keeper, manager, agreementVersionId } = scene
    expect(await refusalOf(sendOut, keeper, { agreementVersionId })).toBe('agreements.noSignerOfOurs')
    await done(addSignatory, keeper, { agreementVersionId, side: 'us', memberId: manager.id, method: 'seal' })
    expect(await refusalOf(sendOut, keeper, { agreementVersionId })).toBe('agreements.noSignerOfTheirs')
    await done(addSignatory, keeper, { agreementVersionId, side: 'them', name: '陳大安', method: 'seal' })
    await done(sendOut, keeper, { agreementVersionId }, sentOut)
    expect((await look(keeper, scene.agreementId)).state).toBe('outForSignature')
    expect(await refusalOf(sendOut, keeper, { agreementVersionId })).toBe('agreements.signing_outForSignature')
    const clause = { agreementVersionId, heading: '付款', body: '月結', aspect: 'credit' }
    expect(await refusalOf(addClause, keeper, clause)).toBe('agreements.notDraft')
    const late = { agreementVersionId, side: 'us', name: '別人', method: 'ink' }
    expect(await refusalOf(addSignatory, keeper, late)).toBe('agreements.signing_outForSignature')
  })

  it('goes out for electronic signing only with the notice that the other side was given', async () => {
    const { keeper, manager, agreementVersionId } = await approvedAgreement(await aScene())
    await done(addSignatory, keeper, { agreementVersionId, side: 'us', memberId: manager.id, method: 'electronic' })
    await done(addSignatory, keeper, { agreementVersionId, side: 'them', name: '陳大安', method: 'ink' })
    expect(await refusalOf(sendOut, keeper, { agreementVersionId })).toBe('agreements.noticeMissing')
    await done(sendOut, keeper, { agreementVersionId, noticeGiven: 'true' })
  })

  it('is not sent out while it is drafted, nor by somebody who does not serve the account, nor from elsewhere', async () => {
    const { keeper, colleague, legal, agreementVersionId } = await aScene()
    expect(await refusalOf(sendOut, keeper, { agreementVersionId })).toBe('agreements.signing_draft')
    const named = { agreementVersionId, side: 'us', name: '王', method: 'ink' }
    for (const actor of [colleague, legal]) {
      expect(await refusalOf(addSignatory, actor, named)).toBe('notAllowed')
      expect(await refusalOf(sendOut, actor, { agreementVersionId })).toBe('notAllowed')
      expect(await refusalOf(recall, actor, { agreementVersionId, reason: '改' })).toBe('notAllowed')
    }
    const stranger = await newcomer('manager')
    expect(await refusalOf(addSignatory, stranger, named)).toBe('notFound')
    expect(await refusalOf(sendOut, stranger, { agreementVersionId })).toBe('notFound')
  })
})

describe('those who sign', () => {
  it('are colleagues, people of the account, or a name; nobody twice, and they can be taken off again', async () => {
    const { keeper, manager, agreementVersionId } = await aScene()
    const ours = { agreementVersionId, side: 'us', memberId: manager.id, method: 'ink' }
    const { signatoryId } = await done(addSignatory, keeper, ours)
    expect(await refusalOf(addSignatory, keeper, ours)).toBe('agreements.signatoryTwice')
    expect(await refusalOf(addSignatory, keeper, { agreementVersionId, side: 'them' })).toBe('agreements.nameMissing')
    const electronic = { agreementVersionId, side: 'us', name: '外人', method: 'electronic' }
    expect(await refusalOf(addSignatory, keeper, electronic)).toBe('agreements.colleagueNeeded')
    await done(removeSignatory, keeper, { signatoryId })
    await done(addSignatory, keeper, ours)
  })

  it('sign approvers first, then in their order; nobody out of turn, twice, in the future or without proof', async () => {
    const scene = await approvedAgreement(await aScene())
    const { keeper, manager, lead, agreementVersionId } = scene
    const add = async (who: object) =>
      (await done(addSignatory, keeper, { agreementVersionId, ...who }, sentOut)).signatoryId
    const approver = await add({ side: 'us', memberId: lead.id, part: 'approver' })
    const ours = await add({ side: 'us', memberId: manager.id, order: '2' })
    const theirs = await add({ side: 'them', name: '陳大安' })
    await done(sendOut, keeper, { agreementVersionId }, sentOut)
    const file = async (signatoryId: string, more: object = {}) =>
      refusalOf(
        recordSigned,
        keeper,
        { signatoryId, signedOn, fileId: await aScan(keeper), ...more },
        noon('2026-01-02'),
      )
    expect(await file(approver)).toBe('agreements.paperNotReady')
    await frozenPaper(scene)
    expect(await file(theirs)).toBe('agreements.notYourTurn')
    expect(await file(approver, { fileId: '' })).toBe('agreements.scanMissing')
    expect(await file(approver, { signedOn: '2026-01-03' })).toBe('agreements.signedInFuture')
    expect(await file(approver, { fileId: crypto.randomUUID() })).toBe('agreements.fileUnknown')
    expect(await file(approver)).toBeNull()
    expect(await file(approver)).toBe('agreements.alreadySigned')
    expect(await file(ours)).toBe('agreements.notYourTurn')
    expect(await file(theirs, { via: 'line' })).toBeNull()
    expect((await look(keeper, scene.agreementId)).state).toBe('outForSignature')
    expect(await file(ours)).toBeNull()
    expect((await look(keeper, scene.agreementId)).state).toBe('active')
  })

  it('are told the beginning of a reason as long as its field allows', async () => {
    const scene = await sentAgreement(await aScene())
    const { keeper, manager, signatoryIds } = scene
    const [ours = '', theirs = ''] = signatoryIds
    await done(recordSigned, keeper, { signatoryId: ours, signedOn, fileId: await aScan(keeper) }, noon('2026-01-02'))
    const reason = '價'.repeat(2000)
    await done(recordDeclined, keeper, { signatoryId: theirs, reason }, noon('2026-01-03'))
    expect(await seen(scene)).toMatchObject({ state: 'draft', stateReason: reason })
    const [told] = await owner()<{ text: Record<string, string> }[]>`select text from notifications
      where member_id = ${manager.id} and key like 'agreements.toldDeclined%'`
    expect(told?.text['zh-TW']).toContain(`${'價'.repeat(499)}…`)
  })

  it('are told when the other side declined; the version is a draft again and can go out anew', async () => {
    const scene = await sentAgreement(await aScene())
    const { keeper, manager, signatoryIds, agreementVersionId, agreementId } = scene
    const [ours = '', theirs = ''] = signatoryIds
    await done(recordSigned, keeper, { signatoryId: ours, signedOn, fileId: await aScan(keeper) }, noon('2026-01-02'))
    await done(recordDeclined, keeper, { signatoryId: theirs, reason: '價格未定' }, noon('2026-01-03'))
    expect(await look(keeper, agreementId)).toMatchObject({ state: 'draft' })
    expect(await seen(scene)).toMatchObject({ state: 'draft', stateReason: '價格未定', frozenHash: null })
    expect((await statesOf(scene)).sort()).toEqual(['許文雄 waiting', '陳大安 waiting'])
    const rows = await owner()<{ state: string }[]>`select state from agreement_signatories
      where version_id = ${agreementVersionId} and archived_at is not null order by state`
    expect(rows.map(({ state }) => state)).toEqual(['declined', 'void'])
    const [told] = await owner()<{ text: string }[]>`select text::text from notifications
      where member_id = ${manager.id} and key like 'agreements.toldDeclined%'`
    expect(told?.text).toContain('價格未定')
    const again = { signatoryId: theirs, signedOn, fileId: await aScan(keeper) }
    expect(await refusalOf(recordSigned, keeper, again)).toBe('agreements.roundVoid')
    await done(setFacts, keeper, { agreementVersionId, startsOn: '2026-02-01', months: '12' })
    await approvedAgreement(scene)
    await done(sendOut, keeper, { agreementVersionId }, noon('2026-01-05'))
  })

  it('have not signed when it is taken back', async () => {
    const scene = await sentAgreement(await aScene())
    const { keeper, agreementVersionId, signatoryIds } = scene
    const proof = { signedOn, fileId: await aScan(keeper) }
    await done(recordSigned, keeper, { signatoryId: signatoryIds[0], ...proof }, noon('2026-01-02'))
    await done(recall, keeper, { agreementVersionId, reason: '條文有誤' })
    expect((await statesOf(scene)).every((each) => each.endsWith('waiting'))).toBe(true)
    expect(await refusalOf(recall, keeper, { agreementVersionId, reason: '再一次' })).toBe('agreements.signing_draft')
  })
})

describe('an executed agreement', () => {
  it('holds from its first day, and is in force once that has come', async () => {
    const early = await executedAgreement(await aScene(), { now: noon('2025-12-20') })
    expect((await look(early.keeper, early.agreementId)).state).toBe('executed')
    const scene = await executedAgreement(await aScene())
    expect((await look(scene.keeper, scene.agreementId)).state).toBe('active')
    expect(await timeline(scene)).toEqual([{ from_day: '2026-01-01', until_day: null }])
    const [head] = await owner()`select executed_on::text, active_since::text, current_version_id from agreements
      where id = ${scene.agreementId}`
    expect(head).toEqual({
      executed_on: signedOn,
      active_since: '2026-01-01',
      current_version_id: scene.agreementVersionId,
    })
  })

  it('that was signed late says by how many days, and holds from its first day all the same', async () => {
    const scene = await executedAgreement(await aScene(), { now: noon('2026-04-20'), on: '2026-04-20' })
    expect(await seen(scene)).toMatchObject({ executedOn: '2026-04-20', validFrom: '2026-01-01', daysLate: 109 })
    expect(await timeline(scene)).toEqual([{ from_day: '2026-01-01', until_day: null }])
  })

  it('never changes again, whatever is tried', async () => {
    const scene = await executedAgreement(await aScene())
    const { keeper, agreementVersionId, signatoryIds } = scene
    const [signatoryId] = signatoryIds
    const clause = { agreementVersionId, heading: '付款', body: '月結', aspect: 'credit' }
    expect(await refusalOf(addClause, keeper, clause)).toBe('agreements.notDraft')
    expect(await refusalOf(setFacts, keeper, { agreementVersionId })).toBe('agreements.notDraft')
    expect(await refusalOf(recall, keeper, { agreementVersionId, reason: '改' })).toBe('agreements.signing_executed')
    expect(await refusalOf(removeSignatory, keeper, { signatoryId })).toBe('agreements.signing_executed')
    expect(await refusalOf(recordDeclined, keeper, { signatoryId, reason: '不簽' })).toBe('agreements.signing_executed')
    const file = { signatoryId, signedOn, fileId: await aScan(keeper) }
    expect(await refusalOf(recordSigned, keeper, file)).toBe('agreements.signing_executed')
  })
})

describe('the paper that everybody signs', () => {
  it('is made by a job, once, and read by those who may read the agreement', async () => {
    const scene = await approvedAgreement(await aScene())
    const { keeper, agreementVersionId, workspace } = scene
    for (const who of [
      { side: 'us', name: '許文雄' },
      { side: 'them', name: '陳大安' },
    ])
      await done(addSignatory, keeper, { agreementVersionId, ...who })
    const payload = { agreementVersionId }
    const freeze = () =>
      runJob(freezePaper, { jobId: crypto.randomUUID(), workspaceId: workspace.id, payload, now: sentOut })
    await freeze()
    expect((await seen(scene)).hasPaper).toBe(false)
    await done(sendOut, keeper, { agreementVersionId }, sentOut)
    await Promise.all([freeze(), freeze()])
    const { frozenHash } = await seen(scene)
    await freeze()
    expect((await seen(scene)).frozenHash).toBe(frozenHash)
    const bytes = Buffer.from(await (await downloadPaper(keeper, agreementVersionId)).arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    await expect(downloadPaper(await newcomer('manager'), agreementVersionId)).rejects.toMatchObject({
      code: 'notFound',
    })
    const input = { agreementVersionId, contentHash: '0'.repeat(64), content: new Uint8Array(1) }
    expect(await refusalOf(keepFrozen, await newcomer('administrator'), input)).toBe('notAllowed')
  })
})
