import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { messages } from '../messages'
import type { BeforeView } from '../queries-before'

/** What the measured results of an agreement say, by clause and of the rest. */
type Results = { points: readonly { clauseKey: string; result: string }[]; results: string }
type BeforeCardProps = {
  agreement: BeforeView['agreement']
  points: NonNullable<BeforeView['quiet']>['points']
  said: Results
  locale: Locale
}

/** What a confidential agreement came to, beside the issues of the talks after it, for those who may read both. */
export function BeforeCard({ agreement, points, said, locale }: BeforeCardProps) {
  const t = translatorOf(messages, locale)
  const lines = points.flatMap(({ key, heading, value }) => {
    const result = said.points.find(({ clauseKey }) => clauseKey === key)?.result ?? value
    return result === null ? [] : [{ key, heading, result }]
  })
  return (
    <Card
      title={t('before')}
      action={
        <a className="button small" href={`/agreements/${agreement.id}`}>
          {t('toRecord')}
        </a>
      }
    >
      <p className="hint">{t('beforeText', { title: agreement.title })}</p>
      {lines.length === 0 && said.results === '' && <p className="mt-3 text-muted">{t('beforeEmpty')}</p>}
      <dl className="mt-3 grid gap-2">
        {lines.map(({ key, heading, result }) => (
          <div key={key}>
            <dt className="label">{heading}</dt>
            <dd className="whitespace-pre-line">{result}</dd>
          </div>
        ))}
      </dl>
      {said.results !== '' && <p className="mt-3 whitespace-pre-line">{said.results}</p>}
    </Card>
  )
}
