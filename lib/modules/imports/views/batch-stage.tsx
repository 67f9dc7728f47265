import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { words } from '../messages'
import { movingStatuses } from '../model'
import { sayReason } from '../model-said'
import type { BatchView } from '../model-views'
import { DryRunCard } from './dry-run-card'
import { MappingForm } from './mapping-form'
import { PreviewTable } from './preview-table'
import { ProgressCard } from './progress-card'
import { ReadingForm } from './reading-form'
import { ReportCard } from './report-card'

/** What there is to see and to do with an import where it stands now. */
export function BatchStage({ batch, maps }: { batch: BatchView; maps: boolean }) {
  const { id, status, doneRows, totalRows, hasRun } = batch
  if (movingStatuses.includes(status))
    return (
      <ProgressCard
        key={status}
        page={`/imports/${id}`}
        address={`/api/v1/imports/${id}/progress`}
        first={{ status, doneRows, totalRows, moving: true }}
      />
    )
  if (hasRun) return <ReportCard batch={batch} />
  if (status === 'checked' && !maps) return <DryRunCard batch={batch} />
  return <ReadAndMap batch={batch} />
}

async function ReadAndMap({ batch }: { batch: BatchView }) {
  const [t, locale] = [await translator(words), await readerLocale()]
  const { id, version, subject, subjects, source, reading, mapping, failure, status } = batch
  const isRead = reading.header.length > 0
  return (
    <>
      {failure && status === 'failed' && (
        <p className="notice risk" role="alert">
          <Icon name="circle-alert" />
          <span className="grow">{sayReason(failure.reason, locale)}</span>
        </p>
      )}
      {!batch.mayGoOn && <p className="notice warn">{t('mayNotGoOn')}</p>}
      <Card title={t('howRead')}>
        <ReadingForm batchId={id} subject={subject} subjects={subjects} reading={reading} />
      </Card>
      {isRead && (
        <Card title={t('preview')}>
          <PreviewTable reading={reading} />
        </Card>
      )}
      {isRead && batch.mayGoOn && (
        <Card title={t('columns')}>
          <p className="hint mb-3">{t('columnsHint')}</p>
          <MappingForm
            key={`${subject} ${version}`}
            batchId={id}
            version={version}
            subject={subject}
            source={source}
            reading={reading}
            mapping={mapping}
          />
        </Card>
      )}
    </>
  )
}
