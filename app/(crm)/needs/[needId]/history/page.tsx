import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { history } from '@/lib/modules/needs/queries-history'
import { HistoryList } from '@/lib/modules/needs/views/history'
import { NeedHead } from '@/lib/modules/needs/views/need-head'
import { saidFor } from '@/lib/modules/needs/views/said'
import { readNeed } from '../read-need'

export async function generateMetadata({ params }: PageProps<'/needs/[needId]/history'>) {
  return { title: (await readNeed((await params).needId)).title }
}

export default async function NeedHistoryPage(props: PageProps<'/needs/[needId]/history'>) {
  const [{ needId }, { before }] = [await props.params, await props.searchParams]
  const need = await readNeed(needId)
  const [{ timeZone }, said, { entries, older }] = await Promise.all([
    currentActor(),
    saidFor(),
    read(history, { needId, before }),
  ])
  return (
    <>
      <NeedHead need={need} current="history" said={said} />
      <HistoryList entries={entries} older={older} said={said} timeZone={timeZone} />
    </>
  )
}
