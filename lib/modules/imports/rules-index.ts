/** Several records may answer to one key. */
export type Index<Item> = Map<string, Item[]>

export function put<Item>(index: Index<Item>, key: string | undefined, item: Item): void {
  if (!key) return
  const items = index.get(key)
  if (!items) index.set(key, [item])
  else if (!items.includes(item)) items.push(item)
}

export function take<Item>(index: Index<Item>, key: string | undefined, item: Item): void {
  const items = key ? index.get(key) : undefined
  if (items) items.splice(items.indexOf(item) >>> 0, 1)
}

export const all = <Item>(index: Index<Item>, key: string | undefined): readonly Item[] =>
  (key ? index.get(key) : undefined) ?? []

/** A number and the system that gave it, as one key. */
export const numberKey = (source: string, value: string): string => `${source}\u0000${value}`

type Numbered = { externalIds: readonly { source: string; value: string }[] }

/** Of several records with one number the one of this source, otherwise the only one there is. */
export function numbered<Item extends Numbered>(
  found: readonly Item[],
  source: string,
  value: string,
): Item | undefined {
  const own = found.find((item) => item.externalIds.some((each) => each.source === source && each.value === value))
  return own ?? (found.length === 1 ? found[0] : undefined)
}
