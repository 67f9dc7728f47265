import { addDays, instantOf } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { previousWorkday } from '@/lib/kernel/workday'
import { open } from '@/lib/modules/negotiations/commands'
import { answer, askColleague, dispose } from '@/lib/modules/negotiations/commands-inputs'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { setStakes } from '@/lib/modules/negotiations/commands-stakes'
import type { Issue } from '@/lib/modules/negotiations/model-table'
import { findIssues } from '@/lib/modules/negotiations/queries-table'
import { isMemberKey } from './company'
import { workCalendar } from './days'
import { done } from './done'
import { type Known, named, type Setting } from './load-account'
import type { Staff } from './load-members'
import { stories } from './stories'
import { rowsOf, said } from './story'
import { type NegotiationTold, negotiationsTold } from './story-negotiations'

type Page = Setting & { known: Known; at: (days: number, hour?: string) => Date }
type Opened = { told: NegotiationTold; negotiationId: string; issues: readonly Issue[] }

/** Enters the negotiations as far as each has come. */
export async function enterNegotiations({ staff, today, known }: Setting & { known: Known }): Promise<void> {
  const at = (days: number, hour = '10:00') => instantOf(previousWorkday(addDays(today, -days), workCalendar), hour)
  const page: Page = { staff, today, known, at }
  for (const told of negotiationsTold) {
    const opened = await prepare(page, told)
    await askAround(page, opened)
  }
}

const ownerOf = (staff: Staff, account: string) => {
  const story = stories.find(({ key }) => key === account)
  if (!story) throw new Error(`no story is called ${account}`)
  return staff[story.owner]
}

/** Opened, with its issues and what they are worth. */
async function prepare({ staff, known, at, today }: Page, told: NegotiationTold): Promise<Opened> {
  const owner = ownerOf(staff, told.account)
  const now = at(told.opened)
  const { negotiationId } = await done(
    open,
    owner,
    {
      accountId: named(known.accounts, told.account),
      direction: told.direction,
      kind: told.kind,
      title: told.title,
      purpose: told.purpose,
      objective: told.objective,
      expectedValue: told.value,
      deadlineOn: addDays(today, -told.deadline),
    },
    now,
  )
  const rows = rowsOf(told.issues)
  for (const [code, name, kind, unit, options] of rows) {
    const labels = optionsOf(options).map(([label]) => ({ key: null, label }))
    await done(
      addIssue,
      owner,
      { negotiationId, termCode: said(code), name, kind, unit: said(unit), options: labels },
      now,
    )
  }
  const issues = await inTransaction(owner, 'read only', (tx) => findIssues({ tx, actor: owner, now }, negotiationId))
  const stakes = rowsOf(told.stakes).map((cells, index) => stakeOf(issues[index], cells, optionsOf(rows[index]?.[4])))
  await done(setStakes, owner, { negotiationId, stakes }, now)
  return { told, negotiationId, issues }
}

/** Each option with its points, ours and theirs. */
const optionsOf = (cell: string | undefined): [label: string, ours: string, theirs: string][] =>
  (said(cell) ?? '')
    .split('、')
    .filter(Boolean)
    .map((option) => option.split(':') as [string, string, string])

function stakeOf(issue: Issue | undefined, cells: string[], options: [string, string, string][]) {
  if (!issue) throw new Error('a line of stakes has no issue')
  const keyOf = new Map(issue.options.map(({ key, label }) => [label, key]))
  const end = (cell: string | undefined) => keyOf.get(cell ?? '') ?? said(cell)
  const [opening, target, limit, weight, theirTarget, theirLimit, theirWeight, confidence, source] = cells
  const yesNo = issue.kind === 'boolean'
  const points = (which: 1 | 2) => Object.fromEntries(options.map((each) => [keyOf.get(each[0]) ?? '', each[which]]))
  return {
    issueId: issue.id,
    ...(yesNo ? { wanted: said(target) } : { opening: end(opening), target: end(target), limit: end(limit) }),
    weight: said(weight),
    points: points(1),
    theirTarget: end(theirTarget),
    theirLimit: end(theirLimit),
    theirWeight: said(theirWeight),
    theirPoints: points(2),
    confidence: said(confidence),
    source: said(source),
  }
}

/** What colleagues were asked, what they answered, and what became of it. */
async function askAround({ staff, at, today }: Page, { told, negotiationId }: Opened) {
  const owner = ownerOf(staff, told.account)
  for (const cells of rowsOf(told.inputs)) {
    const [member = '', days = '0', due = '0', question, answered, stance, answerText, disposition, reason] = cells
    if (!isMemberKey(member)) throw new Error(`nobody is called ${member}`)
    const asked = { kind: 'input', discipline: null, askedOf: staff[member].id, question, required: true }
    const dueOn = addDays(today, Number(due) - Number(days))
    const { inputId } = await done(
      askColleague,
      owner,
      { negotiationId, ...asked, background: null, dueOn },
      at(Number(days)),
    )
    if (!said(answered)) continue
    const on = at(Number(answered))
    await done(answer, staff[member], { inputId, answer: answerText, stance, recommendation: null, fileId: null }, on)
    await done(dispose, owner, { inputId, disposition, reason }, at(Number(answered), '16:00'))
  }
}
