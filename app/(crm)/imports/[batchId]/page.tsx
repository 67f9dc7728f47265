import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { words } from '@/lib/modules/imports/messages'
import { firstShown, movingStatuses, outcomeNamed, standingCounts } from '@/lib/modules/imports/model'
import { byId, rows } from '@/lib/modules/imports/queries'
import { BatchHeader } from '@/lib/modules/imports/views/batch-header'
import { BatchStage } from '@/lib/modules/imports/views/batch-stage'
import { RowsCard } from '@/lib/modules/imports/views/rows-card'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(words))('imports') })

export default async function ImportPage({ params, searchParams }: PageProps<'/imports/[batchId]'>) {
  const [{ batchId }, { show, after, step }] = [await params, await searchParams]
  const batch = await read(byId, { batchId })
  const maps = batch.status === 'uploaded' || (step === 'map' && !batch.hasRun)
  const counts = standingCounts(batch.counts)
  const shown = outcomeNamed(show) ?? firstShown(counts ?? {})
  const listed = counts && !maps && !movingStatuses.includes(batch.status)
  const page = listed ? await read(rows, { batchId, outcome: shown, after: after ?? 0 }) : null
  return (
    <div className="flex flex-col gap-5">
      <BatchHeader batch={batch} />
      <BatchStage batch={batch} maps={maps} />
      {page && (
        <RowsCard batchId={batchId} counts={counts ?? {}} shown={shown} page={page} after={Number(after ?? 0) || 0} />
      )}
    </div>
  )
}
