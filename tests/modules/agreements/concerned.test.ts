import { expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { amend } from '@/lib/modules/agreements/commands-amendments'
import { addClause, editClause } from '@/lib/modules/agreements/commands-clauses'
import { addObligation } from '@/lib/modules/agreements/commands-obligations'
import { askConcerned } from '@/lib/modules/agreements/commands-readers'
import { changes } from '@/lib/modules/agreements/queries-amendments'
import { concernedBy } from '@/lib/modules/agreements/rules-concerned'
import { owner, person } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { aScene, drafted, executedAgreement, inForce, payment } from './scene'

const june = noon('2026-06-15')

async function signedAmendment() {
  const scene = await aScene()
  const { keeper, agreementId, agreementVersionId: baseId, workspace } = scene
  await done(addClause, keeper, { agreementVersionId: baseId, ...payment }, drafted)
  await inForce(scene)
  const [owing, other] = [
    await person('accountManager', workspace, { name: '交付負責人' }),
    await person('salesAssistant', workspace, { name: '無關同仁' }),
  ]
  const owed = {
    agreementId,
    party: 'us',
    kind: 'deliver',
    text: '每週到貨',
    schedule: 'once',
    firstDueOn: '2026-09-01',
  }
  await done(addObligation, keeper, { ...owed, ownerId: owing.id }, drafted)
  const change = { kind: 'amendment', validFrom: '2026-07-01', reason: '改為月結 75 天' }
  const { agreementVersionId } = await done(amend, keeper, { agreementId, ...change }, june)
  const [clause] = await owner()<{ id: string }[]>`
    select id from agreement_clauses where version_id = ${agreementVersionId}`
  await done(editClause, keeper, { clauseId: clause?.id, ...payment, body: '月結 75 天。' }, june)
  await executedAgreement({ ...scene, agreementVersionId }, { now: june, on: '2026-06-15' })
  await owner()`update agreements set state = 'active' where id = ${agreementId}`
  return { ...scene, baseId, agreementVersionId, owing, other }
}

it('asks whom a signed change concerns, each once, by the day that is set; not who drafted or signed it', async () => {
  const { keeper, workspace, agreementId, agreementVersionId, owing, colleague, manager } = await signedAmendment()
  const product = workspaceActor(workspace.id)
  await done(askConcerned, product, { agreementVersionId, memberIds: [colleague.id] }, june)
  await done(askConcerned, product, { agreementVersionId, memberIds: [colleague.id, manager.id] }, june)
  const { readers } = await ask(changes, keeper, { agreementId }, june)
  expect(new Set(readers.map(({ memberId }) => memberId))).toEqual(new Set([owing.id, colleague.id]))
  expect(readers.map(({ dueOn, message }) => [dueOn, message])).toEqual([
    ['2026-06-18', '改為月結 75 天'],
    ['2026-06-18', '改為月結 75 天'],
  ])
  const told = await owner()`select member_id from notifications where key = ${`agreements.read.${agreementVersionId}`}`
  expect(told).toHaveLength(2)
})

it('asks nobody about a first version, is nothing that a member does, and nothing of another company', async () => {
  const { keeper, workspace, baseId, agreementVersionId } = await signedAmendment()
  const about = { agreementVersionId: baseId, memberIds: [] }
  expect(await done(askConcerned, workspaceActor(workspace.id), about, june)).toEqual({ asked: 0 })
  expect(await refusalOf(askConcerned, keeper, { ...about, agreementVersionId }, june)).toBe('notAllowed')
  const elsewhere = workspaceActor((await aScene()).workspace.id)
  expect(await refusalOf(askConcerned, elsewhere, { ...about, agreementVersionId }, june)).toBe('notFound')
})

const tellable = (['owner', 'law', 'money', 'owing', 'farLaw'] as const).map((id) => ({
  id,
  near: id !== 'farLaw',
  disciplines: id === 'law' || id === 'farLaw' ? (['legal'] as const) : id === 'money' ? (['finance'] as const) : [],
}))
const owed = [
  { ownerId: 'owing', clauseKey: 'delivery' },
  { ownerId: 'gone', clauseKey: null },
]
const people = { leads: ['owner', null], owed, tellable }

it.each([
  [['legal'], [], ['owner', 'law']],
  [['credit'], [], ['owner', 'money']],
  [['marketing'], ['delivery'], ['owner', 'owing']],
] as const)('concerns by the aspects %j and the clauses %j: %j', (aspects, keys, expected) => {
  const changed = { aspects, clauseKeys: new Set<string>(keys) }
  expect(concernedBy(changed, people, { besides: [], know: [] })).toEqual(expected)
})

it('concerns nobody who knows it already, and nobody who may not read it', () => {
  const changed = { aspects: [], clauseKeys: new Set<string>() }
  expect(concernedBy(changed, people, { besides: ['stranger', 'money'], know: ['owner'] })).toEqual(['money'])
})
