import type { Subject, SubjectKind } from './model'

/**
 * The smallest id that can have been given at a moment or later: ids begin with their millisecond, so that a day of the
 * history is a range of ids and needs no index of its own.
 */
export function firstIdAt(moment: Date): string {
  const digits = Math.max(0, +moment).toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-7000-8000-000000000000`
}

const ownKinds: Readonly<Record<string, readonly SubjectKind[]>> = {
  accounts: ['account'],
  links: ['account'],
  contacts: ['person'],
  interactions: ['interaction', 'task'],
  needs: ['need', 'account'],
  negotiations: ['negotiation', 'interaction', 'account'],
  products: ['product'],
  promotions: ['promotion'],
  pricing: ['pricePolicy', 'priceRule', 'dealCheck', 'priceException', 'rebate', 'account'],
  workspace: ['member'],
  identity: ['member'],
  files: ['file'],
}

/** Each record once, those that the command is about before those that it changed besides. */
export function inOrderFor(command: string, subjects: readonly Subject[]): Subject[] {
  const own = ownKinds[command.split('.')[0] ?? ''] ?? []
  const unique = [...new Map(subjects.map((subject) => [subject.id, subject])).values()]
  const rank = ({ kind }: Subject) => (own.includes(kind) ? own.indexOf(kind) : own.length)
  return unique.sort((a, b) => rank(a) - rank(b))
}
