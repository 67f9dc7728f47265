import { agreementSignatories } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { findPerson, findPosts } from '@/lib/modules/contacts/queries'
import { findMemberNames } from '@/lib/modules/workspace/queries'
import { signs } from './commands-signing'
import { holdVersion } from './commands-signing-upkeep'
import { keepAgreement } from './commands-upkeep'
import { addSignatoryInput, mostSignatories, signatoryRef } from './model-signing'
import { findSignatories, findSignatory } from './queries-signatories'
import { mustBeListedOnce, mustStandAt, noSigning } from './rules-signing-steps'

const open = ['draft', 'inApproval', 'approved'] as const

type Said = {
  side: 'us' | 'them'
  memberId: string | null
  personId: string | null
  name: string | null
  title: string | null
}

/**
 * Says who signs a version, or consents before it is signed, on which side, in which order and how; until it goes out.
 * Refuses colleagues who left, people of other accounts, and anybody twice.
 */
export const addSignatory = command({
  name: 'agreements.addSignatory',
  ...signs,
  input: addSignatoryInput,
  async run(work, { agreementVersionId: versionId, memberId, personId, name, title, mailTo, ...said }) {
    const { agreement, version } = await holdVersion(work, versionId)
    mustStandAt(version.state, ...open)
    const listed = await findSignatories(work, versionId)
    if (listed.length >= mostSignatories) throw noSigning('tooManySignatories', { most: mostSignatories })
    const who = await whoIs(work, agreement.accountId, { side: said.side, memberId, personId, name, title })
    if (said.side === 'us' && said.method === 'electronic' && who.memberId === null)
      throw noSigning('colleagueNeeded', {}, { memberId: { code: 'colleagueNeeded' } })
    mustBeListedOnce({ ...said, ...who }, listed)
    const row = await insertRow(work, agreementSignatories, {
      agreementId: agreement.id,
      accountId: agreement.accountId,
      versionId,
      ...said,
      ...who,
      mailTo: said.side === 'them' ? mailTo : null,
    })
    await keepAgreement(work, agreement.id)
    return { agreementId: agreement.id, signatoryId: row.id }
  },
})

/** Somebody of ours by the list of members, somebody of theirs by the contacts; or by a name alone. */
async function whoIs(work: Work, accountId: string, { side, memberId, personId, name, title }: Said) {
  if (side === 'us' && memberId) {
    const member = (await findMemberNames(work)).find(({ id }) => id === memberId)
    if (!member) throw noSigning('memberUnknown', {}, { memberId: { code: 'memberUnknown' } })
    return { memberId, personId: null, name: member.name, title }
  }
  if (side === 'them' && personId) {
    const person = await findPerson(work, personId)
    const post = (await findPosts(work, [personId])).find((each) => each.post.accountId === accountId)
    if (!post) throw noSigning('personUnknown', {}, { personId: { code: 'personUnknown' } })
    return { memberId: null, personId, name: person.displayName, title: title ?? post.post.title }
  }
  if (!name) throw noSigning('nameMissing', {}, { name: { code: 'nameMissing' } })
  return { memberId: null, personId: null, name, title }
}

/** Takes somebody off the list of those who sign, until the version goes out. */
export const removeSignatory = command({
  name: 'agreements.removeSignatory',
  ...signs,
  input: signatoryRef,
  async run(work, { signatoryId }) {
    const { versionId } = await findSignatory(work, signatoryId)
    const { agreement, version } = await holdVersion(work, versionId)
    mustStandAt(version.state, ...open)
    await changeRow(work, agreementSignatories, { id: signatoryId }, { archivedAt: work.now })
    await keepAgreement(work, agreement.id)
    return { agreementId: agreement.id }
  },
})
