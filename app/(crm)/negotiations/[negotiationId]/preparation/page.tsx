import { read } from '@/lib/kernel/read'
import { lessonsFor } from '@/lib/modules/negotiations/queries-lessons'
import { preparation } from '@/lib/modules/negotiations/queries-preparation'
import { LessonsPanel } from '@/lib/modules/negotiations/views/lessons-panel'
import { Preparation } from '@/lib/modules/negotiations/views/preparation'
import { preparingSaid } from '@/lib/modules/negotiations/views/preparing-said'
import { saidFor } from '@/lib/modules/negotiations/views/said'

export const generateMetadata = async () => ({ title: (await preparingSaid()).p('preparation') })

export default async function PreparationPage({ params }: PageProps<'/negotiations/[negotiationId]/preparation'>) {
  const { negotiationId } = await params
  const [prepared, learnt, preparing, said] = await Promise.all([
    read(preparation, { negotiationId }),
    read(lessonsFor, { negotiationId }),
    preparingSaid(),
    saidFor(),
  ])
  return (
    <div className="grid gap-5">
      <LessonsPanel lessons={learnt} said={said} />
      <Preparation preparation={prepared} said={preparing} />
    </div>
  )
}
