import { dayOf } from '@/lib/kernel/day'
import { clientActor, clientTokenOf } from '@/lib/kernel/identity/client-link'
import { inTransaction } from '@/lib/kernel/transaction'
import { noteOpened, signByLink, signOwn } from '@/lib/modules/agreements/commands-electronic'
import { markSealed, requestSeal, sendOriginal } from '@/lib/modules/agreements/commands-seals'
import { addSignatory } from '@/lib/modules/agreements/commands-signatories'
import { recordSigned, sendOut } from '@/lib/modules/agreements/commands-signing'
import { sendSigningLink } from '@/lib/modules/agreements/commands-signing-links'
import { certifyPaper } from '@/lib/modules/agreements/jobs'
import { signing } from '@/lib/modules/agreements/queries-signing'
import { store } from '@/lib/modules/files/commands'
import { done } from './done'
import { approve, clockOf, freeze, type Page, scanOf } from './load-agreements-held'
import { agreementsSigned, type SignedTold } from './story-agreements-signing'

/** A name as somebody draws it with a finger. */
const drawn =
  'M70 60L210 50M140 25L138 150L100 170M85 100L200 95M270 40L250 90L320 85M285 60L282 165M255 125L330 118M400 45L380 80M390 60L480 52M430 58L428 160M385 110L490 104M370 160L500 152'

/** Enters the agreements that are being signed or have just been: by link, in the product, and with company seals. */
export async function enterSignedAgreements(page: Page): Promise<void> {
  for (const told of agreementsSigned) await sign(page, told)
}

async function sign(page: Page, { signing: how, seals, theirPerson, theirTitle, ...told }: SignedTold): Promise<void> {
  const { staff, today } = page
  const at = clockOf(today)
  const { owner, agreementId, agreementVersionId } = await approve(page, told, { drafted: at(-40), consented: at(-34) })
  const method = how === 'originalOut' ? 'seal' : 'electronic'
  const sent = at(-20)
  const name = (who: object) => done(addSignatory, owner, { agreementVersionId, method, ...who }, sent)
  const { signatoryId: ours } = await name({ side: 'us', memberId: staff.sophia.id, title: '總經理' })
  const { signatoryId: theirs } = await name({ side: 'them', name: theirPerson, title: theirTitle })
  await done(sendOut, owner, { agreementVersionId, noticeGiven: 'true' }, sent)
  await freeze(page, agreementVersionId, sent)
  if (how === 'originalOut') {
    const asked = { agreementVersionId, seals, copies: '2', acrossPages: 'true', custodianId: staff.sandy.id }
    const { agreementSealId } = await done(requestSeal, owner, asked, at(-19))
    await done(markSealed, staff.sandy, { agreementSealId, sealedOn: dayOf(at(-18)), keptAt: '總務室合約櫃' }, at(-18))
    await done(
      sendOriginal,
      staff.sandy,
      { agreementSealId, sentOn: dayOf(at(-17)), dueBackOn: dayOf(at(-3)) },
      at(-17),
    )
    const fileId = (await done(store, owner, scanOf(told.title), at(-16))).id
    await done(recordSigned, owner, { signatoryId: ours, signedOn: dayOf(at(-18)), fileId }, at(-16))
    return
  }
  const { frozenHash } = await inTransaction(owner, 'read only', (tx) =>
    signing.run({ tx, actor: owner, now: sent }, { agreementId }),
  )
  const shown = { shownHash: frozenHash, agreed: 'true' }
  await done(signOwn, staff.sophia, { signatoryId: ours, ...shown, typedName: staff.sophia.name }, at(-5))
  const { token } = await done(sendSigningLink, owner, { signatoryId: theirs, validDays: '30' }, at(-5))
  if (how === 'halfSigned') return
  const parts = clientTokenOf(token)
  if (!parts) throw new Error(`no link for ${told.title}`)
  const client = clientActor(parts, { name: theirPerson })
  await done(noteOpened, client, {}, at(-4, '10:05'))
  const place = { network: '203.0.113.24', device: 'Safari|iPhone' }
  await done(signByLink, client, { ...shown, drawnName: drawn, ...place }, at(-4, '10:12'))
  const { workspaceId } = owner
  await certifyPaper.run({
    input: { agreementVersionId },
    now: at(-4, '10:15'),
    workspaceId,
    jobId: agreementVersionId,
  })
}
