import { translatorOf } from '@/lib/kernel/translate'
import { Awaited } from '@/lib/ui/awaited'
import { Card } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { askPaper } from '../actions'
import { draftingMessages } from '../messages-drafting'
import type { WorkingPaperView } from '../queries-papers'
import type { Said } from './said'

/** The paper of a version to work with: made on request, fetched as PDF and for Word. */
export function PapersCard({ papers, said }: { papers: NonNullable<WorkingPaperView>; said: Said }) {
  const d = translatorOf(draftingMessages, said.locale)
  const { versionId, isDraft, hasPdf, state, isLate } = papers
  const address = `/api/agreements/${versionId}`
  const make = d(isLate ? 'makeAgain' : isDraft ? 'makePapers' : 'makeWord')
  return (
    <Card title={d('papers')}>
      <div className="grid gap-3">
        <p className="text-muted">{d(isDraft ? 'papersDraftText' : 'papersSignedText')}</p>
        {state === 'making' && <Awaited label={d('makingPapers')} />}
        {isLate && <p className="notice warn">{d('makingLate')}</p>}
        {(state === 'none' || isLate) && (
          <Press action={askPaper} values={{ agreementVersionId: versionId }} className="button">
            {make}
          </Press>
        )}
        {state === 'made' && (
          <p className="flex flex-wrap gap-2">
            {hasPdf && (
              <a className="button" href={`${address}?which=draft`} download>
                <Icon name="download" />
                {d('draftPdf')}
              </a>
            )}
            <a className="button" href={`${address}?which=word`} download>
              <Icon name="file-text" />
              {d(isDraft ? 'draftWord' : 'signedWord')}
            </a>
          </p>
        )}
      </div>
    </Card>
  )
}
