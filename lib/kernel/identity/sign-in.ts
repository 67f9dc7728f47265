import 'server-only'
import { sql } from 'drizzle-orm'
import { type Admission, admission } from './admission'
import { no } from './messages'
import { answerOf } from './platform'
import { isOutdated, newProof, proofOf } from './proof'
import { hashOfToken } from './token'
import { addressKey, type Visit } from './visit'

/** How a password is hashed, when there is one; or the seconds to wait. */
export type Recipe = { recipe: string | null; wait: number }

/** Refuses while the budget of guesses is used up, with the minutes until the next one counts. */
export function mustNotWait({ wait }: Pick<Recipe, 'wait'>): void {
  if (wait > 0) throw no('tooManyTries', { minutes: Math.ceil(wait / 60) })
}

/**
 * Lets somebody in by e-mail and password. Refuses with `wrongSignIn` whatever is wrong (no such e-mail, no password yet,
 * another password, deactivated), after the same work; with `tooManyTries` when too many guesses came before.
 */
export async function signIn(
  { email, password }: { email: string; password: string },
  visit: Visit,
  now: Date,
): Promise<Admission> {
  const device = visit.deviceToken ? hashOfToken(visit.deviceToken) : null
  const found = await answerOf<Recipe>(
    sql`select * from auth.sign_in_recipe(${email}, ${device}, ${addressKey(visit.address)}, ${now.toISOString()})`,
  )
  const recipe = found?.recipe ?? null
  mustNotWait({ wait: found?.wait ?? 0 })
  const proof = await proofOf(password, recipe)
  const admitted = await admission({ email, proof, counted: true }, visit, now)
  if (!admitted) throw no('wrongSignIn')
  if (recipe && isOutdated(recipe)) {
    await answerOf(sql`select auth.raise_proof(${email}, ${proof}, ${await newProof(password)})`)
  }
  return admitted
}
