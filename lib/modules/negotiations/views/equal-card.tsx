import { marksOf } from '@/lib/kernel/punctuation'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { judgeEqual } from '../actions'
import { tableWords } from '../messages-table-page'
import { judgements } from '../model-comparisons'
import type { OfferValue } from '../model-issues'
import type { TableView } from '../queries-table-page'
import { valueSaid } from '../rules-values'
import type { Said } from './said'

type EqualCardProps = { view: TableView; said: Said }
type Secret = NonNullable<TableView['secret']>

/** SECRET: "Are these two really equal?", asked until it is answered, and what was answered under earlier weights. */
export function EqualCard({ view, said }: EqualCardProps) {
  const t = translatorOf(tableWords, said.locale)
  if (!view.secret) return null
  const { question, answer, earlier } = view.secret
  if (!question && earlier.length === 0) return null
  return (
    <Card title={t('equalTitle')} id="equal">
      <div className="grid gap-3">
        {question && (
          <>
            <p className="hint">{t('equalText')}</p>
            <RecordTable
              caption={t('equalTitle')}
              columns={[{ label: t('issue') }, { label: t('first') }, { label: t('second') }]}
              rows={question.pair.map(({ key, one, other }) => ({
                key,
                cells: [nameOf(key, view), saidOf(key, one, view, said), saidOf(key, other, view, said)],
              }))}
            />
            {answer && (
              <p className="notice info">
                {t(`judged_${answer.answer}`, { by: answer.by, day: daySaid(answer.on, said) })}
              </p>
            )}
            {view.mayChange && <Answers view={view} question={question} answered={answer !== null} t={t} />}
          </>
        )}
        {earlier.length > 0 && <Earlier view={view} earlier={earlier} said={said} />}
      </div>
    </Card>
  )
}

type AnswersProps = {
  view: TableView
  question: NonNullable<Secret['question']>
  answered: boolean
  t: Translate<typeof tableWords>
}

function Answers({ view: { negotiationId }, question, answered, t }: AnswersProps) {
  const buttons = (
    <div className="flex flex-wrap gap-2">
      {judgements.map((each) => (
        <Press
          key={each}
          action={judgeEqual}
          values={{ negotiationId, asked: question.worthHash, answer: each }}
          className="button small"
        >
          {t(`judge_${each}`)}
        </Press>
      ))}
    </div>
  )
  if (!answered) return buttons
  return (
    <details>
      <summary className="button small">{t('changeAnswer')}</summary>
      <div className="mt-3">{buttons}</div>
    </details>
  )
}

function Earlier({ view, earlier, said }: EqualCardProps & { earlier: Secret['earlier'] }) {
  const t = translatorOf(tableWords, said.locale)
  const side = (pair: Secret['earlier'][number]['pair'], which: 'one' | 'other') =>
    pair
      .map((each) => `${nameOf(each.key, view)} ${saidOf(each.key, each[which], view, said)}`)
      .join(marksOf(said.locale).comma)
  return (
    <details>
      <summary className="button small">{t('judgedEarlier')}</summary>
      <div className="mt-3">
        <RecordTable
          caption={t('judgedEarlier')}
          sentences
          columns={[{ label: t('answer') }, { label: t('first') }, { label: t('second') }]}
          rows={earlier.map(({ id, pair, answer, by, on }) => ({
            key: id,
            cells: [
              <span key="answer" className="grid">
                {t(`judge_${answer}`)}
                <span className="font-normal text-muted">
                  {by} · {daySaid(on, said)}
                </span>
              </span>,
              side(pair, 'one'),
              side(pair, 'other'),
            ],
          }))}
        />
      </div>
    </details>
  )
}

const issueOf = (key: string, { issues }: TableView) => issues.find((each) => each.key === key)
const nameOf = (key: string, view: TableView) => issueOf(key, view)?.name ?? key

function saidOf(key: string, value: OfferValue, view: TableView, { locale }: Said): string {
  const t = translatorOf(tableWords, locale)
  const issue = issueOf(key, view)
  return issue ? valueSaid(issue, value, { yes: t('yes'), no: t('no') }) : String(value)
}
