import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { timelineMessages } from '@/lib/modules/interactions/messages-timeline'
import { stepsOf } from '@/lib/modules/interactions/queries'
import { AddStepForm } from '@/lib/modules/interactions/views/add-step-form'
import { saidFor } from '@/lib/modules/interactions/views/said'
import { StepPage } from '@/lib/modules/interactions/views/step-page'
import { memberNames } from '@/lib/modules/workspace/queries'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(timelineMessages))('mySteps'),
})

export default async function TasksPage({ searchParams }: PageProps<'/interactions/tasks'>) {
  const [address, actor, said] = [await searchParams, await currentActor(), await saidFor()]
  const [page, members] = await Promise.all([read(stepsOf, { ...address }), read(memberNames, {})])
  const of = members.find(({ id }) => id === address.of && id !== actor.id)
  return (
    <>
      <PageHeader
        title={of ? said.t('stepsOf', { name: of.name }) : said.t('mySteps')}
        crumbs={[{ label: said.t('contactLog'), href: '/interactions' }]}
      />
      <StepPage page={page} of={of?.id ?? actor.id} members={members} said={said} />
      <div className="mt-5 max-w-2xl">
        <AddStepForm members={members} me={of?.id ?? actor.id} />
      </div>
    </>
  )
}
