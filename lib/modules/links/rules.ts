import type { Day } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import { parseAmount } from '@/lib/kernel/money'
import { Refusal, refusals } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import { messages } from './messages'
import type { LinkState, Method, Outcome, Question } from './model'

export const no = refusals('links', messages)

type Moments = { validUntil: Date; revokedAt: Date | null }

/** How far a link is. An answered one stays readable until it ends, so that the client can see what they said. */
export function stateOf(link: Moments, answered: boolean, now: Date): LinkState {
  if (link.revokedAt) return 'revoked'
  if (answered) return 'answered'
  return now >= link.validUntil ? 'expired' : 'open'
}

/** Whether a client may still read by this link. */
export const isReadable = ({ validUntil, revokedAt }: Moments, now: Date) => revokedAt === null && now < validUntil

/** What comes beside a choice stands under the question's key with these endings: own words, their number and its source. */
const endings = { note: '-note', number: '-number', source: '-source' } as const
const wholeDigits = 14

/** Whether a text is a number as people type it, a percent sign only where the unit is one. */
function isNumberIn(text: string, unit: string): boolean {
  const typed = text.normalize('NFKC').trim()
  const number = parseAmount(/[%‰]/.test(unit) && typed.endsWith(unit) ? typed.slice(0, -unit.length) : typed)
  return number !== null && exact(number).abs().lt(exact(10).pow(wholeDigits))
}

type Wrong = Record<
  string,
  {
    code:
      | 'answerMissing'
      | 'answerUnknown'
      | 'objectionNeedsReason'
      | 'theirNumberMissing'
      | 'theirNumberUnfit'
      | 'theirSourceMissing'
      | 'numberWithoutDispute'
  }
>

/** What is wrong with the number and the source of a dispute; a number beside another choice is an oversight. */
function numberWrong({ key, disputed }: Question, answers: Given['answers']): Wrong {
  if (!disputed) return {}
  const [number, source] = [answers[key + endings.number], answers[key + endings.source]]
  const [numberField, sourceField] = [`answers.${key}${endings.number}`, `answers.${key}${endings.source}`]
  if (answers[key] !== 'dispute') return number ? { [`answers.${key}`]: { code: 'numberWithoutDispute' } } : {}
  return {
    ...(!number && { [numberField]: { code: 'theirNumberMissing' as const } }),
    ...(number && !isNumberIn(number, disputed.unit) && { [numberField]: { code: 'theirNumberUnfit' as const } }),
    ...(!source && { [sourceField]: { code: 'theirSourceMissing' as const } }),
  }
}

type Given = { outcome: Outcome; answers: Readonly<Record<string, string>>; comment: string | null }

/**
 * An answer fits its questions: every required one is answered, choices are of those offered, nothing else is said; an
 * objection says what is wrong, and a disputed number which one is right and where it is from. Refuses beside each field.
 */
export function mustFitQuestions(questions: readonly Question[], { outcome, answers, comment }: Given): void {
  const known = new Map(questions.map((each) => [each.key, each]))
  const wrong: Wrong = {}
  for (const { key, required } of questions)
    if (required && outcome === 'confirmed' && !answers[key]) wrong[`answers.${key}`] = { code: 'answerMissing' }
  for (const [key, value] of Object.entries(answers)) {
    const asked = known.get(key)
    const beside = (ending: string) => (key.endsWith(ending) ? known.get(key.slice(0, -ending.length)) : undefined)
    const noted = beside(endings.note)
    const isNote = noted?.freeText === true && noted.choices !== null
    const isCounter = (beside(endings.number) ?? beside(endings.source))?.disputed !== undefined
    const offered =
      isNote || isCounter || (asked && (asked.choices?.some((choice) => choice.value === value) ?? asked.freeText))
    if (!offered) wrong[`answers.${key}`] = { code: 'answerUnknown' }
  }
  for (const each of questions) Object.assign(wrong, numberWrong(each, answers))
  if (outcome === 'objected' && !comment && Object.keys(answers).length === 0)
    wrong.comment = { code: 'objectionNeedsReason' }
  if (Object.keys(wrong).length > 0) throw no('answersWrong', {}, wrong)
}

type Filed = { method: Method; answeredOn: Day; fileId: string | null; note: string | null }

/** What is filed is proven: by the file itself, or for a spoken answer by a note of who said it and when. */
export function mustBeProven({ method, answeredOn, fileId, note }: Filed, today: Day): void {
  if (answeredOn > today) throw no('answeredInFuture', {}, { answeredOn: { code: 'answeredInFuture' } })
  if (method !== 'meeting' && !fileId) throw no('proofMissing', {}, { fileId: { code: 'proofMissing' } })
  if (method === 'meeting' && !fileId && !note) throw no('noteMissing', {}, { note: { code: 'noteMissing' } })
}

type Account = AccountHold & { archivedAt: Date | null }

/** Links go out for accounts that the member sees and that are not archived. */
export function mustBeLive(account: Account | null): asserts account is Account {
  if (!account || account.archivedAt) throw new Refusal('notFound')
}

/** Whoever may edit the account looks after its links. */
export function mustMayEdit(actor: Parameters<typeof mayEditAccount>[0], account: Account | null): void {
  mustBeLive(account)
  if (!mayEditAccount(actor, account)) throw new Refusal('notAllowed')
}

/** The network that an address belongs to: enough to tell an office from a phone, not enough to name a person. */
export function networkOf(address: string): string {
  if (address.includes(':')) return `${address.split(':').slice(0, 3).join(':')}::/48`
  const [a, b, c] = address.split('.')
  return a && b && c ? `${a}.${b}.${c}.0/24` : ''
}
