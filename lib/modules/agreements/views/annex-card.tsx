import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Press } from '@/lib/ui/press'
import { RecordTable } from '@/lib/ui/record-table'
import { dropTerms, takeTerms } from '../actions'
import { draftingMessages } from '../messages-drafting'
import type { AnnexView } from '../queries-annex'
import type { Said } from './said'

/** The trade terms that are signed with the paper, taken in from the talks or from what holds. */
export function AnnexCard({ annex, said }: { annex: NonNullable<AnnexView>; said: Said }) {
  const d = translatorOf(draftingMessages, said.locale)
  const { versionId, mayDraft, known, differs, terms } = annex
  if (terms.length === 0 && !mayDraft) return null
  const values = { agreementVersionId: versionId }
  return (
    <Card title={d('annex')}>
      <div className="grid gap-3">
        {terms.length === 0 ? (
          <p className="text-muted">{d(known ? 'annexNone' : 'annexUnknown')}</p>
        ) : (
          <>
            <RecordTable
              caption={d('annex')}
              sentences
              columns={[{ label: d('term') }, { label: d('agreed') }]}
              rows={terms.map((term) => ({ key: term.code, cells: [term.name, term.said] }))}
            />
            <p className="text-muted">{d('annexText')}</p>
          </>
        )}
        {differs && <p className="notice warn">{d('annexDiffers')}</p>}
        {mayDraft && (known || terms.length > 0) && (
          <div className="flex flex-wrap gap-2">
            {known && (terms.length === 0 || differs) && (
              <Press action={takeTerms} values={values}>
                {d(terms.length === 0 ? 'takeTerms' : 'takeTermsAgain')}
              </Press>
            )}
            {terms.length > 0 && (
              <Press action={dropTerms} values={values}>
                {d('dropTerms')}
              </Press>
            )}
          </div>
        )}
      </div>
    </Card>
  )
}
