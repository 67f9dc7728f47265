import { and, asc, desc, inArray } from 'drizzle-orm'
import { contactPoints } from '@/db/schema/contacts'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { displayPhone, phoneLink } from '@/lib/kernel/phone'
import type { PointKind } from './model'
import type { PointView } from './model-people'

/** How these people can be reached, by person; preferred ways first. */
export async function findPoints({ tx, actor }: Look, personIds: readonly string[]): Promise<Map<string, PointView[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(contactPoints)
    .where(and(own(contactPoints, actor), live(contactPoints), inArray(contactPoints.personId, [...personIds])))
    .orderBy(desc(contactPoints.preferred), asc(contactPoints.id))
  const byPerson = new Map<string, PointView[]>()
  for (const row of rows) byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), pointView(row)])
  return byPerson
}

type Row = Pick<
  typeof contactPoints.$inferSelect,
  'id' | 'version' | 'kind' | 'value' | 'normal' | 'extension' | 'checked' | 'preferred'
>

function pointView({ id, version, kind, value, normal, extension, checked, preferred }: Row): PointView {
  const kept = { id, version, kind: kind as PointKind, value, checked, preferred }
  if (kind === 'email')
    return { ...kept, shown: value, link: normal && `mailto:${encodeURIComponent(normal).replace('%40', '@')}` }
  if (kind === 'line')
    return { ...kept, shown: value, link: normal && `https://line.me/ti/p/~${encodeURIComponent(normal)}` }
  if (saysMore(value))
    return { ...kept, shown: value, link: kind === 'fax' ? null : phoneLink({ e164: normal, extension }) }
  const phone = { typed: value, e164: normal, extension, kind: null }
  return { ...kept, shown: displayPhone(phone), link: kind === 'fax' ? null : phoneLink(phone) }
}

/** A number with words (轉採購老王) is shown as typed: its tidy form would drop them. */
const saysMore = (value: string) => /\p{L}/u.test(value.replace(/分機|轉(?=\s*:?\s*\d)|ext\.?|x/gi, ''))
