import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { open as openAccount } from '@/lib/modules/accounts/commands-open'
import { edit } from '@/lib/modules/agreements/commands'
import { amend, editAmendment, giveUpAmendment } from '@/lib/modules/agreements/commands-amendments'
import { addClause, editClause } from '@/lib/modules/agreements/commands-clauses'
import { decideProposal, propose } from '@/lib/modules/agreements/commands-proposals'
import { acknowledge, askReaders, remindReaders } from '@/lib/modules/agreements/commands-readers'
import { amendment, asOf, changes } from '@/lib/modules/agreements/queries-amendments'
import { compare } from '@/lib/modules/agreements/queries-compare'
import { log } from '@/lib/modules/interactions/commands'
import { owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { aScene, drafted, executedAgreement, inForce, look, payment } from './scene'

const june = noon('2026-06-15')
const change = { kind: 'amendment', validFrom: '2026-07-01', reason: '改為月結 75 天' }

/** The annual contract with its payment clause, in force since January. */
async function anAgreementInForce() {
  const scene = await aScene()
  const { keeper, agreementVersionId } = scene
  await done(addClause, keeper, { agreementVersionId, ...payment }, drafted)
  return inForce(scene)
}

async function anAmendment(frame: object = {}) {
  const scene = await anAgreementInForce()
  const { keeper, agreementId } = scene
  const begun = await done(amend, keeper, { agreementId, ...change, ...frame }, june)
  return { ...scene, baseId: scene.agreementVersionId, agreementVersionId: begun.agreementVersionId }
}

/** Signs the amendment on paper, as the two sides do, with the first version recorded before it. */
async function signedOn(scene: Awaited<ReturnType<typeof anAmendment>>, now: Date) {
  await executedAgreement(scene, { now, on: now.toISOString().slice(0, 10) })
  await owner()`update agreements set state = 'active' where id = ${scene.agreementId}`
}

describe('an amendment', () => {
  it('begins with the clauses that hold, and leaves the agreement in force', async () => {
    const { keeper, agreementId, agreementVersionId } = await anAmendment()
    expect(await look(keeper, agreementId, june)).toMatchObject({ state: 'active', latest: { number: 1 } })
    const begun = await ask(amendment, keeper, { agreementVersionId }, june)
    expect(begun).toMatchObject({ number: 2, kind: 'amendment', lines: [], aspects: [], mayDraft: true })
    const { changes: differences, facts } = await ask(compare, keeper, { agreementId }, june)
    expect([differences.map(({ kind }) => kind), facts]).toEqual([['same'], []])
  })

  it('touches the aspects of what it changes alone', async () => {
    const { keeper, agreementId, agreementVersionId } = await anAmendment()
    const { changes: before } = await ask(compare, keeper, { agreementId }, june)
    expect(before).toHaveLength(1)
    const clauses = await owner()<
      { id: string }[]
    >`select id from agreement_clauses where version_id = ${agreementVersionId}`
    await done(editClause, keeper, { clauseId: clauses[0]?.id, ...payment, body: '月結 75 天。' }, june)
    const { lines, aspects } = await ask(amendment, keeper, { agreementVersionId }, june)
    expect([lines.map(({ label }) => label), aspects]).toEqual([['付款'], ['credit']])
    expect((await look(keeper, agreementId, june)).latest.clauses[0]?.body).toBe(payment.body)
  })

  it.each([
    [{ kind: 'temporary' }, 'validTo'],
    [{ kind: 'temporary', validTo: '2026-06-30' }, 'validTo'],
    [{ validTo: '2026-08-31' }, 'validTo'],
    [{ validFrom: '2026-06-14' }, 'retroactiveReason'],
    [{ validFrom: '2025-12-31', retroactiveReason: '補簽' }, 'validFrom'],
  ])('refuses %j beside %s', async (frame, field) => {
    const { keeper, agreementId } = await anAgreementInForce()
    const result = await perform(amend, keeper, { agreementId, ...change, ...frame }, { now: june })
    expect(result.ok ? [] : Object.keys(result.refusal.fields)).toEqual([field])
  })

  it('is one at a time, of what was signed, and given up with its reason', async () => {
    const { keeper, agreementId, agreementVersionId } = await anAmendment()
    expect(await refusalOf(amend, keeper, { agreementId, ...change }, june)).toBe('agreements.alreadyOpen')
    expect(await refusalOf(edit, keeper, { agreementId, kind: 'nda', title: 'x' }, june)).toBe('agreements.notDraft')
    await done(giveUpAmendment, keeper, { agreementVersionId, reason: '對方撤回' }, june)
    await done(amend, keeper, { agreementId, ...change }, june)
    const draft = await aScene()
    const early = { agreementId: draft.agreementId, ...change }
    expect(await refusalOf(amend, draft.keeper, early, june)).toBe('agreements.notAmendable')
  })

  it('names a contact of its own account as the consultation', async () => {
    const { keeper, accountId, agreementVersionId } = await anAmendment()
    const talk = (to: string) =>
      done(log, keeper, { accountId: to, channel: 'call', summary: '談調整', personIds: [] }, june)
    const other = await done(openAccount, keeper, { name: '永信物流股份有限公司', kind: 'customer' })
    const foreign = await talk(other.id)
    const frame = { agreementVersionId, ...change }
    expect(await refusalOf(editAmendment, keeper, { ...frame, interactionId: foreign.id }, june)).toBe(
      'agreements.otherContact',
    )
    const own = await talk(accountId)
    await done(editAmendment, keeper, { ...frame, interactionId: own.id }, june)
    expect(await ask(amendment, keeper, { agreementVersionId }, june)).toMatchObject({ interactionId: own.id })
  })

  it('that becomes a renewal begins its term on its own first day, and the running one again when it is none', async () => {
    const { keeper, agreementVersionId } = await anAmendment()
    const termBegins = async (frame: object) => {
      await done(editAmendment, keeper, { agreementVersionId, ...change, ...frame }, june)
      const [row] = await owner()<{ day: string; hash: string }[]>`select starts_on::text as day, content_hash as hash
        from agreement_versions where id = ${agreementVersionId}`
      return row
    }
    const before = await termBegins({})
    const renewal = await termBegins({ kind: 'renewal', validFrom: '2027-01-01' })
    expect([before?.day, renewal?.day]).toEqual(['2026-01-01', '2027-01-01'])
    expect((await termBegins({ kind: 'renewal', validFrom: '2027-02-01' }))?.day).toBe('2027-02-01')
    expect(await termBegins({})).toEqual(before)
  })

  it('is begun by nobody who does not serve the account, nor from another company', async () => {
    const { colleague, agreementId } = await anAgreementInForce()
    expect(await refusalOf(amend, colleague, { agreementId, ...change }, june)).toBe('notAllowed')
    expect(await refusalOf(amend, (await aScene()).keeper, { agreementId, ...change }, june)).toBe('notFound')
  })

  it('that is for a time holds for its days, and what was known before stays known', async () => {
    const scene = await anAmendment({ kind: 'temporary', validTo: '2026-07-31' })
    await signedOn(scene, noon('2026-06-20'))
    const { keeper, agreementId } = scene
    const held = async (validOn: string, knownOn: string | null = null) =>
      (await ask(asOf, keeper, { agreementId, validOn, knownOn }, june)).number
    expect([
      await held('2026-06-30'),
      await held('2026-07-01'),
      await held('2026-07-31'),
      await held('2026-08-01'),
    ]).toEqual([1, 2, 2, 1])
    expect(await held('2026-07-15', '2026-06-19')).toBe(1)
    const { stretches } = await ask(changes, keeper, { agreementId }, june)
    expect(stretches.map(({ number, to }) => [number, to])).toEqual([
      [1, '2026-06-30'],
      [2, '2026-07-31'],
      [1, null],
    ])
  })
})

describe('a proposal', () => {
  const idea = { side: 'them', stance: 'for', text: '希望改為月結 90 天', reason: '集團統一' }

  it('is kept whether it is taken up or not, and decided once', async () => {
    const { keeper, agreementId } = await anAmendment()
    const first = await done(propose, keeper, { agreementId, ...idea }, june)
    const second = await done(propose, keeper, { agreementId, ...idea, side: 'us', stance: 'against' }, june)
    const take = { agreementProposalId: first.agreementProposalId, decision: 'taken' }
    await done(decideProposal, keeper, take, june)
    const decline = { agreementProposalId: second.agreementProposalId, decision: 'declined' }
    expect(await refusalOf(decideProposal, keeper, decline, june)).toBe('agreements.declineUnexplained')
    await done(decideProposal, keeper, { ...decline, stateReason: '資金成本過高' }, june)
    expect(await refusalOf(decideProposal, keeper, take, june)).toBe('agreements.proposalDecided')
    const { proposals } = await ask(changes, keeper, { agreementId }, june)
    expect(proposals.map(({ state, stateReason }) => [state, stateReason])).toEqual([
      ['declined', '資金成本過高'],
      ['taken', null],
    ])
  })

  it('is taken up by an amendment alone, and is kept by nobody else', async () => {
    const { keeper, colleague, agreementId } = await anAgreementInForce()
    const { agreementProposalId } = await done(propose, keeper, { agreementId, ...idea }, june)
    const take = { agreementProposalId, decision: 'taken' }
    expect(await refusalOf(decideProposal, keeper, take, june)).toBe('agreements.noOpenAmendment')
    expect(await refusalOf(decideProposal, colleague, take, june)).toBe('notAllowed')
    expect(await refusalOf(propose, colleague, { agreementId, ...idea }, june)).toBe('notAllowed')
    const elsewhere = (await aScene()).keeper
    expect(await refusalOf(decideProposal, elsewhere, take, june)).toBe('notFound')
    expect(await refusalOf(propose, elsewhere, { agreementId, ...idea }, june)).toBe('notFound')
  })
})

describe('colleagues who must know', () => {
  it('are told once, say that they have read it, and are reminded once a week when they have not', async () => {
    const { keeper, colleague, finance, workspace, agreementId, agreementVersionId } = await anAgreementInForce()
    const asked = { agreementVersionId, memberIds: [colleague.id, finance.id], dueOn: '2026-06-18' }
    await done(askReaders, keeper, asked, june)
    expect(await refusalOf(askReaders, keeper, asked, june)).toBe('agreements.readersMissing')
    await done(acknowledge, colleague, { agreementVersionId, comment: '已通知倉庫' }, june)
    await done(acknowledge, colleague, { agreementVersionId, comment: '再一次' }, june)
    const { readers } = await ask(changes, keeper, { agreementId }, june)
    expect(readers.map(({ name, readOn, comment }) => [name, readOn, comment])).toEqual(
      expect.arrayContaining([
        [colleague.name, '2026-06-15', '已通知倉庫'],
        [finance.name, null, null],
      ]),
    )
    const product = workspaceActor(workspace.id)
    const told = async () =>
      (await owner()`select 1 from notifications where member_id = ${finance.id} and key like 'agreements.unread.%'`)
        .length
    await done(remindReaders, product, {}, noon('2026-06-18'))
    expect(await told()).toBe(0)
    for (const day of ['2026-06-19', '2026-06-20', '2026-06-26']) await done(remindReaders, product, {}, noon(day))
    expect(await told()).toBe(2)
    expect(await refusalOf(remindReaders, keeper, {})).toBe('notAllowed')
  })

  it('are not told before it is signed, nor by a day that is over, nor when they may not read it', async () => {
    const { keeper, colleague, agreementVersionId: draftId } = await anAmendment()
    const asked = { memberIds: [colleague.id] }
    const early = { agreementVersionId: draftId, ...asked }
    expect(await refusalOf(askReaders, keeper, early, june)).toBe('agreements.notSignedYet')
    const secret = await anAgreementInForce()
    await owner()`update agreements set confidential = true where id = ${secret.agreementId}`
    const { agreementVersionId } = secret
    const blind = { agreementVersionId, memberIds: [secret.colleague.id] }
    expect(await refusalOf(askReaders, secret.keeper, blind, june)).toBe('agreements.readerUnknown')
    const late = { agreementVersionId, memberIds: [secret.finance.id], dueOn: '2026-06-14' }
    expect(await refusalOf(askReaders, secret.keeper, late, june)).toBe('agreements.dueBehind')
    expect(await refusalOf(askReaders, secret.colleague, blind, june)).toBe('notFound')
    expect(await refusalOf(acknowledge, secret.finance, { agreementVersionId }, june)).toBe('agreements.notReader')
    expect(await refusalOf(acknowledge, (await aScene()).keeper, { agreementVersionId }, june)).toBe('notFound')
  })
})
