import { exact } from '@/lib/kernel/exact'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { RecordTable } from '@/lib/ui/record-table'
import { categoryWord, helpWord } from '../messages-catalogue'
import { termWord } from '../messages-pages'
import { categories } from '../model-catalogue'
import type { TermEditor as Editor, VersionChange, VersionView } from '../queries-pages'
import type { Said } from './said'
import { FrameForm, RemoveTerm } from './sheet-forms'
import { TermEditor } from './term-editor'
import { ThreeColumns } from './three-columns'

type VersionProps = { view: VersionView; said: Said }

/** What a version says: the three columns, with the way to each term while it may change. */
export function VersionTerms({ view, said }: VersionProps) {
  const { t } = said
  const at = (code: string) => `/accounts/${view.account.id}/terms/${view.versionId}?term=${code}#term`
  return (
    <Card title={t('compareCaption')}>
      {view.missing && <p className="notice warn">{t('paymentMissing')}</p>}
      {view.standardNumber === null && <p className="notice warn">{t('noStandard')}</p>}
      <ThreeColumns
        shown={view}
        said={said}
        {...(view.mayChange
          ? {
              action: (term) => (
                <span className="flex gap-1">
                  <a className="button small" href={at(term.code)} aria-label={t('editTerm', { name: term.name })}>
                    {t('edit')}
                  </a>
                  {term.special && <RemoveTerm versionId={view.versionId} code={term.code} name={term.name} />}
                </span>
              ),
            }
          : {})}
      />
      {view.sample && (
        <p className="mt-3">
          {t('sampleOf', {
            invoice: said.day(view.sample.invoice),
            due: said.day(view.sample.due),
            paid: said.day(view.sample.paid),
            cash: said.day(view.sample.cash),
            days: view.sample.days,
          })}
        </p>
      )}
      {view.feeRatio !== null && exact(view.feeRatio).gt(0) && (
        <p className="text-muted">{t('feeRatio', { pct: view.feeRatio })}</p>
      )}
    </Card>
  )
}

/** Chooses the kind of term to depart in: works without JavaScript. */
export function PickTerm({ view, said }: VersionProps) {
  const { t, word } = said
  return (
    <Card title={t('addDeparture')}>
      <form method="get" action={`/accounts/${view.account.id}/terms/${view.versionId}#term`} className="form">
        <div className="field">
          <label className="label" htmlFor="pick-term">
            {t('pickTerm')}
          </label>
          <select className="input select" id="pick-term" name="term" defaultValue="">
            {categories.map((category) => (
              <optgroup key={category} label={word(categoryWord(category))}>
                {view.open
                  .filter((each) => each.category === category && !each.departs)
                  .map(({ code, name, standard }) => (
                    <option key={code} value={code}>
                      {standard ? `${name}（${t('standardIs', { value: standard })}）` : name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </div>
        <button type="submit" className="button w-fit">
          {t('continue')}
        </button>
      </form>
    </Card>
  )
}

/** The editor of one term, with samples of what usual payment days mean. */
export function EditTerm({ view, editor, said }: VersionProps & { editor: Editor }) {
  const { t, day } = said
  return (
    <Card title={editor.name} id="term">
      <p className="text-muted">{editor.help ?? said.word(helpWord(editor.code))}</p>
      <TermEditor versionId={view.versionId} accountId={view.account.id} editor={editor} />
      {editor.samples.length > 0 && (
        <section className="mt-5">
          <h3 className="mb-2">{t('samples')}</h3>
          <RecordTable
            sentences
            caption={t('sampleCaption')}
            columns={[
              { label: t('reading') },
              { label: t('invoice') },
              { label: t('closing') },
              { label: t('due') },
              { label: t('paid') },
              { label: t('cash') },
              { label: t('daysToCash'), numeric: true },
            ]}
            rows={editor.samples.map(({ rule, count, sample }) => ({
              key: `${rule}${count}`,
              cells: [
                `${t(termWord('rule', rule))}：${count}`,
                day(sample.invoice),
                sample.closing ? day(sample.closing) : '—',
                day(sample.due),
                day(sample.paid),
                day(sample.cash),
                sample.days,
              ],
            }))}
          />
        </section>
      )}
    </Card>
  )
}

export function FrameCard({ view, said }: VersionProps) {
  return (
    <Card title={said.t('frame')}>
      <FrameForm
        versionId={view.versionId}
        version={view.version}
        validFrom={view.validFrom}
        validTo={view.validTo}
        note={view.note}
        basisSales={view.basisSales}
        basisSource={view.basisSource}
      />
    </Card>
  )
}

type ChangeProps = {
  title: string
  rows: VersionChange['rows']
  total: string
  currency: string
  said: Said
}

/** What changes for the client against the version in force. */
export const ChangeCard = (change: ChangeProps) => (
  <Card title={change.title}>
    <Changes {...change} />
  </Card>
)

type CompareProps = VersionProps & { compared: VersionChange | null }

/** Chooses another version of the sheet, and shows what differs: works without JavaScript. */
export function CompareCard({ view, compared, said }: CompareProps) {
  const { t } = said
  return (
    <Card title={t('compareVersions')} id="compare">
      <form method="get" action="#compare" className="form">
        <div className="field">
          <label className="label" htmlFor="compare-with">
            {t('otherVersion')}
          </label>
          <select className="input select" id="compare-with" name="with" defaultValue={compared?.older.id}>
            {view.others.map(({ id, number }) => (
              <option key={id} value={id}>
                {t('versionNumber', { number })}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button w-fit">
          {t('compare')}
        </button>
      </form>
      {compared && (
        <div className="mt-4">
          <h3 className="mb-2">{t('compareWith', { number: compared.older.number })}</h3>
          <Changes {...compared} title={t('compareWith', { number: compared.older.number })} said={said} />
          <p className="text-muted">{t('unchanged', { count: compared.unchanged })}</p>
        </div>
      )}
    </Card>
  )
}

/** Differences between two versions, each with its yearly impact. T04. */
function Changes({ title, rows, total, currency, said }: ChangeProps) {
  const { t, money } = said
  return (
    <>
      {rows.length === 0 ? (
        <p className="text-muted">{t('nothingChanged')}</p>
      ) : (
        <>
          <RecordTable
            sentences
            caption={title}
            columns={[
              { label: t('term') },
              { label: t('was') },
              { label: t('now') },
              { label: t('impact'), numeric: true },
            ]}
            rows={rows.map((row) => ({
              key: row.code,
              cells: [
                <span key="name">
                  {row.name} <Chip>{t(row.kind)}</Chip>
                </span>,
                row.was ?? '—',
                row.now ?? '—',
                row.impact === null ? t('notCounted') : money(row.impact, currency),
              ],
            }))}
          />
          <p className="mt-3">
            {t('total')} <strong className="tabular-nums">{money(total, currency)}</strong>
          </p>
        </>
      )}
    </>
  )
}
