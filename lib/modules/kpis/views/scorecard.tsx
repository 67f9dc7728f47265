import { roundHalfUp } from '@/lib/kernel/money'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { sharingWords } from '../messages-sharing'
import type { KpisOfAgreement } from '../queries-agreement'
import type { Said } from './said'

type Cards = KpisOfAgreement['scorecard']

/** The weighted score of the whole and of each side, each with how much of its weight has data. K02. */
export function Scorecard({ card, agreementId, said }: { card: Cards; agreementId: string; said: Said }) {
  const { t } = said
  return (
    <Card
      title={t('scorecard')}
      action={
        <a className="button small" href={`/agreements/${agreementId}/kpis/share`}>
          {translatorOf(sharingWords, said.locale)('share')}
        </a>
      }
    >
      <div className="grid gap-4">
        <dl className="grid gap-4 sm:grid-cols-3">
          {(['all', 'us', 'them'] as const).map((side) => {
            const { score, coverage, provisional } = card[side]
            return (
              <div key={side} className="grid content-start gap-1">
                <dt className="text-muted">{t(`score_${side}`)}</dt>
                <dd className="grid justify-items-start gap-1">
                  <span className="text-2xl font-semibold tabular-nums">
                    {score === null ? t('noScore') : roundHalfUp(score, 1)}
                  </span>
                  {score !== null && (
                    <span className="flex flex-wrap items-center gap-2 text-muted">
                      {t('coverage', { percent: roundHalfUp(coverage, 0) })}
                      {provisional && <Chip tone="warn">{t('provisional')}</Chip>}
                    </span>
                  )}
                </dd>
              </div>
            )
          })}
        </dl>
        <p className="text-muted">{t('scoreHow')}</p>
      </div>
    </Card>
  )
}
