'use client'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { cancelPlan, completePlan, markTwoWay, restoreContact, withdrawContact } from '../actions'
import { timelineMessages } from '../messages-timeline'

type OfContact = { interactionId: string }

/** What can become of a plan: it took place, or it is given up. */
export function PlanButtons({ interactionId }: OfContact) {
  const t = useTranslator(timelineMessages)
  return (
    <>
      <Press action={completePlan} values={{ interactionId }} done={t('completedPlan')}>
        <Icon name="check" />
        {t('completePlan')}
      </Press>
      <Press
        action={cancelPlan}
        values={{ interactionId }}
        className="button small quiet"
        done={t('cancelledPlan')}
        undo={restoreContact}
      >
        {t('cancelPlan')}
      </Press>
    </>
  )
}

/** One tap when the other side has answered a mail or message. */
export function AnsweredButton({ interactionId }: OfContact) {
  const t = useTranslator(timelineMessages)
  return (
    <Press action={markTwoWay} values={{ interactionId }} done={t('markedTwoWay')}>
      <Icon name="check" />
      {t('hasAnswered')}
    </Press>
  )
}

/** Takes a contact back, or brings it back. */
export function WithdrawButton({ interactionId, withdrawn = false }: OfContact & { withdrawn?: boolean }) {
  const t = useTranslator(timelineMessages)
  if (withdrawn)
    return (
      <Press action={restoreContact} values={{ interactionId }} className="button" done={t('restored')}>
        <Icon name="undo-2" />
        {t('restore')}
      </Press>
    )
  return (
    <Press
      action={withdrawContact}
      values={{ interactionId }}
      className="button small quiet"
      done={t('withdrawn')}
      undo={restoreContact}
    >
      {t('withdraw')}
    </Press>
  )
}
