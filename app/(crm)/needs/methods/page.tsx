import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { may } from '@/lib/modules/needs/manifest'
import { ownMethods } from '@/lib/modules/needs/queries-methods'
import { MethodsPanel } from '@/lib/modules/needs/views/methods-panel'
import { NeedsNavigation } from '@/lib/modules/needs/views/navigation'
import { saidFor } from '@/lib/modules/needs/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await saidFor()).t('methods') })

export default async function MethodsPage() {
  const [actor, said, own] = await Promise.all([currentActor(), saidFor(), read(ownMethods, {})])
  return (
    <>
      <PageHeader title={said.word('needs')} />
      <NeedsNavigation current="/needs/methods" said={said} />
      <MethodsPanel own={own} mayConfigure={isGranted(may.configure, actor)} />
    </>
  )
}
