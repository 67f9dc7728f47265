import type { Work } from '@/lib/kernel/command'
import { logMany } from '@/lib/modules/interactions/commands-intake'
import { all } from './rules-index'
import type { Contact, ContactsWorld } from './rules-interactions'

/** Writes the contacts that rows have brought; answers which contact a row logged. */
export async function writeContacts(work: Work, world: ContactsWorld): Promise<(row: number) => string | null> {
  const changes = changed(world).map(({ id, accountId, patch, newNumbers }) => ({
    interactionId: id ?? '',
    accountId,
    patch: mutable(patch),
    externalIds: newNumbers,
  }))
  const contacts = world.added.map((contact) => ({
    accountId: contact.accountId,
    speakerId: contact.speakerId,
    personIds: [...contact.personIds],
    channel: contact.channel,
    happenedAt: contact.happenedAt,
    timeKnown: contact.timeKnown,
    twoWay: contact.twoWay,
    summary: contact.summary,
    topics: [...contact.topics],
    externalIds: contact.newNumbers,
  }))
  if (contacts.length + changes.length === 0) return () => null
  const { ids } = await work.call(logMany, { contacts, changes })
  const loggedBy = new Map(world.added.map(({ openedBy }, index) => [openedBy, ids[index] ?? null]))
  return (row) => loggedBy.get(row) ?? null
}

/** Contacts on record that rows say otherwise, each once. */
function changed(world: ContactsWorld): Contact[] {
  const found = new Set([...world.byTold.keys()].flatMap((key) => [...all(world.byTold, key)]))
  return [...found].filter(
    ({ openedBy, patch, newNumbers }) => openedBy === null && Object.keys(patch).length + newNumbers.length > 0,
  )
}

const mutable = ({ topics, ...rest }: Contact['patch']) => (topics ? { ...rest, topics: [...topics] } : rest)
