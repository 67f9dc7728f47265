import { marksOf } from '@/lib/kernel/punctuation'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { RecordTable } from '@/lib/ui/record-table'
import { sharingWords } from '../messages-sharing'
import { differenceSaid, valueSaid } from '../model-said'
import type { SharingState } from '../model-states'
import type { SharingView } from '../queries-sharing'
import type { Said } from './said'
import { FileReplyForm } from './sharing-forms'

const tones: Readonly<Record<SharingState, Tone>> = {
  notShared: 'plain',
  shared: 'info',
  agreed: 'ok',
  disputed: 'risk',
}
type TableProps = { view: SharingView; answering: string | null; said: Said }

/** Our values and the client's beside each other, the latest period first. */
export function SharingTable({ view, answering, said }: TableProps) {
  const { t, word } = said
  const say = translatorOf(sharingWords, said.locale)
  const base = `/agreements/${view.agreementId}/kpis`
  const line = view.mayShare ? view.lines.find(({ id }) => id === answering) : undefined
  if (view.lines.length === 0)
    return (
      <Card title={say('share')}>
        <EmptyState
          icon="handshake"
          title={say('noLines')}
          text={say('noLinesText')}
          action={<a href={base}>{t('back')}</a>}
        />
      </Card>
    )
  return (
    <>
      {line && (
        <Card title={say('answerOf', { name: line.name, period: line.period })} id="answer">
          <FileReplyForm
            key={line.id}
            measurementId={line.id}
            unit={word(`unit_${line.unit}`)}
            today={said.today}
            back={`${base}/share`}
          />
        </Card>
      )}
      <Card title={say('share')} flush>
        <RecordTable
          caption={say('share')}
          sentences
          columns={[
            { label: say('kpi') },
            { label: say('period') },
            { label: say('ours'), numeric: true },
            { label: say('theirs'), numeric: true },
            { label: say('answered') },
          ]}
          rows={view.lines.map((each) => ({
            key: each.id,
            cells: [
              <a key="kpi" href={`${base}/${each.kpiId}#${each.period}`}>
                {each.name}
              </a>,
              each.period,
              valueSaid(each.value, each, word),
              each.theirValue === null ? (
                '—'
              ) : (
                <span key="theirs" className="grid">
                  {valueSaid(each.theirValue, each, word)}
                  <span className="text-muted">{differenceSaid(each.value, each.theirValue, each, word)}</span>
                </span>
              ),
              <span key="answer" className="grid justify-items-start gap-1">
                <Chip tone={tones[each.sharing]}>{t(`sharing_${each.sharing}`)}</Chip>
                {each.sharing === 'shared' && each.disputeNote && <Chip tone="warn">{say('incomplete')}</Chip>}
                {each.theirSource && (
                  <span>
                    {say('theirSource')}
                    {marksOf(said.locale).colon}
                    {each.theirSource}
                  </span>
                )}
                {each.disputeNote && <span className="text-muted">{each.disputeNote}</span>}
                {view.mayShare && (
                  <a
                    className="button small"
                    href={`${base}/share?line=${each.id}#answer`}
                    aria-label={say('answerOf', { name: each.name, period: each.period })}
                  >
                    {say('fileAnswer')}
                  </a>
                )}
              </span>,
            ],
          }))}
        />
      </Card>
    </>
  )
}
