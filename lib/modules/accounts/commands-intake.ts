import { accountAddresses, accounts } from '@/db/schema/accounts'
import { command, type Work } from '@/lib/kernel/command'
import { normaliseCompanyName } from '@/lib/kernel/name'
import { Refusal } from '@/lib/kernel/refusal'
import { moveSearchable } from '@/lib/kernel/search'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { changeEach, revertEach } from '@/lib/kernel/write-each'
import { keepExternalIds } from '@/lib/modules/workspace/commands-external-ids'
import { putAway } from './commands'
import { dueDays, refreshSearch } from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { type AccountValues, amendManyInput, keepClocksInput, takeBackInput } from './model-intake'
import { type FoundAccount, findAccounts } from './queries'
import { findOffices } from './queries-intake'
import { mustBeLive, mustMayEdit, no } from './rules'

/**
 * Changes up to 500 accounts, each in its own way: what rows of a file say of them. All or none. Whoever calls it has
 * compared the rows with what is on record. Answers the accounts whose name changed.
 */
export const amendMany = command({
  name: 'accounts.amendMany',
  permission: may.edit,
  input: amendManyInput,
  messages,
  internal: true,
  async run(work, { accounts: amendments }): Promise<{ renamed: string[] }> {
    const ids = amendments.map(({ accountId }) => accountId)
    const known = new Map((await findAccounts(work, ids)).map((account) => [account.id, account]))
    const held = (accountId: string) => {
      const account = known.get(accountId)
      if (!account) throw new Refusal('notFound')
      mustMayEdit(work.actor, account)
      mustBeLive(account)
      return account
    }
    const due = await dueDays(work)
    const changed = await changeEach(
      work,
      accounts,
      amendments.map(({ accountId, patch }) => ({
        id: accountId,
        ...defined(patch),
        ...derived(held(accountId), patch, due.dueOn),
      })),
    )
    await keepOffices(work, amendments)
    const entries = amendments.flatMap(({ accountId, externalIds }) =>
      externalIds.map((each) => ({ subjectId: accountId, ...each })),
    )
    const { taken } = await work.call(keepExternalIds, { kind: 'account', entries })
    if (taken[0]) throw no('externalIdTakenByOther', { source: taken[0].source, value: taken[0].value })
    await refreshSearch(work, ids)
    await followOwners(
      work,
      changed.filter((after) => after.ownerId !== known.get(after.id)?.ownerId),
    )
    return {
      renamed: changed.flatMap(({ id, name, englishName }) => {
        const before = known.get(id)
        return before && (before.name !== name || before.englishName !== englishName) ? [id] : []
      }),
    }
  },
})

const defined = <Values extends object>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>

type DueOn = Awaited<ReturnType<typeof dueDays>>['dueOn']

/** What follows from the changed fields: the key of the name, the day on which contact is due. */
function derived(before: FoundAccount, patch: AccountValues, dueOn: DueOn) {
  const { tier, city, region, name } = patch
  const served = tier !== undefined || city !== undefined || region !== undefined
  return {
    ...(name === undefined ? {} : { nameKey: normaliseCompanyName(name) }),
    ...(served ? { dueOn: dueOn({ ...before, ...defined({ tier, city, region }) }) } : {}),
  }
}

type Amended = { accountId: string; office: object | null }

/** The office address of each account: the first one changes, or there is one from now on. */
async function keepOffices(work: Work, amendments: readonly Amended[]) {
  const said = amendments.filter(({ office }) => office !== null)
  const offices = await findOffices(
    work,
    said.map(({ accountId }) => accountId),
  )
  await changeEach(
    work,
    accountAddresses,
    said.flatMap(({ accountId, office }) => {
      const known = offices.get(accountId)
      return known ? [{ id: known.id, ...defined(office ?? {}) }] : []
    }),
  )
  const fresh = said.filter(({ accountId }) => !offices.has(accountId))
  await insertRows(
    work,
    accountAddresses,
    fresh.map(({ accountId, office }) => ({ accountId, kind: 'office', ...defined(office ?? {}) })),
  )
}

type Owned = { id: string; ownerId: string; restricted: boolean }

/** What belongs to accounts is found through their new owners: one statement for each owner. */
async function followOwners(work: Work, changed: readonly Owned[]) {
  const groups = new Map<string, Owned[]>()
  for (const account of changed) {
    const key = `${account.ownerId} ${account.restricted}`
    groups.set(key, [...(groups.get(key) ?? []), account])
  }
  for (const group of groups.values()) {
    const [{ ownerId, restricted } = { ownerId: '', restricted: false }] = group
    await moveSearchable(work, { id: group.map(({ id }) => id), ownerId, restricted })
  }
}

const momentOf = (text: string | null) => (text === null ? null : new Date(text))

/** Keeps the clocks of many accounts, which the caller has locked, after contacts were logged or taken back in bulk. */
export const keepClocks = command({
  name: 'accounts.keepClocks',
  permission: may.see,
  input: keepClocksInput,
  internal: true,
  async run(work, { clocks }) {
    await changeEach(
      work,
      accounts,
      clocks.map(({ accountId, clock: { lastTwoWayAt, lastContactAt, nextPlannedAt, ...rest } }) => ({
        id: accountId,
        ...rest,
        lastTwoWayAt: momentOf(lastTwoWayAt),
        lastContactAt: momentOf(lastContactAt),
        nextPlannedAt: momentOf(nextPlannedAt),
      })),
    )
  },
})

/**
 * Takes back what an import did to accounts: those it opened go to the archive, those it changed become what they were.
 * Whoever calls it has made sure that nobody changed them since. Answers the accounts that got their former name back.
 */
export const takeBack = command({
  name: 'accounts.takeBack',
  permission: may.edit,
  input: takeBackInput,
  messages,
  internal: true,
  async run(work, { opened, addresses, accounts: images, officeImages, touched }): Promise<{ renamed: string[] }> {
    for (const account of await findAccounts(work, [...opened, ...images.map(({ id }) => id)]))
      mustMayEdit(work.actor, account)
    await changeRows(work, accountAddresses, addresses, { archivedAt: work.now })
    await revertEach(work, accountAddresses, officeImages)
    const reverted = await revertEach(work, accounts, images)
    await changeRows(work, accounts, opened, { archivedAt: work.now })
    await putAway(work, opened)
    await refreshSearch(work, [...touched])
    await followOwners(
      work,
      reverted.filter(({ id }) => images.some((each) => each.id === id && 'ownerId' in each.image)),
    )
    return { renamed: images.flatMap(({ id, image }) => ('name' in image || 'englishName' in image ? [id] : [])) }
  },
})
