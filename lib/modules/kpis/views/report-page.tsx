import type { Translate } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { RecordTable } from '@/lib/ui/record-table'
import type { reportWords } from '../messages-reports'
import { type LineReplyState, lineKinds } from '../model-reports'
import { differenceSaid, valueSaid } from '../model-said'
import type { ReportView } from '../queries-reports'
import { AddLineForm, EditLineForm, FileLineReplyForm, OpeningForm } from './report-forms'
import type { Said } from './said'

type Say = Translate<typeof reportWords>
type Line = ReportView['lines'][number]
type PageProps = { report: ReportView; chosen: string | null; say: Say; said: Said }
const tones: Readonly<Record<LineReplyState, Tone>> = { none: 'plain', agreed: 'ok', disputed: 'risk' }

/** One report: its lines to edit while it is a draft; as it was sent, with the client's answers, after that. */
export function ReportPage({ report, chosen, say, said }: PageProps) {
  const { mayWrite, state, lines } = report
  const base = `/accounts/${report.accountId}/reports/${report.id}`
  const draft = state === 'draft'
  const line = mayWrite ? lines.find(({ id }) => id === chosen) : undefined
  return (
    <>
      {line && (
        <Card title={say(draft ? 'editNamed' : 'fileFor', { name: line.label })} id="line">
          {draft ? (
            <EditLineForm key={line.id} line={line} back={base} />
          ) : (
            <FileLineReplyForm
              key={line.id}
              reportLineId={line.id}
              unit={line.figure ? said.word(`unit_${line.figure.unit}`) : null}
              today={said.today}
              back={base}
            />
          )}
        </Card>
      )}
      {draft && mayWrite ? (
        <Card title={say('opening')}>
          <OpeningForm reportId={report.id} version={report.version} opening={report.opening} />
        </Card>
      ) : (
        report.opening && <p className="whitespace-pre-line">{report.opening}</p>
      )}
      {!draft && <p className="text-muted">{say('frozen')}</p>}
      {lineKinds.map((kind) => (
        <Lines
          key={kind}
          title={say(`kind_${kind}`)}
          lines={lines.filter((each) => each.kind === kind)}
          {...{ report, base, say, said }}
        />
      ))}
      {draft && mayWrite && (
        <Card title={say('addLine')}>
          <AddLineForm reportId={report.id} />
        </Card>
      )}
    </>
  )
}

type LinesProps = { title: string; lines: readonly Line[]; report: ReportView; base: string; say: Say; said: Said }

function Lines({ title, lines, report, base, say, said }: LinesProps) {
  const draft = report.state === 'draft'
  const shown = lines.filter(({ included }) => draft || included)
  if (shown.length === 0) return null
  return (
    <Card title={title} flush>
      <RecordTable
        caption={title}
        sentences
        columns={[{ label: say('line') }, { label: say('text') }, { label: say('note') }, { label: say('answer') }]}
        rows={shown.map((line) => ({
          key: line.id,
          cells: [
            line.label,
            line.text,
            line.note ?? '—',
            <span key="answer" className="grid justify-items-start gap-1">
              {draft ? (
                !line.included && <Chip>{say('leftOut')}</Chip>
              ) : (
                <Chip tone={tones[line.reply]}>{say(`reply_${line.reply}`)}</Chip>
              )}
              {line.figure && line.theirValue && (
                <span>
                  {say('theirFigure', {
                    value: valueSaid(line.theirValue, line.figure, said.word),
                    difference: differenceSaid(line.figure.value, line.theirValue, line.figure, said.word),
                    source: line.theirSource ?? '—',
                  })}
                </span>
              )}
              {line.theirNote && <span>{line.theirNote}</span>}
              {report.mayWrite && (
                <a
                  className="button small"
                  href={`${base}?line=${line.id}#line`}
                  aria-label={say(draft ? 'editNamed' : 'fileFor', { name: line.label })}
                >
                  {say(draft ? 'edit' : 'fileAnswer')}
                </a>
              )}
            </span>,
          ],
        }))}
      />
    </Card>
  )
}
