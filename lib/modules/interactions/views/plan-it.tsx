'use client'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { planContact } from '../actions'
import { todayMessages } from '../messages-today'

/** Arranges the next contact for the next workday in one press. */
export function PlanIt({ accountId, name }: { accountId: string; name: string }) {
  const t = useTranslator(todayMessages)
  return (
    <Press action={planContact} values={{ accountId }} label={`${t('planIt')}: ${name}`} done={t('planned', { name })}>
      {t('planIt')}
    </Press>
  )
}
