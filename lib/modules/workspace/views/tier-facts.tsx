'use client'
import { Card, Facts } from '@/lib/ui/card'
import { useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { Tier } from '../model'
import { wordOf } from './words'

/** How one tier is served, for those who do not set it. */
export function TierFacts({ tier }: { tier: Tier }) {
  const t = useTranslator(messages)
  const word = wordOf(t)
  return (
    <Card title={t('tierTitle', { code: tier.code })}>
      <Facts
        facts={[
          { label: t('contactEveryDays'), value: t('everyDays', { days: tier.contactEveryDays }) },
          { label: t('slots'), value: tier.slots.map((slot) => word('slot', slot)).join('、'), wide: true },
        ]}
      />
    </Card>
  )
}
