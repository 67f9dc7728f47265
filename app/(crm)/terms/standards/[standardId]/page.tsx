import type { Metadata } from 'next'
import { ApprovalPanel } from '@/app/(crm)/review/approval-panel'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { termPages } from '@/lib/modules/terms/messages-pages'
import { standardById } from '@/lib/modules/terms/queries-standards'
import { saidFor } from '@/lib/modules/terms/views/said'
import { DiscardStandard, PublishStandard, SubmitStandardForm } from '@/lib/modules/terms/views/standard-forms'
import { EffectsCard, StandardTerms } from '@/lib/modules/terms/views/standard-view'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(termPages))('standards') })

export default async function StandardPage({ params, searchParams }: PageProps<'/terms/standards/[standardId]'>) {
  const [{ standardId }, address, said] = [await params, await searchParams, await saidFor()]
  const view = await read(standardById, { standardId })
  const { t } = said
  const drafted = !view.published && view.mayEdit
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('standards'), href: '/terms/standards' }]}
        title={`${t('standardOf', { segment: view.segment || t('everySegment') })} · ${t('versionNumber', { number: view.number })}`}
        meta={said.period(view.validFrom, null)}
        primary={drafted && view.approved && <PublishStandard standardId={standardId} />}
        actions={drafted && !view.waiting && <DiscardStandard standardId={standardId} />}
      />
      <div className="flex flex-col gap-5">
        {!view.published && <EffectsCard view={view} said={said} />}
        <StandardTerms view={view} said={said} code={typeof address.term === 'string' ? address.term : null} />
        {drafted && !view.waiting && !view.approved && (
          <Card title={t('submit')}>
            <SubmitStandardForm standardId={standardId} />
          </Card>
        )}
        {(view.waiting || view.approved) && <ApprovalPanel subjectKind="standardTerms" subjectId={standardId} />}
      </div>
    </>
  )
}
