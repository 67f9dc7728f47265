import type { z } from 'zod'
import type { Actor } from './actor'
import type { Messages } from './messages'
import { isGranted, type Permission } from './permission'
import { type FieldRefusal, Refusal } from './refusal'

type Entry<Input extends z.ZodType> = { permission: Permission; input: Input; messages?: Messages }

/** Permission first, then shape: what comes out is allowed and well-formed. Throws `notAllowed` or `invalid`. */
export function admit<Input extends z.ZodType>(entry: Entry<Input>, actor: Actor, raw: unknown): z.output<Input> {
  if (!isGranted(entry.permission, actor)) throw new Refusal('notAllowed')
  return shaped(entry, raw)
}

/** Shape alone, for the forms of people who have not signed in. Throws `invalid`. */
export function shaped<Input extends z.ZodType>(
  entry: Pick<Entry<Input>, 'input' | 'messages'>,
  raw: unknown,
): z.output<Input> {
  const parsed = entry.input.safeParse(raw, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields: Record<string, FieldRefusal> = {}
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.')
    fields[path] ??= fieldRefusal(issue)
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) fields[key] ??= { code: 'unknownField' }
  }
  throw new Refusal('invalid', {}, fields, entry.messages)
}

/** A Zod issue as a key of the messages; a module's own rule names its key as the issue's message. */
function fieldRefusal(issue: z.core.$ZodIssue): FieldRefusal {
  switch (issue.code) {
    case 'custom':
      return { code: keyIn(issue) ?? 'wrong', params: issue.params as never }
    case 'invalid_type':
      return { code: issue.input === undefined || issue.input === null ? 'required' : typeCode(issue.expected) }
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? { code: 'required' } : { code: 'tooShort', params: { min: Number(issue.minimum) } }
      return { code: issue.origin === 'array' ? 'tooFew' : 'tooSmall', params: { min: String(issue.minimum) } }
    case 'too_big':
      if (issue.origin === 'string') return { code: 'tooLong', params: { max: Number(issue.maximum) } }
      return { code: issue.origin === 'array' ? 'tooMany' : 'tooLarge', params: { max: String(issue.maximum) } }
    case 'invalid_value':
      return { code: 'notChosen' }
    case 'invalid_format':
      return { code: keyIn(issue) ?? formatCode(issue.format) }
    case 'unrecognized_keys':
      return { code: 'unknownField' }
    default:
      return { code: 'wrong' }
  }
}

const keyIn = ({ message }: z.core.$ZodIssue) => (/^[a-z][A-Za-z]*$/.test(message) ? message : null)

const typeCodes: Readonly<Record<string, string>> = { number: 'notANumber', int: 'notWhole' }
const typeCode = (expected: string) => typeCodes[expected] ?? 'wrong'

const formatCodes: Readonly<Record<string, string>> = { date: 'notADate', email: 'notAnEmail', uuid: 'notAnId' }
const formatCode = (format: string) => formatCodes[format] ?? 'wrong'
