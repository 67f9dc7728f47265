import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Facts } from '@/lib/ui/card'
import { words } from '../messages'
import { type Counts, type Outcome, outcomes } from '../model'
import { wordOf } from './words'

const always: readonly Outcome[] = ['new', 'update', 'same', 'refused']

/** How many rows came to what; the four that every import has are told even when they are none. */
export async function CountFacts({ counts, plain = true }: { counts: Counts; plain?: boolean }) {
  const [t, locale] = [await translator(words), await readerLocale()]
  const shown = outcomes.filter((each) => (plain && always.includes(each)) || counts[each] !== undefined)
  return (
    <Facts
      facts={shown.map((outcome) => ({
        label: wordOf(t)('outcome', outcome),
        value: (
          <span className="text-lg tabular-nums">{new Intl.NumberFormat(locale).format(counts[outcome] ?? 0)}</span>
        ),
      }))}
    />
  )
}
