'use client'
import type { Translate } from '@/lib/kernel/translate'
import { CheckboxField, SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { useSteady } from '@/lib/ui/use-steady'
import { rankIssues, setStakes } from '../actions'
import { tableWords } from '../messages-table-page'
import { confidences } from '../model-issues'
import type { LastTime, LastTimes, Stake } from '../model-stakes'
import type { TableView } from '../queries-table-page'
import { valueSaid } from '../rules-values'

type IssueView = TableView['issues'][number]
type Secret = NonNullable<TableView['secret']>
type StakesProps = Pick<TableView, 'negotiationId' | 'issues'> & { secret: Secret; lastTimes: LastTimes }

/**
 * SECRET: the whole sheet in one form, ours first, what we believe of them folded away. Lines that nobody has filled in begin
 * with what the last agreement came to.
 */
export function StakesForm({ negotiationId, issues, secret, lastTimes }: StakesProps) {
  const t = useTranslator(tableWords)
  const { shown: stakes, version, typing } = useSteady(secret.stakes, secret.version)
  const stakeOf = (issueId: string) => stakes.find((each) => each.issueId === issueId)?.stake ?? null
  const suggests = issues.some(({ id }) => lastTimes[id] && stakeOf(id) === null)
  return (
    <Form key={version} action={setStakes} submit={t('saveWorth')} className="mt-4" {...typing}>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <input type="hidden" name="version" defaultValue={version} />
      {suggests && <p className="notice info span-2">{t('suggested')}</p>}
      {issues.map((issue, index) => (
        <StakeFields
          key={issue.id}
          issue={issue}
          stake={stakeOf(issue.id)}
          last={lastTimes[issue.id] ?? null}
          path={`stakes.${index}`}
        />
      ))}
    </Form>
  )
}

type FieldsProps = { issue: IssueView; stake: Stake | null; path: string }

function StakeFields({ issue, stake, last, path }: FieldsProps & { last: LastTime | null }) {
  const t = useTranslator(tableWords)
  const values = ['opening', 'target', 'limit'] as const
  const begun = stake === null ? last : null
  const from = { opening: null, target: begun?.target ?? null, limit: begun?.limit ?? null }
  const hints = { opening: undefined, target: t('fromLast'), limit: t('fromLastLimit') }
  const said = last && lastSaid(issue, last, t)
  return (
    <fieldset className="field span-2 border-t border-line pt-4">
      <legend className="label">{issue.name}</legend>
      {said && <p className="hint">{said}</p>}
      <input type="hidden" name={`${path}.issueId`} defaultValue={issue.id} />
      <input type="hidden" name={`${path}.version`} defaultValue={stake?.version ?? 0} />
      <div className="form-grid">
        {issue.kind === 'boolean' ? (
          <>
            <YesNo
              name={`${path}.wanted`}
              label={t('wanted')}
              value={(stake ?? begun)?.wanted}
              hint={begun?.wanted == null ? undefined : t('fromLast')}
            />
            <CheckboxField
              name={`${path}.required`}
              label={t('required')}
              defaultChecked={(stake ?? begun)?.required ?? false}
            />
          </>
        ) : (
          values.map((field) => (
            <ValueField
              key={field}
              issue={issue}
              name={`${path}.${field}`}
              label={t(field)}
              value={stake ? stake[field] : from[field]}
              hint={from[field] === null ? undefined : hints[field]}
            />
          ))
        )}
        {issue.kind !== 'text' && <Weight name={`${path}.weight`} label={t('weight')} value={stake?.weight} />}
        {issue.kind === 'ordinal' &&
          issue.options.map(({ key, label }) => (
            <TextField
              key={key}
              name={`${path}.points.${key}`}
              label={t('points', { option: label })}
              hint={t('pointsHint')}
              inputMode="decimal"
              defaultValue={stake?.points[key]}
            />
          ))}
      </div>
      <details open={stake?.theirWeight !== null && stake !== null}>
        <summary>{t('theirSide')}</summary>
        <TheirFields issue={issue} stake={stake} path={path} />
      </details>
    </fieldset>
  )
}

/** What the last agreement came to on an issue; blank where only the last mandate is known. */
function lastSaid(issue: IssueView, { words, agreed }: LastTime, t: Translate<typeof tableWords>): string | null {
  const said = words ?? (agreed === null ? null : valueSaid(issue, agreed, { yes: t('yes'), no: t('no') }))
  return said === null ? null : t('lastTime', { value: said })
}

function TheirFields({ issue, stake, path }: FieldsProps) {
  const t = useTranslator(tableWords)
  return (
    <div className="form-grid">
      {issue.kind === 'boolean' ? (
        <>
          <YesNo name={`${path}.theirTarget`} label={t('theirWanted')} value={asYes(stake?.theirTarget)} />
          <YesNo name={`${path}.theirLimit`} label={t('theirRequired')} value={asYes(stake?.theirLimit)} />
        </>
      ) : (
        (['theirTarget', 'theirLimit'] as const).map((field) => (
          <ValueField key={field} issue={issue} name={`${path}.${field}`} label={t(field)} value={stake?.[field]} />
        ))
      )}
      {issue.kind !== 'text' && (
        <Weight name={`${path}.theirWeight`} label={t('theirWeight')} value={stake?.theirWeight} />
      )}
      {issue.kind === 'ordinal' &&
        issue.options.map(({ key, label }) => (
          <TextField
            key={key}
            name={`${path}.theirPoints.${key}`}
            label={t('theirPoints', { option: label })}
            inputMode="decimal"
            defaultValue={stake?.theirPoints[key]}
          />
        ))}
      <SelectField
        name={`${path}.confidence`}
        label={t('confidence')}
        empty="—"
        defaultValue={stake?.confidence}
        options={confidences.map((value) => ({ value, label: t(`confidence_${value}`) }))}
      />
      <TextField name={`${path}.source`} label={t('source')} maxLength={500} defaultValue={stake?.source} />
    </div>
  )
}

const asYes = (value: string | null | undefined) => (value ? value === 'yes' : null)

type ValueProps = { name: string; label: string; value: string | null | undefined; hint?: string | undefined }

function ValueField({ issue, name, label, value, hint }: ValueProps & { issue: IssueView }) {
  if (issue.kind === 'ordinal')
    return (
      <SelectField
        name={name}
        label={label}
        hint={hint}
        empty="—"
        defaultValue={value}
        options={issue.options.map((option) => ({ value: option.key, label: option.label }))}
      />
    )
  const unit = issue.kind === 'numeric' && issue.unit ? { unit: issue.unit, inputMode: 'decimal' as const } : {}
  return <TextField name={name} label={label} hint={hint} maxLength={80} defaultValue={value} {...unit} />
}

const Weight = ({ name, label, value }: ValueProps) => (
  <TextField name={name} label={label} inputMode="decimal" defaultValue={value} />
)

type YesNoProps = Omit<ValueProps, 'value'> & { value: boolean | null | undefined }

function YesNo({ name, label, value, hint }: YesNoProps) {
  const t = useTranslator(tableWords)
  const chosen = value === true ? 'yes' : value === false ? 'no' : null
  return (
    <SelectField
      name={name}
      label={label}
      hint={hint}
      empty="—"
      defaultValue={chosen}
      options={(['yes', 'no'] as const).map((each) => ({ value: each, label: t(each) }))}
    />
  )
}

/** SECRET: weights from places. */
export function RankForm({ negotiationId, issues }: Pick<TableView, 'negotiationId' | 'issues'>) {
  const t = useTranslator(tableWords)
  const scored = issues.filter(({ kind }) => kind !== 'text')
  return (
    <Form action={rankIssues} submit={t('useRanking')} secondary again className="mt-3">
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <div className="form-grid">
        {scored.map(({ id, name }, index) => (
          <div key={id}>
            <input type="hidden" name={`places.${index}.issueId`} defaultValue={id} />
            <TextField name={`places.${index}.place`} label={t('place', { name })} inputMode="numeric" />
          </div>
        ))}
      </div>
    </Form>
  )
}
