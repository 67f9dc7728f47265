import { normaliseCompanyName } from '@/lib/kernel/name'
import type { Reason } from './model'
import type { Setting } from './model-plan'
import { type Account, type AccountsWorld, sameNamed } from './rules-accounts-world'
import { all, numbered, numberKey } from './rules-index'
import type { ReadRow } from './rules-rows'

/** Which account a row means: one on record or from an earlier row, a new one, or nobody can tell. */
export type Match =
  | { account: Account; by: 'id' | 'number' | 'businessNumber' | 'name' }
  | { account: null; notes: Reason[] }
  | { refused: Reason }

const refused = (code: string, params: Reason['params'] = {}): Match => ({ refused: { code, params } })
const nameOf = (account: Account) => account.values.name ?? '—'

/**
 * Recognises the account of a row by our own id, the number in the file's system, 統一編號 with the same name, or name. A
 * 統一編號 alone proposes and never decides: units and namesakes share one. Another number in the same system means another
 * account.
 */
export function matchAccount(world: AccountsWorld, setting: Setting, row: ReadRow): Match {
  const { id, externalId } = row.values
  const byNumber = externalId ? all(world.byNumber, numberKey(setting.source, externalId))[0] : undefined
  if (id) {
    const account = world.byId.get(id)
    if (!account?.visible) return refused('idUnknown')
    return byNumber && byNumber !== account ? taken(byNumber, setting) : { account, by: 'id' }
  }
  if (byNumber) return numberMeans(byNumber, setting, row)
  return matchByName(world, setting, row)
}

const taken = (account: Account, { source }: Setting): Match =>
  account.visible ? refused('numberOfOther', { source, name: nameOf(account) }) : refused('numberOfHidden', { source })

/** A number that belongs to somebody quite different shows that the file's system is not the one it is taken for. */
function numberMeans(account: Account, setting: Setting, { values }: ReadRow): Match {
  if (!account.visible) return taken(account, setting)
  const otherName = values.name !== undefined && normaliseCompanyName(values.name) !== account.nameKey
  const otherKind = values.kind === undefined && account.values.kind !== setting.kind
  return otherName && otherKind ? taken(account, setting) : { account, by: 'number' }
}

function matchByName(world: AccountsWorld, setting: Setting, { values }: ReadRow): Match {
  const { name, businessNumber, externalId, city } = values
  const kind = values.kind ?? setting.kind
  const nameKey = name === undefined ? '' : normaliseCompanyName(name)
  if (externalId === undefined && world.numbersOfName.has(nameKey)) return refused('numberElsewhere')
  const isSameRecord = (account: Account) =>
    account.values.kind === kind &&
    (externalId === undefined || !account.externalIds.some(({ source }) => source === setting.source))
  const holders = all(world.byBusinessNumber, businessNumber).filter((account) => account.values.kind === kind)
  const sameBoth = holders.filter((account) => nameKey === '' || account.nameKey === nameKey)
  const [both, ...moreBoth] = sameBoth.filter(isSameRecord)
  if (both && moreBoth.length === 0) return { account: both, by: 'businessNumber' }
  if (both) return refused('severalAccounts', { count: moreBoth.length + 1, name: nameOf(both) })
  const [holder] = holders
  if (holder && setting.sameNumber === 'refuse') return refused('sameNumber', { name: nameOf(holder) })
  const namesakes = sameNamed(world, nameKey)
  const candidates = namesakes.filter(
    (account) =>
      isSameRecord(account) &&
      !(businessNumber && account.values.businessNumber && account.values.businessNumber !== businessNumber),
  )
  const near = candidates.length > 1 && city ? candidates.filter((account) => account.values.city === city) : candidates
  const [only, ...others] = near
  if (only && others.length === 0) return { account: only, by: 'name' }
  if (only) return refused('severalAccounts', { count: near.length, name: nameOf(only) })
  if (candidates.length > 1)
    return refused('severalAccounts', { count: candidates.length, name: nameOf(candidates[0] as Account) })
  return { account: null, notes: lookalikeNotes(holder, namesakes[0]) }
}

const lookalikeNotes = (holder: Account | undefined, namesake: Account | undefined): Reason[] => {
  if (holder) return [{ code: 'newSameNumber', params: { name: nameOf(holder) } }]
  return namesake ? [{ code: 'newSameName', params: { name: nameOf(namesake) } }] : []
}

/** The account that a cell refers to: by id, number, 統一編號, or a name that only one visible account has. */
export function accountNamed(world: AccountsWorld, typed: string, source: string): Account | undefined {
  const byValue = numbered(
    all(world.byValue, typed).filter((account) => account.visible),
    source,
    typed,
  )
  const byBusinessNumber = all(world.byBusinessNumber, typed.replace(/[\s-]/g, ''))
  const nameKey = normaliseCompanyName(typed)
  const byName = all(world.numbersOfName, nameKey).length > 1 ? [] : sameNamed(world, nameKey)
  const only = (accounts: readonly Account[]) => (accounts.length === 1 ? accounts[0] : undefined)
  const byId = world.byId.get(typed.toLowerCase())
  return (byId?.visible ? byId : undefined) ?? byValue ?? only(byBusinessNumber) ?? only(byName)
}
