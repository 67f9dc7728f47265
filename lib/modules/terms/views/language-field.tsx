'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { useLocale, useTranslator } from '@/lib/ui/locale'
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
