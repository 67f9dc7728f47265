import { isBusinessNumber } from '@/lib/kernel/business-number'
import { exact } from '@/lib/kernel/exact'
import { refusals } from '@/lib/kernel/refusal'
import { libraryMessages } from './messages-library'
import type { AgreementSettings, LibraryWords } from './model-library'

export const noLibrary = refusals('agreements', libraryMessages)

type Problem = Parameters<typeof noLibrary>[0]
const beside = (field: string, code: Problem) => noLibrary(code, {}, { [field]: { code } })

/** A fallback and a note exist in both languages or in none: a paper is in one of them. */
export function mustHaveBothLanguages({ fallback, englishFallback, plain, englishPlain }: LibraryWords): void {
  if ((fallback === null) !== (englishFallback === null))
    throw beside(fallback === null ? 'fallback' : 'englishFallback', 'otherLanguageMissing')
  if ((plain === null) !== (englishPlain === null))
    throw beside(plain === null ? 'plain' : 'englishPlain', 'otherLanguageMissing')
}

export function mustBeNewCode(code: string, inUse: readonly { code: string }[]): void {
  if (inUse.some((each) => each.code === code)) throw beside('code', 'codeTaken')
}

/** What was replaced or retired meanwhile is not written over. */
export function mustBeInUse({ archivedAt }: { archivedAt: Date | null }): void {
  if (archivedAt !== null) throw noLibrary('editionReplaced')
}

const plainName = (name: string) => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

export function mustHaveOwnName(name: string, others: readonly { name: string }[]): void {
  if (others.some((other) => plainName(other.name) === plainName(name))) throw beside('name', 'nameTaken')
}

/** The codes without blanks and repetitions, in their order; refuses codes that are neither in use nor were kept before. */
export function mustKnowCodes(
  codes: readonly string[],
  inUse: readonly { code: string }[],
  kept: readonly string[] = [],
): string[] {
  const wanted = [...new Set(codes.filter((code) => code !== ''))]
  if (wanted.length === 0) throw beside('clauseCodes', 'clausesMissing')
  const known = new Set([...inUse.map(({ code }) => code), ...kept])
  if (wanted.some((code) => !known.has(code))) throw beside('clauseCodes', 'clauseUnknown')
  return wanted
}

/** A business number adds up, and a letter is due for less than a full contract. */
export function mustBeRightSettings({ ourBusinessNumber, letterUpTo, fullFrom }: AgreementSettings): void {
  if (ourBusinessNumber !== null && !isBusinessNumber(ourBusinessNumber))
    throw beside('ourBusinessNumber', 'numberWrong')
  if (letterUpTo !== null && fullFrom !== null && exact(letterUpTo).gte(fullFrom))
    throw beside('fullFrom', 'boundsCross')
}
