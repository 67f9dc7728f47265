import { marksOf } from '@/lib/kernel/punctuation'
import { type FieldRefusal, refusals } from '@/lib/kernel/refusal'
import { eachLocale, type Said } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { outcomeMessages } from './messages-outcome'
import type { OfferValue } from './model-issues'
import { type AgreedPoint, becomesClause, type Destined } from './model-outcome'
import type { Issue } from './model-table'
import { valueSaid } from './rules-values'

export const noOutcome = refusals('negotiations', outcomeMessages)

type Pairing = { moves: readonly string[]; unilateral: boolean }

/** What both agreed on, issue by issue in the order of the table, each with what was paired with it as its condition. */
export function agreedPointsOf(issues: readonly Issue[], trades: readonly Pairing[]): AgreedPoint[] {
  const agreed = issues.flatMap((issue) => (issue.agreedValue === null ? [] : [{ issue, value: issue.agreedValue }]))
  const words = new Map(agreed.map(({ issue, value }) => [issue.key, wordsOf(issue, value)]))
  return agreed.map(({ issue, value }) => ({
    issueId: issue.id,
    key: issue.key,
    name: issue.name,
    termCode: issue.termCode,
    said: issue.kind === 'ordinal' ? labelOf(issue, value) : value,
    words: words.get(issue.key) ?? eachLocale(() => String(value)),
    condition: conditionOf(issue.key, issues, trades, words),
    droppedBecause: issue.droppedBecause,
  }))
}

const labelOf = ({ options }: Issue, value: OfferValue) => options.find(({ key }) => key === value)?.label ?? value

/** A value of an issue as people read it, in every language. */
export const wordsOf = (issue: Issue, value: OfferValue): Said =>
  eachLocale((locale) => {
    const t = translatorOf(outcomeMessages, locale)
    return valueSaid(issue, value, { yes: t('yes'), no: t('no') })
  })

/** The other issues that were traded with this one, as they were agreed; null where it was paired with nothing. */
function conditionOf(
  key: string,
  issues: readonly Issue[],
  trades: readonly Pairing[],
  words: ReadonlyMap<string, Said>,
): Said | null {
  const issueOf = (move: string) => move.slice(move.indexOf(':') + 1)
  const partners = new Set(
    trades
      .filter(({ unilateral, moves }) => !unilateral && moves.some((move) => issueOf(move) === key))
      .flatMap(({ moves }) => moves.map(issueOf)),
  )
  const others = issues.filter((issue) => issue.key !== key && partners.has(issue.key) && words.has(issue.key))
  if (others.length === 0) return null
  return eachLocale((locale) => {
    const points = others.map((issue) => `${issue.name} ${words.get(issue.key)?.[locale]}`)
    return translatorOf(outcomeMessages, locale)('given', { points: points.join(marksOf(locale).comma) })
  })
}

/**
 * What becomes of each agreed point that is no term: its reason to keep, by issue. Refuses, beside each point, where nobody
 * said whether it becomes a clause or is dropped, and why.
 */
export function destiniesOf(
  points: readonly AgreedPoint[],
  fits: readonly string[],
  typed: readonly Destined[],
): { id: string; droppedBecause: string | null }[] {
  const fields: Record<string, FieldRefusal & { code: 'becomesMissing' | 'becauseMissing' }> = {}
  const found = points.map(({ issueId, termCode }) => {
    if (termCode !== null && fits.includes(termCode)) return { id: issueId, droppedBecause: null }
    const at = typed.findIndex((each) => each.issueId === issueId)
    const { becomes, because } = typed[at] ?? { becomes: null, because: null }
    const place = at < 0 ? issueId : at
    if (becomes === 'clause') return { id: issueId, droppedBecause: becomesClause }
    if (becomes !== 'dropped') fields[`points.${place}.becomes`] = { code: 'becomesMissing' }
    else if (because === null) fields[`points.${place}.because`] = { code: 'becauseMissing' }
    return { id: issueId, droppedBecause: because }
  })
  if (Object.keys(fields).length > 0) throw noOutcome('pointsUndecided', {}, fields)
  return found
}

/** What both agreed on, by the key of its issue. */
export const agreedValues = (issues: readonly Pick<Issue, 'key' | 'agreedValue'>[]) =>
  Object.fromEntries(issues.map(({ key, agreedValue }) => [key, agreedValue]))

/** There is something to put before somebody. */
export function mustBeAgreed(points: readonly AgreedPoint[]): void {
  if (points.length === 0) throw noOutcome('agreedMissing')
}

type Point = { agreedValue: OfferValue | null; droppedBecause: string | null }

/** Whether an agreed point stands in the terms: the talks are documented, and nothing else was said of it. */
export const isTerm = ({ droppedBecause }: Pick<Point, 'droppedBecause'>, documented: boolean): boolean =>
  documented && droppedBecause === null

/** What nobody agreed on cannot be dropped, and what is a term is changed in the terms. */
export function mustBeDroppable(point: Point, documented: boolean): void {
  if (point.agreedValue === null) throw noOutcome('pointNotAgreed')
  if (isTerm(point, documented)) throw noOutcome('pointIsTerm')
}
