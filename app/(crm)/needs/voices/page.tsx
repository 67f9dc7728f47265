import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { may } from '@/lib/modules/needs/manifest'
import { loudest, ungroupedOf } from '@/lib/modules/needs/queries-voices'
import { NeedsNavigation } from '@/lib/modules/needs/views/navigation'
import { saidFor } from '@/lib/modules/needs/views/said'
import { GroupForm, LoudestProducts, VoiceForm } from '@/lib/modules/needs/views/voices-panel'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await saidFor()).t('voices') })

export default async function VoicesPage({ searchParams }: PageProps<'/needs/voices'>) {
  const { product } = await searchParams
  const chosen = typeof product === 'string' ? product.slice(0, 200) : null
  const [actor, said, groups, voices] = await Promise.all([
    currentActor(),
    saidFor(),
    read(loudest, {}),
    chosen ? read(ungroupedOf, { product: chosen }) : [],
  ])
  const mayRecord = isGranted(may.record, actor)
  return (
    <>
      <PageHeader title={said.word('needs')} />
      <NeedsNavigation current="/needs/voices" said={said} />
      <div className="grid gap-4">
        {mayRecord && <VoiceForm today={said.today} />}
        <LoudestProducts groups={groups} chosen={chosen} />
        {chosen && voices.length > 0 && mayRecord && <GroupForm key={chosen} product={chosen} voices={voices} />}
      </div>
    </>
  )
}
