/** A number from `least` to `most`, both included. */
export type Dice = (least: number, most: number) => number

/** Change it and every hour of day and every amount of the demonstration changes, always to the same others. */
export const usualSeed = 20_240_613

/** Dice that fall the same way for the same seed and name: what is told twice is told alike. */
export function diceOf(seed: number, name: string): Dice {
  let state = seed >>> 0
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (least, most) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    const share = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    return least + Math.floor(share * (most - least + 1))
  }
}
