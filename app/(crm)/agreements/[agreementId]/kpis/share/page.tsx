import { isMailConfigured } from '@/lib/kernel/mailer'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { recipientOf } from '@/lib/modules/contacts/model-people'
import { peopleOf } from '@/lib/modules/contacts/queries-people'
import { shareValues } from '@/lib/modules/kpis/actions'
import { sharingWords } from '@/lib/modules/kpis/messages-sharing'
import { sharingKind } from '@/lib/modules/kpis/model'
import { sharing } from '@/lib/modules/kpis/queries-sharing'
import { saidFor } from '@/lib/modules/kpis/views/said'
import { SharedLinesField } from '@/lib/modules/kpis/views/sharing-forms'
import { SharingTable } from '@/lib/modules/kpis/views/sharing-table'
import { panel } from '@/lib/modules/links/queries'
import { LinkPanel } from '@/lib/modules/links/views/link-panel'

export const generateMetadata = async () => ({ title: (await translator(sharingWords))('share') })

export default async function ShareKpisPage(props: PageProps<'/agreements/[agreementId]/kpis/share'>) {
  const [{ agreementId }, { line }] = [await props.params, await props.searchParams]
  const [view, said, say] = await Promise.all([read(sharing, { agreementId }), saidFor(), translator(sharingWords)])
  const { accountId, title, lines } = view
  const [links, people] = await Promise.all([
    read(panel, { subjectKind: sharingKind, subjectId: agreementId, accountId }),
    read(peopleOf, { accountId }),
  ])
  const open = lines.filter(({ sharing: state }) => state === 'notShared' || state === 'shared').slice(0, 40)
  const latest = open[0]?.period
  const offered = open.map(({ id, name, period }) => ({
    id,
    label: `${name} ${period}`,
    chosen: period === latest,
  }))
  return (
    <div className="grid gap-5">
      <p>
        <a href={`/agreements/${agreementId}/kpis`}>{said.t('back')}</a>
      </p>
      <p className="text-muted">{say('shareText')}</p>
      {lines.length > 0 && (
        <LinkPanel
          panel={links}
          title={say('paperTitle', { title })}
          people={people.here.map(recipientOf)}
          {...(view.mayShare && offered.length > 0
            ? {
                issue: {
                  action: shareValues,
                  values: { agreementId },
                  fields: <SharedLinesField lines={offered} language={view.language} />,
                },
              }
            : {})}
          mailConfigured={isMailConfigured()}
          timeZone={said.timeZone}
          today={said.today}
        />
      )}
      <SharingTable view={view} answering={typeof line === 'string' ? line : null} said={said} />
    </div>
  )
}
