import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { DateField } from '@/lib/ui/date-field'
import { EmptyState } from '@/lib/ui/empty-state'
import { RecordTable } from '@/lib/ui/record-table'
import { termWord } from '../messages-pages'
import type { AsOf } from '../queries'
import type { AccountTerms, SheetCard } from '../queries-pages'
import type { Said } from './said'
import { DraftForm, OpenSheetForm } from './sheet-forms'
import { ThreeColumns } from './three-columns'
import { StateChip, VersionList } from './version-list'

type AccountTermsProps = { terms: AccountTerms; asOf: AsOf | null; said: Said }

/** The terms of an account: each sheet with its three columns and versions, and what held on any day. */
export function AccountTermsView({ terms, asOf, said }: AccountTermsProps) {
  const { t } = said
  const { account, sheets, shown, mayDraft } = terms
  const current = sheets.find(({ id }) => id === shown?.sheetId)
  return (
    <div className="flex flex-col gap-5">
      {sheets.length === 0 && (
        <EmptyState
          icon="scale"
          title={t('noTermsYet')}
          text={
            terms.standard ? t('standardOf', { segment: terms.standard.segment || t('everySegment') }) : t('noStandard')
          }
          action={
            mayDraft && (
              <a className="button" href="#new-sheet">
                {t('newSheet')}
              </a>
            )
          }
        />
      )}
      {sheets.length > 1 && (
        <nav className="tabs" aria-label={t('sheets')}>
          {sheets.map((sheet) => (
            <a
              key={sheet.id}
              href={`/accounts/${account.id}/terms?version=${leading(sheet)}`}
              aria-current={sheet.id === current?.id ? 'page' : undefined}
            >
              {scopeOf(sheet, said)}
            </a>
          ))}
        </nav>
      )}
      {shown && current && (
        <Card
          title={`${scopeOf(current, said)} · ${t('versionNumber', { number: shown.number })}`}
          action={
            <span className="flex items-center gap-2">
              <StateChip state={shown.state} said={said} />
              <a className="button small" href={`/accounts/${account.id}/terms/${shown.versionId}`}>
                {t('details')}
              </a>
            </span>
          }
        >
          <p className="text-muted">{said.period(shown.validFrom, shown.validTo)}</p>
          {shown.standardNumber === null && <p className="notice warn">{t('noStandard')}</p>}
          <ThreeColumns shown={shown} said={said} />
        </Card>
      )}
      {current && (
        <Card title={t('versions')}>
          <div className="flex flex-col gap-4">
            <VersionList accountId={account.id} sheet={current} said={said} />
            {mayDraft && current.openId === null && <DraftForm sheetId={current.id} />}
          </div>
        </Card>
      )}
      {sheets.length > 0 && <AsOfCard terms={terms} asOf={asOf} said={said} />}
      {mayDraft && (
        <Card title={t('newSheet')} id="new-sheet">
          <OpenSheetForm accountId={account.id} secondary={current?.openId === null} />
        </Card>
      )}
    </div>
  )
}

const leading = ({ inForceId, openId, versions }: SheetCard) => inForceId ?? openId ?? versions[0]?.id ?? ''

const scopeOf = ({ direction, scope, scopeName }: SheetCard, { t }: Said) =>
  [t(termWord('direction', direction)), scopeName || t(termWord('scope', scope))].join(' · ')

function AsOfCard({ terms, asOf, said }: AccountTermsProps) {
  const { t, day } = said
  return (
    <Card title={t('asOfTitle')}>
      <form method="get" className="form">
        <div className="form-grid">
          <DateField name="validOn" label={t('validOn')} defaultValue={asOf?.validOn ?? terms.today} />
          <DateField name="knownOn" label={t('knownOn')} hint={t('knownHint')} defaultValue={asOf?.knownOn ?? ''} />
        </div>
        <button type="submit" className="button w-fit">
          {t('look')}
        </button>
      </form>
      {asOf && (
        <div className="mt-4 flex flex-col gap-3">
          {asOf.sheets.length === 0 && <p>{t('asOfNone', { day: day(asOf.validOn) })}</p>}
          {asOf.sheets.map((sheet) => (
            <section key={sheet.versionId}>
              <h3>
                {t('asOfFound', {
                  direction: t(termWord('direction', sheet.direction)),
                  scope: sheet.scopeName || t(termWord('scope', sheet.scope)),
                  number: sheet.number,
                })}{' '}
                <Chip>{said.period(sheet.validFrom, sheet.validTo)}</Chip>
              </h3>
              <RecordTable
                sentences
                caption={t('asOfTitle')}
                columns={[{ label: t('term') }, { label: t('value') }]}
                rows={sheet.terms.map((term) => ({ key: term.code, cells: [term.name, term.said] }))}
              />
            </section>
          ))}
        </div>
      )}
    </Card>
  )
}
