import { read } from '@/lib/kernel/read'
import { procedures } from '@/lib/modules/needs/queries-procedures'
import { NeedsNavigation } from '@/lib/modules/needs/views/navigation'
import { ProceduresPanel } from '@/lib/modules/needs/views/procedures-panel'
import { saidFor } from '@/lib/modules/needs/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await saidFor()).t('procedures') })

export default async function ProceduresPage() {
  const [said, found] = await Promise.all([saidFor(), read(procedures, {})])
  return (
    <>
      <PageHeader title={said.word('needs')} />
      <NeedsNavigation current="/needs/procedures" said={said} />
      <ProceduresPanel {...found} />
    </>
  )
}
