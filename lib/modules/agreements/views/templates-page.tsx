import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { RecordTable } from '@/lib/ui/record-table'
import { libraryMessages } from '../messages-library'
import type { TemplatesView } from '../queries-templates'
import type { Said } from './said'

/** The templates by kind, form and direction. */
export function TemplatesPage({ view, said }: { view: TemplatesView; said: Said }) {
  const t = translatorOf(libraryMessages, said.locale)
  const { templates } = view
  const english = said.locale === 'en'
  if (templates.length === 0)
    return (
      <Card>
        <EmptyState icon="file-text" title={t('noTemplates')} text={t('noTemplatesText')} />
      </Card>
    )
  return (
    <Card flush>
      <RecordTable
        caption={t('templates')}
        columns={[t('templates'), t('kind'), t('form'), said.word('direction'), t('clauseCodes')].map((label) => ({
          label,
        }))}
        rows={templates.map(({ id, name, englishName, kind, form, direction, clauseCodes }) => ({
          key: id,
          cells: [
            view.mayConfigure ? (
              <a key="name" href={`/agreements/templates/${id}`}>
                {english ? englishName : name}
              </a>
            ) : english ? (
              englishName
            ) : (
              name
            ),
            said.word(`kind_${kind}`),
            t(`form_${form}`),
            said.word(`direction_${direction}`),
            t('countClauses', { count: clauseCodes.length }),
          ],
        }))}
      />
    </Card>
  )
}
