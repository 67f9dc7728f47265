import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { words } from '../messages'
import { type Counts, type Outcome, outcomes } from '../model'
import { wordOf } from './words'

const always: readonly Outcome[] = ['new', 'update', 'same', 'refused']

/** How many rows came to what; the four that every import has are told even when they are none. */
export async function CountFacts({ counts }: { counts: Counts }) {
  const [t, locale] = [await translator(words), await readerLocale()]
  const shown = outcomes.filter((each) => always.includes(each) || counts[each] !== undefined)
  return (
    <dl className="grid max-w-2xl grid-cols-4 gap-3">
      {shown.map((outcome) => (
        <div key={outcome}>
          <dt className="text-muted">{wordOf(t)('outcome', outcome)}</dt>
          <dd className="text-lg tabular-nums">{new Intl.NumberFormat(locale).format(counts[outcome] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  )
}
