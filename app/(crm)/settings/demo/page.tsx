import { notFound } from 'next/navigation'
import { isGranted } from '@/lib/kernel/permission'
import { viewer } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/demo/manifest'
import { messages } from '@/lib/modules/demo/messages'
import { RemoveDemo } from '@/lib/modules/demo/views/remove-demo'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export default async function DemoPage() {
  const [{ actor, workspace }, t] = [await viewer(), await translator(messages)]
  if (workspace.kind !== 'demo' || !isGranted(may.remove, actor)) notFound()
  return (
    <>
      <PageHeader title={t('demo')} meta={t('demoHint')} />
      <Card title={t('contents')}>
        <p>{t('contentsText')}</p>
      </Card>
      <Card title={t('remove')}>
        <RemoveDemo />
      </Card>
    </>
  )
}
