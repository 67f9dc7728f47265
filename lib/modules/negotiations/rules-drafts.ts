import { type FieldRefusal, Refusal } from '@/lib/kernel/refusal'
import { offerMessages } from './messages-offers'
import type { OfferValues, Side } from './model-issues'
import type { OfferState } from './model-states'
import { counted, nextNumber, nextRound } from './rules-offers'
import { type ReadIssue, valueSaid, type Words } from './rules-values'

type Placed = { no: number; side: Side; round: number; state: OfferState }

/**
 * The number and the round of a draft that is said now. Offers count in the order in which they were said: a draft keeps
 * its place unless something was said after it was written; then it comes last.
 */
export function placeWhenSaid({ no, side, round }: Placed, offers: readonly Placed[]): { no: number; round: number } {
  const said = offers.filter(counted)
  if (!said.some((other) => other.no > no)) return { no, round }
  return { no: nextNumber(offers), round: nextRound(said, side) }
}

/** Of a draft the same refusal is said in other words. */
const draftMessages = {
  en: { ...offerMessages.en, changedMeanwhile: offerMessages.en.draftChanged },
  'zh-TW': { ...offerMessages['zh-TW'], changedMeanwhile: offerMessages['zh-TW'].draftChanged },
}

type Both = { now: OfferValues; typed: OfferValues; version: number }

/**
 * When somebody else changed the values of a draft first: what it says now, beside each issue that was typed otherwise.
 * Every other refusal stays what it is.
 */
export function besideEachIssue(
  refusal: unknown,
  { now, typed, version }: Both,
  issues: readonly (ReadIssue & { key: string })[],
  words: Words,
): unknown {
  if (!(refusal instanceof Refusal) || refusal.code !== 'changedMeanwhile') return refusal
  const { values, ...others } = refusal.fields
  const clashes = values ? issues.filter(({ key }) => (now[key] ?? null) !== (typed[key] ?? null)) : []
  const beside = clashes.map((issue): [string, FieldRefusal] => {
    const value = now[issue.key] ?? null
    const theirs = value === null ? '—' : valueSaid(issue, value, words)
    return [`values.${issue.key}`, { code: 'alsoSaid', params: { theirs } }]
  })
  const fields = { ...others, ...Object.fromEntries(beside) }
  return new Refusal('changedMeanwhile', { version }, fields, draftMessages)
}
