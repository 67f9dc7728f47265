import { entriesOf, type FieldChange, type HistoryEntry, type RecordedChange } from '@/lib/kernel/changed'
import { plain } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { marksOf } from '@/lib/kernel/punctuation'
import { translatorOf } from '@/lib/kernel/translate'
import { catalogueWords, factorWord } from './messages-catalogue'
import { termPages } from './messages-pages'
import type { TermValue } from './model-values'
import { valueInWords } from './rules-words'

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
const shownFields = { term_versions: versionFields, term_departures: departureFields } as const

export type VersionSubject = keyof typeof shownFields
export type VersionEntry = HistoryEntry<VersionSubject, FieldChange<HistoryField>>

/** `codes` names the term that a departure is of. */
type Reader = {
  locale: Locale
  currency: string
  files: ReadonlyMap<string, string>
  codes: ReadonlyMap<string, string>
}

/** What was changed of a version and its departures, in the reader's words; what says nothing to a reader is left out. */
export const versionHistory = (changes: readonly RecordedChange<VersionSubject>[], reader: Reader): VersionEntry[] =>
  entriesOf<VersionSubject, HistoryField>(changes, shownFields, (field, value, { rowId }) =>
    said(field, value, reader.codes.get(rowId) ?? null, reader),
  ).map((entry) => (entry.event === 'archived' ? { ...entry, fields: [] } : entry))

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
  return words.join(marksOf(locale).comma) || null
}
