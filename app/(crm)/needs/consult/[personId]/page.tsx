import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { consultation } from '@/lib/modules/needs/queries-consultation'
import { ConsultForm } from '@/lib/modules/needs/views/consult-form'
import { saidFor } from '@/lib/modules/needs/views/said'
import { EmptyState } from '@/lib/ui/empty-state'
import { PageHeader } from '@/lib/ui/page-header'

type Props = PageProps<'/needs/consult/[personId]'>

export const generateMetadata = async () => ({ title: (await saidFor()).t('consult') })

export default async function ConsultPage({ params, searchParams }: Props) {
  const [{ personId }, { account: accountId }] = await Promise.all([params, searchParams])
  const [actor, said, found] = await Promise.all([
    currentActor(),
    saidFor(),
    read(consultation, { personId, accountId }),
  ])
  const { account, person, needs } = found
  return (
    <>
      <PageHeader
        title={said.t('consultTitle', { person: person.displayName })}
        crumbs={[{ label: account.name, href: `/accounts/${account.id}/needs` }]}
        crumbsLabel={said.t('where')}
      />
      {needs.length === 0 ? (
        <EmptyState
          icon="lightbulb"
          title={said.t('nothingToConsult')}
          text={said.t('nothingToConsultText')}
          action={
            <a className="button primary" href={`/needs/new?account=${account.id}&person=${person.id}`}>
              {said.t('hear')}
            </a>
          }
        />
      ) : (
        <ConsultForm
          accountId={account.id}
          personId={person.id}
          needs={needs}
          today={said.today}
          draft={`needs.consult.${actor.id}.${account.id}.${person.id}`}
        />
      )}
    </>
  )
}
