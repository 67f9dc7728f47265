import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/pricing/manifest'
import { messages } from '@/lib/modules/pricing/messages'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { ruleById } from '@/lib/modules/pricing/queries-rules'
import { RuleFacts } from '@/lib/modules/pricing/views/rule-facts'
import { RuleArchive } from '@/lib/modules/pricing/views/rule-forms'
import { PageHeader } from '@/lib/ui/page-header'

type Props = PageProps<'/pricing/rules/[ruleId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read(ruleById, { ruleId: (await params).ruleId })).rule.name }
}

export default async function RulePage({ params }: Props) {
  const { ruleId } = await params
  const [t, say, actor] = [await translator(messages), await translator(pages), await currentActor()]
  const view = await read(ruleById, { ruleId })
  const mayEdit = isGranted(may.setRules, actor)
  const edit = (
    <a className="button primary" href={`/pricing/rules/${ruleId}/edit`}>
      {say('editRule')}
    </a>
  )
  return (
    <>
      <PageHeader
        title={view.rule.name}
        crumbs={[{ label: t('pricing'), href: '/pricing' }]}
        primary={mayEdit && !view.archived && edit}
        actions={mayEdit && <RuleArchive ruleId={ruleId} archived={view.archived} />}
      />
      <RuleFacts view={view} />
    </>
  )
}
