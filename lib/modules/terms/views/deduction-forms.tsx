'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import {
  acceptDeduction,
  disputeDeduction,
  drawClaims,
  editDeduction,
  grantClaim,
  matchByHand,
  matchOpen,
  recordDeduction,
  recoverDeduction,
  unmatch,
  writeOffDeduction,
} from '../actions'
import { catalogueWords, typeWord } from '../messages-catalogue'
import { deductionMessages, deductionWord } from '../messages-deductions'
import { termCodes } from '../model-catalogue'
import { claimSources, documentKinds, issuers, reasonCodes } from '../model-deductions'
import type { Workbench } from '../queries-deductions'

const useWords = () => {
  const t = useTranslator(deductionMessages)
  const options = (field: 'reason' | 'document' | 'issuer' | 'source', values: readonly string[]) =>
    values.map((value) => ({ value, label: t(deductionWord(field, value)) }))
  return { t, options }
}

type Taken = Workbench['deductions'][number]

function DeductionFields({ taken, today }: { taken?: Taken; today?: string }) {
  const { t, options } = useWords()
  return (
    <div className="form-grid">
      <DateField name="takenOn" label={t('takenOn')} required defaultValue={taken?.takenOn ?? today ?? null} />
      <TextField
        name="amount"
        label={t('amount')}
        unit="NT$"
        inputMode="decimal"
        required
        defaultValue={taken?.amount ?? null}
      />
      <SelectField
        name="reasonCode"
        label={t('reasonCode')}
        required
        options={options('reason', reasonCodes)}
        defaultValue={taken?.reasonCode ?? null}
      />
      <TextField
        name="reference"
        label={t('reference')}
        hint={t('referenceHint')}
        maxLength={60}
        defaultValue={taken?.reference ?? null}
      />
      <SelectField
        name="documentKind"
        label={t('documentKind')}
        required
        empty={null}
        defaultValue={taken?.documentKind ?? 'deduction'}
        options={options('document', documentKinds)}
      />
      <TextField
        name="documentNumber"
        label={t('documentNumber')}
        maxLength={40}
        defaultValue={taken?.documentNumber ?? null}
      />
      <TextField
        name="originalInvoice"
        label={t('originalInvoice')}
        maxLength={40}
        defaultValue={taken?.originalInvoice ?? null}
      />
      <TextField
        name="netAmount"
        label={t('netAmount')}
        unit="NT$"
        inputMode="decimal"
        defaultValue={taken?.netAmount ?? null}
      />
      <TextField
        name="taxAmount"
        label={t('taxAmount')}
        unit="NT$"
        inputMode="decimal"
        defaultValue={taken?.taxAmount ?? null}
      />
      <SelectField
        name="issuer"
        label={t('issuer')}
        options={options('issuer', issuers)}
        defaultValue={taken?.issuer ?? null}
      />
      <DateField name="periodFrom" label={t('periodFrom')} defaultValue={taken?.periodFrom ?? null} />
      <DateField name="periodTo" label={t('periodTo')} defaultValue={taken?.periodTo ?? null} />
      <TextAreaField name="note" label={t('note')} rows={2} maxLength={1000} defaultValue={taken?.note ?? null} />
    </div>
  )
}

type RecordProps = { accountId: string; today: string; secondary: boolean }

export function RecordForm({ accountId, today, secondary }: RecordProps) {
  const { t } = useWords()
  return (
    <Form action={recordDeduction} submit={t('recordDeduction')} secondary={secondary} again>
      <input type="hidden" name="accountId" defaultValue={accountId} />
      <DeductionFields today={today} />
    </Form>
  )
}

export function GrantForm({ accountId, today }: { accountId: string; today: string }) {
  const { t, options } = useWords()
  const word = useTranslator(catalogueWords)
  return (
    <Form action={grantClaim} submit={t('grantClaim')} secondary again>
      <input type="hidden" name="accountId" defaultValue={accountId} />
      <div className="form-grid">
        <TextField name="reference" label={t('reference')} required maxLength={60} />
        <SelectField name="reasonCode" label={t('reasonCode')} required options={options('reason', reasonCodes)} />
        <DateField name="grantedOn" label={t('grantedOn')} required defaultValue={today} />
        <TextField name="amount" label={t('amount')} unit="NT$" inputMode="decimal" required />
        <SelectField
          name="source"
          label={t('source')}
          required
          empty={null}
          defaultValue="term"
          options={options('source', claimSources)}
        />
        <SelectField
          name="termCode"
          label={t('termCode')}
          options={termCodes.map((code) => ({ value: code, label: word(typeWord(code)) }))}
        />
        <TextField name="note" label={t('note')} maxLength={1000} span={2} />
      </div>
    </Form>
  )
}

type DrawProps = { accountId: string; from: string; to: string; count: number }

export function DrawButton({ count, ...asked }: DrawProps) {
  const { t } = useWords()
  return (
    <Press action={drawClaims} values={asked} className="button w-fit" done={t('drawn')}>
      {t('drawClaims', { count })}
    </Press>
  )
}

export function MatchButton({ accountId }: { accountId: string }) {
  const { t } = useWords()
  return (
    <Press action={matchOpen} values={{ accountId }} className="button primary" done={t('appliedNow')}>
      {t('apply')}
    </Press>
  )
}

export function UnmatchButton({ matchId, reference }: { matchId: string; reference: string }) {
  const { t } = useWords()
  return (
    <Press action={unmatch} values={{ matchId }} className="button small quiet" label={t('unmatchOf', { reference })}>
      {t('unmatch')}
    </Press>
  )
}

type SettleProps = { taken: Taken; claims: Workbench['claims'] }

/** What can be done with a deduction that is not settled: each behind a fold. */
export function SettleForms({ taken, claims }: SettleProps) {
  const { t } = useWords()
  const open = claims.filter(({ left }) => Number(left) > 0)
  const hidden = <input type="hidden" name="deductionId" defaultValue={taken.id} />
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {taken.state === 'matched' && (
          <Press action={acceptDeduction} values={{ deductionId: taken.id }}>
            {t('accept')}
          </Press>
        )}
        <Press action={recoverDeduction} values={{ deductionId: taken.id }}>
          {t('recover')}
        </Press>
      </div>
      {Number(taken.left) > 0 && open.length > 0 && (
        <details>
          <summary>{t('rule_byHand')}</summary>
          <Form action={matchByHand} submit={t('apply')} secondary again>
            {hidden}
            <div className="form-grid">
              <SelectField
                name="claimId"
                label={t('claim')}
                required
                options={open.map(({ id, reference, left }) => ({ value: id, label: `${reference}（${left}）` }))}
              />
              <TextField
                name="amount"
                label={t('amount')}
                unit="NT$"
                inputMode="decimal"
                required
                defaultValue={taken.left}
              />
            </div>
          </Form>
        </details>
      )}
      {taken.state !== 'matched' && (
        <details>
          <summary>{t('dispute')}</summary>
          <Form action={disputeDeduction} submit={t('dispute')} secondary>
            {hidden}
            <TextAreaField name="reason" label={t('disputeWhy')} required rows={2} maxLength={1000} />
          </Form>
        </details>
      )}
      {Number(taken.left) > 0 && !taken.waiting && (
        <details>
          <summary>{t('writeOff')}</summary>
          <Form action={writeOffDeduction} submit={t('writeOff')} secondary>
            {hidden}
            <TextAreaField name="reason" label={t('writeOffWhy')} required rows={2} maxLength={1000} />
          </Form>
        </details>
      )}
      <details>
        <summary>{t('edit')}</summary>
        <Form action={editDeduction} submit={t('save')} secondary>
          {hidden}
          <input type="hidden" name="version" defaultValue={taken.version} />
          <DeductionFields taken={taken} />
        </Form>
      </details>
    </div>
  )
}
