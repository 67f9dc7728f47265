import type { Deviation } from './model-values'
import { no } from './rules'

const plain = (heading: string) => heading.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** Two clauses of one text are called differently: people name them by their headings. */
export function mustHaveOwnHeading(heading: string, others: readonly { heading: string }[]): void {
  if (others.some((other) => plain(other.heading) === plain(heading)))
    throw no('headingTwice', {}, { heading: { code: 'headingTwice' } })
}

/** Whoever departs from what we usually say says why. */
export function mustBeExplained({
  deviation,
  deviationReason,
}: {
  deviation: Deviation
  deviationReason: string | null
}) {
  if (deviation !== 'none' && !deviationReason)
    throw no('deviationUnexplained', {}, { deviationReason: { code: 'deviationUnexplained' } })
}
