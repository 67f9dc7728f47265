import type { FieldRefusal } from '@/lib/kernel/refusal'
import type { KeyTerm } from './model-drafting'
import type { AgreementAspect } from './model-values'
import { no } from './rules'

/** The matters that are looked for first in somebody else's paper, and what each concerns; their words are messages. */
export const usualMatters = [
  ['pricing', 'price'],
  ['rebates', 'price'],
  ['fees', 'marketing'],
  ['payment', 'credit'],
  ['delivery', 'supply'],
  ['penalties', 'supply'],
  ['returns', 'quality'],
  ['quality', 'quality'],
  ['exclusivity', 'legal'],
  ['liability', 'legal'],
  ['ending', 'legal'],
  ['law', 'legal'],
] as const satisfies readonly (readonly [string, AgreementAspect])[]

export function mustBeTheirs(paper: string): void {
  if (paper !== 'theirs') throw no('notTheirPaper')
}

const plain = (heading: string) => heading.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
const isTyped = ({ value, body }: KeyTerm) => value !== null || body !== null

/** Refuses, beside each line: a value without a heading, two lines of one heading, a departure without its reason. */
export function mustBeWellTyped(terms: readonly KeyTerm[]): void {
  const fields: Record<string, FieldRefusal & { code: 'headingMissing' | 'headingTwice' | 'deviationUnexplained' }> = {}
  const seen = new Set<string>()
  for (const [index, term] of terms.entries()) {
    if (!isTyped(term)) continue
    const name = plain(term.heading ?? '')
    if (name === '') fields[`terms.${index}.heading`] = { code: 'headingMissing' }
    else if (seen.has(name)) fields[`terms.${index}.heading`] = { code: 'headingTwice' }
    else if (term.deviation !== 'none' && term.deviationReason === null)
      fields[`terms.${index}.deviationReason`] = { code: 'deviationUnexplained' }
    seen.add(name)
  }
  if (Object.keys(fields).length > 0) throw no('keyTermsUnfit', {}, fields)
}

type Kept = { id: string; heading: string }

/** The lines that are typed as clauses: those to add, those that change, and the ids of those that are gone. */
export function sortedTerms(kept: readonly Kept[], terms: readonly KeyTerm[]) {
  const known = new Map(kept.map((clause) => [plain(clause.heading), clause.id]))
  const rows = terms.filter(isTyped).map(({ heading, body, value, ...rest }, index) => ({
    ...{ heading: heading ?? '', value, position: index + 1, ...rest },
    body: body ?? value ?? '',
  }))
  const idOf = (row: { heading: string }) => known.get(plain(row.heading))
  const changed = rows.flatMap((row) => {
    const id = idOf(row)
    return id ? [{ id, ...row }] : []
  })
  const staying = new Set(changed.map(({ id }) => id))
  return {
    added: rows.filter((row) => idOf(row) === undefined),
    changed,
    gone: kept.flatMap(({ id }) => (staying.has(id) ? [] : [id])),
  }
}
