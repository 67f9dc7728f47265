import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { obligationMessages } from '@/lib/modules/agreements/messages-obligations'
import { reminderLetter } from '@/lib/modules/agreements/queries-obligations'
import { LetterForm } from '@/lib/modules/agreements/views/letter-form'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(obligationMessages))('letter'),
})

export default async function ReminderLetterPage({
  params,
}: PageProps<'/agreements/obligations/[occurrenceId]/letter'>) {
  const [letter, o] = await Promise.all([
    read(reminderLetter, { occurrenceId: (await params).occurrenceId }),
    translator(obligationMessages),
  ])
  return (
    <>
      <PageHeader
        title={o('letter')}
        crumbs={[{ label: o('obligations'), href: `/agreements/${letter.agreementId}/obligations` }]}
        crumbsLabel={o('obligations')}
      />
      <Card title={letter.subject}>
        <LetterForm {...letter} />
      </Card>
    </>
  )
}
