import { type Actor, hasRole } from '@/lib/kernel/actor'
import { addDays, dayOf } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { Refusal, refusals } from '@/lib/kernel/refusal'
import { may } from './manifest'
import { messages } from './messages'
import { type Mapping, type Status, type Subject, undoDays } from './model'
import { missingFields } from './rules-rows'

export const no = refusals('imports', messages)

const permissions = {
  accounts: may.bringAccounts,
  members: may.bringMembers,
  interactions: may.bringInteractions,
  products: may.bringProducts,
  orders: may.bringSales,
  sales: may.bringSales,
  receivables: may.bringSales,
  voices: may.bringInteractions,
  measurements: may.bringMeasurements,
} as const

export const mayBring = (actor: Pick<Actor, 'roles'>, subject: Subject): boolean =>
  isGranted(permissions[subject], actor)

/** Accounts by those who serve them, members by administrators, contacts by assistants too. */
export function mustMayBring(actor: Pick<Actor, 'roles'>, subject: Subject): void {
  if (!mayBring(actor, subject)) throw no(`mayNot_${subject}`, {}, { subject: { code: `mayNot_${subject}` } })
}

type Held = { status: string; startedBy: string }

/** One's own imports; a manager and an administrator also go on with others'. */
export const isTheirs = (actor: Actor, { startedBy }: Pick<Held, 'startedBy'>): boolean =>
  startedBy === actor.id || hasRole(actor, 'manager', 'administrator')

export function mustBeTheirs(actor: Actor, held: Held): void {
  if (!isTheirs(actor, held)) throw no('notYoursToChange')
}

/** What is at work or done is not changed under its feet. */
export function mustStand({ status }: Held, ...wanted: readonly Status[]): void {
  if (!wanted.includes(status as Status)) throw no('notNow')
}

/** A decision is made on what its page showed; what was read or tried anew since is looked at first. */
export function mustBeSeen({ version }: { version: number }, seen: number | undefined): void {
  if (seen !== undefined && seen !== version) throw no('notNow')
}

const missingCodes = {
  name: 'missing_name',
  account: 'missing_account',
  day: 'missing_day',
  summary: 'missing_summary',
  code: 'missing_code',
  number: 'missing_number',
  product: 'missing_product',
  quantity: 'missing_quantity',
  unitPrice: 'missing_unitPrice',
  invoiceNumber: 'missing_number',
  invoiceDay: 'missing_day',
  dueDay: 'missing_dueDay',
  amount: 'missing_amount',
  agreement: 'missing_agreement',
  kpi: 'missing_kpi',
  period: 'missing_period',
} as const

/** The columns that a subject cannot do without must be among those mapped, and no field may come from two columns. */
export function mustBeMapped(subject: Subject, mapping: Mapping): void {
  const [missing] = missingFields(subject, mapping)
  if (missing !== undefined)
    throw no(missing in missingCodes ? missingCodes[missing as keyof typeof missingCodes] : 'missing_name')
  const named = mapping.columns.filter((name) => name !== null)
  const twice = named.find((name, index) => named.indexOf(name) !== index)
  if (twice !== undefined) {
    const index = mapping.columns.lastIndexOf(twice)
    throw no('columnTwice', {}, { [`columns.${index}`]: { code: 'columnTwice' } })
  }
}

/** Which job runs a batch is settled when it starts; one that was taken over stops. */
export function mustRun(actor: Actor, batch: { runner: string | null }, runner: string): void {
  if (actor.kind !== 'job') throw new Refusal('notAllowed')
  if (batch.runner !== runner) throw no('takenOver')
}

type Finished = { finishedAt: Date | null }

/** An import can be taken back for thirty days. */
export const mayBeUndone = ({ finishedAt }: Finished, now: Date, timeZone: string): boolean =>
  finishedAt !== null && dayOf(now, timeZone) <= addDays(dayOf(finishedAt, timeZone), undoDays)

export function mustBeUndoable(batch: Finished, now: Date, timeZone: string): void {
  if (!mayBeUndone(batch, now, timeZone)) throw no('tooLateToUndo', { days: undoDays })
}
