import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { amendmentMessages } from '@/lib/modules/agreements/messages-amendments'
import { amendment, asOf, changes } from '@/lib/modules/agreements/queries-amendments'
import { ChangesPage } from '@/lib/modules/agreements/views/changes-page'
import { saidFor } from '@/lib/modules/agreements/views/said'

export const generateMetadata = async () => ({ title: (await translator(amendmentMessages))('changes') })

export default async function AgreementChangesPage(props: PageProps<'/agreements/[agreementId]/changes'>) {
  const [{ agreementId }, { on, known }] = [await props.params, await props.searchParams]
  const [view, said] = await Promise.all([read(changes, { agreementId }), saidFor()])
  const [open, held] = await Promise.all([
    view.openId ? read(amendment, { agreementVersionId: view.openId }) : null,
    on || known ? read(asOf, { agreementId, validOn: on, knownOn: known }) : null,
  ])
  return <ChangesPage view={view} amendment={open} held={held} said={said} />
}
