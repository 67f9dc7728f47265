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

/** One tap when the other side has answered a mail or message; of a group it is asked on the form who it was. */
export function AnsweredButton({ interactionId, group = false }: OfContact & { group?: boolean }) {
  const t = useTranslator(timelineMessages)
  if (group)
    return (
      <a className="button small" href={`/interactions/${interactionId}/edit`}>
        {t('hasAnswered')}
      </a>
    )
  return (
    <Press action={markTwoWay} values={{ interactionId }} done={t('markedTwoWay')}>
      <Icon name="check" />
      {t('hasAnswered')}
    </Press>
  )
}

type WithdrawProps = OfContact & { withdrawn?: boolean; plain?: boolean }

/** Takes a contact back, or brings it back; `plain` inside a menu. */
export function WithdrawButton({ interactionId, withdrawn = false, plain = false }: WithdrawProps) {
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
      className={plain ? '' : 'button small quiet'}
      done={t('withdrawn')}
      undo={restoreContact}
    >
      {t('withdraw')}
    </Press>
  )
}
