import { Card } from '@/lib/ui/card'
import type { Choices } from '../queries-agreement'
import type { Said } from './said'

/** The library as a choice: each name leads to the form for it. */
export function ChooseKpi({ choices, back, said }: { choices: Choices; back: string; said: Said }) {
  const { t, word } = said
  return (
    <Card title={t('choose')} action={<a href="/agreements/kpis">{word('library')}</a>}>
      <div className="grid gap-4">
        <p className="text-muted">{t('chooseText')}</p>
        {choices.map(({ category, definitions }) => (
          <section key={category} className="grid gap-2">
            <h3>{word(`category_${category}`)}</h3>
            <ul className="flex flex-wrap gap-2">
              {definitions.map(({ code, name }) => (
                <li key={code}>
                  <a className="button small" href={`${back}/new?code=${encodeURIComponent(code)}`}>
                    {name} <span className="text-muted">{code}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}
