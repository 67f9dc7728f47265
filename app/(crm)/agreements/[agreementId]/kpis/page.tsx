import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pageWords } from '@/lib/modules/kpis/messages-pages'
import { ofAgreement } from '@/lib/modules/kpis/queries-agreement'
import { KpisPage } from '@/lib/modules/kpis/views/kpis-page'
import { saidFor } from '@/lib/modules/kpis/views/said'

export const generateMetadata = async () => ({ title: (await translator(pageWords))('kpis') })

export default async function AgreementKpisPage({ params }: PageProps<'/agreements/[agreementId]/kpis'>) {
  const { agreementId } = await params
  const [found, said] = await Promise.all([read(ofAgreement, { agreementId }), saidFor()])
  return <KpisPage found={found} agreementId={agreementId} said={said} />
}
