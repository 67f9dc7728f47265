import { Card } from '@/lib/ui/card'
import type { PreparationView } from '../queries-preparation'
import type { PreparingSaid } from './preparing-said'

type PapersProps = { preparation: Pick<PreparationView, 'id' | 'inGroup'>; said: PreparingSaid }

/** The brief and the dossier; with confidential parts for the mandate group alone, and only when asked for. */
export function PapersCard({ preparation: { id, inGroup }, said: { p, locale } }: PapersProps) {
  const paper = (as: string, secret = false) =>
    `/api/dossiers/${id}?as=${as}&language=${locale}${secret ? '&secret=true' : ''}`
  return (
    <Card title={p('dossier')}>
      <p className="mb-3 text-muted">{p('dossierText')}</p>
      <p className="flex flex-wrap gap-2">
        <a className="button small" href={`/negotiations/${id}/brief`}>
          {p('brief')}
        </a>
        <a className="button small" href={paper('pdf')} download>
          {p('dossierPdf')}
        </a>
        <a className="button small" href={paper('zip')} download>
          {p('dossierZip')}
        </a>
      </p>
      {inGroup && (
        <p className="mt-3 flex flex-wrap items-center gap-2">
          {p('dossierSecret')}
          <a className="button small" href={paper('pdf', true)} download>
            {p('secretPdf')}
          </a>
          <a className="button small" href={paper('zip', true)} download>
            {p('secretZip')}
          </a>
        </p>
      )}
    </Card>
  )
}
