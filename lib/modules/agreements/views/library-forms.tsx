'use client'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { FormPart } from '@/lib/ui/form-part'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addLibraryClause, retireLibraryClause, reviseLibraryClause, setAgreementSettings } from '../actions'
import { libraryMessages } from '../messages-library'
import { words } from '../messages-words'
import { agreementAspects, agreementKinds, clauseTags } from '../model-values'
import type { LibraryEdition } from '../queries-library'
import type { KeptSettings } from '../queries-settings'
import { optionsOf } from './words'

const texts = [
  ['standard', true],
  ['englishStandard', true],
  ['fallback', false],
  ['englishFallback', false],
  ['walkAway', false],
  ['plain', false],
  ['englishPlain', false],
] as const
const example = '{{theirName}} {{startsOn}} {{term.paymentDays}} {{kpi.OTIF.target}}'

function ClauseFields({ clause }: { clause?: LibraryEdition }) {
  const t = useTranslator(libraryMessages)
  const word = useTranslator(words)
  return (
    <>
      <div className="form-grid">
        {(['heading', 'englishHeading'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            required
            maxLength={200}
            defaultValue={clause?.[name] ?? ''}
          />
        ))}
        <SelectField
          name="aspect"
          label={word('aspect')}
          required
          defaultValue={clause?.aspect ?? null}
          options={optionsOf(word, 'aspect', agreementAspects)}
        />
      </div>
      {texts.map(([name, required]) => (
        <TextAreaField
          key={name}
          name={name}
          label={t(name)}
          {...(name === 'standard' ? { hint: t('variablesHint', { example }) } : {})}
          {...(name === 'walkAway' ? { hint: t('walkAwayHint') } : {})}
          required={required}
          rows={required ? 5 : 3}
          maxLength={required ? 20_000 : 2000}
          defaultValue={clause?.[name] ?? ''}
        />
      ))}
      <ChoiceField
        name="tags"
        label={word('tags')}
        multiple
        defaultValue={clause?.tags ?? []}
        options={optionsOf(word, 'tags', clauseTags)}
      />
    </>
  )
}

/** A clause that the library does not have yet. */
export function AddLibraryClauseForm() {
  const t = useTranslator(libraryMessages)
  return (
    <Form
      action={addLibraryClause}
      submit={t('addClause')}
      after="/agreements/library/{libraryCode}"
      cancelHref="/agreements/library"
      draft="agreements.libraryClause"
      foot="sticky"
    >
      <TextField name="code" label={t('code')} hint={t('codeHint')} required maxLength={40} />
      <ClauseFields />
    </Form>
  )
}

/** The next edition of a clause, beginning with the one in use. */
export function ReviseClauseForm({ clause }: { clause: LibraryEdition }) {
  const t = useTranslator(libraryMessages)
  return (
    <Form key={clause.id} action={reviseLibraryClause} submit={t('revise')}>
      <input type="hidden" name="libraryClauseId" defaultValue={clause.id} />
      <ClauseFields clause={clause} />
    </Form>
  )
}

export function RetireClause({ libraryClauseId }: { libraryClauseId: string }) {
  const t = useTranslator(libraryMessages)
  return (
    <Press action={retireLibraryClause} values={{ libraryClauseId }} after="/agreements/library">
      {t('retire')}
    </Press>
  )
}

const parties = [
  ['ourName', 200],
  ['ourBusinessNumber', 20],
  ['ourRepresentative', 100],
  ['ourAddress', 300],
] as const

/** Who we are on paper, which form is due, how long agreements are kept. */
export function AgreementSettingsForm({ settings, readOnly }: { settings: KeptSettings; readOnly: boolean }) {
  const t = useTranslator(libraryMessages)
  const word = useTranslator(words)
  return (
    <Form action={setAgreementSettings} submit={t('save')} {...(readOnly ? { foot: 'none' as const } : {})}>
      <fieldset disabled={readOnly} className="grid gap-5">
        {settings.version !== null && <input type="hidden" name="version" defaultValue={settings.version} />}
        <FormPart title={t('who')}>
          {parties.map(([name, maxLength]) => (
            <TextField
              key={name}
              name={name}
              label={t(name)}
              maxLength={maxLength}
              defaultValue={settings[name] ?? ''}
            />
          ))}
        </FormPart>
        <FormPart title={t('whichForm')}>
          {(['letterUpTo', 'fullFrom'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(name)}
              hint={t('boundHint')}
              inputMode="decimal"
              defaultValue={settings[name] ?? ''}
            />
          ))}
          <ChoiceField
            name="fullKinds"
            label={t('fullKinds')}
            multiple
            defaultValue={settings.fullKinds}
            options={optionsOf(word, 'kind', agreementKinds)}
          />
        </FormPart>
        <FormPart title={t('keeping')}>
          {(['retentionYears', 'acknowledgeDays'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(name)}
              inputMode="numeric"
              required
              defaultValue={String(settings[name])}
            />
          ))}
        </FormPart>
      </fieldset>
    </Form>
  )
}
