import type { Translate } from '@/lib/kernel/translate'
import { Card, Facts } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { Press } from '@/lib/ui/press'
import { setRetired } from '../actions'
import type { words } from '../messages'
import type { Library } from '../queries'
import { DefinitionForm } from './definition-form'

type Word = Translate<typeof words>
type KpiType = Library['categories'][number]['types'][number]

type LibraryProps = { library: Library; defining: string | null; word: Word }

/** The library of KPIs: by category, each folded up to its name and formula; and what the company defines itself. */
export function LibraryPage({ library, defining, word }: LibraryProps) {
  const { mayConfigure, categories } = library
  const known = categories.flatMap(({ types }) => types).find(({ own }) => own?.id === defining)?.own ?? null
  return (
    <div className="grid gap-5">
      <p className="text-muted">{word('libraryText')}</p>
      {mayConfigure && defining && (
        <Card title={known ? word('named', { verb: word('change'), name: known.name }) : word('define')}>
          <DefinitionForm key={defining} known={known} back="/agreements/kpis" />
        </Card>
      )}
      {categories.map(({ category, types }) => (
        <Card key={category} title={word(`category_${category}`)}>
          <div className="grid gap-4">
            {types.map((type) => (
              <OneKpi key={type.code} type={type} mayConfigure={mayConfigure} word={word} />
            ))}
          </div>
        </Card>
      ))}
    </div>
  )
}

type OneProps = { type: KpiType; mayConfigure: boolean; word: Word }

function OneKpi({ type, mayConfigure, word }: OneProps) {
  const { code, said, direction, aggregation, unit, own } = type
  return (
    <details id={code}>
      <summary>
        <span className="inline-flex flex-wrap items-center gap-2">
          <strong>{said.name}</strong>
          <Chip>{code}</Chip>
          {own && <Chip tone="info">{word('ownWay')}</Chip>}
          {own?.retired && <Chip>{word('retired')}</Chip>}
          <span className="text-muted">
            {word(`unit_${unit}`)} · {word(`direction_${direction}`)}
          </span>
        </span>
      </summary>
      <Facts
        facts={[
          {
            label: word('formula'),
            value: said.counts && said.of ? `${said.counts} ÷ ${said.of}` : word(`aggregation_${aggregation}`),
            wide: true,
          },
          { label: word('definition'), value: said.definition, wide: true },
          { label: word('exclusions'), value: said.exclusions },
          { label: word('aggregation'), value: word(`aggregation_${aggregation}`) },
          { label: word('measuredFrom'), value: said.source },
          { label: word('measuredBy'), value: said.measuredBy },
          { label: word('verifiedBy'), value: said.verifiedBy },
          { label: word('sample'), value: said.sample, wide: true },
        ]}
      />
      {mayConfigure && <Ways type={type} word={word} />}
    </details>
  )
}

function Ways({ type: { code, own, said }, word }: { type: KpiType; word: Word }) {
  const verb = own?.retired ? 'takeBack' : 'retire'
  return (
    <div className="flex flex-wrap gap-2 pt-2">
      {own && (
        <a
          className="button small"
          href={`/agreements/kpis?define=${own.id}`}
          aria-label={word('named', { verb: word('change'), name: said.name })}
        >
          {word('change')}
        </a>
      )}
      <Press
        action={setRetired}
        values={{ code, retired: own?.retired ? 'false' : 'true' }}
        label={word('named', { verb: word(verb), name: said.name })}
      >
        {word(verb)}
      </Press>
    </div>
  )
}
