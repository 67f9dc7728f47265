import type { HistoryEvent } from '@/lib/kernel/changed'
import { type Day, formatMoment } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import type { IconName } from '@/lib/ui/icon'
import { TimelineItem } from '@/lib/ui/timeline'
import { historyMessages } from '../messages-history'
import type { pageMessages } from '../messages-pages'
import type { FieldChange, HistoryEntry, HistoryField } from '../rules-history'
import { daySaid, type Said } from './said'
import type { Word } from './words'

const icons: Readonly<Record<HistoryEvent, IconName>> = {
  added: 'plus',
  changed: 'pencil',
  archived: 'archive',
  restored: 'archive-restore',
  erased: 'ban',
}

type HistoryListProps = { entries: readonly HistoryEntry[]; older: string | null; said: Said; timeZone: string }

/** Who changed what, when, from what to what. */
export function HistoryList({ entries, older, said, timeZone }: HistoryListProps) {
  const t = translatorOf(historyMessages, said.locale)
  const { locale, calendar } = said
  if (entries.length === 0) return <EmptyState icon="history" title={t('empty')} />
  return (
    <Card>
      <ol className="timeline-items">
        {entries.map(({ id, subject, event, at, by, fields }) => (
          <TimelineItem
            key={id}
            icon={icons[event]}
            title={t(`event_${event}`, { subject: t(`subject_${subject}`) })}
            when={formatMoment(new Date(at), locale, 'short', calendar, timeZone)}
            dateTime={at}
            who={by ?? t('byProduct')}
          >
            <ul>
              {fields.map((change) => (
                <li key={change.field}>
                  <ChangeLine change={change} added={event === 'added'} said={said} />
                </li>
              ))}
            </ul>
          </TimelineItem>
        ))}
      </ol>
      {older && (
        <a className="button small" href={`?before=${older}`}>
          {t('older')}
        </a>
      )}
    </Card>
  )
}

type ChangeLineProps = { change: FieldChange; added: boolean; said: Said }

function ChangeLine({ change: { field, before, after }, added, said }: ChangeLineProps) {
  const t = translatorOf(historyMessages, said.locale)
  const value = (raw: string | null) => (raw === null ? t('nothing') : valueSaid(field, raw, said))
  return (
    <>
      <span className="text-muted">{fieldSaid(field, said)}</span> {!added && <del>{value(before)}</del>}
      {!added && ' → '}
      <ins className="whitespace-pre-line no-underline">{value(after)}</ins>
    </>
  )
}

type PageWord = keyof typeof pageMessages.en

/** Fields that the register, the history itself and the forms have words for; the compiler misses none. */
const registerWords = {
  holder: 'holder',
  kind: 'kind',
  ownerId: 'owner',
  importance: 'importance',
  confidential: 'confidential',
  state: 'state',
  answeredOn: 'answeredOn',
} as const satisfies Partial<Record<HistoryField, Word>>
const ownWords = {
  title: 'title',
  consented: 'consented',
  verifiedOn: 'verifiedOn',
  reviewedOn: 'reviewedOn',
  reachedOn: 'reachedOn',
  replyDueOn: 'replyDueOn',
  repliedOn: 'repliedOn',
  happened: 'happened',
} as const satisfies Partial<Record<HistoryField, keyof typeof historyMessages.en>>
const pageWords: Readonly<Record<Exclude<HistoryField, keyof typeof registerWords | keyof typeof ownWords>, PageWord>> =
  {
    satisfaction: 'satisfaction',
    promisedOn: 'promisedOn',
    competitionSensitive: 'competitionSensitive',
    context: 'context',
    consequence: 'consequence',
    metric: 'metric',
    unit: 'unit',
    baseline: 'baseline',
    target: 'target',
    confidence: 'confidence',
    measureSource: 'measureSource',
    feeds: 'feeds',
    outcome: 'outcome',
    outcomeBecause: 'because',
    method: 'howFound',
    personId: 'saidBy',
    informant: 'informant',
    verbatim: 'verbatim',
    heardOn: 'heardOnField',
    note: 'note',
    text: 'answerText',
    words: 'theirWords',
    audience: 'audience',
    ask: 'ask',
    dueOn: 'byWhen',
    decision: 'decision',
    because: 'because',
    measure: 'objectiveMeasure',
    result: 'result',
    horizonOn: 'horizon',
    probability: 'probability',
    trigger: 'trigger',
    signal: 'signal',
    signalOn: 'signalOn',
    response: 'response',
    notPursuedBecause: 'leave',
    aim: 'aim',
    why: 'why',
    memberId: 'whoOfUs',
  }

const has = <Words extends object>(words: Words, field: PropertyKey): field is keyof Words => field in words

/** A field by the name that its form gives it. */
function fieldSaid(field: HistoryField, { t, word, locale }: Said): string {
  if (has(ownWords, field)) return translatorOf(historyMessages, locale)(ownWords[field])
  return has(registerWords, field) ? word(registerWords[field]) : t(pageWords[field])
}

const choices = new Set<HistoryField>(['holder', 'kind', 'state', 'confidence', 'outcome', 'decision', 'method'])
const figures = new Set<HistoryField>(['baseline', 'target'])

function valueSaid(field: HistoryField, raw: string, said: Said): string {
  const { word } = said
  if (raw === 'true' || raw === 'false') return word(raw === 'true' ? 'yes' : 'no')
  if (choices.has(field)) return word(`${field}_${raw}` as Word)
  if (field === 'feeds')
    return raw
      .split(',')
      .map((each) => word(`feed_${each}` as Word))
      .join('、')
  if (figures.has(field)) return plain(raw)
  if (field === 'probability') return `${raw}%`
  return field.endsWith('On') ? daySaid(raw as Day, said) : raw
}
