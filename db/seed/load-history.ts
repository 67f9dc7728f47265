import { ask } from '@/lib/kernel/perform'
import type { ConfirmationMethod } from '@/lib/modules/confirmations/model'
import { editAffiliation, move } from '@/lib/modules/contacts/commands-affiliations'
import { confirmSlot } from '@/lib/modules/contacts/commands-slots'
import type { DecisionRole, Stance } from '@/lib/modules/contacts/model'
import { byId } from '@/lib/modules/contacts/queries'
import { done } from './done'
import type { Happening } from './history'
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
        const post = await postOf(opened, { ...setting, personId: named(known.people, happening.person) }, at)
        await done(
          editAffiliation,
          owner,
          { affiliationId: post.id, version: post.version, title: happening.title },
          at,
        )
        break
      }
      case 'moved': {
        const post = await postOf(opened, { ...setting, personId: named(known.people, happening.person) }, at)
        const [decisionRole, influence, stance] = happening.standing.split(' ')
        const { title, department, day } = happening
        const next = {
          accountId: named(known.accounts, happening.to),
          title,
          department,
          decisionRole: decisionRole as DecisionRole,
          influence: Number(influence),
          stance: stance as Stance,
        }
        await done(move, staff.howard, { affiliationId: post.id, toDay: day, ...next }, at)
        break
      }
    }
  }
}

async function postOf({ accountId }: Opened, { staff, personId }: Setting & { personId: string }, at: Date) {
  const { posts } = await ask(byId, staff.sophia, { personId }, at)
  const post = posts.find((each) => each.account.id === accountId)
  if (!post) throw new Error('the person does not work there')
  return post
}
