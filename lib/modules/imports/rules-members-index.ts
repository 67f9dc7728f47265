import { normaliseForSearch } from '@/lib/kernel/search-text'
import type { KnownMember } from '@/lib/modules/workspace/model-intake'
import { all, type Index, numbered, put } from './rules-index'

/** Members by everything that a file may call them. */
export type MemberDirectory = {
  byId: Map<string, KnownMember>
  byNumber: Index<KnownMember>
  byEmail: Index<KnownMember>
  byName: Index<KnownMember>
}

export const memberNameKey = (name: string): string => normaliseForSearch(name).replace(/[\s\p{P}]+/gu, '')

export function directoryOf(members: readonly KnownMember[]): MemberDirectory {
  const directory: MemberDirectory = { byId: new Map(), byNumber: new Map(), byEmail: new Map(), byName: new Map() }
  for (const member of members) {
    directory.byId.set(member.id, member)
    for (const { value } of member.externalIds) put(directory.byNumber, value, member)
    put(directory.byEmail, member.values.email?.toLowerCase(), member)
    for (const name of namesOf(member)) put(directory.byName, memberNameKey(name), member)
  }
  return directory
}

const namesOf = ({ values }: KnownMember): string[] =>
  [
    values.name,
    values.englishName,
    [values.givenName, values.familyName].filter(Boolean).join(' '),
    [values.familyName, values.givenName].filter(Boolean).join(' '),
  ].filter((name): name is string => Boolean(name))

/** Whom a cell means: by id, number in the file's system (or the only system that knows it), e-mail, or a name of one person only. */
export function memberNamed(directory: MemberDirectory, typed: string, source: string): KnownMember | undefined {
  const byNumber = numbered(all(directory.byNumber, typed), source, typed)
  const [named, ...others] = all(directory.byName, memberNameKey(typed))
  return (
    directory.byId.get(typed.toLowerCase()) ??
    byNumber ??
    all(directory.byEmail, typed.normalize('NFKC').toLowerCase())[0] ??
    (others.length === 0 ? named : undefined)
  )
}
