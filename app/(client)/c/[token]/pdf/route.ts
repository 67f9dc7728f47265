import { refusedResponse } from '@/lib/kernel/http'
import { readerLocale } from '@/lib/kernel/session'
import { pdfByLink } from '@/lib/modules/links/queries-client'

export async function GET(_request: Request, { params }: RouteContext<'/c/[token]/pdf'>) {
  try {
    return await pdfByLink((await params).token)
  } catch (error) {
    return refusedResponse(error, 'paper', await readerLocale())
  }
}
