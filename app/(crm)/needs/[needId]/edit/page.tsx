import { read } from '@/lib/kernel/read'
import { EditNeedForm } from '@/lib/modules/needs/views/need-forms'
import { saidFor } from '@/lib/modules/needs/views/said'
import { memberNames } from '@/lib/modules/workspace/queries'
import { PageHeader } from '@/lib/ui/page-header'
import { readNeed } from '../read-need'

export const generateMetadata = async () => ({ title: (await saidFor()).t('edit') })

export default async function EditNeedPage({ params }: PageProps<'/needs/[needId]/edit'>) {
  const need = await readNeed((await params).needId)
  const [said, members] = await Promise.all([saidFor(), read(memberNames, {})])
  return (
    <>
      <PageHeader title={said.t('edit')} crumbs={[{ label: need.title, href: `/needs/${need.id}` }]} />
      <EditNeedForm need={need} members={members} />
    </>
  )
}
