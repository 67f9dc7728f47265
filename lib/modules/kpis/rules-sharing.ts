import type { Day } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import type { Paper } from '@/lib/kernel/paper'
import { refusals } from '@/lib/kernel/refusal'
import { translatorOf } from '@/lib/kernel/translate'
import { words } from './messages'
import { paperWords } from './messages-paper'
import { sharingWords } from './messages-sharing'
import type { KpiParty } from './model'
import { valueSaid } from './model-said'
import type { KpiStatus, KpiUnit, Thresholds } from './model-values'
import { readValue } from './rules-import'
import { questionAbout, targetSaid } from './rules-paper'

export const no = refusals('kpis', sharingWords)

/** One measured value as the other side is shown it. */
export type SharedLine = {
  id: string
  name: string
  englishName: string
  unit: KpiUnit
  decimals: number
  party: KpiParty
  period: string
  value: string
  thresholds: Thresholds | null
  status: KpiStatus
}

export const mostLines = 40

type Letter = { language: Locale; title: string; on: Day } & Pick<Paper, 'from' | 'to' | 'reference'>

/** The paper of what is shared, and for each line the question whether they agree. */
export function sharedPaper(lines: readonly SharedLine[], { language, title, ...letter }: Letter) {
  const t = translatorOf(sharingWords, language)
  const standing = translatorOf(paperWords, language)
  const nameOf = (line: SharedLine) => (language === 'en' ? line.englishName : line.name)
  const said = (line: SharedLine) => valueSaid(line.value, line, translatorOf(words, language))
  const paper: Paper = {
    ...letter,
    language,
    title: t('paperTitle', { title }),
    blocks: [
      { kind: 'text', text: t('paperLead') },
      {
        kind: 'table',
        head: [t('kpi'), t('period'), t('side'), t('value'), t('target'), t('standing')],
        rows: lines.map((line) => [
          nameOf(line),
          line.period,
          t(`side_${line.party}`),
          said(line),
          line.thresholds ? targetSaid(line.thresholds, line, language) : '—',
          standing(`status_${line.status}`),
        ]),
        note: t('disputeHow'),
      },
    ],
    closing: t('closing'),
  }
  const questions = lines.map((line) => {
    const text = `${nameOf(line)} ${line.period}：${said(line)}`
    return questionAbout({ key: `${lineKey}${line.id}`, text, unit: line.unit }, language)
  })
  return { paper, questions }
}

const lineKey = 'm-'

export type LineReply = {
  id: string
  reply: 'agree' | 'dispute'
  note: string | null
  number: string | null
  source: string | null
}

const lineIdLength = 36

/** What was answered, line by line, of the questions whose keys begin so. */
export const repliesIn = (answers: Readonly<Record<string, string>>, begin: string = lineKey): LineReply[] =>
  Object.entries(answers).flatMap(([key, reply]) => {
    if (!key.startsWith(begin) || key.length !== begin.length + lineIdLength) return []
    if (reply !== 'agree' && reply !== 'dispute') return []
    const said = (what: 'note' | 'number' | 'source') => answers[`${key}-${what}`] ?? null
    return [{ id: key.slice(begin.length), reply, note: said('note'), number: said('number'), source: said('source') }]
  })

type Theirs = { theirValue: string | null; theirSource: string | null }

/** Their number and its source: as they were asked for them, or from the note of a link that did not ask yet. */
export function theirsIn({ number, source, note }: Omit<LineReply, 'id' | 'reply'>, unit: KpiUnit): Theirs {
  if (number === null) return disputeIn(note ?? '', unit)
  const read = readValue({ kpi: '', period: '', value: number }, unit)
  return { theirValue: 'reason' in read ? null : read.value, theirSource: source }
}

const leading = /^[^\d-]*?(-?[\d,]*\d(?:\.\d+)?\s*[%‰]?)[\s,;:，；：、（(]*/u

/** The number that a note begins with, in the KPI's unit, and what follows as its source; null where it is not said. */
export function disputeIn(note: string, unit: KpiUnit): Theirs {
  const plain = note.normalize('NFKC').trim()
  const match = leading.exec(plain)
  const typed = match?.[1] ?? ''
  const read = readValue({ kpi: '', period: '', value: typed }, unit)
  if (!match || 'reason' in read) return { theirValue: null, theirSource: null }
  return {
    theirValue: read.value,
    theirSource:
      plain
        .slice(match[0].length)
        .replace(/[)）。.]+$/u, '')
        .trim() || null,
  }
}
