import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { lessonWords } from '@/lib/modules/negotiations/messages-lessons'
import { lessons } from '@/lib/modules/negotiations/queries-lessons'
import { NegotiationsHub } from '@/lib/modules/negotiations/views/hub'
import { LessonsPage } from '@/lib/modules/negotiations/views/lessons-panel'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(lessonWords))('lessons') })

const first = (given: string | string[] | undefined) => ([given].flat()[0] ?? '').slice(0, 200)

export default async function AllLessonsPage({ searchParams }: PageProps<'/negotiations/lessons'>) {
  const address = await searchParams
  const asked = { q: first(address.q), kind: first(address.kind), technique: first(address.technique) }
  const [found, said] = await Promise.all([read(lessons, asked), saidFor()])
  return (
    <>
      <PageHeader title={said.word('negotiations')} />
      <NegotiationsHub current="/negotiations/lessons" said={said} />
      <LessonsPage found={found} asked={asked} said={said} />
    </>
  )
}
