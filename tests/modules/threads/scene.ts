import { v7 as uuidv7 } from 'uuid'
import { workspaceActor } from '@/lib/kernel/actor'
import { draft } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { add } from '@/lib/modules/kpis/commands'
import { nameClause } from '@/lib/modules/kpis/commands-clause'
import { keepAgreed } from '@/lib/modules/kpis/commands-keeping'
import { open } from '@/lib/modules/negotiations/commands'
import { owner } from '@/tests/people'
import { aScene as anAgreement, annual, drafted, executedAgreement, look } from '../agreements/scene'
import { onTime } from '../kpis/scene'
import { aDraft, done, noon } from '../terms/scene'

/** An issue of talks on which both agreed; `agreed` as it is kept: a number as text. */
export async function agreedPoint(
  { workspace, accountId, negotiationId }: { workspace: { id: string }; accountId: string; negotiationId: string },
  { key = 'rebate', name = '年度回饋', unit = '%', termCode = 'annualRebate' as string | null, agreed = '2' } = {},
) {
  const issueId = uuidv7()
  await owner()`insert into negotiation_issues
    (workspace_id, id, negotiation_id, account_id, key, name, position, kind, unit, term_code, agreed_value)
    values (${workspace.id}, ${issueId}, ${negotiationId}, ${accountId}, ${key}, ${name}, 1, 'numeric', ${unit},
      ${termCode}, ${JSON.stringify(agreed)}::text::jsonb)`
  return issueId
}

/** Talks in which a yearly rebate of 2 % was agreed and written into the terms, and an agreement drafted from them. */
export async function aThread({ clause = '2 %', confidential = '' } = {}) {
  const scene = await anAgreement()
  const { keeper, accountId } = scene
  const about = { accountId, direction: 'sell', kind: 'annualTerms', title: '2026 年度條件', purpose: '換端架' }
  const { negotiationId } = await done(open, keeper, about, drafted)
  const issueId = await agreedPoint({ ...scene, negotiationId })
  const rebate = { annualRebate: { number: '2' } }
  const versionId = await aDraft(scene, rebate, { validFrom: '2026-01-01', now: drafted })
  await owner()`update negotiations set state = 'documented', agreed_at = '2025-12-01T04:00:00Z',
    documented_version_id = ${versionId} where id = ${negotiationId}`
  const { agreementId } = await done(draft, keeper, { accountId, negotiationId, ...annual, confidential }, drafted)
  const agreementVersionId = (await look(keeper, agreementId)).latest.id
  const said = {
    heading: '年度回饋',
    body: `依全年進貨淨額給付 ${clause} 回饋。`,
    aspect: 'price',
    issueKey: 'rebate',
    value: clause,
  }
  const { clauseId } = await done(addClause, keeper, { agreementVersionId, ...said }, drafted)
  return { ...scene, negotiationId, issueId, versionId, agreementId, agreementVersionId, clauseId }
}

/** The same, signed, with a KPI of what the client gives for the rebate. */
export async function aSignedThread(options: Parameters<typeof aThread>[0] = {}) {
  const scene = await aThread(options)
  const { keeper, agreementVersionId, clauseId } = scene
  const { kpiId } = await done(add, keeper, { agreementVersionId, ownerId: keeper.id, ...onTime }, drafted)
  const [clause] = await owner()<{ key: string }[]>`select key from agreement_clauses where id = ${clauseId}`
  const clauseKey = clause?.key ?? ''
  await done(nameClause, keeper, { kpiId, clauseKey }, drafted)
  await executedAgreement(scene)
  await done(keepAgreed, workspaceActor(scene.workspace.id), { agreementId: scene.agreementId }, noon('2026-01-02'))
  return { ...scene, kpiId, clauseKey }
}
