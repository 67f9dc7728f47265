import { Card } from '@/lib/ui/card'
import type { PromotionBrief } from '../queries'
import { daysSaid, type Said } from './said'
import { StateMark } from './state-mark'

type AccountPromotionsProps = { accountId: string; promotions: readonly PromotionBrief[]; mayPlan: boolean; said: Said }

/** The promotions with one client, the latest first. */
export function AccountPromotions({ accountId, promotions, mayPlan, said }: AccountPromotionsProps) {
  const { t, word } = said
  return (
    <Card
      id="promotions"
      title={t('ofAccount')}
      flush={promotions.length > 0}
      action={
        mayPlan && (
          <a className="button small" href={`/promotions/new?account=${accountId}`}>
            {t('newPromotion')}
          </a>
        )
      }
    >
      {promotions.length === 0 ? (
        <p className="text-muted">{t('emptyText')}</p>
      ) : (
        <ul className="rows">
          {promotions.map((each) => (
            <li key={each.id}>
              <div className="min-w-0 grow">
                <a href={`/promotions/${each.id}`} className="font-medium">
                  {each.title}
                </a>
                <p className="text-muted">{daysSaid(each.storeFrom, each.storeTo, said)}</p>
              </div>
              <StateMark state={each.state} word={word} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
