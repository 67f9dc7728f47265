import { notFound } from 'next/navigation'
import { isMailConfigured } from '@/lib/kernel/mailer'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { recipientOf } from '@/lib/modules/contacts/model-people'
import { peopleOf } from '@/lib/modules/contacts/queries-people'
import { sendReport } from '@/lib/modules/kpis/actions'
import { reportWords } from '@/lib/modules/kpis/messages-reports'
import { reportKind } from '@/lib/modules/kpis/model-reports'
import { report as reportById } from '@/lib/modules/kpis/queries-reports'
import { ReportPage } from '@/lib/modules/kpis/views/report-page'
import { ReportMark } from '@/lib/modules/kpis/views/reports-page'
import { saidFor } from '@/lib/modules/kpis/views/said'
import { panel } from '@/lib/modules/links/queries'
import { LinkPanel } from '@/lib/modules/links/views/link-panel'

export const generateMetadata = async () => ({ title: (await translator(reportWords))('reports') })

export default async function AccountReportPage(props: PageProps<'/accounts/[accountId]/reports/[reportId]'>) {
  const [{ accountId, reportId }, { line }] = [await props.params, await props.searchParams]
  const [report, say, said, links, people] = await Promise.all([
    read(reportById, { reportId }),
    translator(reportWords),
    saidFor(),
    read(panel, { subjectKind: reportKind, subjectId: reportId, accountId }),
    read(peopleOf, { accountId }),
  ])
  if (report.accountId !== accountId) notFound()
  const title = say('reportOf', { period: report.period })
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-2">
        <a href={`/accounts/${accountId}/reports`}>{say('back')}</a>
        <h2 className="text-xl font-semibold">{title}</h2>
        <ReportMark state={report.state} say={say} />
      </div>
      <ReportPage report={report} chosen={typeof line === 'string' ? line : null} say={say} said={said} />
      <LinkPanel
        panel={links}
        title={title}
        people={people.here.map(recipientOf)}
        {...(report.mayWrite && report.state === 'draft'
          ? { issue: { action: sendReport, values: { reportId } } }
          : {})}
        mailConfigured={isMailConfigured()}
        timeZone={said.timeZone}
        today={said.today}
      />
    </div>
  )
}
