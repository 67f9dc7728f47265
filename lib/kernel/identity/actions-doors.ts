'use server'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { logBug } from '../log'
import { isMailConfigured } from '../mailer'
import { requestIsOwn } from '../request-guard'
import { carry, closeLink, letIn, openedLink, thisVisit } from './browser'
import { emailInput, newPasswordInput, signInInput } from './inputs'
import { acceptInvitation as accept } from './invitations'
import { openForm } from './open-form'
import { endThisSession } from './own-sessions'
import { mustNotFlood, requestReset, resetPassword as reset } from './resets'
import { safePath } from './safe-path'
import { signIn as enter } from './sign-in'

export const signIn = openForm({
  name: 'identity.signIn',
  input: signInInput,
  hides: ['password'],
  async run({ next, ...given }) {
    await letIn(await enter(given, await thisVisit(), new Date()))
    return { to: safePath(next) }
  },
})

/** Ends this session; requests of other sites sign nobody out. */
export async function signOut(): Promise<void> {
  if (!(await requestIsOwn())) return
  const { sessionHash } = await thisVisit()
  if (sessionHash) await endThisSession(sessionHash, new Date())
  await carry(null)
  redirect('/sign-in?out=1')
}

/** Answers the same for everybody; who is known is looked up only after the answer has left. */
export const forgetPassword = openForm({
  name: 'identity.requestReset',
  input: emailInput,
  async run({ email }) {
    const now = new Date()
    await mustNotFlood(await thisVisit(), now)
    if (isMailConfigured()) {
      after(() => requestReset(email, now).catch((error) => logBug(error, 'identity.requestReset')))
    }
    return { to: '/forgot?sent=1' }
  },
})

export const resetPassword = openForm({
  name: 'identity.resetPassword',
  input: newPasswordInput,
  hides: ['password'],
  async run({ password }) {
    const token = await openedLink('reset')
    await letIn(await reset({ token, password }, await thisVisit(), new Date()))
    await closeLink()
    return { to: '/' }
  },
})

export const acceptInvitation = openForm({
  name: 'identity.acceptInvitation',
  input: newPasswordInput,
  hides: ['password'],
  async run({ password }) {
    const token = await openedLink('invitation')
    await letIn(await accept({ token, password }, await thisVisit(), new Date()))
    await closeLink()
    return { to: '/' }
  },
})
