import { plain } from '@/lib/kernel/exact'
import { parseAmount } from '@/lib/kernel/money'
import { Refusal } from '@/lib/kernel/refusal'
import type { IssueKind } from './model-issues'
import type { Stake, TypedStake } from './model-stakes'
import type { Issue } from './model-table'
import { isDecimal } from './rules'
import { not } from './rules-editing'

/** What a line of the sheet says, read by the kind of its issue. */
export type Worth = Omit<Stake, 'id' | 'version' | 'issueId'>

/** The version of a whole sheet: any change of any line makes it greater. */
export const versionOfSheet = (stakes: ReadonlyMap<string, { version: number }>): number =>
  [...stakes.values()].reduce((sum, { version }) => sum + version, 0)

type Field = 'opening' | 'target' | 'limit' | 'theirTarget' | 'theirLimit'
const fields: readonly Field[] = ['opening', 'target', 'limit', 'theirTarget', 'theirLimit']

/**
 * The sheet as it is kept: numbers plain, options by their key. Refuses with `notFound` an issue of another negotiation, and
 * beside the field (`stakes.0.target`) what is no number where one is wanted.
 */
export function readStakes(typed: readonly TypedStake[], issues: readonly Issue[]): Worth[] {
  const wrong: [string, { code: 'numberWanted' | 'yesNoWanted' }][] = []
  const read = typed.map(({ issueId, version: _, wanted, ...stake }, index): Worth => {
    const issue = issues.find(({ id }) => id === issueId)
    if (!issue) throw new Refusal('notFound')
    const said = Object.fromEntries(
      fields.map((field) => {
        const value = readAs(issue.kind, stake[field])
        if (value === 'wrong') wrong.push([`stakes.${index}.${field}`, { code: wantedAs(issue.kind) }])
        return [field, value === 'wrong' ? null : (value?.text ?? null)]
      }),
    ) as Record<Field, string | null>
    const isYesNo = issue.kind === 'boolean'
    return {
      ...stake,
      ...said,
      wanted: isYesNo && wanted !== null ? wanted === 'yes' : null,
      required: isYesNo && stake.required,
      points: pointsOf(issue, stake.points),
      theirPoints: pointsOf(issue, stake.theirPoints),
    }
  })
  const [first] = wrong
  if (first) throw not(first[1].code, {}, Object.fromEntries(wrong))
  return read
}

const wantedAs = (kind: IssueKind) => (kind === 'boolean' ? 'yesNoWanted' : 'numberWanted')

function readAs(kind: IssueKind, text: string | null): { text: string } | null | 'wrong' {
  if (text === null || kind === 'text' || kind === 'ordinal') return text === null ? null : { text }
  if (kind === 'boolean') return text === 'yes' || text === 'no' ? { text } : 'wrong'
  const number = parseAmount(text.replace(/[%％]$/, ''))
  return number !== null && isDecimal(number) ? { text: plain(number) } : 'wrong'
}

/** Points of options that the issue has; those left blank are not set. */
const pointsOf = ({ kind, options }: Issue, points: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(
    options.flatMap(({ key }) => {
      const value = kind === 'ordinal' ? (points[key] ?? null) : null
      return value === null ? [] : [[key, value]]
    }),
  )

const isBlank = (value: unknown) =>
  value === null || value === false || (typeof value === 'object' && Object.keys(value).length === 0)

/** The fields of a line in which something was typed. */
export const filledIn = (worth: Worth): Partial<Worth> =>
  Object.fromEntries(Object.entries(worth).filter(([, value]) => !isBlank(value)))

/** Two people began the same line: what the other wrote first is not overwritten unseen. Refuses by field. */
export function mustNotOverwrite(before: Stake, typed: Partial<Worth>): void {
  const clashes = Object.entries(typed).flatMap(([field, value]) => {
    const theirs = before[field as keyof Worth]
    return isBlank(theirs) || JSON.stringify(theirs) === JSON.stringify(value)
      ? []
      : [[field, { code: 'changedTo', params: { theirs: String(theirs) } }] as const]
  })
  if (clashes.length > 0) throw new Refusal('changedMeanwhile', {}, Object.fromEntries(clashes))
}

/** Issues by place, those of one place together; unranked ones are left out. Refuses an issue of another negotiation. */
export function rankingOf(
  places: readonly { issueId: string; place: string | null }[],
  issues: readonly { id: string }[],
): string[][] {
  const known = new Set(issues.map(({ id }) => id))
  if (places.some(({ issueId }) => !known.has(issueId))) throw new Refusal('notFound')
  const ranked = places.flatMap(({ issueId, place }) => (place === null ? [] : [{ issueId, place: Number(place) }]))
  const taken = [...new Set(ranked.map(({ place }) => place))].sort((a, b) => a - b)
  return taken.map((place) =>
    ranked
      .filter((each) => each.place === place)
      .map(({ issueId }) => issueId)
      .sort(),
  )
}
