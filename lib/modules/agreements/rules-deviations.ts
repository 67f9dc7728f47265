import type { Deviation } from './model-values'

/** A text in one language as the library has it, its variables already filled as those of the clause are. */
export type LibraryText = { standard: string; fallback: string | null }

/** Numbers as wholes without thousands separators, and every letter; spaces and punctuation fall away, percent signs stay. */
const marks = /\d+(?:,\d{3})*(?:\.\d+)?|[%‰]|[\p{L}\p{M}\p{N}\p{S}]/gu
const readOf = (text: string): string =>
  (text.normalize('NFKC').toLowerCase().match(marks) ?? []).map((mark) => mark.replaceAll(',', '')).join(' ')

/** Whether two texts say the same, whatever their spaces, line breaks, capitals, punctuation and full-width forms. */
export const saysTheSame = (a: string, b: string): boolean => readOf(a) === readOf(b)

/**
 * How far a clause is from its library: not at all, by a fallback of the library (minor), or by words of its own (material).
 * `library` holds the clause in each language that the paper may use; without any the clause is our own invention, material.
 */
export function deviationOf(body: string, library: readonly LibraryText[]): Deviation {
  if (library.some(({ standard }) => saysTheSame(body, standard))) return 'none'
  if (library.some(({ fallback }) => fallback !== null && saysTheSame(body, fallback))) return 'minor'
  return 'material'
}
