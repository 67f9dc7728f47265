import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may as mayImport } from '@/lib/modules/imports/manifest'
import { pageWords } from '@/lib/modules/kpis/messages-pages'
import { ofAgreement } from '@/lib/modules/kpis/queries-agreement'
import { KpisPage } from '@/lib/modules/kpis/views/kpis-page'
import { saidFor } from '@/lib/modules/kpis/views/said'

export const generateMetadata = async () => ({ title: (await translator(pageWords))('kpis') })

export default async function AgreementKpisPage({ params }: PageProps<'/agreements/[agreementId]/kpis'>) {
  const { agreementId } = await params
  const [found, said, actor] = await Promise.all([read(ofAgreement, { agreementId }), saidFor(), currentActor()])
  return (
    <KpisPage
      found={found}
      agreementId={agreementId}
      mayImport={isGranted(mayImport.bringMeasurements, actor)}
      said={said}
    />
  )
}
