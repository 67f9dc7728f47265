import { type Actor, workspaceActor } from '@/lib/kernel/actor'
import { addDays, addMonths, type Day, instantOf } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { amend } from '@/lib/modules/agreements/commands-amendments'
import { settle, submit } from '@/lib/modules/agreements/commands-approval'
import { editClause } from '@/lib/modules/agreements/commands-clauses'
import { acknowledge, askReaders } from '@/lib/modules/agreements/commands-readers'
import { turnVersions } from '@/lib/modules/agreements/commands-timeline'
import { paper } from '@/lib/modules/agreements/queries-paper'
import { text } from '@/lib/modules/agreements/queries-text'
import { log } from '@/lib/modules/interactions/commands'
import { setTarget } from '@/lib/modules/kpis/commands'
import { keepAgreed } from '@/lib/modules/kpis/commands-keeping'
import { consent } from './consent'
import { done } from './done'
import type { Setting } from './load-account'
import { signPaper } from './sign-paper'
import { type AmendmentTold, amendmentsTold } from './story-amendments'

type Amended = {
  owner: Actor
  accountId: string
  agreementId: string
  startsOn: Day
  /** The KPIs of the contract by their code. */
  kpiIds: ReadonlyMap<string, string>
}

/** The changes of the contract in their order: talked over, drafted, consented to, sealed by both sides, and read. */
export async function enterAmendments({ staff, today }: Setting, amended: Amended): Promise<void> {
  for (const told of amendmentsTold) await enterOne(staff, amended, told)
  const platform = workspaceActor(amended.owner.workspaceId)
  await done(turnVersions, platform, {}, instantOf(today, '06:00'))
}

async function enterOne(
  staff: Setting['staff'],
  { owner, accountId, agreementId, startsOn, kpiIds }: Amended,
  { kind, from, to, reason, talk, clause, kpi, comment }: AmendmentTold,
) {
  const dayOf = ({ month, day }: { month: number; day: number }) => addDays(addMonths(startsOn, month), day)
  const at = (days: number) => instantOf(addDays(dayOf(from), days), '10:00')
  const met = { accountId, channel: 'meeting', summary: talk, personIds: [] }
  const { id: interactionId } = await done(log, owner, met, at(-12))
  const frame = { kind, validFrom: dayOf(from), validTo: to ? dayOf(to) : '', reason, interactionId }
  const { agreementVersionId } = await done(amend, owner, { agreementId, ...frame }, at(-11))
  if (clause) {
    const { clauses } = await inTransaction(owner, 'read only', (tx) =>
      text.run({ tx, actor: owner, now: at(-11) }, { agreementId, agreementVersionId }),
    )
    const old = clauses.find(({ heading }) => heading === clause.heading)
    const { id: clauseId, aspect, issueKey } = old ?? {}
    await done(editClause, owner, { clauseId, aspect, issueKey, ...clause }, at(-11))
  }
  const { code, ...limits } = kpi
  await done(setTarget, owner, { agreementVersionId, kpiId: kpiIds.get(code), ...limits }, at(-11))
  const { contentHash } = await inTransaction(owner, 'read only', (tx) =>
    paper.run({ tx, actor: owner, now: at(-10) }, { agreementVersionId }),
  )
  await done(submit, owner, { agreementVersionId, contentHash, reason }, at(-10))
  await consent(staff, 'agreementVersion', agreementVersionId, at(-9))
  const platform = workspaceActor(owner.workspaceId)
  await done(settle, platform, { agreementVersionId }, at(-8))
  const when = { sent: at(-7), filed: at(-2), signedOn: addDays(dayOf(from), -3) }
  await signPaper({ owner, signer: staff.sophia, agreementVersionId }, when)
  await done(keepAgreed, platform, { agreementId }, at(-2))
  await done(askReaders, owner, { agreementVersionId, memberIds: [staff.howard.id], message: reason }, at(-1))
  await done(acknowledge, staff.howard, { agreementVersionId, comment }, at(0))
}
