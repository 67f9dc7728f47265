import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { RecordTable } from '@/lib/ui/record-table'
import { categoryWord, helpWord } from '../messages-catalogue'
import { termWord } from '../messages-pages'
import { categories } from '../model-catalogue'
import type { Catalogue } from '../queries'
import type { Said } from './said'
import { NameTypeForm } from './standard-forms'

/** The 32 kinds of terms by group, with what the workspace calls them. */
export function CatalogueView({ catalogue, said }: { catalogue: Catalogue; said: Said }) {
  const { t, word } = said
  return categories.map((category) => (
    <Card key={category} title={word(categoryWord(category))}>
      <RecordTable
        sentences
        caption={`${t('catalogueCaption')}：${word(categoryWord(category))}`}
        columns={[
          { label: t('term') },
          { label: t('typeKind') },
          { label: t('settlement') },
          { label: t('ownHelp') },
          ...(catalogue.mayEdit ? [{ label: t('ownName') }] : []),
        ]}
        rows={catalogue.types
          .filter((type) => type.category === category)
          .map((type) => ({
            key: type.code,
            cells: [
              <span key="name">
                {type.name} {type.fee && <Chip tone="info">{t('additionalFee')}</Chip>}{' '}
                {type.own?.retired && <Chip>{t('retired')}</Chip>}
              </span>,
              t(termWord('valueKind', type.kind)),
              t(termWord('settlement', type.settlement)),
              type.own?.help ?? word(helpWord(type.code)),
              ...(catalogue.mayEdit
                ? [
                    <details key="own">
                      <summary>{t('edit')}</summary>
                      <NameTypeForm code={type.code} own={type.own} />
                    </details>,
                  ]
                : []),
            ],
          }))}
      />
    </Card>
  ))
}
