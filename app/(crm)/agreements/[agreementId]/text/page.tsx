import { z } from 'zod'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/agreements/messages-pages'
import { annex } from '@/lib/modules/agreements/queries-annex'
import { drafting } from '@/lib/modules/agreements/queries-drafting'
import { mismatches } from '@/lib/modules/agreements/queries-mismatches'
import { workingPaper } from '@/lib/modules/agreements/queries-papers'
import { text } from '@/lib/modules/agreements/queries-text'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { TextPage } from '@/lib/modules/agreements/views/text-page'
import { DropPointForm } from '@/lib/modules/negotiations/views/outcome-forms'

export const generateMetadata = async () => ({ title: (await translator(pageMessages))('text') })

export default async function AgreementTextPage(props: PageProps<'/agreements/[agreementId]/text'>) {
  const [{ agreementId }, { clause, version }] = [await props.params, await props.searchParams]
  const found = await read(text, { agreementId, agreementVersionId: z.uuid().safeParse(version).data ?? null })
  const about = { agreementVersionId: found.versionId }
  const [help, differing, terms, papers, said] = await Promise.all([
    read(drafting, about),
    read(mismatches, about),
    read(annex, about),
    read(workingPaper, about),
    saidFor(),
  ])
  return (
    <TextPage
      text={found}
      drafting={help}
      mismatches={differing}
      annex={terms}
      papers={papers}
      dropForm={(point) => <DropPointForm {...point} />}
      editing={z.uuid().safeParse(clause).data ?? null}
      back={`/agreements/${agreementId}/text?version=${found.versionId}`}
      said={said}
    />
  )
}
