'use client'
import { Chip, type Tone } from '@/lib/ui/chip'
import type { IconName } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { DecisionRole, Stance } from '../model'
import type { SlotState } from '../model-slots'

const stanceLooks: Readonly<Record<Stance, { tone: Tone; icon: IconName }>> = {
  supports: { tone: 'ok', icon: 'circle-check' },
  neutral: { tone: 'plain', icon: 'circle-dot' },
  opposes: { tone: 'risk', icon: 'circle-x' },
  unknown: { tone: 'bordered', icon: 'circle-dashed' },
}

/** How somebody stands towards us. */
export function StanceMark({ stance }: { stance: Stance }) {
  const t = useTranslator(messages)
  return (
    <Chip tone={stanceLooks[stance].tone} icon={stanceLooks[stance].icon}>
      {t(`stance_${stance}`)}
    </Chip>
  )
}

/** What somebody does in a decision of their company. */
export function RoleMark({ role }: { role: DecisionRole }) {
  const t = useTranslator(messages)
  return <Chip tone="info">{t(`decisionRole_${role}`)}</Chip>
}

/** Influence from 1 to 5, as dots for the eye and a number for everybody. */
export function InfluenceMark({ level }: { level: number }) {
  const t = useTranslator(messages)
  return (
    <span className="whitespace-nowrap text-muted" title={t('influenceOf', { level })}>
      <span aria-hidden="true">{'●'.repeat(level) + '○'.repeat(5 - level)}</span>
      <span className="hush">{t('influenceOf', { level })}</span>
    </span>
  )
}

/** Asked not to be contacted: seen by everybody before they call or write. */
export function DoNotContactMark() {
  const t = useTranslator(messages)
  return (
    <Chip tone="risk" icon="ban">
      {t('doNotContact')}
    </Chip>
  )
}

const slotLooks: Readonly<Record<SlotState, { tone: Tone; icon: IconName }>> = {
  empty: { tone: 'bordered', icon: 'circle-dashed' },
  claimed: { tone: 'warn', icon: 'circle-dot' },
  confirmed: { tone: 'ok', icon: 'badge-check' },
  expired: { tone: 'risk', icon: 'circle-alert' },
}

/** How far a key role is known. */
export function SlotMark({ state, word }: { state: SlotState; word?: string }) {
  const t = useTranslator(messages)
  return (
    <Chip tone={slotLooks[state].tone} icon={slotLooks[state].icon}>
      {word ?? t(`slotState_${state}`)}
    </Chip>
  )
}
