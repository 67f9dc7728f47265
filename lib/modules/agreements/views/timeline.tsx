import { translatorOf } from '@/lib/kernel/translate'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { amendmentMessages } from '../messages-amendments'
import type { ChangesView } from '../queries-amendments'
import { drawnTimeline } from '../rules-timeline'
import type { Said } from './said'

/** Which version holds when, to scale, with the days as a table beneath. */
export function Timeline({ view, said }: { view: ChangesView; said: Said }) {
  const t = translatorOf(amendmentMessages, said.locale)
  const drawn = drawnTimeline(view.stretches, view)
  if (!drawn) return null
  const day = (on: string | null) => (on ? (daySaid(on, said) ?? '') : t('openEnd'))
  const kinds = new Map(view.versions.map(({ number, kind }) => [number, kind]))
  return (
    <div className="grid gap-3">
      <svg role="img" aria-label={t('timeline')} width="100%" height={58} className="overflow-visible">
        {drawn.bars.map(({ number, from, at, width }) => {
          const forATime = kinds.get(number) === 'temporary'
          return (
            <g key={from}>
              <rect
                x={`${at}%`}
                y={2}
                width={`${width}%`}
                height={26}
                fill={forATime ? 'var(--warn-soft)' : 'var(--brand-soft)'}
                stroke={forATime ? 'var(--warn)' : 'var(--brand)'}
                strokeDasharray={forATime ? '4 3' : undefined}
              />
              <text x={`${at + width / 2}%`} y={20} fontSize={13} textAnchor="middle" fill="currentColor">
                {number}
              </text>
            </g>
          )
        })}
        {drawn.today !== null && (
          <line x1={`${drawn.today}%`} x2={`${drawn.today}%`} y1={0} y2={34} stroke="var(--risk)" strokeWidth={2} />
        )}
        <text x="0" y={50} fontSize={12} fill="currentColor">
          {day(drawn.first)}
        </text>
        <text x="100%" y={50} fontSize={12} textAnchor="end" fill="currentColor">
          {day(drawn.last)}
        </text>
      </svg>
      <p className="hint">{t('timelineHint')}</p>
      <RecordTable
        caption={t('timeline')}
        columns={[t('number'), t('kind'), t('stretchFrom'), t('stretchTo')].map((label) => ({ label }))}
        rows={view.stretches.map(({ number, from, to }) => ({
          key: from,
          cells: [t('version', { number }), t(`kind_${kinds.get(number) ?? 'original'}`), day(from), day(to)],
        }))}
      />
    </div>
  )
}
