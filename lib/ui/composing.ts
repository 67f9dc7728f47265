/** A keyboard event as React or the browser gives it. */
type KeyPress = { keyCode?: number; isComposing?: boolean; nativeEvent?: { isComposing?: boolean; keyCode?: number } }

/**
 * Whether a key belongs to an input method that is still composing a word: Enter then picks a candidate and must never
 * submit, choose or close anything. Every key handler of the product asks this first. (229 is what browsers send for keys
 * that the input method has taken, some of them without saying that they compose.)
 */
export function isComposing(event: KeyPress): boolean {
  const native = event.nativeEvent ?? event
  return native.isComposing === true || native.keyCode === 229
}
