import type { Day } from '@/lib/kernel/day'
import { ask } from '@/lib/kernel/perform'
import type { ConfirmationMethod } from '@/lib/modules/confirmations/model'
import { editAffiliation, move } from '@/lib/modules/contacts/commands-affiliations'
import { addPoint, archivePoint } from '@/lib/modules/contacts/commands-points'
import { confirmSlot } from '@/lib/modules/contacts/commands-slots'
import { byId } from '@/lib/modules/contacts/queries'
import { done } from './done'
import type { Happening, NewPost } from './history'
import { type Known, named, type Opened, type Setting } from './load-account'
import { type Entered, enterContact, enterPlan, keepPromise } from './load-contact'
import type { Story } from './story'

/** Somebody who answered, in which contact, when: what a confirmation can rest on. */
type Meeting = { person: string; interactionId: string; at: Date }

const evidenceDays = 30

/** Enters an account's history, happening by happening, each in the name of whoever did it and at its own moment. */
export async function enterHistory(
  story: Story,
  happenings: readonly Happening[],
  opened: Opened,
  setting: Setting & { known: Known },
): Promise<void> {
  const { staff, known } = setting
  const owner = staff[story.owner]
  const entered = new Map<object, Entered>()
  const meetings: Meeting[] = []
  const page = { accountId: opened.accountId, people: known.people, staff, entered }

  for (const happening of happenings) {
    const { at } = happening
    switch (happening.kind) {
      case 'arranged':
        await enterPlan(page, happening.told, at)
        break
      case 'contact': {
        const { told } = happening
        const interactionId = await enterContact(page, told, at)
        if (told.twoWay && !told.planned)
          meetings.unshift(...told.people.map((person) => ({ person, interactionId, at })))
        break
      }
      case 'kept':
        await keepPromise(page, happening.told, at)
        break
      case 'confirmed': {
        const { slot, person, method, note, day } = happening
        const since = new Date(+at - evidenceDays * 86_400_000)
        const met = meetings.find((meeting) => meeting.person === person && meeting.at > since)
        const said = { method: method as ConfirmationMethod, note, confirmedOn: day, evidenceId: met?.interactionId }
        await done(confirmSlot, owner, { keyContactId: named(opened.claims, slot), ...said }, at)
        break
      }
      case 'retitled': {
        const { post } = await postOf(opened, { ...setting, personId: named(known.people, happening.person) }, at)
        await done(
          editAffiliation,
          owner,
          { affiliationId: post.id, version: post.version, title: happening.title },
          at,
        )
        break
      }
      case 'moved':
        await moveOn(opened, { ...setting, personId: named(known.people, happening.person) }, happening)
        break
    }
  }
}

type Going = Setting & { personId: string }

async function postOf({ accountId }: Opened, { staff, personId }: Going, at: Date) {
  const person = await ask(byId, staff.sophia, { personId }, at)
  const post = person.posts.find((each) => each.account.id === accountId)
  if (!post) throw new Error('the person does not work there')
  return { post, points: person.points }
}

/** Somebody changes employers: the record goes along, and with it the mobile number, but not the desk. */
async function moveOn(
  opened: Opened,
  going: Going & { known: Known },
  { at, day, to, standing, title, department, phone, email }: NewPost & { at: Date; day: Day },
) {
  const { post, points } = await postOf(opened, going, at)
  const { staff, personId, known } = going
  const [decisionRole, influence, stance] = standing.split(' ')
  const next = { accountId: named(known.accounts, to), title, department, decisionRole, influence, stance }
  await done(move, staff.howard, { affiliationId: post.id, toDay: day, ...next }, at)
  for (const { id, kind } of points)
    if (kind === 'phone' || kind === 'email') await done(archivePoint, staff.howard, { pointId: id }, at)
  await done(addPoint, staff.howard, { personId, kind: 'phone', value: phone }, at)
  await done(addPoint, staff.howard, { personId, kind: 'email', value: email, preferred: true }, at)
}
