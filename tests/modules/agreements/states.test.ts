import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { perform } from '@/lib/kernel/perform'
import { setFacts } from '@/lib/modules/agreements/commands'
import { settle, submit, takeBack } from '@/lib/modules/agreements/commands-approval'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { recall, sendOut } from '@/lib/modules/agreements/commands-signing'
import { type VersionState, versionStates } from '@/lib/modules/agreements/model-states'
import { owner } from '@/tests/people'
import { done } from '../terms/scene'
import { annual, aScene, contentHashOf, drafted, payment, readyAgreement, sentOut } from './scene'

const { kind: _kind, title: _title, ...facts } = annual

/** How an agreement stands while its first version stands so; an amendment leaves it in force. */
const agreementAt: Readonly<Record<VersionState, string>> = {
  draft: 'draft',
  inApproval: 'internalReview',
  approved: 'approved',
  outForSignature: 'outForSignature',
  executed: 'executed',
  void: 'draft',
}

/** A complete draft with signers, put at a state as if it had come there. */
async function standingAt(state: VersionState, agreementState = agreementAt[state]) {
  const scene = await aScene()
  const { keeper, agreementId, agreementVersionId } = scene
  await done(setFacts, keeper, { agreementVersionId, ...facts, ourName: '和泰食品股份有限公司' }, drafted)
  await done(addClause, keeper, { agreementVersionId, ...payment }, drafted)
  const contentHash = await contentHashOf(keeper, agreementId)
  await readyAgreement(scene)
  await owner()`update agreements set state = ${agreementState} where id = ${agreementId}`
  await owner()`update agreement_versions set state = ${state} where id = ${agreementVersionId}`
  return { ...scene, contentHash }
}

const events = {
  submit: ({ keeper, agreementVersionId, contentHash }) =>
    perform(submit, keeper, { agreementVersionId, contentHash }, { now: drafted }),
  approveWithoutConsent: ({ workspace, agreementVersionId }) =>
    perform(settle, workspaceActor(workspace.id), { agreementVersionId }, { now: drafted }),
  takeBack: ({ keeper, agreementVersionId }) =>
    perform(takeBack, keeper, { agreementVersionId, reason: '要改' }, { now: drafted }),
  sendOut: ({ keeper, agreementVersionId }) =>
    perform(sendOut, keeper, { agreementVersionId, noticeGiven: 'true' }, { now: sentOut }),
  recall: ({ keeper, agreementVersionId }) =>
    perform(recall, keeper, { agreementVersionId, reason: '條文有誤' }, { now: sentOut }),
} as const satisfies Record<string, (scene: Awaited<ReturnType<typeof standingAt>>) => Promise<{ ok: boolean }>>
type Event = keyof typeof events

/** Where each event leads from each state; from anywhere else it is refused, and nothing moves. A02. */
const leads: Readonly<Record<VersionState, Partial<Record<Event, VersionState>>>> = {
  draft: { submit: 'inApproval' },
  inApproval: { takeBack: 'draft' },
  approved: { takeBack: 'draft', sendOut: 'outForSignature' },
  outForSignature: { recall: 'draft' },
  executed: {},
  void: {},
}

const stateOf = async (id: string) =>
  (await owner()`select state from agreement_versions where id = ${id}`)[0]?.state as VersionState
const pairs = versionStates.flatMap((state) => (Object.keys(events) as Event[]).map((event) => [state, event] as const))

describe('a version', () => {
  it.each(pairs)('that is %s goes by %s where the machine says, or stays', async (state, event) => {
    const scene = await standingAt(state)
    const to = leads[state][event]
    const result = await events[event](scene)
    if (event !== 'approveWithoutConsent') expect(result.ok).toBe(to !== undefined)
    expect(await stateOf(scene.agreementVersionId)).toBe(to ?? state)
  })

  it('of an amendment leaves its agreement in force, and comes back from signing by recalling it alone', async () => {
    const scene = await standingAt('outForSignature', 'active')
    expect((await events.takeBack(scene)).ok).toBe(false)
    expect((await events.recall(scene)).ok).toBe(true)
    const [agreement] = await owner()`select state from agreements where id = ${scene.agreementId}`
    expect([agreement?.state, await stateOf(scene.agreementVersionId)]).toEqual(['active', 'draft'])
  })
})
