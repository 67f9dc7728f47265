import { formatDay, formatMoment } from '@/lib/kernel/day'
import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Card, Facts } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { words } from '../messages'
import type { Counts } from '../model'
import { sayReason } from '../model-said'
import type { BatchView } from '../model-views'
import { Amounts } from './amounts'
import { CountFacts } from './count-facts'
import { ResumeButton, UndoButton } from './run-buttons'

const sumOf = (counts: Counts) => Object.values(counts).reduce((sum, each) => sum + each, 0)

/** What an import did, row for row in numbers; the refused rows as a file; and the way back. */
export async function ReportCard({ batch }: { batch: BatchView }) {
  const [t, locale] = [await translator(words), await readerLocale()]
  const { id, counts, totalRows, doneRows, status, finishedAt, undoneAt } = batch
  const { done = {}, undone } = counts
  const moment = (at: string | null) => at && formatMoment(new Date(at), locale)
  return (
    <Card title={t('report')}>
      <div className="flex flex-col gap-4">
        {batch.failure && status === 'failed' && (
          <div className="notice warn" role="alert">
            <Icon name="triangle-alert" />
            <div className="grow">
              <p>{t('stopped', { reason: sayReason(batch.failure.reason, locale) })}</p>
              <p>{t('stoppedHalf', { done: doneRows, total: totalRows })}</p>
            </div>
          </div>
        )}
        <CountFacts counts={done} />
        <Amounts amounts={batch.amounts} />
        {status !== 'failed' && <p>{t('reportDone', { total: totalRows, sum: sumOf(done) })}</p>}
        {undone && <p>{t('undoneText', { undone: undone.undone ?? 0, kept: undone.kept ?? 0 })}</p>}
        <Facts
          facts={[
            { label: t('finishedAt'), value: moment(finishedAt) },
            ...(undoneAt ? [{ label: t('undoneAt'), value: moment(undoneAt) }] : []),
          ]}
        />
        {(done.refused ?? 0) > 0 && <RefusedFiles batchId={id} />}
        {batch.mayGoOn && status === 'failed' && batch.failure?.stage === 'running' && <ResumeButton batchId={id} />}
        {batch.mayUndo && batch.undoUntil && <UndoButton batchId={id} until={formatDay(batch.undoUntil, locale)} />}
      </div>
    </Card>
  )
}

/** The refused rows as files, before the run and after it. */
export async function RefusedFiles({ batchId }: { batchId: string }) {
  const t = await translator(words)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <span>{t('refusedRows')}</span>
        <a className="button small" href={`/api/imports/${batchId}/refused.xlsx`} download>
          <Icon name="download" />
          {t('downloadXlsx')}
        </a>
        <a className="button small" href={`/api/imports/${batchId}/refused.csv`} download>
          <Icon name="download" />
          {t('downloadCsv')}
        </a>
      </div>
      <p className="hint">{t('downloadHint')}</p>
    </div>
  )
}
