import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import type { PromotionBrief } from '../queries'
import { daySaid, type Said } from './said'

type OverdueProps = { promotions: readonly PromotionBrief[]; said: Said; quiet?: boolean }

/** Promotions that are over and have no result, each with the form to record it. `quiet` shows nothing when there is none. */
export function OverduePromotions({ promotions, said, quiet = false }: OverdueProps) {
  const { t } = said
  if (promotions.length === 0 && quiet) return null
  return (
    <Card id="overdue-promotions" title={t('overdue')} flush={promotions.length > 0}>
      {promotions.length === 0 ? (
        <p className="text-muted">{t('overdueNone')}</p>
      ) : (
        <ul className="rows">
          {promotions.map((each) => (
            <li key={each.id}>
              <div className="min-w-0 grow">
                <a href={`/promotions/${each.id}#next`} className="font-medium">
                  {each.title}
                </a>
                <p className="text-muted">
                  {[each.clients.join('、'), each.owner, t('endedOn', { day: daySaid(each.storeTo, said) })].join(
                    ' · ',
                  )}
                </p>
              </div>
              <Chip tone={each.endedDays > 14 ? 'risk' : 'warn'} icon="calendar-clock">
                {t('overdueDays', { days: each.endedDays })}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
