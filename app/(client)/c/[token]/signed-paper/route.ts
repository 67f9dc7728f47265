import { refusedResponse } from '@/lib/kernel/http'
import { readerLocale } from '@/lib/kernel/session'
import { downloadByLink } from '@/lib/modules/agreements/queries-downloads'

/** The paper to sign, or the signed one, by the link that this browser has opened. */
export async function GET(request: Request, { params }: RouteContext<'/c/[token]/signed-paper'>) {
  try {
    return await downloadByLink((await params).token, new URL(request.url).searchParams.get('which'))
  } catch (error) {
    return refusedResponse(error, 'paper', await readerLocale())
  }
}
