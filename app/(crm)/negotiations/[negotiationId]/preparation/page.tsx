import { read } from '@/lib/kernel/read'
import { preparation } from '@/lib/modules/negotiations/queries-preparation'
import { Preparation } from '@/lib/modules/negotiations/views/preparation'
import { preparingSaid } from '@/lib/modules/negotiations/views/preparing-said'

export const generateMetadata = async () => ({ title: (await preparingSaid()).p('preparation') })

export default async function PreparationPage({ params }: PageProps<'/negotiations/[negotiationId]/preparation'>) {
  const { negotiationId } = await params
  const [prepared, said] = await Promise.all([read(preparation, { negotiationId }), preparingSaid()])
  return <Preparation preparation={prepared} said={said} />
}
