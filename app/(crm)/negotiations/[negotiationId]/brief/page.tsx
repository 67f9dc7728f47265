import { read } from '@/lib/kernel/read'
import { brief } from '@/lib/modules/negotiations/queries-brief'
import { preparingSaid } from '@/lib/modules/negotiations/views/preparing-said'
import { PrintBrief } from '@/lib/modules/negotiations/views/print-brief'
import { Card } from '@/lib/ui/card'
import { PaperView } from '@/lib/ui/paper'

export const generateMetadata = async () => ({ title: (await preparingSaid()).p('brief') })

export default async function BriefPage({ params }: PageProps<'/negotiations/[negotiationId]/brief'>) {
  const { negotiationId } = await params
  const { p, locale } = await preparingSaid()
  const paper = await read(brief, { negotiationId, language: locale })
  return (
    <>
      <p className="no-print mb-4 flex flex-wrap gap-2">
        <PrintBrief />
        <a className="button small" href={`/api/dossiers/${negotiationId}?as=brief&language=${locale}`} download>
          {p('asPdf')}
        </a>
        <a className="button small" href={`/negotiations/${negotiationId}/preparation`}>
          {p('preparation')}
        </a>
      </p>
      <Card>
        <PaperView paper={paper} />
      </Card>
    </>
  )
}
