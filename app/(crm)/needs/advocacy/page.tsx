import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { may } from '@/lib/modules/needs/manifest'
import { answering } from '@/lib/modules/needs/queries'
import { advocacyDesk } from '@/lib/modules/needs/queries-advocacy'
import { AdvocacyDesk } from '@/lib/modules/needs/views/advocacy-desk'
import { NeedsNavigation } from '@/lib/modules/needs/views/navigation'
import { saidFor } from '@/lib/modules/needs/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await saidFor()).t('advocacy') })

export default async function AdvocacyPage() {
  const [actor, said] = await Promise.all([currentActor(), saidFor()])
  const [desk, answered] = await Promise.all([
    read(advocacyDesk, {}),
    isGranted(may.seeAnswering, actor) ? read(answering, {}) : null,
  ])
  return (
    <>
      <PageHeader title={said.word('needs')} />
      <NeedsNavigation current="/needs/advocacy" said={said} />
      <AdvocacyDesk desk={desk} answering={answered} said={said} />
    </>
  )
}
