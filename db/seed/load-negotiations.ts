import { addDays, instantOf } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { previousWorkday } from '@/lib/kernel/workday'
import { open } from '@/lib/modules/negotiations/commands'
import { addAlternative } from '@/lib/modules/negotiations/commands-alternatives'
import { bringEvidence } from '@/lib/modules/negotiations/commands-evidence'
import { answer, askColleague, dispose } from '@/lib/modules/negotiations/commands-inputs'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { askMandate } from '@/lib/modules/negotiations/commands-mandate'
import { recordOffer } from '@/lib/modules/negotiations/commands-offers'
import { addCounterpart, confirmConduct, setConduct } from '@/lib/modules/negotiations/commands-people'
import { addInterest, tick } from '@/lib/modules/negotiations/commands-preparation'
import { setStakes } from '@/lib/modules/negotiations/commands-stakes'
import { prepare as becomeReady } from '@/lib/modules/negotiations/commands-states'
import { pairMoves } from '@/lib/modules/negotiations/commands-trades'
import { handPoints } from '@/lib/modules/negotiations/model-preparation'
import type { Issue } from '@/lib/modules/negotiations/model-table'
import { findIssues } from '@/lib/modules/negotiations/queries-table'
import { isMemberKey } from './company'
import { consent } from './consent'
import { workCalendar } from './days'
import { done } from './done'
import { type Known, named, type Setting } from './load-account'
import { endIt, enterTalks, type Opened, ownerOf, type Page } from './load-negotiation-ends'
import { rowsOf, said } from './story'
import { type NegotiationTold, negotiationsTold } from './story-negotiations'

/** Days ago as moments of working days. */
export function pageOf(setting: Setting & { known: Known }): Page {
  const at = (days: number, hour = '10:00') =>
    instantOf(previousWorkday(addDays(setting.today, -days), workCalendar), hour)
  return { ...setting, at }
}

/** Enters the negotiations as far as each has come. */
export async function enterNegotiations({ staff, today, known }: Setting & { known: Known }): Promise<void> {
  const page = pageOf({ staff, today, known })
  for (const told of negotiationsTold) await lead(page, told)
  await enterTalks(page)
}

/** One negotiation from its opening to where it stands. */
export async function lead(page: Page, told: NegotiationTold): Promise<Opened> {
  const opened = await prepare(page, told)
  await askAround(page, opened)
  await meetThem(page, opened)
  await goRounds(page, opened)
  await endIt(page, opened)
  return opened
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

/** Who meets whom and how, what each side is after, what supports it, and the mandate. */
async function meetThem({ staff, known, at, today }: Page, { told, negotiationId }: Opened) {
  const { led } = told
  if (!led) return
  const owner = ownerOf(staff, told.account)
  const asked = at(led.mandate.asked)
  const add = async <Row extends object>(rows: readonly Row[], enter: (row: Row) => Promise<unknown>) => {
    for (const row of rows) await enter(row)
  }
  await done(setConduct, owner, { negotiationId, ...led.conduct, interpreter: null }, asked)
  const met = rowsOf(led.counterparts).map(([person = '', part, address]) => ({
    personId: named(known.people, person),
    part,
    address,
  }))
  await add(met, (row) => done(addCounterpart, owner, { negotiationId, ...row, style: null, note: null }, asked))
  const personIds = met.map(({ personId }) => personId)
  await done(confirmConduct, owner, { negotiationId, language: led.conduct.language, personIds }, asked)
  await add(rowsOf(led.interests), ([side, text, source]) =>
    done(addInterest, owner, { negotiationId, side, text, source }, asked),
  )
  await add(rowsOf(led.evidence), ([kind, title, claim, source, note]) =>
    done(bringEvidence, owner, { negotiationId, kind, title, claim, source, note, issueId: null, fileId: null }, asked),
  )
  await add(rowsOf(led.alternatives), ([side, name, outcomes, cost, confidence, source, nextStep]) => {
    const rows = optionsOf(outcomes).map(([label, probability, score]) => ({ label, probability, score }))
    const about = { side, name, confidence, source, nextStep: said(nextStep), switchingCost: said(cost) }
    return done(addAlternative, owner, { negotiationId, ...about, outcomes: rows }, asked)
  })
  await done(tick, owner, { negotiationId, points: [...handPoints] }, asked)
  const validUntil = addDays(today, led.mandate.valid)
  const wish = { negotiationId, validUntil, reason: led.mandate.reason, offerId: null }
  const { mandateId } = await done(askMandate, owner, wish, asked)
  await consent(staff, 'negotiationMandate', mandateId, at(led.mandate.approved))
  await done(becomeReady, owner, { negotiationId }, at(led.mandate.approved, '15:00'))
}

/** What both sides said, round by round, and what was given for what. */
async function goRounds({ staff, at, today }: Page, { told, negotiationId, issues }: Opened) {
  const owner = ownerOf(staff, told.account)
  const keyAt = (position: string | undefined) => issues[Number(position) - 1]?.key ?? ''
  for (const [days, side, channel, values = '', conditions, valid] of rowsOf(told.led?.offers ?? '')) {
    const stated = listedValues(values).map((value, index) => [keyAt(String(index + 1)), value])
    const offer = { side, channel, values: Object.fromEntries(stated), conditions: said(conditions), draft: false }
    const validUntil = said(valid) && addDays(today, Number(valid))
    await done(
      recordOffer,
      owner,
      { negotiationId, ...offer, round: null, day: null, note: null, validUntil },
      at(Number(days), '14:00'),
    )
  }
  for (const trade of told.led?.trades ?? []) {
    const moves = listedValues(trade)
      .map((move) => move.split(':'))
      .map(([number, position]) => `${number}:${keyAt(position)}`)
    await done(pairMoves, owner, { negotiationId, moves }, at(3))
  }
}

const listedValues = (cell: string) => cell.split(',').map((value) => value.trim())
