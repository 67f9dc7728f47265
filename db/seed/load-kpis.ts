import { type Actor, workspaceActor } from '@/lib/kernel/actor'
import { addDays, addMonths, type Day, instantOf, startOfMonth } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { draft } from '@/lib/modules/agreements/commands'
import { settle, submit } from '@/lib/modules/agreements/commands-approval'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { byId } from '@/lib/modules/agreements/queries'
import { add } from '@/lib/modules/kpis/commands'
import { addAction, explainBreach, finishAction, moveBreach, verifyBreach } from '@/lib/modules/kpis/commands-breaches'
import { nameClause } from '@/lib/modules/kpis/commands-clause'
import { keepAgreed } from '@/lib/modules/kpis/commands-keeping'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { fileReply } from '@/lib/modules/kpis/commands-sharing'
import { breaches } from '@/lib/modules/kpis/list-breaches'
import { company } from './company'
import { consent } from './consent'
import { done } from './done'
import { type Known, named, type Setting } from './load-account'
import { enterAmendments } from './load-amendments'
import { lead, pageOf } from './load-negotiations'
import { ownerOf } from './load-promotions'
import { signPaper } from './sign-paper'
import { agreementOfKpis, type HandlingTold, type KpiTold, kpisTold } from './story-kpis'
import { lastYearTold } from './story-thread'

/** The contract that holds this year, signed by both sides, with what was measured of it month by month. */
export async function enterKpis(setting: Setting & { known: Known }): Promise<void> {
  const { staff, today, known } = setting
  const { client, clauses, ...told } = agreementOfKpis
  const owner = ownerOf(setting, client)
  const startsOn = addMonths(startOfMonth(today), -11)
  const at = (days: number) => instantOf(addDays(startsOn, days), '10:00')
  const accountId = named(known.accounts, client)
  const { negotiationId, issues } = await lead(pageOf(setting), lastYearTold)
  const about = { accountId, negotiationId, startsOn, ourName: company, ...told }
  const { agreementId } = await done(draft, owner, about, at(-20))
  const versionOf = async (now: Date) =>
    (await inTransaction(owner, 'read only', (tx) => byId.run({ tx, actor: owner, now }, { agreementId }))).latest
  const { id: agreementVersionId } = await versionOf(at(-20))
  for (const { point, ...clause } of clauses) {
    const issueKey = issues.find(({ name }) => name === point)?.key ?? null
    await done(addClause, owner, { agreementVersionId, issueKey, ...clause }, at(-20))
  }
  const written = (await versionOf(at(-20))).clauses
  const kpiIds: string[] = []
  for (const { values: _, parts: __, handled: ___, disputed: ____, clause, ...terms } of kpisTold) {
    const agreed = { agreementVersionId, ownerId: owner.id, startsOn, planRequired: 'true', ...terms }
    const { kpiId } = await done(add, owner, agreed, at(-19))
    const clauseKey = written.find(({ heading }) => heading === clause)?.key
    if (clauseKey) await done(nameClause, owner, { kpiId, clauseKey }, at(-19))
    kpiIds.push(kpiId)
  }
  const { contentHash } = await versionOf(at(-18))
  await done(submit, owner, { agreementVersionId, contentHash, reason: '年度續簽' }, at(-18))
  await consent(staff, 'agreementVersion', agreementVersionId, at(-17))
  const platform = workspaceActor(owner.workspaceId)
  await done(settle, platform, { agreementVersionId }, at(-16))
  const when = { sent: at(-15), filed: at(2), signedOn: addDays(startsOn, -3) }
  await signPaper({ owner, signer: staff.sophia, agreementVersionId }, when)
  await done(keepAgreed, platform, { agreementId }, at(3))
  const byCode = new Map(kpisTold.map(({ code }, index) => [code, kpiIds[index] ?? '']))
  await enterAmendments(setting, { owner, accountId, agreementId, startsOn, kpiIds: byCode })
  for (const [index, { values, parts, handled, disputed }] of kpisTold.entries())
    for (const [month, value] of values.entries()) {
      if (value === null) continue
      const first = addMonths(startsOn, month)
      const said = parts ? { numerator: String(value), denominator: String(parts) } : { value: String(value) }
      const kpiId = kpiIds[index] ?? ''
      const entered = addDays(addMonths(first, 1), 3)
      const about = { kpiId, period: first.slice(0, 7), ...said }
      const { measurementId } = await done(measure, owner, about, instantOf(entered, '16:00'))
      if (disputed?.at === month) await dispute({ owner, measurementId, today }, disputed, entered)
      const handling = handled?.find(({ after }) => after === month)
      if (handling) await handle({ owner, verifier: staff.howard, kpiId, today }, handling, entered)
    }
}

type DisputeTold = NonNullable<KpiTold['disputed']>
const earlier = (a: Day, b: Day) => (a < b ? a : b)
type Disputing = { owner: Actor; measurementId: string; today: Day }

/** The client said in the monthly meeting that they count otherwise. */
async function dispute({ owner, measurementId, today }: Disputing, told: DisputeTold, entered: Day) {
  const { at: _, ...said } = told
  const answeredOn = earlier(addDays(entered, 2), today)
  const reply = { measurementId, reply: 'dispute', method: 'meeting', answeredOn, ...said }
  await done(fileReply, owner, reply, instantOf(answeredOn, '17:00'))
}

type Handling = { owner: Actor; verifier: Actor; kpiId: string; today: Day }

/** From the breach that has just opened as far as it came. */
async function handle({ owner, verifier, kpiId, today }: Handling, told: HandlingTold, opened: Day) {
  const at = (days: number) => instantOf(earlier(addDays(opened, days), today), '17:30')
  const asked = { kpi: kpiId, state: 'open' }
  const { rows } = await inTransaction(owner, 'read only', (tx) =>
    breaches.run({ tx, actor: owner, now: at(0) }, breaches.input.parse(asked)),
  )
  const breachId = rows[0]?.id
  if (!breachId) throw new Error(`no breach is open of ${kpiId}`)
  await done(moveBreach, owner, { breachId, step: 'acknowledge' }, at(0))
  await done(explainBreach, owner, { breachId, ...told.cause }, at(1))
  const { days, ...action } = told.action
  const wanted = { breachId, ownerId: owner.id, dueOn: addDays(opened, days), ...action }
  const { kpiActionId } = await done(addAction, owner, wanted, at(1))
  await done(moveBreach, owner, { breachId, step: 'plan' }, at(2))
  await done(moveBreach, owner, { breachId, step: 'start' }, at(3))
  if (!told.verified) return
  await done(finishAction, owner, { kpiActionId, result: told.result }, at(days - 1))
  await done(verifyBreach, verifier, { breachId, verification: told.verified }, at(days + 20))
  await done(moveBreach, owner, { breachId, step: 'close' }, at(days + 21))
}
