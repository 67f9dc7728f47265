import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { receiveFiles } from '@/lib/kernel/upload'
import { catalogue } from '@/lib/modules/registry'

export async function POST(request: Request) {
  return receiveFiles(
    request,
    catalogue.commands.get('files.store'),
    await actorOfRequest(request),
    await readerLocale(),
  )
}
