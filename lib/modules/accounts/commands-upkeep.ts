import { and, inArray } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import type { Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { normaliseCompanyName } from '@/lib/kernel/name'
import { own } from '@/lib/kernel/own'
import { keepSearchable } from '@/lib/kernel/search'
import { closedDaysOf } from '@/lib/kernel/workday'
import { changeRow } from '@/lib/kernel/write'
import { findExternalIds } from '@/lib/modules/workspace/queries-external-ids'
import { dueDayOf } from './model-cadence'
import { type FoundAccount, holdAccount } from './queries'
import { findClosedDays, findTierDays } from './queries-held'
import { mustBeLive, mustMayEdit, no } from './rules'

type Account = typeof accounts.$inferSelect

/** The account, locked, for whoever may edit it while it is not archived. */
export async function holdToEdit(work: Work, accountId: string): Promise<FoundAccount> {
  const account = await holdAccount(work, accountId)
  mustMayEdit(work.actor, account)
  mustBeLive(account)
  return account
}

/** Puts what accounts can be found by into the search, as it stands now: names, numbers, place and phone. */
export async function keepAccountsSearchable(work: Work, rows: readonly Account[]) {
  const live = rows.filter((row) => row.archivedAt === null)
  const known = await findExternalIds(
    work,
    'account',
    live.map((row) => row.id),
  )
  await keepSearchable(
    work,
    live.map((row) => ({
      kind: 'account',
      id: row.id,
      accountId: row.id,
      ownerId: row.ownerId,
      restricted: row.restricted,
      texts: [
        row.name,
        row.englishName,
        row.businessNumber,
        row.city,
        row.region,
        row.phone,
        row.industry,
        ...known.filter((each) => each.subjectId === row.id).map((each) => each.value),
      ],
    })),
  )
}

/** The same for accounts that this command has not read. */
export async function refreshSearch(work: Work, ids: readonly string[]) {
  if (ids.length === 0) return
  const rows = await work.tx
    .select()
    .from(accounts)
    .where(and(own(accounts, work.actor), inArray(accounts.id, [...ids])))
  await keepAccountsSearchable(work, rows)
}

/** What the due day of an account depends on besides its contacts. */
export type Served = {
  lastTwoWayAt: Date | null
  createdAt: Date
  tier: string
  city: string | null
  region: string | null
}

/** A function that gives accounts their due day, with the tiers and the calendar read once. */
export async function dueDays(work: Work) {
  const { timeZone } = work.actor
  const tierDays = await findTierDays(work)
  const closedDays = closedDaysOf(await findClosedDays(work, dayOf(work.now, timeZone)))
  return {
    tierDays,
    dueOn(account: Served): string {
      const everyDays = tierDays.get(account.tier)
      if (everyDays === undefined) throw no('tierUnknown', {}, { tier: { code: 'tierUnknown' } })
      return dueDayOf({
        everyDays,
        lastTwoWayOn: account.lastTwoWayAt && dayOf(account.lastTwoWayAt, timeZone),
        startedOn: dayOf(account.createdAt, timeZone),
        closedDays,
        county: account.city ?? account.region,
      })
    },
  }
}

/**
 * Brings what follows from an edited account in step: the key of its name, the day on which contact is due. It is a
 * change of its own, so that two people who edit different fields are never told that they clash over a derived one.
 */
export async function keepDerived(work: Work, before: Account, after: Account): Promise<Account> {
  const served = before.tier !== after.tier || before.city !== after.city || before.region !== after.region
  const nameKey = before.name === after.name ? after.nameKey : normaliseCompanyName(after.name)
  const dueOn = served ? (await dueDays(work)).dueOn(after) : after.dueOn
  return changeRow(work, accounts, { id: after.id }, { nameKey, dueOn })
}
