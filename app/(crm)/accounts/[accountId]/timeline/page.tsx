import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { timelineMessages } from '@/lib/modules/interactions/messages-timeline'
import { choices, openSteps } from '@/lib/modules/interactions/queries'
import { timeline } from '@/lib/modules/interactions/queries-timeline'
import { AddStepForm } from '@/lib/modules/interactions/views/add-step-form'
import { saidFor } from '@/lib/modules/interactions/views/said'
import { StepRows } from '@/lib/modules/interactions/views/step-rows'
import { Timeline } from '@/lib/modules/interactions/views/timeline'
import { addressOf, TimelineFilters } from '@/lib/modules/interactions/views/timeline-filters'
import { Card } from '@/lib/ui/card'

export const generateMetadata = async () => ({ title: (await translator(timelineMessages))('timeline') })

export default async function TimelinePage(props: PageProps<'/accounts/[accountId]/timeline'>) {
  const [{ accountId }, address] = await Promise.all([props.params, props.searchParams])
  const [actor, said, page, known, steps] = await Promise.all([
    currentActor(),
    saidFor(),
    read(timeline, { ...address, accountId }),
    read(choices, { accountId }),
    read(openSteps, { accountId }),
  ])
  const narrowing = addressOf(page)
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">
        <TimelineFilters page={page} choices={known} said={said} />
        <Timeline {...page} said={said} narrowed={Object.keys(narrowing).length > 0} address={narrowing} />
      </div>
      <Card title={said.t('openSteps')} flush>
        {steps.length === 0 && <p className="px-4 pt-4 text-muted">{said.t('noSteps')}</p>}
        <StepRows steps={steps} today={said.today} withAssignee keys />
        <div className="border-t border-line p-4">
          <AddStepForm accountId={accountId} members={known.members} me={actor.id} />
        </div>
      </Card>
    </div>
  )
}
