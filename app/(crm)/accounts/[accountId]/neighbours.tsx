import { displayNameOf } from '@/lib/kernel/name'
import { translatorOf } from '@/lib/kernel/translate'
import { KeyContactsCard } from '@/lib/modules/accounts/views/key-contacts-card'
import { LatestCard } from '@/lib/modules/accounts/views/latest-card'
import type { Said } from '@/lib/modules/accounts/views/overview'
import { messages as contactWords } from '@/lib/modules/contacts/messages'
import type { SlotBoard } from '@/lib/modules/contacts/model-slots'
import { SlotMark } from '@/lib/modules/contacts/views/marks'
import { wordOf } from '@/lib/modules/contacts/views/words'
import type { ContactView } from '@/lib/modules/interactions/model-views'
import { channelIcons } from '@/lib/modules/interactions/views/channel-mark'
import { saidFor, whenSaid } from '@/lib/modules/interactions/views/said'

type Part = { accountId: string; said: Said }

/** The key roles of the account and who fills them. */
export function KeyContacts({ accountId, said, board }: Part & { board: SlotBoard }) {
  const word = wordOf(translatorOf(contactWords, said.locale))
  return (
    <KeyContactsCard
      title={said.t('keyContacts')}
      all={said.t('people')}
      href={`/accounts/${accountId}/people`}
      rows={board.slots.map(({ slot, person, state }) => ({
        slot,
        role: word('slot', slot),
        person: person && { id: person.id, name: displayNameOf(person, said.locale) },
        mark: <SlotMark state={state} />,
      }))}
    />
  )
}

/** The latest contacts with the account, plans included. */
export async function LatestContacts({ accountId, said, contacts }: Part & { contacts: readonly ContactView[] }) {
  const theirs = await saidFor()
  return (
    <LatestCard
      title={said.t('latest')}
      all={said.t('latestAll')}
      href={`/accounts/${accountId}/timeline`}
      empty={said.t('latestEmpty')}
      rows={contacts.map((contact) => ({
        id: contact.id,
        icon: channelIcons[contact.channel],
        channel: theirs.word(contact.channel),
        when: whenSaid(contact, theirs),
        dateTime: contact.happenedAt,
        who: [contact.people[0]?.name, contact.speaker].filter(Boolean).join(' · '),
        text: contact.summary,
        planned: contact.planned,
      }))}
    />
  )
}
