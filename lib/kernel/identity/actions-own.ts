'use server'
import { redirect } from 'next/navigation'
import { action } from '../action'
import { isForm } from '../from-form'
import { isLocale } from '../messages'
import { perform } from '../perform'
import { Refusal, type Result } from '../refusal'
import { requestIsOwn } from '../request-guard'
import { optionalViewer, readerLocale } from '../session'
import { translatorOf } from '../translate'
import { carry, showAs, thisVisit } from './browser'
import * as commands from './commands'
import { handedLinkInput, profileInput, renewedPasswordInput, workspaceInput } from './inputs'
import { invitationEnds, newLink, resetEnds } from './link'
import { issueLink } from './member-access'
import { identityMessages } from './messages'
import { openForm } from './open-form'
import { switchWorkspace as moveTo, savePreferences } from './own-sessions'
import { renewPassword } from './passwords'
import type { Theme, Viewer } from './session-row'

async function signedIn(): Promise<Viewer> {
  const viewer = await optionalViewer()
  if (!viewer) throw new Refusal('signedOut')
  return viewer
}

function mustSucceed(result: Result<unknown>): void {
  if (!result.ok) throw result.refusal
}

const said = async (key: 'saved' | 'passwordSaved') => translatorOf(identityMessages, await readerLocale())(key)

export const endSession = action(commands.endSession)

/** Ends every session of this person and sends them to the door. */
export const endSessions = openForm({
  name: 'identity.endSessions',
  input: commands.endSessions.input,
  async run() {
    mustSucceed(await perform(commands.endSessions, (await signedIn()).actor, {}))
    await carry(null)
    return { to: '/sign-in?out=1' }
  },
})

export const saveProfile = openForm({
  name: 'identity.saveProfile',
  input: profileInput,
  async run(profile) {
    mustSucceed(await perform(commands.saveProfile, (await signedIn()).actor, profile))
    await showAs(profile)
    return { value: null, notice: translatorOf(identityMessages, profile.locale)('saved') }
  },
})

export const changePassword = openForm({
  name: 'identity.changePassword',
  input: renewedPasswordInput,
  hides: ['currentPassword', 'newPassword'],
  async run(passwords) {
    await carry(await renewPassword(passwords, await signedIn(), await thisVisit(), new Date()))
    return { value: null, notice: await said('passwordSaved') }
  },
})

/** A link that an administrator hands over in person. It is in this answer and nowhere else. */
export const handOutLink = openForm({
  name: 'identity.issueLink',
  input: handedLinkInput,
  async run({ memberId, kind }) {
    const now = new Date()
    const { url, hash } = newLink(kind)
    mustSucceed(await perform(issueLink, (await signedIn()).actor, { memberId, kind, link: hash }, { now }))
    const until = kind === 'invitation' ? invitationEnds(now) : resetEnds(now)
    return { value: { link: url, until: until.toISOString() } }
  },
})

/** Goes on in another workspace of the same person. */
export async function switchWorkspace(form: FormData): Promise<void> {
  if (!isForm(form)) return
  const { data } = workspaceInput.safeParse({ workspaceId: form.get('workspaceId') })
  const { sessionHash } = await thisVisit()
  if (!data || !sessionHash || !(await requestIsOwn())) return
  await moveTo(sessionHash, data.workspaceId, new Date())
  redirect('/')
}

/** Keeps a preference that was switched on this device with the person, wherever they sign in next. */
export async function keepPreference(form: FormData): Promise<void> {
  if (!isForm(form)) return
  const viewer = await optionalViewer()
  if (!viewer?.actor.identityId || !(await requestIsOwn())) return
  const [locale, theme] = [form.get('locale'), form.get('theme')]
  const known = { locale: isLocale(locale) ? locale : null, theme: isTheme(theme) ? theme : null }
  if (known.locale || known.theme) await savePreferences(viewer.actor.identityId, known)
}

const isTheme = (value: unknown): value is Theme => profileInput.shape.theme.safeParse(value).success
