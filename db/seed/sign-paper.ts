import type { Actor } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/day'
import { addSignatory } from '@/lib/modules/agreements/commands-signatories'
import { recordSigned, sendOut } from '@/lib/modules/agreements/commands-signing'
import { freezePaper } from '@/lib/modules/agreements/jobs'
import { store } from '@/lib/modules/files/commands'
import { done } from './done'
import { paperOf } from './papers'

type Signing = { owner: Actor; signer: Actor; agreementVersionId: string }
type When = { sent: Date; filed: Date; signedOn: Day }

/** Both sides seal the paper; the scan is filed for each. */
export async function signPaper({ owner, signer, agreementVersionId }: Signing, { sent, filed, signedOn }: When) {
  const ours = { agreementVersionId, side: 'us', memberId: signer.id, method: 'seal' }
  const theirs = { agreementVersionId, side: 'them', name: '羅美琪', title: '採購協理', method: 'seal' }
  const signatories: string[] = []
  for (const each of [ours, theirs]) signatories.push((await done(addSignatory, owner, each, sent)).signatoryId)
  await done(sendOut, owner, { agreementVersionId }, sent)
  await freezePaper.run({ workspaceId: owner.workspaceId, now: sent, jobId: '', input: { agreementVersionId } })
  for (const signatoryId of signatories) {
    const { id: fileId } = await done(store, owner, paperOf('signed'), filed)
    await done(recordSigned, owner, { signatoryId, signedOn, fileId }, filed)
  }
}
