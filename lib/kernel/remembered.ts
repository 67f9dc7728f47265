const mostRemembered = 5000

/** Pages and imports meet the same few days again and again: what is known of one is kept, until too much is. */
export function remembered<Key extends string | number, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= mostRemembered) known.clear()
    const found = find(key)
    known.set(key, found)
    return found
  }
}
