import { eventOf, type HistoryEvent } from '@/lib/kernel/changed'
import { plain } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { catalogueWords, factorWord } from './messages-catalogue'
import { termPages } from './messages-pages'
import type { TermValue } from './model-values'
import { valueInWords } from './rules-words'

type Values = Readonly<Record<string, unknown>>

const versionFields = ['validFrom', 'validTo', 'note', 'basisSales', 'basisSource', 'recordedAt'] as const
const departureFields = [
  'value',
  'factors',
  'reason',
  'condition',
  'unconditional',
  'evidenceId',
  'feeItem',
  'feePurpose',
  'feeAmountBasis',
  'feeReference',
  'feeEvent',
  'feeBenefit',
] as const
export type HistoryField = (typeof versionFields)[number] | (typeof departureFields)[number]

/** A change as it was recorded; `code` names the term that a departure is of. */
export type RawChange = {
  id: string
  before: Values | null
  after: Values | null
  at: Date
  by: string | null
  code: string | null
}
export type HistoryEntry = {
  id: string
  event: HistoryEvent
  at: string
  /** Who did it; null when the product itself did. */
  by: string | null
  code: string | null
  fields: { field: HistoryField; before: string | null; after: string | null }[]
}

type Reader = { locale: Locale; currency: string; files: ReadonlyMap<string, string> }

/** What was changed of a version and its departures, in the reader's words; what says nothing to a reader is left out. */
export function historyOf(changes: readonly RawChange[], reader: Reader): HistoryEntry[] {
  return changes.flatMap(({ before, after, at, code, ...change }) => {
    const event = eventOf({ before, after })
    const told: readonly HistoryField[] = code === null ? versionFields : departureFields
    const fields =
      event === 'archived' || event === 'erased' ? [] : told.flatMap(differing(before, after, code, reader))
    if (event === 'changed' && fields.length === 0) return []
    return [{ ...change, event, code, at: at.toISOString(), fields }]
  })
}

const differing =
  (before: Values | null, after: Values | null, code: string | null, reader: Reader) => (field: HistoryField) => {
    if (after === null || !(field in after)) return []
    const [was, now] = [said(field, before?.[field], code, reader), said(field, after[field], code, reader)]
    return was === now ? [] : [{ field, before: was, after: now }]
  }

function said(
  field: HistoryField,
  raw: unknown,
  code: string | null,
  { locale, currency, files }: Reader,
): string | null {
  if (raw === null || raw === undefined || raw === '') return null
  const t = translatorOf(termPages, locale)
  if (field === 'value') return valueInWords(code ?? '', raw as TermValue, locale, currency)
  if (field === 'unconditional') return t(raw === true ? 'yes' : 'no')
  if (field === 'evidenceId') return files.get(String(raw)) ?? t('otherFile')
  if (field === 'basisSales' || field === 'feeBenefit') return plain(String(raw))
  if (field === 'recordedAt') return String(raw).slice(0, 10)
  if (field !== 'factors') return String(raw)
  const words = (raw as string[]).map((factor) => translatorOf(catalogueWords, locale)(factorWord(factor)))
  return words.join(locale === 'en' ? ', ' : '、') || null
}
