import { Refusal } from './refusal'

const codes: Readonly<Record<string, string>> = {
  '23505': 'alreadyExists',
  '23P01': 'alreadyExists',
  '23503': 'notFound',
  '23514': 'invalid',
  '23502': 'invalid',
  '22001': 'invalid',
  '22003': 'invalid',
  '22008': 'invalid',
  '22P02': 'invalid',
  '22021': 'badText',
  '22P05': 'badText',
}

/**
 * What the database's own guards say, as a refusal: the last net under input that no rule foresaw (a foreign id,
 * a race for a unique value). Answers null for everything that is not the user's doing.
 */
export function refusalOfDatabase(error: unknown): Refusal | null {
  const cause = (error as { cause?: unknown }).cause ?? error
  const code = codes[(cause as { code?: string }).code ?? '']
  return code ? new Refusal(code) : null
}
