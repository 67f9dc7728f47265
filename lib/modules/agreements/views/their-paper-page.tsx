'use client'
import { Card } from '@/lib/ui/card'
import { useTranslator } from '@/lib/ui/locale'
import { draftingMessages } from '../messages-drafting'
import type { TheirPaperView } from '../queries-text'
import { usualMatters } from '../rules-their-paper'
import { TheirPaperForm } from './drafting-forms'

/** Their contract and its key terms; before any is kept, a line waits for each of the usual matters. */
export function TheirPaperPage({ view }: { view: TheirPaperView }) {
  const d = useTranslator(draftingMessages)
  const usual = usualMatters.map(([matter, aspect]) => ({
    heading: d(`matter_${matter}`),
    aspect,
    ...{ value: '', body: '', deviation: 'none' as const, deviationReason: '', issueKey: '' },
  }))
  return (
    <Card title={d('theirPaper')}>
      <TheirPaperForm
        versionId={view.versionId}
        file={view.file}
        lines={view.terms.length > 0 ? view.terms : usual}
        points={view.points}
        after={`/agreements/${view.agreementId}/text?version=${view.versionId}`}
      />
    </Card>
  )
}
