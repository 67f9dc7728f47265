import { openLink } from '@/lib/kernel/identity/browser'

export async function GET(_request: Request, { params }: RouteContext<'/reset/[token]'>) {
  return openLink('reset', (await params).token)
}
