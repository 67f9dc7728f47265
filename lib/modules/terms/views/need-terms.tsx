import { Card } from '@/lib/ui/card'
import type { TermOfNeed } from '../queries-needs'
import type { Said } from './said'
import { StateChip } from './version-list'

/** The terms that serve a need, for its page. */
export function NeedTerms({ terms, said }: { terms: readonly TermOfNeed[]; said: Said }) {
  const { t } = said
  if (terms.length === 0) return null
  return (
    <Card title={t('termsOfNeed')} flush>
      <ul className="rows">
        {terms.map((term) => (
          <li key={term.id}>
            <span className="grow">
              <a href={`/accounts/${term.accountId}/terms/${term.versionId}`}>
                {term.name} · {t('versionNumber', { number: term.number })}
              </a>
              <span className="block text-muted">{term.said}</span>
            </span>
            <StateChip state={term.state} said={said} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
