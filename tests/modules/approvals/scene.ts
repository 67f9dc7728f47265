import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import { digestOf } from '@/lib/kernel/canonical'
import { command } from '@/lib/kernel/command'
import { ask, perform } from '@/lib/kernel/perform'
import { everyone } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { verbatim } from '@/lib/kernel/said'
import { submitForApproval, touchApproval, withdrawApproval } from '@/lib/modules/approvals/commands'
import { type DifferenceLine, subjectRef, submitInput, touchInput } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { aWorkspace, person } from '../../people'

/** A subject's own module, as far as approvals see it: it submits, changes and withdraws, and reads the run. */
const permission = { name: 'subject.change', roles: everyone }
const submit = command({
  name: 'subject.submit',
  permission,
  input: submitInput,
  run: (work, input) => work.call(submitForApproval, input),
})
const touch = command({
  name: 'subject.touch',
  permission,
  input: touchInput,
  run: (work, input) => work.call(touchApproval, input),
})
const withdraw = command({
  name: 'subject.withdraw',
  permission,
  input: subjectRef,
  run: (work, input) => work.call(withdrawApproval, input),
})
const run = query({
  name: 'subject.run',
  permission,
  input: subjectRef,
  run: (look, { subjectKind, subjectId }) => findRun(look, subjectKind, subjectId),
})

export async function done<T>(result: Promise<{ ok: true; value: T } | { ok: false; refusal: Error }>): Promise<T> {
  const answer = await result
  if (!answer.ok) throw answer.refusal
  return answer.value
}

/** The code of the refusal, or null when it was done. */
export async function refusalOf(result: Promise<{ ok: true } | { ok: false; refusal: { code: string } }>) {
  const answer = await result
  return answer.ok ? null : answer.refusal.code
}

export const line = (key: string, more: Partial<DifferenceLine> = {}): DifferenceLine => ({
  key,
  aspect: 'price',
  label: verbatim(key),
  standard: verbatim('0'),
  was: null,
  now: verbatim('12'),
  costPerYear: { amount: '120000', currency: 'TWD' },
  detail: null,
  why: null,
  confidential: false,
  ...more,
})

type Submitted = z.input<typeof submitInput>

/** A price exception of 12 %: what the sales lead must approve. */
export function exception(more: Partial<Submitted> = {}): Submitted {
  const lines = more.lines ?? [line('discount')]
  const facts = more.facts ?? { discountPct: '12', belowFloor: false }
  return {
    subjectKind: 'priceException',
    subjectId: uuidv7(),
    accountId: null,
    title: verbatim('大安食品例外價'),
    href: '/pricing',
    contentHash: digestOf({ lines, facts }),
    facts,
    lines,
    totals: { costPerYear: { amount: '120000', currency: 'TWD' }, marginPct: '31', value: null },
    reason: '競品降價',
    ...more,
  }
}

export const submitted = (actor: Actor, input: Submitted, now?: Date) => done(perform(submit, actor, input, at(now)))
export const trySubmit = (actor: Actor, input: Submitted, now?: Date) => perform(submit, actor, input, at(now))
export const changedTo = (actor: Actor, input: Submitted, touched: DifferenceLine['aspect'][] = [], now?: Date) => {
  const { subjectKind, subjectId, contentHash, facts, lines, totals } = input
  return done(perform(touch, actor, { subjectKind, subjectId, contentHash, facts, lines, totals, touched }, at(now)))
}
export const withdrawn = (actor: Actor, { subjectKind, subjectId }: Submitted) =>
  done(perform(withdraw, actor, { subjectKind, subjectId }))
export const runOf = (actor: Actor, { subjectKind, subjectId }: Pick<Submitted, 'subjectKind' | 'subjectId'>) =>
  ask(run, actor, { subjectKind, subjectId })

const at = (now: Date | undefined) => (now ? { now } : {})

/** An account manager, their lead, the lead's manager, finance and a director, in a workspace of their own. */
export async function company() {
  const workspace = await aWorkspace()
  const director = await person('specialist', workspace, { name: '董總監', disciplines: ['director'] })
  const manager = await person('manager', workspace, { name: '趙經理' })
  const lead = await person('salesLead', workspace, { name: '陳主管', reportsTo: manager })
  const amy = await person('accountManager', workspace, { name: '林怡君', reportsTo: lead })
  const finance = await person('specialist', workspace, { name: '周財務', disciplines: ['finance'] })
  const second = await person('specialist', workspace, { name: '吳財務', disciplines: ['finance'] })
  const assistant = await person('salesAssistant', workspace, { name: '許助理', reportsTo: lead })
  return { workspace, director, manager, lead, amy, finance, second, assistant }
}

/** A request without any cost, which a lead may approve together with others. */
export const harmless = (title: string) =>
  exception({
    subjectKind: 'needPlan',
    title: verbatim(title),
    facts: {},
    lines: [line('plan', { aspect: 'needs', costPerYear: null })],
    totals: { costPerYear: null, marginPct: null, value: null },
  })
