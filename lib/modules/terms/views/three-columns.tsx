import type { ReactNode } from 'react'
import { exact } from '@/lib/kernel/exact'
import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { RecordTable } from '@/lib/ui/record-table'
import { ThreadLink } from '@/lib/ui/thread-link'
import { factorWord } from '../messages-catalogue'
import { termWord } from '../messages-pages'
import type { ComparedTerm, ShownTerms } from '../queries-pages'
import type { Said } from './said'

type Shown = Pick<ShownTerms, 'versionId' | 'terms' | 'sum' | 'basis' | 'currency'>
type ThreeColumnsProps = { shown: Shown; said: Said; action?: (term: ComparedTerm) => ReactNode }

/** Standard, this client, and the difference with its yearly cost; the dearest departure first. */
export function ThreeColumns({ shown, said, action }: ThreeColumnsProps) {
  const { t } = said
  const columns = [
    { label: t('term') },
    { label: t('standardTerms') },
    { label: t('thisClient') },
    { label: t('difference'), numeric: true },
    { label: t('grounds') },
    ...(action ? [{ label: t('edit') }] : []),
  ]
  return (
    <div className="flex flex-col gap-3">
      <BasisLine basis={shown.basis} said={said} currency={shown.currency} />
      <RecordTable
        sentences
        caption={t('compareCaption')}
        columns={columns}
        rows={shown.terms.map((term) => ({
          key: term.code,
          cells: [
            term.name,
            term.standard ?? '—',
            term.departs ? <strong key="value">{term.client ?? '—'}</strong> : t('followsStandard'),
            <Cost key="cost" term={term} said={said} currency={shown.currency} />,
            <Grounds key="grounds" term={term} versionId={shown.versionId} said={said} />,
            ...(action ? [action(term)] : []),
          ],
        }))}
      />
      <SumLine shown={shown} said={said} />
    </div>
  )
}

function Cost({ term, said, currency }: { term: ComparedTerm; said: Said; currency: string }) {
  if (!term.departs) return null
  if (term.cost === null) return <span className="text-muted">{said.t('notCounted')}</span>
  const gain = exact(term.cost).lt(0)
  return (
    <>
      {said.money(term.cost, currency)}
      {gain && <span className="block text-sm text-muted">{said.t('gain')}</span>}
    </>
  )
}

type GroundsProps = { term: ComparedTerm; versionId: string; said: Said }

function Grounds({ term, versionId, said }: GroundsProps) {
  const { t, word } = said
  const { special, sameAs } = term
  if (!term.departs) return null
  return (
    <div className="flex flex-col gap-1">
      {special ? (
        <>
          {special.factors.length > 0 && (
            <span>{special.factors.map((each) => word(factorWord(each))).join('、')}</span>
          )}
          {special.reason && <span className="text-muted">{special.reason}</span>}
          <span>{special.unconditional ? <Chip tone="warn">{t('unconditional')}</Chip> : special.condition}</span>
          {special.needs.map((need) => (
            <span key={need.id}>
              {t('serves')} <a href={`/needs/${need.id}`}>{need.title}</a>
            </span>
          ))}
          {special.evidence && (
            <span>
              <Icon name="paperclip" />{' '}
              <a href={`/api/files/${special.evidence.id}`} download={special.evidence.name}>
                {special.evidence.name}
              </a>
            </span>
          )}
          {(special.unsure || special.lacks.length > 0 || special.flags.length > 0 || special.tiersFall) && (
            <span className="flex flex-wrap gap-1">
              {special.unsure && (
                <Chip tone="warn" icon="triangle-alert">
                  {t('restsUnsure')}
                </Chip>
              )}
              {special.lacks.map((lack) => (
                <Chip key={lack} tone="risk" icon="triangle-alert">
                  {t(lack as 'lacksFactor')}
                </Chip>
              ))}
              {special.flags.map((flag) => (
                <Chip key={flag} tone="warn">
                  {t(termWord('flag', flag))}
                </Chip>
              ))}
              {special.tiersFall && <Chip tone="warn">{t('tiersFall')}</Chip>}
            </span>
          )}
        </>
      ) : (
        <span className="text-muted">{t('earlierStandard')}</span>
      )}
      <span>
        <ThreadLink at={{ version: versionId, term: term.code }} name={term.name} locale={said.locale} />
      </span>
      {sameAs !== null && <span className="text-sm text-muted">{t('sameAs', { count: sameAs })}</span>}
    </div>
  )
}

function BasisLine({ basis, said, currency }: { basis: Shown['basis']; said: Said; currency: string }) {
  const { t, day, money } = said
  if (basis.source === 'none' || basis.sales === null) return <p className="notice warn">{t('basis_none')}</p>
  const sales = money(basis.sales, currency)
  const line =
    basis.source === 'hand'
      ? t('basis_hand', { sales, note: basis.note ?? t('noSource') })
      : t('basis_sales', { sales, from: basis.from ? day(basis.from) : '', to: basis.to ? day(basis.to) : '' })
  return <p className="text-muted">{line}</p>
}

function SumLine({ shown, said }: { shown: Shown; said: Said }) {
  const { t, money } = said
  const { total, share, conditional, unconditional } = shown.sum
  return (
    <p>
      {t('total')} <strong className="tabular-nums">{money(total, shown.currency)}</strong>
      {share !== null && ` · ${t('shareOfSales', { pct: Number(share).toFixed(2) })}`}
      {conditional !== null && ` · ${t('conditionalShare', { pct: conditional })}`}
      {` · ${t('unconditionalCount', { count: unconditional })}`}
    </p>
  )
}
