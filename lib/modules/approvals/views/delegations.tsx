'use client'
import { dayOf, formatDay } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { EmptyState } from '@/lib/ui/empty-state'
import { Form } from '@/lib/ui/form'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextField } from '@/lib/ui/text-field'
import { delegateApprovals, endDelegationNow } from '../actions'
import { messages } from '../messages'
import { deskMessages } from '../messages-desk'
import { subjectKinds } from '../model'
import type { DelegationRow } from '../model-desk'

type Props = {
  rows: readonly DelegationRow[]
  members: readonly { id: string; name: string }[]
  mayDelegate: boolean
  timeZone: string
}

const tones = { coming: 'info', holds: 'ok', over: 'plain' } as const

/** Who stands in for whom, from when until when; and naming somebody. */
export function Delegations({ rows, members, mayDelegate, timeZone }: Props) {
  const t = useTranslator(deskMessages)
  const word = useTranslator(messages)
  const locale = useLocale()
  const day = (at: Date) => formatDay(dayOf(at, timeZone), locale)
  return (
    <div className="grid gap-4">
      <Card title={t('tab_delegations')} flush>
        {rows.length === 0 && (
          <EmptyState icon="users" title={t('delegationsEmpty')} text={t('delegationsEmptyText')} />
        )}
        <ul className="rows">
          {rows.map((row) => (
            <li key={row.id} className="flex-wrap">
              <div className="grow basis-56">
                <p className="font-medium">
                  {t('delegationLine', { from: row.from, to: row.to })}{' '}
                  <Chip tone={tones[row.state]}>{t(`delegation_${row.state}`)}</Chip>
                </p>
                <p className="text-sm text-muted">
                  {t('delegationTime', {
                    from: day(row.startsAt),
                    until: day(new Date((row.endedAt ?? row.endsAt).getTime() - 1)),
                  })}{' '}
                  · {row.subjectKinds?.map((kind) => word(`kind_${kind}`)).join('、') ?? t('allKinds')}
                  {row.reason && <> · {row.reason}</>}
                </p>
              </div>
              {row.mayEnd && (
                <Press
                  action={endDelegationNow}
                  values={{ delegationId: row.id }}
                  label={t('endDelegationNamed', { from: row.from, to: row.to })}
                  done={t('endedDelegation')}
                >
                  {t('endDelegation')}
                </Press>
              )}
            </li>
          ))}
        </ul>
      </Card>
      {mayDelegate && (
        <Card title={t('delegate')}>
          <Form action={delegateApprovals} submit={t('delegate')} label={t('delegate')} again>
            <div className="form-grid">
              <SelectField
                name="toId"
                label={t('delegateTo')}
                required
                options={members.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <TextField name="reason" label={t('delegationReason')} maxLength={1000} />
              <DateField name="startsOn" label={t('startsOn')} required />
              <DateField name="endsOn" label={t('endsOn')} required />
              <ChoiceField
                name="subjectKinds"
                label={t('onlyKinds')}
                hint={t('onlyKindsHint')}
                multiple
                span={2}
                options={subjectKinds.map((kind) => ({ value: kind, label: word(`kind_${kind}`) }))}
              />
            </div>
          </Form>
        </Card>
      )}
    </div>
  )
}
