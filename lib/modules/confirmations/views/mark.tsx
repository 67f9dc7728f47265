'use client'
import { Chip, type Tone } from '@/lib/ui/chip'
import type { IconName } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { ConfirmationState } from '../model'

const looks: Readonly<Record<ConfirmationState, { tone: Tone; icon: IconName }>> = {
  none: { tone: 'bordered', icon: 'circle-dashed' },
  confirmed: { tone: 'ok', icon: 'badge-check' },
  expiring: { tone: 'warn', icon: 'clock' },
  expired: { tone: 'risk', icon: 'circle-alert' },
  changed: { tone: 'warn', icon: 'rotate-ccw' },
}

/** How far a fact is known to be so, as icon and word. */
export function ConfirmationMark({ state, title }: { state: ConfirmationState; title?: string }) {
  const t = useTranslator(messages)
  const { tone, icon } = looks[state]
  return (
    <Chip tone={tone} icon={icon} title={title}>
      {t(`state_${state}`)}
    </Chip>
  )
}
