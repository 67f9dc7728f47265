import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { words } from '@/lib/modules/kpis/messages'
import { library } from '@/lib/modules/kpis/queries'
import { LibraryPage } from '@/lib/modules/kpis/views/library-page'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(words))('library') })

export default async function KpiLibraryPage({ searchParams }: PageProps<'/agreements/kpis'>) {
  const [found, word, said] = [await read(library, {}), await translator(words), await saidFor()]
  const { define } = await searchParams
  return (
    <>
      <PageHeader
        title={word('library')}
        crumbs={[{ label: said.word('agreements'), href: '/agreements' }]}
        crumbsLabel={said.t('where')}
        primary={
          found.mayConfigure &&
          !define && (
            <a className="button primary" href="/agreements/kpis?define=new">
              {word('define')}
            </a>
          )
        }
      />
      <LibraryPage library={found} defining={typeof define === 'string' ? define : null} word={word} />
    </>
  )
}
