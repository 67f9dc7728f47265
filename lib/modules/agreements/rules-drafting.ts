import type { Locale } from '@/lib/kernel/messages'
import type { Direction, Facts } from './model'
import type { AgreementForm, AgreementKind, clauseTags, Deviation } from './model-values'
import { no } from './rules'
import { deviationOf, type LibraryText } from './rules-deviations'
import type { FormFacts, FormFlag } from './rules-form'
import { isForeignLaw } from './rules-triggers'
import { fillText } from './rules-values'

type Variables = ReadonlyMap<string, string | null>
type BothLanguages = {
  heading: string
  englishHeading: string
  standard: string
  englishStandard: string
  fallback: string | null
  englishFallback: string | null
}

/** A clause of the library in the language of a paper, as it was written. */
export const wordsIn = (clause: BothLanguages, locale: Locale): LibraryText & { heading: string } =>
  locale === 'en'
    ? { heading: clause.englishHeading, standard: clause.englishStandard, fallback: clause.englishFallback }
    : { heading: clause.heading, standard: clause.standard, fallback: clause.fallback }

/** The same with its variables filled as far as they are known. */
export function filledWords(clause: BothLanguages, locale: Locale, variables: Variables): LibraryText {
  const { standard, fallback } = wordsIn(clause, locale)
  return {
    standard: fillText(standard, variables).text,
    fallback: fallback === null ? null : fillText(fallback, variables).text,
  }
}

/** Which trade term a text writes down: the first that it names among its variables; null when it names none. */
export const termNamedIn = (template: string): string | null => /\{\{\s*term\.(\S+?)\s*\}\}/.exec(template)?.[1] ?? null

type Library = BothLanguages & { code: string; edition: number; aspect: string; tags: readonly string[] }

/** A clause of a paper out of the library: filled, with the point of the talks and the term that it writes down. */
export function clauseFrom(
  library: Library,
  locale: Locale,
  variables: Variables,
  negotiated: readonly { key: string; termCode: string | null }[],
) {
  const { heading, standard } = wordsIn(library, locale)
  const termCode = termNamedIn(standard)
  return {
    heading,
    body: fillText(standard, variables).text,
    libraryCode: library.code,
    libraryEdition: library.edition,
    aspect: library.aspect,
    tags: [...library.tags],
    termCode,
    value: termCode && (variables.get(`term.${termCode}`) ?? null),
    issueKey: (termCode && negotiated.find((point) => point.termCode === termCode)?.key) ?? null,
  }
}

/** How far the words of a clause are from the library, in either language of the product. */
export const deviationFrom = (body: string, library: BothLanguages, variables: Variables): Deviation =>
  deviationOf(body, [
    filledWords(library, 'zh-TW', variables),
    filledWords(library, 'en', variables),
    wordsIn(library, 'zh-TW'),
    wordsIn(library, 'en'),
  ])

type Drafted = Pick<Facts, 'yearlyValue' | 'currency' | 'governingLaw'> & { kind: AgreementKind }
type Marked = { tags: readonly string[]; deviation: Deviation }

/**
 * What decides the form of a paper: its kind and value, and what its clauses hold. Bounds are in New Taiwan dollars: a value in
 * another currency is not known in them.
 */
export function formFactsOf(
  { kind, yearlyValue, currency, governingLaw }: Drafted,
  clauses: readonly Marked[],
): FormFacts {
  const has = (tag: (typeof clauseTags)[number]) => clauses.some(({ tags }) => tags.includes(tag))
  const flags: [FormFlag, boolean][] = [
    ['nonStandardClause', clauses.some(({ deviation }) => deviation === 'material')],
    ['exclusivity', has('exclusivity')],
    ['foreignLaw', isForeignLaw(governingLaw)],
    ['personalData', has('personalData')],
  ]
  const value = currency === 'TWD' ? yearlyValue : null
  return { kind, yearlyValue: value, flags: flags.flatMap(([flag, holds]) => (holds ? [flag] : [])) }
}

type Wanted = { kind: AgreementKind; form: AgreementForm; direction: Direction }

/** The template that fits a paper: of its kind, direction and form; without one, of its kind and direction. Null when there is none. */
export function fittingTemplate<Template extends Wanted>(
  templates: readonly Template[],
  { kind, form, direction }: Wanted,
): Template | null {
  const ofKind = templates.filter((each) => each.kind === kind && each.direction === direction)
  return ofKind.find((each) => each.form === form) ?? ofKind[0] ?? null
}

/** Notice as a contract writes it: 90 日, 3 個月; null where none was agreed. */
export function noticeInWords({ noticeCount, noticeUnit }: Facts, locale: Locale): string | null {
  if (noticeCount === null) return null
  if (locale === 'zh-TW') return `${noticeCount} ${noticeUnit === 'day' ? '日' : '個月'}`
  return `${noticeCount} ${noticeUnit}${noticeCount === 1 ? '' : 's'}`
}

/** Only a paper of ours is drafted from clauses. */
export function mustBeOurs(paper: string): void {
  if (paper !== 'ours') throw no('notOurPaper')
}

/** A text that was begun is not begun again over what somebody wrote. */
export function mustBeEmpty(clauses: readonly unknown[]): void {
  if (clauses.length > 0) throw no('textBegun')
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** On our paper the words of a clause hold the value that is kept beside them. */
export function mustSayValue(paper: string, { body, value }: { body: string; value: string | null }): void {
  if (paper !== 'ours' || value === null || plain(body).includes(plain(value))) return
  throw no('valueNotSaid', { value }, { value: { code: 'valueNotSaid', params: { value } } })
}
