import { Chip, type Tone } from '@/lib/ui/chip'
import { RecordTable } from '@/lib/ui/record-table'
import { termWord } from '../messages-pages'
import type { SheetState } from '../model'
import type { SheetCard } from '../queries-pages'
import type { Said } from './said'

const tones: Readonly<Record<SheetState, Tone>> = {
  draft: 'plain',
  proposed: 'warn',
  internallyApproved: 'info',
  customerConfirmed: 'info',
  inForce: 'ok',
  superseded: 'plain',
  ended: 'plain',
}

export const StateChip = ({ state, said }: { state: SheetState; said: Pick<Said, 't'> }) => (
  <Chip tone={tones[state]}>{said.t(termWord('state', state))}</Chip>
)

/** The versions of a sheet, the latest first, each with its page. */
export function VersionList({ accountId, sheet, said }: { accountId: string; sheet: SheetCard; said: Said }) {
  const { t, day, period } = said
  return (
    <RecordTable
      sentences
      caption={t('versionsCaption')}
      columns={[
        { key: 'number', label: t('number') },
        { key: 'state', label: t('state') },
        { key: 'kind', label: t('kind') },
        { key: 'holds', label: t('holds') },
        { key: 'recordedOn', label: t('recordedOn') },
        { key: 'note', label: t('note') },
      ]}
      rows={sheet.versions.map((version) => ({
        key: version.id,
        cells: [
          <a key="number" href={`/accounts/${accountId}/terms/${version.id}`}>
            {t('versionNumber', { number: version.number })}
          </a>,
          <StateChip key="state" state={version.state} said={said} />,
          t(termWord('kind', version.kind)),
          period(version.validFrom, version.validTo),
          version.recordedOn ? day(version.recordedOn) : '—',
          version.note ?? '',
        ],
      }))}
    />
  )
}
