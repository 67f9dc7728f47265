import { notFound } from 'next/navigation'
import { isGranted } from '@/lib/kernel/permission'
import { currentActor, readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { permissionTable } from '@/lib/modules/permission-table'
import { may } from '@/lib/modules/workspace/manifest'
import { messages } from '@/lib/modules/workspace/messages'
import { PermissionTable } from '@/lib/modules/workspace/views/permission-table'
import { PageHeader } from '@/lib/ui/page-header'

export default async function PermissionsPage() {
  const actor = await currentActor()
  if (!isGranted(may.seePermissions, actor)) notFound()
  const t = await translator(messages)
  return (
    <>
      <PageHeader title={t('permissions')} meta={t('permissionsHint')} />
      <PermissionTable groups={permissionTable(await readerLocale())} />
    </>
  )
}
