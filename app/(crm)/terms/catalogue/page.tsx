import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/terms/manifest'
import { termPages } from '@/lib/modules/terms/messages-pages'
import { catalogue } from '@/lib/modules/terms/queries'
import { CatalogueView } from '@/lib/modules/terms/views/catalogue-view'
import { HubTabs } from '@/lib/modules/terms/views/hub-tabs'
import { saidFor } from '@/lib/modules/terms/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(termPages))('catalogue') })

export default async function CataloguePage() {
  const [actor, said] = [await currentActor(), await saidFor()]
  const found = await read(catalogue, {})
  return (
    <>
      <PageHeader title={said.t('catalogue')} />
      <HubTabs at="catalogue" mayCompare={isGranted(may.compare, actor)} said={said} />
      <div className="flex flex-col gap-5">
        <CatalogueView catalogue={found} said={said} />
      </div>
    </>
  )
}
