import type { Actor } from '@/lib/kernel/actor'
import { Refusal, refusals } from '@/lib/kernel/refusal'
import { seesMargin } from '@/lib/kernel/rights'
import { preparationMessages } from './messages-preparation'
import type { Snapshot } from './model-evidence'

const no = refusals('negotiations', preparationMessages)

/** Figures need something on record. */
export function mustHaveSold<Figures>(figures: Figures | null): Figures {
  if (figures === null) throw no('nothingSold', {}, { months: { code: 'nothingSold' } })
  return figures
}

type Brought = { kind: string; note: string | null; fileId: string | null; uploadId: string | null }

/** Evidence that people bring says something, or is one file; costs are not uploaded, since a file is open to all who see the account. */
export function mustHaveMaterial({ kind, note, fileId, uploadId }: Brought): void {
  if (note === null && fileId === null && uploadId === null)
    throw no('materialMissing', {}, { note: { code: 'materialMissing' } })
  if (fileId !== null && uploadId !== null) throw no('oneFile', {}, { uploadId: { code: 'oneFile' } })
  if (kind === 'cost' && uploadId !== null) throw no('costFileOpen', {}, { uploadId: { code: 'costFileOpen' } })
}

export function mustBeIssueOfNegotiation(known: boolean): void {
  if (!known) throw no('issueElsewhere', {}, { issueId: { code: 'issueElsewhere' } })
}

/** The file is one of the account, so that whoever may read the account may read it. */
export function mustBeFileOfAccount(known: boolean): void {
  if (!known) throw no('fileElsewhere', {}, { fileId: { code: 'fileElsewhere' } })
}

/** A new file is one that the actor uploaded. */
export function mustBeYourUpload(own: boolean): void {
  if (!own) throw no('uploadUnknown', {}, { uploadId: { code: 'uploadUnknown' } })
}

/** Only what was taken from our own data can be taken again. */
export function mustBeSnapshot(snapshot: Snapshot | null): Snapshot {
  if (snapshot === null) throw no('notSnapshot')
  return snapshot
}

/** What shows costs or margins is handled by those who see them. */
export function mustSeeMargin(actor: Actor, showsMargin: boolean): void {
  if (showsMargin && !seesMargin(actor)) throw new Refusal('notAllowed')
}
