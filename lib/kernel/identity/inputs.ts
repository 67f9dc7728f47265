import { z } from 'zod'
import { id, text } from '../input'
import { locales } from '../messages'

/** An e-mail as people type it: full-width letters, blanks around it and capitals make no difference. */
export const email = z
  .string()
  .max(500)
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email().max(254))

/** A password is taken exactly as typed; whether a new one is good is another question. */
export const password = z.string().min(1).max(4000)

export const signInInput = z.strictObject({ email, password, next: z.string().max(4000).optional() })
export const emailInput = z.strictObject({ email })
export const newPasswordInput = z.strictObject({ password })
export const renewedPasswordInput = z.strictObject({ currentPassword: password, newPassword: password })
export const profileInput = z.strictObject({
  name: text(100),
  locale: z.enum(locales),
  theme: z.enum(['system', 'light', 'dark']),
})
export const workspaceInput = z.strictObject({ workspaceId: id })
export const handedLinkInput = z.strictObject({ memberId: id, kind: z.enum(['invitation', 'reset']) })

export const setUpInput = z.strictObject({
  locale: z.enum(locales),
  company: text(100),
  name: text(100),
  email,
  password,
  begin: z.enum(['empty', 'demo']),
})
