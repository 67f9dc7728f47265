import { formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import type { PaperBlock } from '@/lib/kernel/paper'
import { marksOf } from '@/lib/kernel/punctuation'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { messages as contactWords } from '@/lib/modules/contacts/messages'
import { analysisMessages } from './messages-analysis'
import { dossierWords } from './messages-dossier'
import { lessonWords } from './messages-lessons'
import { observationWords } from './messages-observations'
import { preparingPages } from './messages-preparing'
import { words } from './messages-words'
import type { OfferValue } from './model-issues'
import { type ReadIssue, valueSaid } from './rules-values'

/** With what a paper about a negotiation is written. */
export type PaperSaid = {
  language: Locale
  d: Translate<typeof dossierWords>
  p: Translate<typeof preparingPages>
  word: Translate<typeof words>
  person: Translate<typeof contactWords>
  study: Translate<typeof analysisMessages>
  seen: Translate<typeof observationWords>
  learnt: Translate<typeof lessonWords>
  day: (day: string) => string
  list: (parts: readonly string[]) => string
  marks: ReturnType<typeof marksOf>
}

export const paperSaid = (language: Locale): PaperSaid => ({
  language,
  d: translatorOf(dossierWords, language),
  p: translatorOf(preparingPages, language),
  word: translatorOf(words, language),
  person: translatorOf(contactWords, language),
  study: translatorOf(analysisMessages, language),
  seen: translatorOf(observationWords, language),
  learnt: translatorOf(lessonWords, language),
  day: (day) => formatDay(day, language, 'long'),
  list: (parts) => parts.join(marksOf(language).comma),
  marks: marksOf(language),
})

/** What somebody says on an issue, as people read it; nothing where nobody says anything. */
export const saidOn = (issue: ReadIssue, value: OfferValue | null | undefined, { d }: PaperSaid): string =>
  value === null || value === undefined ? '' : valueSaid(issue, value, { yes: d('yes'), no: d('no') })

export const headingOf = (text: string): PaperBlock => ({ kind: 'heading', text })
export const textOf = (text: string): PaperBlock => ({ kind: 'text', text })

/** What is known of these facts; nothing where nothing is. */
export function factsOf(rows: readonly (readonly [string, string | null | undefined | false])[]): PaperBlock[] {
  const known = rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
  return known.length === 0 ? [] : [{ kind: 'facts', rows: known }]
}

export type PaperTable = { head: string[]; rows: string[][]; numeric?: number[]; note?: string }

/** A table under its heading; nothing where it has no rows. */
export const tableUnder = (heading: string, table: PaperTable): PaperBlock[] =>
  table.rows.length === 0 ? [] : [headingOf(heading), { kind: 'table', ...table }]
