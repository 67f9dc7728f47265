import type { Locale } from '@/lib/kernel/messages'
import { marksOf } from '@/lib/kernel/punctuation'
import { eachLocale, type Said, verbatim } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { mandateMessages } from './messages-mandate'
import type { OfferValue } from './model-issues'
import type { Bound, Limits } from './model-mandate'
import type { Issue } from './model-table'
import { valueSaid } from './rules-values'

type Named = Pick<Issue, 'key' | 'name' | 'kind' | 'unit' | 'options'>

/** A bound as approvers read it: 「最多 60 天」. */
export function boundSaid(issue: Named, bound: Bound, locale: Locale): string {
  const t = translatorOf(mandateMessages, locale)
  const words = { yes: t('yes'), no: t('no') }
  const said = (value: OfferValue) => valueSaid(issue, value, words)
  const { also: beyond, offered } = bound
  const also =
    beyond !== undefined
      ? t('also', { value: said(beyond) })
      : offered !== undefined
        ? t('offered', { value: said(offered) })
        : ''
  if (bound.kind === 'text') return t('anyWords') + also
  if (bound.kind === 'numeric') return t(bound.atLeast ? 'atLeast' : 'atMost', { value: said(bound.limit) }) + also
  if (bound.kind === 'boolean')
    return (bound.must === null ? t('free') : t('mustBe', { answer: said(bound.must) })) + also
  if (bound.allowed.length === 0) return t('noneAllowed') + also
  return t('oneOf', { options: bound.allowed.map(said).join(marksOf(locale).comma) }) + also
}

export type MandateLine = {
  key: string
  aspect: 'terms'
  label: Said
  standard: null
  was: Said | null
  now: Said
  costPerYear: null
  detail: null
  why: null
  confidential: false
}

const blank = {
  aspect: 'terms',
  standard: null,
  costPerYear: null,
  detail: null,
  why: null,
  confidential: false,
} as const

/** One line for each limit, in the order of the table, with what was approved last; and until when they hold. */
export function mandateLines(
  issues: readonly Named[],
  limits: Limits,
  validUntil: string,
  before: Limits | null,
): MandateLine[] {
  const lines = issues.flatMap((issue): MandateLine[] => {
    const [bound, was] = [limits[issue.key], before?.[issue.key]]
    if (!bound) return []
    const said = (each: Bound) => eachLocale((locale) => boundSaid(issue, each, locale))
    return [{ ...blank, key: issue.key, label: verbatim(issue.name), was: was ? said(was) : null, now: said(bound) }]
  })
  const label = eachLocale((locale) => translatorOf(mandateMessages, locale)('validUntil'))
  return [...lines, { ...blank, key: 'validUntil', label, was: null, now: verbatim(validUntil) }]
}
