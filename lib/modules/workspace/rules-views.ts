/** The parameters of an address as a page gets them. */
export type ListAddress = Readonly<Record<string, string | readonly string[] | undefined>>

/** Where somebody is in a list, and what they opened from it: no part of a view. */
const places: ReadonlySet<string> = new Set(['after', 'before', 'peek', 'panel'])

/**
 * What an address selects, in one spelling: search, filters, order and columns, sorted by name, without the place in the list.
 * Two addresses show the same view when this is equal; '' is the list as it comes.
 */
export function selectionOf(address: ListAddress): string {
  const kept = Object.entries(address).flatMap(([name, value]) => {
    const given = typeof value === 'string' ? value : (value ?? []).join(',')
    return places.has(name) || given === '' ? [] : [[name, given]]
  })
  kept.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return new URLSearchParams(kept).toString().replaceAll('%2C', ',')
}

/** The selection of a view as it was saved. */
export const savedSelection = (address: string): string => selectionOf(Object.fromEntries(new URLSearchParams(address)))

/** The link that shows a selection of the list at `path`. */
export const linkTo = (path: string, selection: string): string => (selection ? `${path}?${selection}` : path)
