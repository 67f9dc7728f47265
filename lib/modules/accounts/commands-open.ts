import { z } from 'zod'
import { accountAddresses, accounts } from '@/db/schema/accounts'
import { command, type Work } from '@/lib/kernel/command'
import { normaliseCompanyName } from '@/lib/kernel/name'
import { one } from '@/lib/kernel/one'
import { mayEditAccount } from '@/lib/kernel/rights'
import { insertRows } from '@/lib/kernel/write'
import { keepExternalIds } from '@/lib/modules/workspace/commands-external-ids'
import { dueDays, keepAccountsSearchable } from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { type OpenInput, openInput } from './model'
import { addressFields, mostAddresses } from './model-record'
import { findActiveMembers, findParents } from './queries-held'
import { no, ownerOf } from './rules'

/** Opens an account. Only name and kind must be given; whoever opens it owns it unless they name somebody else. */
export const open = command({
  name: 'accounts.open',
  permission: may.open,
  input: openInput,
  messages,
  refreshes: ['/accounts'],
  async run(work, input) {
    const row = one(await openAll(work, [input], (field) => field))
    await keepAccountsSearchable(work, [row])
    return { id: row.id }
  },
})

const incoming = openInput.extend({
  addresses: z.array(z.strictObject(addressFields)).max(mostAddresses),
  externalIds: z.array(z.strictObject({ source: z.string().max(60), value: z.string().max(120) })).max(20),
})

/** Opens up to 500 accounts with their addresses and numbers at once, for imports. All or none. */
export const openMany = command({
  name: 'accounts.openMany',
  permission: may.open,
  input: z.strictObject({ accounts: z.array(incoming).max(500) }),
  messages,
  internal: true,
  async run(work, input) {
    const bare = input.accounts.map(({ addresses: _, externalIds: __, ...account }) => account)
    const rows = await openAll(work, bare, (field, index) => `accounts.${index}.${field}`)
    const idOf = (index: number) => rows[index]?.id ?? ''
    await insertRows(
      work,
      accountAddresses,
      input.accounts.flatMap(({ addresses }, index) =>
        addresses.map((address) => ({ ...address, accountId: idOf(index) })),
      ),
    )
    const entries = input.accounts.flatMap(({ externalIds }, index) =>
      externalIds.map((each) => ({ ...each, subjectId: idOf(index) })),
    )
    const { taken } = await work.call(keepExternalIds, { kind: 'account', entries })
    if (taken[0]) throw no('externalIdTakenByOther', { source: taken[0].source, value: taken[0].value })
    await keepAccountsSearchable(work, rows)
    return { ids: rows.map((row) => row.id) }
  },
})

type FieldPath = (field: keyof OpenInput, index: number) => string

async function openAll(work: Work, inputs: readonly OpenInput[], path: FieldPath) {
  if (inputs.length === 0) return []
  const owners = inputs.map(({ ownerId }) => ownerOf(work.actor, ownerId))
  const active = await findActiveMembers(work, owners)
  const parents = await findParents(
    work,
    inputs.flatMap(({ parentId }) => parentId ?? []),
  )
  const { tierDays, dueOn } = await dueDays(work)
  const refuse = (field: keyof OpenInput, index: number, code: Parameters<typeof no>[0]) =>
    no(code, {}, { [path(field, index)]: { code } })
  const values = inputs.map((input, index) => {
    const [ownerId = '', tier] = [owners[index], input.tier ?? usualTier(tierDays)]
    if (!active.has(ownerId)) throw refuse('ownerId', index, 'ownerUnknown')
    if (!tierDays.has(tier)) throw refuse('tier', index, 'tierUnknown')
    const parent = parents.find(({ id }) => id === input.parentId)
    if (input.parentId && !parent) throw refuse('parentId', index, 'parentUnknown')
    if (parent && !mayEditAccount(work.actor, parent)) throw refuse('parentId', index, 'parentNotYours')
    const due = dueOn({ tier, city: input.city, region: input.region, lastTwoWayAt: null, createdAt: work.now })
    return {
      ...input,
      ownerId,
      tier,
      status: input.status ?? 'active',
      nameKey: normaliseCompanyName(input.name),
      dueOn: due,
    }
  })
  return insertRows(work, accounts, values)
}

/** C, or the tier that wants contact least often where a company has other tiers. */
const usualTier = (tierDays: ReadonlyMap<string, number>) =>
  tierDays.has('C') ? 'C' : ([...tierDays].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'C')
