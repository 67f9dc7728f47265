import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { daySaid } from '@/lib/ui/reader'
import type { NeedState } from '../model'
import type { NeedCard } from '../queries'
import { SingleSourceMark, StateMark } from './marks'
import type { Said } from './said'

type Register = {
  accountId: string
  needs: readonly NeedCard[]
  people: readonly { id: string; displayName: string }[]
  mayRecord: boolean
  mayPlan: boolean
  said: Said
}

/** The register of one account, and whose needs can be gone through. */
export function AccountNeeds({ accountId, needs, people, mayRecord, mayPlan, said }: Register) {
  const { t, word } = said
  const hear = mayRecord && (
    <a className="button primary" href={`/needs/new?account=${accountId}`}>
      {t('hear')}
    </a>
  )
  return (
    <Card title={t('register')} action={needs.length > 0 && hear} flush>
      {needs.length === 0 ? (
        <EmptyState icon="lightbulb" title={t('emptyTitle')} text={t('emptyText')} action={hear} />
      ) : (
        <ul className="rows">
          {needs.map((need) => (
            <li key={need.id}>
              <div className="grow">
                <a href={`/needs/${need.id}`} className="font-medium">
                  {need.title}
                </a>
                <p className="text-muted">
                  {word(`holder_${need.holder}` as 'holder_client')} · {need.owner} · {daySaid(need.heardOn, said)}
                </p>
              </div>
              <StateMark state={need.state as NeedState} word={word} />
              {!need.triangulated && <SingleSourceMark word={word} />}
              {need.answerDueOn && (
                <Chip tone={need.answerDueOn < said.today ? 'risk' : 'info'} icon="calendar-clock">
                  {t('answerBy', { day: daySaid(need.answerDueOn, said) })}
                </Chip>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayPlan && needs.length > 0 && people.length > 0 && (
        <details className="p-3">
          <summary className="button small">{t('consultWith')}</summary>
          <ul className="mt-2 flex flex-wrap gap-2">
            {people.map((person) => (
              <li key={person.id}>
                <a className="button small" href={`/needs/consult/${person.id}?account=${accountId}`}>
                  {person.displayName}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

type Consultations = {
  consultations: readonly { id: string; heldOn: string; person: string; heldBy: string }[]
  said: Said
}

export function ConsultationList({ consultations, said }: Consultations) {
  if (consultations.length === 0) return null
  const { t } = said
  return (
    <Card title={t('consultations')} flush>
      <ul className="rows">
        {consultations.map((each) => (
          <li key={each.id}>
            <a className="grow" href={`/needs/consultations/${each.id}`}>
              {each.person}
            </a>
            <span className="text-muted">
              {each.heldBy} · {daySaid(each.heldOn, said)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
