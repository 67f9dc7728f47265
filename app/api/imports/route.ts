import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { receiveFiles } from '@/lib/kernel/upload'
import { asOne, uploadAnswer } from '@/lib/modules/imports/queries-upload'
import { catalogue } from '@/lib/modules/registry'

export async function POST(request: Request) {
  const [actor, locale] = [await actorOfRequest(request), await readerLocale()]
  const answer = await receiveFiles(request, catalogue.commands.get('imports.begin'), actor, locale, asOne)
  return uploadAnswer(request, answer)
}
