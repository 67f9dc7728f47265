import { dayOf } from '@/lib/kernel/day'
import type { Translate } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import type { reportWords } from '../messages-reports'
import type { ReportState } from '../model-reports'
import type { ReportsOf } from '../queries-reports'
import { DraftReportForm, PlanForm } from './report-forms'
import type { Said } from './said'

const tones: Readonly<Record<ReportState, Tone>> = { draft: 'plain', sent: 'info', accepted: 'ok', disputed: 'risk' }
export const ReportMark = ({ state, say }: { state: ReportState; say: Translate<typeof reportWords> }) => (
  <Chip tone={tones[state]}>{say(`state_${state}`)}</Chip>
)

type PageProps = { found: ReportsOf; accountId: string; say: Translate<typeof reportWords>; said: Said }

/** The reports to a client, and how they come about. */
export function ReportsPage({ found, accountId, say, said }: PageProps) {
  const { reports, mayWrite, plan } = found
  return (
    <div className="grid gap-5">
      <p className="text-muted">{say('reportsText')}</p>
      <Card title={say('reports')} flush={reports.length > 0}>
        {reports.length === 0 ? (
          <EmptyState icon="file-text" title={say('none')} text={say('noneText')} />
        ) : (
          <RecordTable
            caption={say('reports')}
            columns={[
              { label: say('period') },
              { label: say('state') },
              { label: say('sentOn') },
              { label: say('owner') },
            ]}
            rows={reports.map((report) => ({
              key: report.id,
              cells: [
                <a key="period" href={`/accounts/${accountId}/reports/${report.id}`}>
                  {report.period}
                </a>,
                <ReportMark key="state" state={report.state} say={say} />,
                report.sentAt ? daySaid(dayOf(new Date(report.sentAt), said.timeZone), said) : '—',
                report.owner,
              ],
            }))}
          />
        )}
      </Card>
      {mayWrite && (
        <Card title={say('draft')}>
          <DraftReportForm accountId={accountId} />
        </Card>
      )}
      {mayWrite && (
        <Card title={say('plan')}>
          <PlanForm accountId={accountId} plan={plan} />
        </Card>
      )}
    </div>
  )
}
