import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import {
  markSealed,
  requestSeal,
  returnOriginal,
  sendOriginal,
  withdrawSeal,
} from '@/lib/modules/agreements/commands-seals'
import { recall } from '@/lib/modules/agreements/commands-signing'
import { remindSeals } from '@/lib/modules/agreements/jobs'
import { signing } from '@/lib/modules/agreements/queries-signing'
import { byId as fileById } from '@/lib/modules/files/queries'
import { newcomer, owner, person } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { approvedAgreement, aScan, aScene, paperHash, sentAgreement } from './scene'

const now = noon('2025-12-16')
const wanted = { seals: ['company', 'representative'], copies: '２', acrossPages: 'true' }
const nobody = crypto.randomUUID()

/** A version that both sides seal, and a request for our seals; somebody of the office keeps the originals. */
async function aRequest() {
  const scene = await sentAgreement(await aScene())
  const keepsOriginals = await person('salesAssistant', scene.workspace, { name: '吳佩珊' })
  const { keeper, agreementVersionId } = scene
  const input = { agreementVersionId, ...wanted, custodianId: keepsOriginals.id }
  const { agreementSealId } = await done(requestSeal, keeper, input, now)
  return { ...scene, keepsOriginals, agreementSealId }
}
type Scene = { keeper: Awaited<ReturnType<typeof aScene>>['keeper']; agreementId: string }
const sealsOf = async ({ keeper, agreementId }: Scene, at = now) =>
  (await ask(signing, keeper, { agreementId }, at)).seals
const toldTo = (memberId: string, key: string) =>
  owner()<
    { text: string }[]
  >`select text::text from notifications where member_id = ${memberId} and key like ${`${key}%`}`

describe('a request for seals', () => {
  it('says which seals on how many copies, has a number, and whoever keeps the originals is told', async () => {
    const scene = await aRequest()
    expect(await sealsOf(scene)).toMatchObject([
      {
        number: 'S-2025-0001',
        seals: ['company', 'representative'],
        copies: 2,
        acrossPages: true,
        custodian: '吳佩珊',
        state: 'asked',
      },
    ])
    const [told] = await toldTo(scene.keepsOriginals.id, 'agreements.toldSeal')
    expect(told?.text).toContain('S-2025-0001')
  })

  it('takes the number of the company’s own form; a taken number, no seal, no copy and strangers are refused', async () => {
    const { keeper, agreementVersionId, keepsOriginals, agreementSealId } = await aRequest()
    const ask = (more: object = {}) => refusalOf(requestSeal, keeper, { agreementVersionId, ...wanted, ...more }, now)
    expect(await ask()).toBe('agreements.sealOpen')
    await done(markSealed, keepsOriginals, { agreementSealId, sealedOn: '2025-12-16' }, now)
    expect(await ask({ seals: '' })).toBe('agreements.sealMissing')
    expect(await ask({ requestNumber: 'S-2025-0001' })).toBe('agreements.sealNumberTwice')
    for (const copies of ['0', '', '1.5', '100']) expect(await ask({ copies })).toBe('invalid')
    expect(await ask({ custodianId: nobody })).toBe('agreements.memberUnknown')
    expect(await ask({ requestNumber: '用印 114-083' })).toBeNull()
  })

  it('comes when the version is approved and before it is executed, from those who serve the account', async () => {
    const scene = await aScene()
    const { keeper, colleague, legal, agreementVersionId } = scene
    const input = { agreementVersionId, ...wanted }
    expect(await refusalOf(requestSeal, keeper, input)).toBe('agreements.signing_draft')
    await approvedAgreement(scene)
    for (const actor of [colleague, legal]) expect(await refusalOf(requestSeal, actor, input)).toBe('notAllowed')
    expect(await refusalOf(requestSeal, await newcomer('manager'), input)).toBe('notFound')
    const { agreementSealId } = await done(requestSeal, keeper, input, now)
    const sealed = { agreementSealId, sealedOn: '2025-12-16' }
    expect(await refusalOf(markSealed, keeper, sealed, now)).toBe('agreements.signing_approved')
    expect(await refusalOf(withdrawSeal, colleague, { agreementSealId })).toBe('notAllowed')
    await done(withdrawSeal, keeper, { agreementSealId })
    expect(await refusalOf(withdrawSeal, keeper, { agreementSealId })).toBe('notFound')
    expect(await sealsOf(scene)).toEqual([])
  })
})

describe('an original', () => {
  it('is sealed, sent, and comes back with its scan; each once, on days that have come, in that order', async () => {
    const scene = await aRequest()
    const { keepsOriginals: hand, agreementSealId, agreementId } = scene
    const at = noon('2026-01-10')
    const file = (command: Parameters<typeof refusalOf>[0], input: object) =>
      refusalOf(command, hand, { agreementSealId, ...input }, at)
    expect(await file(markSealed, { sealedOn: '2026-01-11' })).toBe('agreements.inFuture')
    expect(await file(markSealed, { sealedOn: '2025-12-17', keptAt: 'A 櫃' })).toBeNull()
    expect(await file(markSealed, { sealedOn: '2025-12-18' })).toBe('agreements.sealed')
    expect(await refusalOf(withdrawSeal, scene.keeper, { agreementSealId })).toBe('agreements.sealBegun')
    expect(await file(returnOriginal, { returnedOn: '2026-01-05' })).toBe('agreements.sealNotSent')
    expect(await file(sendOriginal, { sentOn: '2025-12-18', dueBackOn: '2025-12-17' })).toBe(
      'agreements.backBeforeSent',
    )
    expect(await file(sendOriginal, { sentOn: '2025-12-18', dueBackOn: '2026-01-01' })).toBeNull()
    expect(await file(sendOriginal, { sentOn: '2025-12-18', dueBackOn: '2026-01-01' })).toBe('agreements.sealSent')
    expect(await sealsOf(scene, at)).toMatchObject([
      { state: 'away', daysOverdue: 9, keptAt: null, isOtherPaper: false },
    ])
    expect(await file(returnOriginal, { returnedOn: '2025-12-17' })).toBe('agreements.backBeforeSent')
    expect(await file(returnOriginal, { returnedOn: '2026-01-05', fileId: nobody })).toBe('agreements.fileUnknown')
    const fileId = await aScan(hand, '用印後.pdf')
    expect(await file(returnOriginal, { returnedOn: '2026-01-05', keptAt: '合約櫃 3', fileId })).toBeNull()
    expect(await file(returnOriginal, { returnedOn: '2026-01-05' })).toBe('agreements.sealBack')
    expect(await sealsOf(scene, at)).toMatchObject([{ state: 'back', keptAt: '合約櫃 3', fileId, daysOverdue: 0 }])
    expect(await ask(fileById, scene.manager, { fileId })).toMatchObject({ name: '用印後.pdf' })
    const [row] = await owner()`select paper_hash from agreement_seals where agreement_id = ${agreementId}`
    expect(row?.paper_hash).toBe(paperHash())
  })

  it('is recorded by whoever keeps it and those who edit the account, by nobody else', async () => {
    const { colleague, legal, agreementSealId } = await aRequest()
    const sealed = { agreementSealId, sealedOn: '2025-12-16' }
    for (const actor of [colleague, legal]) {
      expect(await refusalOf(markSealed, actor, sealed, now)).toBe('notAllowed')
      expect(
        await refusalOf(sendOriginal, actor, { agreementSealId, sentOn: '2025-12-16', dueBackOn: '2025-12-30' }),
      ).toBe('notAllowed')
      expect(await refusalOf(returnOriginal, actor, { agreementSealId, returnedOn: '2025-12-16' })).toBe('notAllowed')
    }
    expect(await refusalOf(markSealed, await newcomer('manager'), sealed, now)).toBe('notFound')
  })

  it('of a paper that was taken back says so; a request that still waits goes with the paper', async () => {
    const scene = await aRequest()
    const { keeper, agreementSealId, agreementVersionId } = scene
    await done(markSealed, keeper, { agreementSealId, sealedOn: '2025-12-16' }, now)
    await done(requestSeal, keeper, { agreementVersionId, ...wanted }, now)
    await done(recall, keeper, { agreementVersionId, reason: '條文有誤' }, now)
    expect(await sealsOf(scene)).toMatchObject([{ id: agreementSealId, state: 'sealed', isOtherPaper: true }])
  })

  it('that is out is asked after on its day and once a week, never twice, until it is back', async () => {
    const { keeper, keepsOriginals, agreementSealId, workspace } = await aRequest()
    const sent = { agreementSealId, sentOn: '2025-12-16', dueBackOn: '2025-12-30' }
    await done(sendOriginal, keeper, sent, now)
    const morning = (day: string) =>
      runJob(remindSeals, { jobId: crypto.randomUUID(), workspaceId: workspace.id, payload: {}, now: noon(day) })
    const told = async () => (await toldTo(keepsOriginals.id, 'agreements.sealAway')).length
    await morning('2025-12-29')
    expect(await told()).toBe(0)
    for (const day of ['2025-12-30', '2025-12-30', '2026-01-02']) await morning(day)
    expect(await told()).toBe(1)
    await morning('2026-01-06')
    expect(await told()).toBe(2)
    expect(await toldTo(keeper.id, 'agreements.sealAway')).toHaveLength(2)
    await done(returnOriginal, keeper, { agreementSealId, returnedOn: '2026-01-07' }, noon('2026-01-07'))
    await morning('2026-01-20')
    expect(await told()).toBe(2)
  })

  it('can be sealed by both at once only once', async () => {
    const { keeper, keepsOriginals, agreementSealId } = await aRequest()
    const seal = (actor: typeof keeper) =>
      refusalOf(markSealed, actor, { agreementSealId, sealedOn: '2025-12-16' }, now)
    const results = await Promise.all([seal(keeper), seal(keepsOriginals)])
    expect(results.sort()).toEqual(['agreements.sealed', null])
  })
})
