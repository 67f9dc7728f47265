import { diffArrays } from 'diff'

export type Run = { kind: 'same' | 'added' | 'removed'; text: string }

/** Latin words and numbers, Chinese ones too, as wholes; everything else sign by sign: Chinese has no words to cut at. */
const pieces =
  /\d+(?:[.,]\d+)*|[零〇一二三四五六七八九十百千萬億壹貳參肆伍陸柒捌玖拾佰仟]+|[\p{Script=Latin}\p{M}]+(?:['’-][\p{Script=Latin}\p{M}]+)*|\s+|[\s\S]/gu
const cut = (text: string): string[] => text.match(pieces) ?? []

/** Beyond so many differing pieces two texts are not compared any further: the old one went, the new one came. */
const mostDifferences = 4000

/**
 * What was taken out of a text and what came into it, in order: Chinese by character, other scripts by word. Same and
 * removed together are the old text to the letter, same and added the new one.
 */
export function redline(before: string, after: string): Run[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const changes = diffArrays(cut(before), cut(after), { maxEditLength: mostDifferences })
  const runs: Run[] = changes
    ? changes.map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value.join(''),
      }))
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ]
  return runs.filter(({ text }) => text !== '')
}

/** A clause as far as two versions are compared; `key` names it through all of them. */
export type ComparedClause = { key: string; heading: string; body: string }

export type ClauseChange<Clause extends ComparedClause = ComparedClause> =
  | { kind: 'added'; key: string; after: Clause }
  | { kind: 'removed'; key: string; before: Clause }
  | { kind: 'same' | 'moved'; key: string; before: Clause; after: Clause }
  | { kind: 'changed'; key: string; before: Clause; after: Clause; moved: boolean; heading: Run[]; body: Run[] }

/**
 * Two versions clause by clause, in the order of the new one, a removed clause where it stood: added, removed, changed (with
 * the redline of heading and body), moved among those that stayed, or the same.
 */
export function compareClauses<Clause extends ComparedClause>(
  before: readonly Clause[],
  after: readonly Clause[],
): ClauseChange<Clause>[] {
  const [old, now] = [byKey(before), byKey(after)]
  const steady = steadyKeys(before, after)
  const changes: ClauseChange<Clause>[] = after.map((clause) => {
    const was = old.get(clause.key)
    if (!was) return { kind: 'added', key: clause.key, after: clause }
    const pair = { key: clause.key, before: was, after: clause }
    const moved = !steady.has(clause.key)
    if (was.heading === clause.heading && was.body === clause.body) return { kind: moved ? 'moved' : 'same', ...pair }
    const runs = { heading: redline(was.heading, clause.heading), body: redline(was.body, clause.body) }
    return { kind: 'changed', ...pair, moved, ...runs }
  })
  for (const [index, clause] of before.entries()) {
    if (now.has(clause.key)) continue
    const previous = before[index - 1]?.key
    const at = previous === undefined ? 0 : changes.findIndex(({ key }) => key === previous) + 1
    changes.splice(at, 0, { kind: 'removed', key: clause.key, before: clause })
  }
  return changes
}

const byKey = <Clause extends ComparedClause>(clauses: readonly Clause[]) =>
  new Map(clauses.map((clause) => [clause.key, clause]))

/** The clauses that kept their order: as many as possible of those that both versions have. The others were moved. */
function steadyKeys(before: readonly ComparedClause[], after: readonly ComparedClause[]): ReadonlySet<string> {
  const changes = diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  )
  return new Set(changes.flatMap(({ added, removed, value }) => (added || removed ? [] : value)))
}
