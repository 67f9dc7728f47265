import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/terms/manifest'
import { termPages } from '@/lib/modules/terms/messages-pages'
import { catalogue } from '@/lib/modules/terms/queries'
import { standards } from '@/lib/modules/terms/queries-standards'
import { HubTabs } from '@/lib/modules/terms/views/hub-tabs'
import { saidFor } from '@/lib/modules/terms/views/said'
import { DraftStandardForm } from '@/lib/modules/terms/views/standard-forms'
import { StandardList } from '@/lib/modules/terms/views/standard-view'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(termPages))('standards') })

export default async function StandardsPage() {
  const [actor, said] = [await currentActor(), await saidFor()]
  const [rows, { segments }] = await Promise.all([read(standards, {}), read(catalogue, {})])
  return (
    <>
      <PageHeader title={said.t('standards')} />
      <HubTabs at="standards" mayCompare={isGranted(may.compare, actor)} said={said} />
      <div className="flex flex-col gap-5">
        <StandardList rows={rows} said={said} />
        {isGranted(may.setStandards, actor) && (
          <Card title={said.t('newStandard')}>
            <DraftStandardForm segments={segments} />
          </Card>
        )}
      </div>
    </>
  )
}
