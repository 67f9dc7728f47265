'use client'
import type { Day } from '@/lib/kernel/day'
import { formatDay } from '@/lib/kernel/day'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { termPages } from '../messages-pages'

/** In which language the outline is written. */
export function LanguageField() {
  const t = useTranslator(termPages)
  const locale = useLocale()
  return (
    <SelectField
      name="language"
      label={t('language')}
      required
      empty={null}
      defaultValue={locale}
      options={[
        { value: 'zh-TW', label: t('zh') },
        { value: 'en', label: t('en') },
      ]}
    />
  )
}

type AnsweredOutlineProps = { outlines: readonly { id: string; language: string; on: Day }[]; today: Day }

/** Which outline the client answered: one that was sent, or one that was printed. */
export function AnsweredOutline({ outlines, today }: AnsweredOutlineProps) {
  const t = useTranslator(termPages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const said = ({ language, on }: AnsweredOutlineProps['outlines'][number]) =>
    t('sentOutline', { language: t(language === 'en' ? 'en' : 'zh'), day: formatDay(on, locale, 'short', calendar) })
  return (
    <>
      {outlines.length > 0 && (
        <SelectField
          name="outlineId"
          label={t('answeredOutline')}
          empty={t('otherOutline')}
          defaultValue={outlines[0]?.id ?? null}
          span={2}
          options={outlines.map((outline) => ({ value: outline.id, label: said(outline) }))}
        />
      )}
      <LanguageField />
      <DateField name="printedOn" label={t('printedOn')} hint={t('printedOnHint')} max={today} />
    </>
  )
}
