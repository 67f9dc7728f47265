import { formatDay } from '@/lib/kernel/day'
import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { words } from '../messages'
import { togetherWords } from '../messages-together'
import { type Counts, movingStatuses } from '../model'
import type { TogetherView } from '../model-views'
import { Amounts } from './amounts'
import { ProgressCard } from './progress-card'
import { CheckForm, RunAll, UndoAll } from './together-forms'

/** What there is to do with files that came together where they stand now. */
export async function TogetherStage({ lot }: { lot: TogetherView }) {
  const { id, status, files, mayGoOn } = lot
  if (movingStatuses.includes(status)) {
    const first = { status, doneRows: 0, totalRows: 0, moving: true }
    const address = `/api/v1/imports/progressTogether?togetherId=${id}`
    return <ProgressCard key={status} page={`/imports/together/${id}`} address={address} first={first} />
  }
  if (lot.hasRun) return <ReportOfAll lot={lot} />
  const t = await translator(words)
  if (!mayGoOn) return <p className="notice warn">{t('mayNotGoOn')}</p>
  const checked = status === 'checked'
  const total = files.reduce((sum, { rows }) => sum + rows, 0)
  const form = <CheckForm togetherId={id} source={lot.source} currency={lot.currency} again={checked} />
  if (!checked) return <Card title={t('step_check')}>{form}</Card>
  return (
    <>
      <DryRunOfAll lot={lot} total={total} />
      <details>
        <summary className="button">{(await translator(togetherWords))('checkAgain')}</summary>
        <div className="mt-3">
          <Card title={t('step_check')}>{form}</Card>
        </div>
      </details>
    </>
  )
}

const sumOf = (all: readonly (Counts | undefined)[], ...outcomes: (keyof Counts)[]) =>
  all.reduce((sum, counts) => sum + outcomes.reduce((its, each) => its + (counts?.[each] ?? 0), 0), 0)

async function DryRunOfAll({ lot: { id, seen, files }, total }: { lot: TogetherView; total: number }) {
  const [t, own] = [await translator(words), await translator(togetherWords)]
  const count = sumOf(
    files.map(({ counts }) => counts.checked),
    'new',
    'update',
  )
  return (
    <Card title={t('dryRun')}>
      <div className="flex flex-col gap-4">
        <p>{own('dryRunAll', { total })}</p>
        {count > 0 ? <RunAll togetherId={id} seen={seen} count={count} /> : <p>{own('runNone')}</p>}
      </div>
    </Card>
  )
}

async function ReportOfAll({ lot }: { lot: TogetherView }) {
  const [t, own, locale] = [await translator(words), await translator(togetherWords), await readerLocale()]
  const { id, files, status, mayGoOn, mayUndo, undoUntil } = lot
  const total = files.reduce((sum, { rows }) => sum + rows, 0)
  const undone = files.map(({ counts }) => counts.undone)
  const stopped = files.some((file) => file.failure?.stage === 'running' && file.status === 'failed')
  const waiting = status !== 'failed' && files.some((file) => file.status === 'checked')
  return (
    <Card title={t('report')}>
      <div className="flex flex-col gap-4">
        {status === 'done' && !waiting && <p>{own('reportAll', { total, files: files.length })}</p>}
        {undone.some(Boolean) && (
          <p>{own('undoneAll', { undone: sumOf(undone, 'undone'), kept: sumOf(undone, 'kept') })}</p>
        )}
        <Amounts amounts={lot.amounts} />
        {mayGoOn && (stopped || waiting) && <RunAll togetherId={id} />}
        {mayUndo && undoUntil && <UndoAll togetherId={id} until={formatDay(undoUntil, locale)} />}
      </div>
    </Card>
  )
}
