import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/files/messages'
import { filesOf } from '@/lib/modules/files/queries'
import { FilesPanel } from '@/lib/modules/files/views/files-panel'
import { rawOf } from '@/lib/modules/imports/queries'
import { RawColumns } from '@/lib/modules/imports/views/raw-columns'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(messages))('files') })

export default async function FilesPage({ params }: PageProps<'/accounts/[accountId]/files'>) {
  const { accountId } = await params
  const [{ files, removed, mayEdit }, imported] = await Promise.all([
    read(filesOf, { accountId }),
    read(rawOf, { subjectId: accountId }),
  ])
  return (
    <div className="flex flex-col gap-5">
      <FilesPanel accountId={accountId} files={files} removed={removed} mayEdit={mayEdit} />
      <RawColumns parts={imported} />
    </div>
  )
}
