import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { focusMessages } from '@/lib/modules/negotiations/messages-focus'
import { focus } from '@/lib/modules/negotiations/queries-focus'
import { FocusPage } from '@/lib/modules/negotiations/views/focus-cards'
import { saidFor } from '@/lib/modules/negotiations/views/said'

export const generateMetadata = async () => ({ title: (await translator(focusMessages))('focus') })

export default async function MarketingFocusPage({ searchParams }: PageProps<'/negotiations/focus'>) {
  const [view, said, { edit }] = await Promise.all([read(focus, {}), saidFor(), searchParams])
  return <FocusPage view={view} editing={typeof edit === 'string' ? edit : null} said={said} />
}
