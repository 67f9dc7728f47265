import { exact } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { marksOf } from '@/lib/kernel/punctuation'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { Chip } from '@/lib/ui/chip'
import { policyMessages } from '../messages-policy'
import type { ShownOffer } from '../queries-rounds'
import { numberSaid } from '../rules-values'

type Check = NonNullable<NonNullable<ShownOffer['check']>['policy']>
type Words = Translate<typeof policyMessages>

/** How an offer of ours stands to the pricing policy; nothing for whoever may not know. */
export function PolicyMark({ offer, locale }: { offer: ShownOffer; locale: Locale }) {
  const check = offer.check?.policy
  if (!check) return null
  const t = translatorOf(policyMessages, locale)
  if (check.state === 'none') return <Chip tone="plain">{t('none')}</Chip>
  const told = insideSaid(check, t)
  if (check.state === 'within')
    return (
      <Chip tone="ok" title={told}>
        {t('within')}
      </Chip>
    )
  const asked = [...check.chain, ...(check.finance ? (['finance'] as const) : [])]
  const list = (words: string[]) => words.join(marksOf(locale).comma)
  const who = list(asked.map((each) => t(`who_${each}`)))
  const why = list(check.reasons.map((each) => t(`why_${each}`)))
  return (
    <Chip
      tone={check.passes ? 'warn' : 'risk'}
      icon="circle-alert"
      title={[t(check.passes ? 'coveredByMandate' : 'sendsAfter'), told].join(locale === 'en' ? ' ' : '')}
    >
      {t('asks', { who, why })}
    </Chip>
  )
}

/** Margin and floors, for those who see them. */
function insideSaid({ marginPct, belowFloor, uncosted }: Check, t: Words): string {
  const parts = [
    marginPct === null ? '' : t('margin', { pct: numberSaid(exact(marginPct).toDecimalPlaces(1).toFixed()) }),
    marginPct === null && uncosted ? t('marginUnknown', { count: uncosted }) : '',
    belowFloor ? t('belowFloor', { count: belowFloor }) : '',
  ]
  return parts.filter(Boolean).join(' ')
}
