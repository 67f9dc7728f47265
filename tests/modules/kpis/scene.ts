import type { Actor } from '@/lib/kernel/actor'
import { workspaceActor } from '@/lib/kernel/actor'
import { amend } from '@/lib/modules/agreements/commands-amendments'
import { add } from '@/lib/modules/kpis/commands'
import { keepAgreed } from '@/lib/modules/kpis/commands-keeping'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { owner } from '@/tests/people'
import { aScene as anAgreement, drafted, executedAgreement } from '../agreements/scene'
import { done, noon } from '../terms/scene'

/** On time in full, monthly, ours: 95 % or better, red under 90 %, worth nothing at 80 %. */
export const onTime = {
  code: 'OTIF',
  party: 'us',
  source: 'manual',
  frequency: 'month',
  startsOn: '2026-01-01',
  target: '95',
  amber: '90',
  zero: '80',
}

/** The volume that the client promised for the year. */
export const volume = {
  ...onTime,
  code: 'VOL',
  party: 'them',
  cumulative: 'true',
  target: '12000',
  amber: '10800',
  zero: '6000',
}

type Scene = Awaited<ReturnType<typeof anAgreement>>

/** The annual contract with the KPIs given, executed and in force since its first day. */
export async function inForce(kpis: readonly object[] = [onTime]) {
  const scene = await anAgreement()
  const ids: string[] = []
  for (const kpi of kpis) ids.push((await agreed(scene, kpi)).kpiId)
  await executed(scene)
  return { ...scene, kpiId: ids[0] ?? '', kpiIds: ids }
}

export const agreed = ({ keeper, agreementVersionId }: Scene, kpi: object = onTime, now = drafted) =>
  done(add, keeper, { agreementVersionId, ownerId: keeper.id, ...kpi }, now)

/** What was drafted is signed by both sides and holds; the product reads the KPIs anew. */
export async function executed(scene: Scene) {
  await executedAgreement(scene)
  await done(keepAgreed, workspaceActor(scene.workspace.id), { agreementId: scene.agreementId }, noon('2026-01-02'))
}

/** An amendment in draft, valid from a day; begun on that day unless it is said otherwise. */
export async function anAmendment(
  { agreementId, keeper }: Pick<Scene, 'agreementId' | 'keeper'>,
  validFrom: string,
  frame: object = {},
  now = noon(validFrom),
) {
  const change = { agreementId, kind: 'amendment', validFrom, reason: '通路條件調整', ...frame }
  return (await done(amend, keeper, change, now)).agreementVersionId
}

/** The amendment is signed by both sides on paper; the product reads the KPIs anew. */
export async function amended(scene: Scene, agreementVersionId: string, day: string) {
  const { agreementId, workspace } = scene
  await executedAgreement({ ...scene, agreementVersionId }, { now: noon(day), on: day })
  await owner()`update agreements set state = 'active' where id = ${agreementId}`
  await done(keepAgreed, workspaceActor(workspace.id), { agreementId }, noon(day))
}

/** A share of a hundred, as a month said it. */
export const entered = (actor: Actor, kpiId: string, period: string, percent: string, now = noon('2026-12-01')) =>
  done(measure, actor, { kpiId, period, numerator: percent, denominator: '100' }, now)

export const kept = async (kpiId: string) => {
  const [row] = await owner()`select latest_period, latest_value::float8 as value, latest_target::float8 as target,
    latest_status, projection::float8 as projection, projection_by, missing_since::text from kpis where id = ${kpiId}`
  return row
}
