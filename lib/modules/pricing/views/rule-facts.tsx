'use client'
import { formatDay } from '@/lib/kernel/day'
import { Card, Facts } from '@/lib/ui/card'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { pages } from '../messages-pages'
import { words } from '../messages-words'
import type { RuleView } from '../queries-rules'
import { inversionsOf } from '../rules-tiers'
import { actionWords } from '../rules-words'

/** One rule as it holds, with a warning where its tiers invite to order more than is needed. */
export function RuleFacts({ view }: { view: RuleView }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const { rule, account, product, category, level, note, author, notice } = view
  const inversions = rule.action === 'schedule' && rule.schedule === 'range' ? inversionsOf(rule.tiers) : []
  return (
    <Card title={rule.name}>
      <Facts
        facts={[
          { label: field('terms'), value: actionWords(rule, locale) },
          { label: field('level'), value: field(`level_${level}`) },
          { label: field('account'), value: rule.accountId && <a href={`/accounts/${rule.accountId}`}>{account}</a> },
          { label: field('segment'), value: rule.segment },
          { label: field('channel'), value: rule.channel },
          { label: field('product'), value: rule.productId && <a href={`/products/${rule.productId}`}>{product}</a> },
          { label: field('category'), value: category },
          { label: field('fromDay'), value: formatDay(rule.fromDay, locale, 'short', calendar) },
          { label: field('toDay'), value: rule.toDay && formatDay(rule.toDay, locale, 'short', calendar) },
          { label: field('minQuantity'), value: rule.minQuantity },
          { label: field('priority'), value: rule.priority },
          { label: field('author'), value: author },
          { label: t('note'), value: note, wide: true },
        ]}
      />
      {notice && (
        <p className="notice warn">
          <span className="grow">
            {t('noticeMissed', { days: notice.noticeDays, day: formatDay(notice.earliest, locale, 'short', calendar) })}
          </span>
        </p>
      )}
      {inversions.map((each) => (
        <p key={`${each.threshold} ${each.from}`} className="notice warn">
          <span className="grow">{t('inversion', each)}</span>
        </p>
      ))}
    </Card>
  )
}
