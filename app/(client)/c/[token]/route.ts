import { openByToken } from '@/lib/modules/links/queries-client'

export async function GET(_request: Request, { params }: RouteContext<'/c/[token]'>) {
  return openByToken((await params).token)
}
