import { normaliseBusinessNumber } from '@/lib/kernel/business-number'
import type { Look } from '@/lib/kernel/command'
import { normaliseCompanyName } from '@/lib/kernel/name'
import { isGranted } from '@/lib/kernel/permission'
import type { AccountKeys } from '@/lib/modules/accounts/model-intake'
import { findKnownAccounts } from '@/lib/modules/accounts/queries-intake'
import { findKnownColleagues } from '@/lib/modules/contacts/queries-intake'
import { findKnownContacts } from '@/lib/modules/interactions/queries-intake'
import { planIntake } from '@/lib/modules/kpis/queries-intake'
import { voiceKeyOf } from '@/lib/modules/needs/model-voices'
import { findKnownVoices } from '@/lib/modules/needs/queries-voices'
import { findUnits } from '@/lib/modules/products/queries'
import { findKnownProducts } from '@/lib/modules/products/queries-intake'
import { findKnownDocuments, findKnownLines, findKnownReceivables } from '@/lib/modules/sales/queries-intake'
import { findTiers } from '@/lib/modules/workspace/queries'
import { findKnownMembers } from '@/lib/modules/workspace/queries-intake'
import { may } from './manifest'
import type { Mapping } from './model'
import type { Setting } from './model-plan'
import { addKnown } from './rules-accounts-world'
import { addKnownDocuments, addKnownInvoices, addKnownProducts } from './rules-goods'
import { addKnownContacts, type ContactsWorld, contactWish } from './rules-interactions'
import { intakeRow, type MeasurementsWorld } from './rules-measurements'
import type { MemberDirectory } from './rules-members-index'
import type { ReadRow } from './rules-rows'
import type { VoicesWorld } from './rules-voices'
import type { GoodsOf, World } from './rules-world'

/** Everything besides rows and records that a plan depends on, as it is now. */
export async function findSetting(look: Look, source: string, mapping: Mapping): Promise<Setting> {
  const [tiers, members] = await Promise.all([findTiers(look), findKnownMembers(look)])
  const rarest = [...tiers].sort((a, b) => b.contactEveryDays - a.contactEveryDays)[0]
  const codes = tiers.map(({ code }) => code)
  return {
    source,
    kind: mapping.kind,
    role: mapping.role,
    sameNumber: mapping.sameNumber,
    currency: mapping.currency ?? 'TWD',
    actor: look.actor,
    tiers: codes,
    usualTier: codes.includes('C') ? 'C' : (rarest?.code ?? 'C'),
    members,
    forOthers: isGranted(may.bringForOthers, look.actor),
    now: look.now,
  }
}

/** Reads from the records what these rows may mean, with as many statements for five hundred rows as for one. */
export async function findKnown(
  look: Look,
  world: World,
  setting: Setting,
  members: MemberDirectory,
  rows: readonly ReadRow[],
): Promise<void> {
  if (world.subject === 'members') return
  if ('goods' in world) return findGoods(look, world, rows)
  if ('voices' in world) return findVoices(look, world.voices, rows)
  if ('measurements' in world) return findMeasurements(look, world.measurements, rows)
  const sound = rows.filter(({ fault }) => fault === null)
  const references = world.subject === 'accounts' ? 'parent' : 'account'
  const known = await findKnownAccounts(look, accountKeysOf(sound, references))
  const visible = known.filter((account) => account.visible).map(({ id }) => id)
  const wantsPeople = sound.some(({ values }) =>
    Object.keys(values).some((name) => name.startsWith('contact') || name === 'people'),
  )
  const colleagues = wantsPeople ? await findKnownColleagues(look, visible) : []
  if (world.subject === 'accounts') return addKnown(world.accounts, known, colleagues)
  addKnown(world.contacts.accounts, known, colleagues)
  await findContacts(look, world.contacts, setting, members, sound)
}

/** What rows of products, orders, lines and open invoices may mean. */
async function findGoods(look: Look, { subject, goods }: GoodsOf, rows: readonly ReadRow[]): Promise<void> {
  const sound = rows.filter(({ fault }) => fault === null)
  const of = (field: string) => sound.flatMap(({ values }) => values[field] ?? [])
  if (subject === 'products') return addKnownProducts(goods, await findKnownProducts(look, of('code')))
  if (sound.some(({ values }) => values.account !== undefined))
    addKnown(goods.accounts, await findKnownAccounts(look, accountKeysOf(sound, 'account')), [])
  if (subject === 'receivables') return addKnownInvoices(goods, await findKnownReceivables(look, of('invoiceNumber')))
  const documents = await findKnownDocuments(look, of('number'))
  if (subject === 'orders') return addKnownDocuments(goods, documents, [])
  const products = await findKnownProducts(look, of('product'))
  addKnownProducts(goods, products)
  const ids = products.map(({ id }) => id)
  for (const [id, units] of await findUnits(look, ids)) goods.units.set(id, units)
  addKnownDocuments(
    goods,
    documents,
    await findKnownLines(
      look,
      documents.map(({ id }) => id),
    ),
  )
}

/** Retailers that rows name, and voices that are on record in the same words. */
async function findVoices(look: Look, voices: VoicesWorld, rows: readonly ReadRow[]): Promise<void> {
  const sound = rows.filter(({ fault }) => fault === null)
  const { ids, externalIds, businessNumbers, nameKeys } = accountKeysOf(
    sound.map((row): ReadRow => ({ ...row, values: row.values.retailer ? { account: row.values.retailer } : {} })),
    'account',
  )
  if (nameKeys.length > 0)
    addKnown(voices.accounts, await findKnownAccounts(look, { ids, externalIds, businessNumbers, nameKeys }), [])
  const days = [...new Set(sound.flatMap(({ values }) => values.day ?? []))]
  for (const voice of await findKnownVoices(look, days))
    if (!voices.known.has(voiceKeyOf(voice))) voices.known.set(voiceKeyOf(voice), { id: voice.id })
}

/** What rows with measurements come to beside what is on record now. */
async function findMeasurements(look: Look, world: MeasurementsWorld, rows: readonly ReadRow[]): Promise<void> {
  const sound = rows.filter(({ fault, number }) => fault === null && !world.contradicting.has(number))
  for (const plan of await planIntake(look, sound.map(intakeRow))) world.plans.set(plan.row, plan)
}

/** The keys by which rows name accounts: their own, and those in a column that refers to one. */
function accountKeysOf(rows: readonly ReadRow[], references: 'parent' | 'account'): AccountKeys {
  const named = rows.flatMap(({ values }) => values[references] ?? [])
  const names = [...rows.flatMap(({ values }) => (references === 'parent' ? (values.name ?? []) : [])), ...named]
  const numbers = references === 'parent' ? rows.flatMap(({ values }) => values.businessNumber ?? []) : []
  return {
    ids: [...rows.flatMap(({ values }) => values.id ?? []), ...named.map((each) => each.toLowerCase())].filter(isUuid),
    externalIds: [...(references === 'parent' ? rows.flatMap(({ values }) => values.externalId ?? []) : []), ...named],
    businessNumbers: [...numbers, ...named.flatMap((each) => normaliseBusinessNumber(each) ?? [])],
    nameKeys: names.map(normaliseCompanyName),
  }
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

async function findContacts(
  look: Look,
  world: ContactsWorld,
  setting: Setting,
  members: MemberDirectory,
  rows: readonly ReadRow[],
): Promise<void> {
  const wishes = rows.flatMap((row) => {
    const wish = contactWish(world.accounts, setting, members, row)
    return 'refused' in wish ? [] : [wish]
  })
  const known = await findKnownContacts(look, {
    externalIds: wishes.flatMap(({ externalId }) => externalId ?? []),
    accountIds: wishes.map(({ contact }) => contact.accountId),
    moments: wishes.map(({ contact }) => contact.happenedAt),
  })
  addKnownContacts(world, known)
}
