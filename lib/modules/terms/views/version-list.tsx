import { Chip, type Tone } from '@/lib/ui/chip'
import { RecordTable } from '@/lib/ui/record-table'
import { termWord } from '../messages-pages'
import type { SheetState } from '../model'
import type { SheetCard, VersionLine } from '../queries-pages'
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
        { label: t('number') },
        { label: t('state') },
        { label: t('kind') },
        { label: t('holds') },
        { label: t('recordedOn') },
        { label: t('note') },
        { label: t('compare') },
      ]}
      rows={sheet.versions.map((version, index) => ({
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
          <CompareLink key="compare" {...{ accountId, said, version }} before={sheet.versions[index + 1]} />,
        ],
      }))}
    />
  )
}

type CompareLinkProps = { accountId: string; version: VersionLine; before: VersionLine | undefined; said: Said }

/** The way to what a version changed against the one before; the first has none. */
function CompareLink({ accountId, version, before, said }: CompareLinkProps) {
  if (!before) return null
  return (
    <a href={`/accounts/${accountId}/terms/${version.id}?with=${before.id}#compare`}>
      {said.t('compareWith', { number: before.number })}
    </a>
  )
}
