import type { ReactNode } from 'react'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { daySaid } from '@/lib/ui/reader'
import type { AdvocacyView } from '../queries-advocacy'
import type { Said } from './said'

type Answering = { heard: number; answered: number; inTime: number }
type DeskProps = {
  desk: {
    open: readonly AdvocacyView[]
    owed: readonly AdvocacyView[]
    forClients: number
    forConsumers: number
  }
  /** For leads and managers only. */
  answering: Answering | null
  said: Said
}

/** Answers that clients are owed, decisions that are asked for, and how well we answer. */
export function AdvocacyDesk({ desk, answering, said }: DeskProps) {
  const { t, word } = said
  const overdue = desk.owed.filter((each) => each.overdue)
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap gap-2">
        <Chip>{t('forClients', { count: desk.forClients })}</Chip>
        <Chip tone="info">{t('forConsumers', { count: desk.forConsumers })}</Chip>
        {answering && (
          <a href="/needs?sort=-heardOn">
            <Chip tone={answering.inTime === answering.heard ? 'ok' : 'warn'}>
              {t('answeredInTime', { inTime: answering.inTime, heard: answering.heard })}
            </Chip>
          </a>
        )}
      </p>
      <Card title={t('answersOwed', { count: desk.owed.length, overdue: overdue.length })} id="owed" flush>
        {desk.owed.length === 0 && <EmptyState icon="check" title={t('nothingOwed')} text={t('nothingOwedText')} />}
        <ul className="rows">
          {desk.owed.map((each) => (
            <Row key={each.id} each={each} said={said}>
              <Chip tone={each.overdue ? 'risk' : 'info'} icon="calendar-clock">
                {t(each.overdue ? 'answerOverdue' : 'answerBy', { day: daySaid(each.replyDueOn, said) })}
              </Chip>
              <Chip>{each.decision && word(`decision_${each.decision}`)}</Chip>
            </Row>
          ))}
        </ul>
      </Card>
      <Card title={t('decisionsAsked')} flush>
        {desk.open.length === 0 && (
          <EmptyState icon="circle-dashed" title={t('nothingAsked')} text={t('nothingAskedText')} />
        )}
        <ul className="rows">
          {desk.open.map((each) => (
            <Row key={each.id} each={each} said={said}>
              <Chip tone={each.late ? 'risk' : 'plain'}>
                {t('waitsUntil', { name: each.owner, day: daySaid(each.dueOn, said) })}
              </Chip>
            </Row>
          ))}
        </ul>
      </Card>
    </div>
  )
}

type RowProps = { each: AdvocacyView; said: Said; children: ReactNode }

function Row({ each, said: { word }, children }: RowProps) {
  return (
    <li>
      <div className="grow">
        <a href={`/needs/${each.needId}`} className="font-medium">
          {each.title}
        </a>
        <p className="text-muted">
          {each.account} · {each.audience} · {word(`holder_${each.holder}` as 'holder_client')}
        </p>
      </div>
      {children}
    </li>
  )
}
