import type { z } from 'zod'
import type { approvalRuns } from '@/db/schema/approvals'
import { command, type Work } from '@/lib/kernel/command'
import { keepSearchable } from '@/lib/kernel/search'
import { translatorOf } from '@/lib/kernel/translate'
import { findAccounts } from '@/lib/modules/accounts/queries'
import { askApprovers, circleOf, keepRound, openRun, stepsDemanded, tell, told } from './commands-round'
import { may } from './manifest'
import { messages } from './messages'
import { aspects, type DifferenceLine, type RunState, subjectRef, submitInput, touchInput } from './model'
import type { Policy } from './model-policies'
import { findConsent, findLastRun, findPolicy, findPolicyOf, type Held, holdPending } from './queries-held'
import { authorsOf, changed, ended, keeping, type Step, settled, waitingSeats } from './rules'
import { replacementOf } from './rules-approvers'
import { missingOf, unexplained } from './rules-demands'
import { mustHaveApprovers, mustHoldDemanded } from './rules-refusals'
import { isHarmless, touchedBetween } from './rules-steps'

const shared = { permission: may.submit, messages, internal: true }
const refreshes = ['/review']

type Content = Pick<z.output<typeof touchInput>, 'contentHash' | 'facts' | 'lines' | 'totals'>

const keptOf = ({ contentHash, facts, lines, totals }: Content) => ({
  contentHash,
  facts,
  lines,
  totals,
  costPerYear: totals.costPerYear?.amount ?? null,
  currency: totals.costPerYear?.currency ?? null,
  harmless: isHarmless({ facts, lines, totals }),
})

/**
 * Puts a subject before those who must consent to exactly this content; approved at once when its policy demands nobody.
 * A subject that waits already goes on waiting with the new content, and loses the consent that the change touched.
 * Refuses with `approverMissing` when a step has nobody to take it, with `demandMissing` what its policy demands and it lacks.
 */
export const submitForApproval = command({
  name: 'approvals.submitForApproval',
  ...shared,
  refreshes,
  input: submitInput,
  async run(work, input): Promise<{ runId: string; state: 'approved' | 'pending' }> {
    const pending = await holdPending(work, input.subjectKind, input.subjectId)
    if (pending) {
      const { title, href, reason } = input
      const authors = [...new Set([...pending.round.authors, ...input.authors])]
      const held = { ...pending, round: { ...pending.round, authors } }
      const state = await change(work, held, input, [], { title, href, reason })
      return { runId: pending.row.id, state }
    }
    const { actor, now } = work
    const policy = await findPolicy(work, input.subjectKind)
    mustHold(work, policy, input)
    const last = await findLastRun(work, input.subjectKind, input.subjectId)
    const authors = authorsOf(actor.id, last, input.authors)
    const circle = await circleOf(work, actor.id, authors)
    const demanded = await stepsDemanded(work, policy, input, circle)
    const steps = input.keepsConsent && last ? await kept(work, demanded, last, input) : demanded
    mustHaveApprovers(steps.filter(({ seats }) => seats.length === 0).map(({ label }) => label[actor.locale]))
    const round = settled({ state: 'pending', authors, steps })
    const { subjectKind, subjectId, accountId, title, href, reason, secret } = input
    const about = { subjectKind, subjectId, accountId, title, href, reason, secret, policyId: policy.id }
    const run = await openRun(
      work,
      {
        ...about,
        ...keptOf(input),
        linesBefore: last?.lines ?? null,
        allowsWord: policy.allowsWord,
        submittedBy: actor.id,
        submittedAt: now,
        state: round.state,
        authors,
      },
      round,
    )
    await tell(work, run, 'submit', { comment: reason })
    const stays = steps.filter(({ seats }) => seats.some(({ state }) => state === 'approved'))
    if (stays.length > 0)
      await tell(work, run, 'keep', { touched: [...new Set(stays.flatMap((step) => step.aspects))] })
    await findable(work, run)
    if (round.state === 'approved') await told(work, run, 'approved')
    else
      await askApprovers(
        work,
        run,
        round,
        waitingSeats(round).map(({ holderId }) => holderId),
      )
    return { runId: run.id, state: round.state === 'approved' ? 'approved' : 'pending' }
  },
})

function mustHold({ actor }: Work, { demands }: Policy, submission: Parameters<typeof missingOf>[1]) {
  const t = translatorOf(messages, actor.locale)
  const lines = unexplained(submission.lines).slice(0, 5)
  const named = { lines: lines.map(({ label }) => label[actor.locale]).join('、') }
  mustHoldDemanded(missingOf(demands, submission), (demand) =>
    demand === 'whyEach' ? t('demand_whyEachOf', named) : t(`demand_${demand}`),
  )
}

type Last = NonNullable<Awaited<ReturnType<typeof findLastRun>>>

/** The steps with the consent of last time where nothing touched it since; what was rejected begins anew. */
async function kept(work: Work, steps: readonly Step[], last: Last, content: Content): Promise<Step[]> {
  if (last.state === 'rejected') return [...steps]
  const before = { facts: last.facts, lines: last.lines as DifferenceLine[] }
  return keeping(steps, await findConsent(work, last.id), touchedBetween(before, content))
}

async function findable(work: Work, run: typeof approvalRuns.$inferSelect) {
  const [account] = run.accountId ? await findAccounts(work, [run.accountId]) : []
  await keepSearchable(work, [
    {
      kind: 'approval',
      id: run.id,
      accountId: run.accountId,
      ownerId: account?.ownerId ?? run.submittedBy,
      restricted: account?.restricted ?? false,
      texts: [...Object.values(run.title), account?.name ?? null, run.secret ? null : run.reason],
    },
  ])
}

/**
 * Tells an open run that its subject changed: exactly the steps that look at the aspects touched lose their consent, and
 * whoever changed it decides no more. The aspects that lines and facts show are added to those that are named. Does nothing
 * when no run is open.
 */
export const touchApproval = command({
  name: 'approvals.touchApproval',
  ...shared,
  refreshes,
  input: touchInput,
  async run(work, input): Promise<{ runId: string; state: RunState } | null> {
    const pending = await holdPending(work, input.subjectKind, input.subjectId)
    if (!pending || pending.row.contentHash === input.contentHash) return null
    return { runId: pending.row.id, state: await change(work, pending, input, input.touched, {}) }
  },
})

type About = Partial<Pick<typeof approvalRuns.$inferSelect, 'title' | 'href' | 'reason'>>

async function change(work: Work, held: Held, content: Content, named: readonly string[], about: About) {
  const { row, round } = held
  if (row.contentHash === content.contentHash) return 'pending'
  const policy = await findPolicyOf(work, row)
  mustHold(work, policy, { accountId: row.accountId, reason: row.reason, ...about, ...content })
  const before = { facts: row.facts, lines: row.lines as DifferenceLine[] }
  const seen = new Set([...named, ...touchedBetween(before, content)])
  const touched = aspects.filter((aspect) => seen.size === 0 || seen.has(aspect))
  const authorId = work.actor.kind === 'job' ? null : work.actor.id
  const circle = await circleOf(work, row.submittedBy, authorId ? [...round.authors, authorId] : round.authors)
  const wanted = await stepsDemanded(work, policy, content, circle)
  const { round: after, stuck } = changed(round, {
    authorId,
    touched,
    wanted,
    replacementOf: (memberId, authors) => replacementOf(memberId, { ...circle, authors }),
  })
  mustHaveApprovers(
    after.steps.filter(({ level }) => stuck.includes(level)).map(({ label }) => label[work.actor.locale]),
  )
  const patch = { ...about, ...keptOf(content), linesBefore: row.lines }
  const asked = await keepRound(work, held, after, patch as Partial<typeof row>)
  const now = { ...row, ...patch } as typeof row
  await tell(work, now, 'touch', { touched })
  await askApprovers(
    work,
    now,
    after,
    asked.map(({ holderId }) => holderId),
  )
  return after.state === 'approved' ? 'approved' : 'pending'
}

/** Takes a subject back from those who were to decide about it. Does nothing when no run is open. */
export const withdrawApproval = command({
  name: 'approvals.withdrawApproval',
  ...shared,
  refreshes,
  input: subjectRef,
  async run(work, { subjectKind, subjectId }): Promise<{ runId: string } | null> {
    const pending = await holdPending(work, subjectKind, subjectId)
    if (!pending) return null
    await keepRound(work, pending, ended(pending.round, 'withdrawn'))
    await tell(work, pending.row, 'withdraw')
    return { runId: pending.row.id }
  },
})
