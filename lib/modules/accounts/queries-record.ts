import { and, asc, desc, eq } from 'drizzle-orm'
import { accountAddresses, accountNotes, accounts, accountTeam } from '@/db/schema/accounts'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { mayEditAccount } from '@/lib/kernel/rights'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { findMemberNames, findTiers } from '@/lib/modules/workspace/queries'
import { findExternalIds } from '@/lib/modules/workspace/queries-external-ids'
import { may } from './manifest'
import { accountRef } from './model'
import { accountsByIds, type FoundAccount, findAccount, findTwins } from './queries'
import { mayPassOn, maySeeNotes } from './rules'

/** What the overview says of an account besides its people and contacts. */
export const overview = query({
  name: 'accounts.overview',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    const account = await findAccount(look, accountId)
    const seesNotes = maySeeNotes(look.actor, account)
    const [addresses, notes, units, twins, externalIds] = await Promise.all([
      findAddresses(look, accountId),
      findCultureNotes(look, account),
      findUnits(look, accountId),
      findTwins(look, {
        nameKey: account.nameKey,
        businessNumber: account.businessNumber,
        except: accountId,
        parentId: account.parentId,
      }),
      findExternalIds(look, 'account', [accountId]),
    ])
    return {
      account,
      mayEdit: mayEditAccount(look.actor, account),
      seesNotes,
      addresses,
      notes,
      units,
      twins,
      externalIds,
    }
  },
})
export type Overview = Awaited<ReturnType<typeof overview.run>>

/** Everything that the edit form needs, choices included. */
export const profile = query({
  name: 'accounts.profile',
  permission: may.edit,
  input: accountRef,
  async run(look, { accountId }) {
    const account = await findAccount(look, accountId)
    const [addresses, externalIds, tiers, members, parents] = await Promise.all([
      findAddresses(look, accountId),
      findExternalIds(look, 'account', [accountId]),
      findTiers(look),
      findMemberNames(look),
      accountsByIds(look, account.parentId ? [account.parentId] : []),
    ])
    return {
      account,
      mayEdit: mayEditAccount(look.actor, account),
      mayPassOn: mayPassOn(look.actor, account),
      addresses,
      externalIds,
      tiers: tiers.map(({ code }) => code),
      members,
      parent: parents[0] ?? null,
    }
  },
})
export type Profile = Awaited<ReturnType<typeof profile.run>>

/** The account's team, now and before, with whom one may still name. */
export const team = query({
  name: 'accounts.team',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    const { tx, actor } = look
    const account = await findAccount(look, accountId)
    const mayEdit = mayEditAccount(actor, account)
    const rows = await tx
      .select({
        id: accountTeam.id,
        memberId: accountTeam.memberId,
        member: members.name,
        role: accountTeam.role,
        employment: accountTeam.employment,
        fromDay: accountTeam.fromDay,
        toDay: accountTeam.toDay,
      })
      .from(accountTeam)
      .innerJoin(members, joined(members, actor, accountTeam.memberId))
      .where(and(own(accountTeam, actor), eq(accountTeam.accountId, accountId)))
      .orderBy(desc(accountTeam.fromDay), desc(accountTeam.id))
    const choices = mayEdit ? await findMemberNames(look) : []
    return { account, mayEdit, mayPassOn: mayPassOn(actor, account), rows, members: choices }
  },
})
export type Team = Awaited<ReturnType<typeof team.run>>

/** What the form of a new account offers. */
export const openingChoices = query({
  name: 'accounts.openingChoices',
  permission: may.open,
  input: accountRef.pick({}),
  async run(look) {
    const [tiers, members] = await Promise.all([findTiers(look), findMemberNames(look)])
    return { tiers: tiers.map(({ code }) => code), members }
  },
})

const findAddresses = ({ tx, actor }: Look, accountId: string) =>
  tx
    .select()
    .from(accountAddresses)
    .where(and(own(accountAddresses, actor), eq(accountAddresses.accountId, accountId), live(accountAddresses)))
    .orderBy(asc(accountAddresses.id))

/** How they like to work and be met, for those who serve the account; nothing for everybody else. */
export const findCultureNotes = async (look: Look, account: FoundAccount) =>
  maySeeNotes(look.actor, account) ? findNotes(look, account.id) : []

const findNotes = ({ tx, actor }: Look, accountId: string) =>
  tx
    .select({
      id: accountNotes.id,
      kind: accountNotes.kind,
      text: accountNotes.text,
      source: accountNotes.source,
      sourceDetail: accountNotes.sourceDetail,
      at: accountNotes.createdAt,
      by: members.name,
    })
    .from(accountNotes)
    .innerJoin(members, joined(members, actor, accountNotes.writtenBy))
    .where(and(own(accountNotes, actor), eq(accountNotes.accountId, accountId), live(accountNotes)))
    .orderBy(desc(accountNotes.id))
    .limit(100)

/** Accounts that are units of this one, the first few by name. */
const findUnits = ({ tx, actor }: Look, accountId: string) =>
  tx
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(
      and(own(accounts, actor), eq(accounts.parentId, accountId), live(accounts), visibleAccounts(accounts, actor)),
    )
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(6)
