import type { Discipline } from '@/lib/kernel/actor'
import type { AgreementAspect } from './model-values'

/** Whose work it is what an aspect is about, among specialists. */
const disciplineOf: Readonly<Partial<Record<AgreementAspect, Discipline>>> = {
  price: 'finance',
  credit: 'finance',
  legal: 'legal',
  quality: 'quality',
  supply: 'logistics',
}

type Changed = { aspects: readonly AgreementAspect[]; clauseKeys: ReadonlySet<string> }
type People = {
  /** Owner and backup of the agreement, and whoever leads the account. */
  leads: readonly (string | null)[]
  owed: readonly { ownerId: string; clauseKey: string | null }[]
  /** Colleagues who may read it; `near` serve the account. */
  tellable: readonly { id: string; near: boolean; disciplines: readonly Discipline[] }[]
}

/**
 * Whom a change concerns, each once: who leads the agreement and its account, who answers for what is owed under a clause that
 * changed or under none, and specialists who serve the account, by the aspects that it touches. `besides` is whom else it
 * concerns, `know` who drafted or signed it. Only who may read it. BGM-4.3.
 */
export function concernedBy(
  { aspects, clauseKeys }: Changed,
  { leads, owed, tellable }: People,
  { besides, know }: { besides: readonly string[]; know: readonly (string | null)[] },
): string[] {
  const wanted = new Set<string | null>([...leads, ...besides])
  for (const { ownerId, clauseKey } of owed) if (clauseKey === null || clauseKeys.has(clauseKey)) wanted.add(ownerId)
  const touched = new Set(aspects.map((aspect) => disciplineOf[aspect]))
  for (const { id, near, disciplines } of tellable)
    if (near && disciplines.some((each) => touched.has(each))) wanted.add(id)
  return tellable.flatMap(({ id }) => (wanted.has(id) && !know.includes(id) ? [id] : []))
}
