import { describe, expect, it } from 'vitest'
import { clientActor, clientTokenOf } from '@/lib/kernel/identity/client-link'
import { ask, perform } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import {
  declineByLink,
  declineOwn,
  noteOpened,
  objectByLink,
  signByLink,
  signOwn,
} from '@/lib/modules/agreements/commands-electronic'
import { recordSigned } from '@/lib/modules/agreements/commands-signing'
import { sendSigningLink } from '@/lib/modules/agreements/commands-signing-links'
import { certifyPaper } from '@/lib/modules/agreements/jobs'
import { downloadPaper } from '@/lib/modules/agreements/queries-downloads'
import { history } from '@/lib/modules/agreements/queries-history'
import { signing } from '@/lib/modules/agreements/queries-signing'
import { verifyAgreements } from '@/lib/modules/agreements/queries-verify'
import { answer } from '@/lib/modules/links/commands'
import { linesOf, textOf } from '@/tests/kernel/pdf-text'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { aScan, aScene, executedAgreement, look, paperHash, sentAgreement, signedOn } from './scene'

const today = noon('2026-01-02')
const place = { network: '203.0.113.7', device: 'Safari|iPhone' }
const signed = (typedName = '陳大安') => ({ shownHash: paperHash(), agreed: 'true', typedName, ...place })
const own = { shownHash: paperHash(), agreed: 'true', typedName: '許文雄' }

/** Both sides sign electronically; the other side holds a link. */
async function aRound() {
  const scene = await sentAgreement(await aScene(), 'electronic')
  const [ours = '', theirs = ''] = scene.signatoryIds
  const { token } = await done(sendSigningLink, scene.keeper, { signatoryId: theirs }, today)
  const parts = clientTokenOf(token)
  if (!parts) throw new Error('no token')
  return { ...scene, ours, theirs, client: clientActor(parts) }
}
const stateOf = async ({ keeper, agreementId }: Awaited<ReturnType<typeof aRound>>) =>
  (await look(keeper, agreementId, today)).state

describe('signing by link', () => {
  it('keeps what was shown, consented to, typed, when and from where; with the last one the agreement holds', async () => {
    const round = await aRound()
    const { client, manager, ours, theirs, agreementVersionId, workspace } = round
    await done(noteOpened, client, {}, today)
    await done(signByLink, client, signed(), today)
    expect(await stateOf(round)).toBe('outForSignature')
    await done(signOwn, manager, { signatoryId: ours, ...own }, today)
    expect(await stateOf(round)).toBe('active')
    const [row] = await owner()`select state, via, network, device, signature, consent_edition, shown_hash,
      noticed_at is not null as noticed, signed_on::text from agreement_signatories where id = ${theirs}`
    expect(row).toEqual({
      state: 'signed',
      via: 'link',
      network: '203.0.113.7',
      device: 'Safari|iPhone',
      signature: { kind: 'typed', name: '陳大安' },
      consent_edition: 1,
      shown_hash: paperHash(),
      noticed: true,
      signed_on: '2026-01-02',
    })
    const payload = { agreementVersionId }
    const certify = () =>
      runJob(certifyPaper, { jobId: crypto.randomUUID(), workspaceId: workspace.id, payload, now: today })
    await Promise.all([certify(), certify()])
    const response = await downloadPaper(round.keeper, agreementVersionId, 'final')
    const text = textOf(new Uint8Array(await response.arrayBuffer())).replace(/\s/g, '')
    for (const said of ['簽署證明', '陳大安', '203.0.113.7', paperHash(), '輸入姓名：許文雄'])
      expect(text).toContain(said)
    expect(await verifyAgreements(workspace.id)).toEqual({ versions: 1, broken: [] })
  })

  it.each([
    [{ agreed: '' }, 'agreements.consentMissing'],
    [{ typedName: '' }, 'agreements.signatureMissing'],
    [{ shownHash: '0'.repeat(64) }, 'agreements.otherPaper'],
    [{ typedName: '', drawnName: 'M1 2L3 4<script>' }, 'invalid'],
  ])('refuses %j with %s, and nothing is signed', async (wrong, code) => {
    const round = await aRound()
    expect(await refusalOf(signByLink, round.client, { ...signed(), ...wrong }, today)).toBe(code)
    expect(await refusalOf(signByLink, round.client, signed(), today)).toBeNull()
  })

  it('takes a drawn name, once; a second time, after its days, and by an older link it says why not', async () => {
    const round = await aRound()
    const { client, keeper, theirs } = round
    const late = noon('2026-02-01')
    expect(await refusalOf(signByLink, client, signed(), late)).toBe('notFound')
    const { token } = await done(sendSigningLink, keeper, { signatoryId: theirs }, today)
    const newer = clientTokenOf(token)
    expect(await refusalOf(signByLink, client, signed(), today)).toBe('notFound')
    if (!newer) throw new Error('no token')
    const drawn = { ...signed(''), drawnName: 'M10 20L30 40' }
    expect(await refusalOf(signByLink, clientActor(newer), drawn, today)).toBeNull()
    expect(await refusalOf(signByLink, clientActor(newer), drawn, today)).toBe('agreements.alreadySigned')
    expect(await refusalOf(declineByLink, clientActor(newer), { reason: '不' }, today)).toBe('agreements.alreadySigned')
  })

  it('is declined with a reason; then nobody signs, and what was signed is void', async () => {
    const round = await aRound()
    const { client, manager, ours } = round
    await done(signOwn, manager, { signatoryId: ours, ...own }, today)
    await done(declineByLink, client, { reason: '付款天數不符' }, today)
    expect(await stateOf(round)).toBe('draft')
    expect(await refusalOf(signByLink, client, signed(), today)).toBe('agreements.roundVoid')
    expect(await refusalOf(signOwn, manager, { signatoryId: ours, ...own }, today)).toBe('agreements.roundVoid')
  })

  it('is objected to: it is signed on paper then, and ranks equal', async () => {
    const round = await aRound()
    const { client, keeper, theirs } = round
    await done(objectByLink, client, {}, today)
    expect(await refusalOf(signByLink, client, signed(), today)).toBe('agreements.notElectronic')
    await done(recordSigned, keeper, { signatoryId: theirs, signedOn, fileId: await aScan(keeper) }, today)
    const { signatories } = await ask(signing, keeper, { agreementId: round.agreementId }, today)
    expect(signatories.find(({ id }) => id === theirs)).toMatchObject({
      state: 'signed',
      via: 'scan',
      isObjecting: true,
    })
  })

  it('is told in the history as the deed of whoever held the link', async () => {
    const round = await aRound()
    await done(noteOpened, round.client, {}, today)
    await done(signByLink, round.client, signed(), today)
    const { entries } = await ask(history, round.keeper, { agreementId: round.agreementId }, today)
    const theirs = entries.filter(({ subject, name }) => subject === 'agreement_signatories' && name === '陳大安')
    expect(theirs[0]).toMatchObject({ event: 'changed', by: '陳大安' })
    expect(theirs[0]?.fields).toContainEqual({ field: 'state', before: 'asked', after: 'signed' })
    const asked = theirs.find(({ fields }) => fields.some(({ after }) => after === 'asked'))
    expect(asked?.by).toBeNull()
  })

  it('is one thing or the other: of signing and declining at once exactly one happens', async () => {
    const round = await aRound()
    const [sign, decline] = await Promise.all([
      perform(signByLink, round.client, signed(), { now: today }),
      perform(declineOwn, round.manager, { signatoryId: round.ours, reason: '撤案' }, { now: today }),
    ])
    expect(decline.ok).toBe(true)
    expect(await stateOf(round)).toBe('draft')
    if (!sign.ok) expect(sign.refusal.code).toBe('agreements.roundVoid')
    const counted = await owner()`select 1 from agreement_signatories
      where version_id = ${round.agreementVersionId} and state = 'signed'`
    expect(counted).toHaveLength(0)
  })

  it('of two at once counts both, and executes once; of the same twice counts one', async () => {
    const round = await aRound()
    const results = await Promise.all([
      perform(signByLink, round.client, signed(), { now: today }),
      perform(signByLink, round.client, signed(), { now: today }),
      perform(signOwn, round.manager, { signatoryId: round.ours, ...own }, { now: today }),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(2)
    expect(await stateOf(round)).toBe('active')
  })

  it('is nobody else’s: colleagues, other companies, and the page for answering papers are refused', async () => {
    const round = await aRound()
    const { keeper, client, ours, theirs } = round
    expect(await refusalOf(signOwn, keeper, { signatoryId: ours, ...own }, today)).toBe('agreements.notYours')
    expect(await refusalOf(declineOwn, keeper, { signatoryId: ours, reason: '不' }, today)).toBe('agreements.notYours')
    const stranger = await newcomer('manager')
    expect(await refusalOf(signOwn, stranger, { signatoryId: ours, ...own }, today)).toBe('notFound')
    expect(await refusalOf(sendSigningLink, stranger, { signatoryId: theirs }, today)).toBe('notFound')
    expect(await refusalOf(sendSigningLink, keeper, { signatoryId: ours }, today)).toBe('agreements.linkNeedless')
    const confirms = { contentHash: '0'.repeat(64), outcome: 'confirmed' }
    expect(await refusalOf(answer, client, confirms, today)).toBe('notFound')
  })
})

describe('a name that was drawn', () => {
  it('stands in the signed paper as it was drawn', async () => {
    const round = await aRound()
    const { client, manager, ours, agreementVersionId, workspace } = round
    await done(signOwn, manager, { signatoryId: ours, ...own }, today)
    await done(signByLink, client, { ...signed(''), drawnName: 'M10 20L310 120L599 199M400 50' }, today)
    const payload = { agreementVersionId }
    await runJob(certifyPaper, { jobId: crypto.randomUUID(), workspaceId: workspace.id, payload, now: today })
    const response = await downloadPaper(round.keeper, agreementVersionId, 'final')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(textOf(bytes)).toContain('陳大安的手寫簽名')
    expect(linesOf(bytes)).toContainEqual([90, 30])
  })
})

describe('what was signed', () => {
  it('is found changed, in its text, its paper or what was shown', async () => {
    const scene = await executedAgreement(await aScene())
    const { workspace, agreementVersionId } = scene
    const parts = async () => (await verifyAgreements(workspace.id)).broken.map(({ part }) => part)
    expect(await parts()).toEqual([])
    const sql = owner()
    await sql`update agreement_versions set venue = '高雄' where id = ${agreementVersionId}`
    expect(await parts()).toEqual(['content'])
    await sql`update agreement_versions set venue = null where id = ${agreementVersionId}`
    const [version] = await sql`select frozen_file_id from agreement_versions where id = ${agreementVersionId}`
    await sql`update file_chunks set content = content || '\\x00'::bytea where file_id = ${version?.frozen_file_id}`
    expect(await parts()).toEqual(['paper'])
    await sql`update agreement_signatories set shown_hash = 'x' where version_id = ${agreementVersionId} and side = 'us'`
    expect(await parts()).toEqual(['paper', 'signature'])
  })
})
