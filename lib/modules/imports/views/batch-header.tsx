import { translator } from '@/lib/kernel/translator'
import { Chip } from '@/lib/ui/chip'
import { PageHeader } from '@/lib/ui/page-header'
import { words } from '../messages'
import { togetherWords } from '../messages-together'
import type { BatchView } from '../model-views'
import { Steps } from './steps'
import { tones, wordOf } from './words'

/** The head of an import: its file, what it is about, and where it stands. */
export async function BatchHeader({ batch }: { batch: BatchView }) {
  const t = await translator(words)
  const word = wordOf(t)
  return (
    <div>
      <PageHeader
        title={batch.fileName}
        crumbs={[
          { href: '/imports', label: t('imports') },
          ...(batch.togetherId === null
            ? []
            : [{ href: `/imports/together/${batch.togetherId}`, label: (await translator(togetherWords))('partOf') }]),
        ]}
        meta={
          <>
            <Chip tone={tones[batch.status]}>{word('status', batch.status)}</Chip>
            <span>{word('subject', batch.subject)}</span>
            <span>{t('labelled', { label: t('source'), value: batch.source })}</span>
            <span>{t('labelled', { label: t('startedBy'), value: batch.startedBy })}</span>
          </>
        }
      />
      <Steps status={batch.status} hasRun={batch.hasRun} />
    </div>
  )
}
