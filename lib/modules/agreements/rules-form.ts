import { exact } from '@/lib/kernel/exact'
import type { AgreementForm, AgreementKind } from './model-values'

/** What makes a full contract due whatever it is worth. */
export const formFlags = ['nonStandardClause', 'exclusivity', 'foreignLaw', 'personalData'] as const
export type FormFlag = (typeof formFlags)[number]

export type FormFacts = { kind: AgreementKind; yearlyValue: string | null; flags: readonly FormFlag[] }
/** Bounds in New Taiwan dollars, both included; blank is not set. */
export type FormBounds = { letterUpTo: string | null; fullFrom: string | null; fullKinds: readonly string[] }

export type FormReason =
  | FormFlag
  | 'kindNeedsFull'
  | 'valueFromFull'
  | 'valueUpToLetter'
  | 'valueBetween'
  | 'valueUnknown'
  | 'boundsNotSet'

/**
 * The form that the paper needs, and why: a full contract for its kind, a flag, or a value from `fullFrom` on; a letter of
 * confirmation up to `letterUpTo`; otherwise a standard contract. What is not set decides nothing, and an unknown value
 * never makes a letter. BGM-3.1.
 */
export function formOf(
  { kind, yearlyValue, flags }: FormFacts,
  { letterUpTo, fullFrom, fullKinds }: FormBounds,
): { form: AgreementForm; reasons: FormReason[] } {
  const full: FormReason[] = []
  if (fullKinds.includes(kind)) full.push('kindNeedsFull')
  if (yearlyValue !== null && fullFrom !== null && exact(yearlyValue).gte(fullFrom)) full.push('valueFromFull')
  full.push(...formFlags.filter((flag) => flags.includes(flag)))
  if (full.length > 0) return { form: 'fullContract', reasons: full }
  if (yearlyValue === null) return { form: 'standardContract', reasons: ['valueUnknown'] }
  if (letterUpTo === null && fullFrom === null) return { form: 'standardContract', reasons: ['boundsNotSet'] }
  if (letterUpTo !== null && exact(yearlyValue).lte(letterUpTo))
    return { form: 'confirmationLetter', reasons: ['valueUpToLetter'] }
  return { form: 'standardContract', reasons: ['valueBetween'] }
}
