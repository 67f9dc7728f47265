import { cut } from '@/lib/kernel/cut'
import { type Day, formatDay } from '@/lib/kernel/day'
import { type FiscalCalendar, type Period, periodOf } from '@/lib/kernel/fiscal'
import type { Locale } from '@/lib/kernel/messages'
import type { Paper } from '@/lib/kernel/paper'
import { refusals } from '@/lib/kernel/refusal'
import { translatorOf } from '@/lib/kernel/translate'
import { words } from './messages'
import { paperWords } from './messages-paper'
import { reportWords } from './messages-reports'
import { frequencyOf, readPeriodKey } from './model-periods'
import { type LineKind, type LineReplyState, lineKinds, type ReportState } from './model-reports'
import { valueSaid } from './model-said'
import type { KpiUnit } from './model-values'
import { questionAbout, targetSaid } from './rules-paper'
import { periodBefore, periodNamed } from './rules-periods'
import { repliesIn, type SharedLine } from './rules-sharing'

export const no = refusals('kpis', reportWords)
export const mostReportLines = 45

/** The month or quarter that a report is about: the one named, otherwise the last month that is over. */
export function mustBeOver(typed: string | null, today: Day, calendar: FiscalCalendar): Period {
  const unfit = (code: 'notAReportPeriod' | 'notOver') => no(code, {}, { period: { code } })
  if (typed === null) return lastOver('month', today, calendar)
  const key = readPeriodKey(typed)
  const period = key && frequencyOf(key) !== 'year' ? periodNamed(key, calendar) : null
  if (!period) throw unfit('notAReportPeriod')
  if (period.to >= today) throw unfit('notOver')
  return period
}

/** The last month or quarter that is over. */
export const lastOver = (frequency: 'month' | 'quarter', today: Day, calendar: FiscalCalendar): Period =>
  periodBefore(periodOf(today, calendar, frequency), frequency, calendar)

type Drafted = { kind: LineKind; measurementId: string | null; label: string; text: string }

/** What a measured value says in a report, in the words of its language. */
export function figureLine(line: SharedLine, language: Locale): Drafted {
  const t = translatorOf(reportWords, language)
  const value = valueSaid(line.value, line, translatorOf(words, language))
  const name = language === 'en' ? line.englishName : line.name
  return {
    kind: 'kpi',
    measurementId: line.id,
    label: `${name} ${line.period}`,
    text: line.thresholds
      ? t('kpiText', {
          value,
          target: targetSaid(line.thresholds, line, language),
          status: translatorOf(paperWords, language)(`status_${line.status}`),
        })
      : t('kpiTextPlain', { value }),
  }
}

export type Promised = { party: 'us' | 'them' | 'both'; text: string; dueOn: Day; kept: boolean }

const promiseLine = ({ party, text, dueOn, kept }: Promised, language: Locale): Drafted => {
  const t = translatorOf(reportWords, language)
  return {
    kind: 'promise',
    measurementId: null,
    label: cut(`${t(`by_${party}`)}：${text}`, 300),
    text: t(kept ? 'promiseKept' : 'promiseOpen', { day: formatDay(dueOn, language) }),
  }
}

/** What missed its target in the period is an aim of the next one. */
const aimOf = (line: SharedLine, language: Locale): Drafted[] =>
  line.thresholds && (line.status === 'red' || line.status === 'amber')
    ? [
        {
          kind: 'aim',
          measurementId: null,
          label: language === 'en' ? line.englishName : line.name,
          text: translatorOf(reportWords, language)('aimText', {
            target: targetSaid(line.thresholds, line, language),
          }),
        },
      ]
    : []

/** The first draft of a report: every figure of the period, what was promised in it, and the aims that follow. */
export function draftLines(figures: readonly SharedLine[], promised: readonly Promised[], language: Locale): Drafted[] {
  const latest = new Map(figures.map((line) => [`${line.name} ${line.party}`, line]))
  return [
    ...figures.map((line) => figureLine(line, language)),
    ...promised.map((each) => promiseLine(each, language)),
    ...[...latest.values()].flatMap((line) => aimOf(line, language)),
  ]
}

export type SentLine = {
  id: string
  kind: LineKind
  label: string
  text: string
  note: string | null
  /** What a measured value is counted in; null where the line is no figure. */
  unit: KpiUnit | null
}
type Letter = Pick<Paper, 'language' | 'title' | 'reference' | 'on' | 'from' | 'to'> & { opening: string | null }

/** The paper of a report, and for each of its lines the question whether the client agrees. */
export function reportPaper(lines: readonly SentLine[], { opening, ...letter }: Letter) {
  const t = translatorOf(reportWords, letter.language)
  const blocks = lineKinds.flatMap((kind): Paper['blocks'] => {
    const mine = lines.filter((line) => line.kind === kind)
    if (mine.length === 0) return []
    return [
      { kind: 'heading', text: t(`kind_${kind}`) },
      {
        kind: 'table',
        head: [t('line'), t('text'), t('note')],
        rows: mine.map(({ label, text, note }) => [label, text, note ?? '']),
      },
    ]
  })
  const paper: Paper = {
    ...letter,
    blocks: [
      ...(opening ? [{ kind: 'text' as const, text: opening }] : []),
      ...blocks,
      { kind: 'text', text: t('answerHow') },
    ],
    closing: t('closing'),
  }
  const questions = lines.map(({ id, label, text, unit }) =>
    questionAbout({ key: `${lineKey}${id}`, text: `${label}：${text}`, unit }, letter.language),
  )
  return { paper, questions }
}

const lineKey = 'l-'

/** What was answered to each line. */
export const lineRepliesIn = (answers: Readonly<Record<string, string>>) => repliesIn(answers, lineKey)

/** How a sent report stands by its lines: disputed as soon as one is, accepted when all are agreed. */
export function stateAfter(replies: readonly LineReplyState[]): ReportState {
  if (replies.includes('disputed')) return 'disputed'
  return replies.length > 0 && replies.every((reply) => reply === 'agreed') ? 'accepted' : 'sent'
}

/** What was sent is not typed over. */
export function mustBeDrafted(state: string): void {
  if (state !== 'draft') throw no('notDraft')
}

/** What a KPI says is changed at the KPI. */
export function mustKeepFigure(
  line: { kind: string; label: string; text: string },
  said: { label: string; text: string },
) {
  if (line.kind === 'kpi' && (line.label !== said.label || line.text !== said.text))
    throw no('figureKept', {}, { text: { code: 'figureKept' } })
}

/** A number in a dispute of a figure comes with its source, and the other way round. */
export function mustBeWhole(theirValue: string, theirSource: string | null, isFigure: boolean): void {
  const typed = theirValue.trim() !== ''
  if (!isFigure && (typed || theirSource)) throw no('noFigure', {}, { theirValue: { code: 'noFigure' } })
  if (typed && !theirSource) throw no('theirSourceMissing', {}, { theirSource: { code: 'theirSourceMissing' } })
  if (!typed && theirSource) throw no('theirValueMissing', {}, { theirValue: { code: 'theirValueMissing' } })
}

/** A figure that was taken back after it was drafted is not sent as measured. */
export function mustStillBeMeasured([gone]: readonly { label: string }[]): void {
  if (gone) throw no('figureGone', { name: gone.label })
}

/** Something is in it, and not more than a client can be asked. */
export function mustBeSendable(lines: number): void {
  if (lines === 0) throw no('nothingToSend')
  if (lines > mostReportLines) throw no('tooManyLines')
}
