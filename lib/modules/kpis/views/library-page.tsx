import type { Translate } from '@/lib/kernel/translate'
import { Card, Facts } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import type { words } from '../messages'
import type { Library } from '../queries'

type Word = Translate<typeof words>
type KpiType = Library[number]['types'][number]

/** The library of KPIs: by category, each folded up to its name and formula. */
export const LibraryPage = ({ library, word }: { library: Library; word: Word }) => (
  <div className="grid gap-5">
    <p className="text-muted">{word('libraryText')}</p>
    {library.map(({ category, types }) => (
      <Card key={category} title={word(`category_${category}`)}>
        <div className="grid gap-4">
          {types.map((type) => (
            <OneKpi key={type.code} type={type} word={word} />
          ))}
        </div>
      </Card>
    ))}
  </div>
)

function OneKpi({ type, word }: { type: KpiType; word: Word }) {
  const { code, said, direction, aggregation, unit } = type
  return (
    <details id={code}>
      <summary>
        <span className="inline-flex flex-wrap items-center gap-2">
          <strong>{said.name}</strong>
          <Chip>{code}</Chip>
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
    </details>
  )
}
