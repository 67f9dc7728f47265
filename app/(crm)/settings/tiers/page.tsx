import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/workspace/manifest'
import { messages } from '@/lib/modules/workspace/messages'
import { tierSettingsList } from '@/lib/modules/workspace/queries-settings'
import { TierFacts } from '@/lib/modules/workspace/views/tier-facts'
import { TierForm } from '@/lib/modules/workspace/views/tier-form'
import { PageHeader } from '@/lib/ui/page-header'

export default async function TiersPage() {
  const t = await translator(messages)
  const [tiers, actor] = [await read(tierSettingsList, {}), await currentActor()]
  const configures = isGranted(may.configure, actor)
  return (
    <>
      <PageHeader title={t('tiers')} meta={t('tiersHint')} />
      {tiers.map((tier) =>
        configures ? <TierForm key={tier.id} tier={tier} /> : <TierFacts key={tier.id} tier={tier} />,
      )}
    </>
  )
}
