import type { Day } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { FieldHistory } from '@/lib/ui/field-history'
import { daySaid } from '@/lib/ui/reader'
import { historyMessages } from '../messages-history'
import type { pageMessages } from '../messages-pages'
import type { NeedEntry, NeedField } from '../rules-history'
import type { Said } from './said'
import type { Word } from './words'

type HistoryListProps = { entries: readonly NeedEntry[]; older: string | null; said: Said; timeZone: string }

/** Who changed what, when, from what to what. */
export function HistoryList({ entries, older, said, timeZone }: HistoryListProps) {
  const t = translatorOf(historyMessages, said.locale)
  if (entries.length === 0) return <EmptyState icon="history" title={t('empty')} />
  return (
    <Card>
      <FieldHistory
        history={{ entries, older }}
        title={({ subject, event }) => t(`event_${event}`, { subject: t(`subject_${subject}`) })}
        label={(field) => fieldSaid(field, said)}
        value={(field, raw) => valueSaid(field, raw, said)}
        words={{ byProduct: t('byProduct'), nothing: t('nothing'), older: t('older') }}
        reader={{ ...said, timeZone }}
      />
    </Card>
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
} as const satisfies Partial<Record<NeedField, Word>>
const ownWords = {
  title: 'title',
  consented: 'consented',
  verifiedOn: 'verifiedOn',
  reviewedOn: 'reviewedOn',
  reachedOn: 'reachedOn',
  replyDueOn: 'replyDueOn',
  repliedOn: 'repliedOn',
  happened: 'happened',
} as const satisfies Partial<Record<NeedField, keyof typeof historyMessages.en>>
const pageWords: Readonly<Record<Exclude<NeedField, keyof typeof registerWords | keyof typeof ownWords>, PageWord>> = {
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
function fieldSaid(field: NeedField, { t, word, locale }: Said): string {
  if (has(ownWords, field)) return translatorOf(historyMessages, locale)(ownWords[field])
  return has(registerWords, field) ? word(registerWords[field]) : t(pageWords[field])
}

const choices = new Set<NeedField>(['holder', 'kind', 'state', 'confidence', 'outcome', 'decision', 'method'])
const figures = new Set<NeedField>(['baseline', 'target'])

function valueSaid(field: NeedField, raw: string, said: Said): string {
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
