import { openLink } from '@/lib/kernel/identity/browser'

export async function GET(_request: Request, { params }: RouteContext<'/invitation/[token]'>) {
  return openLink('invitation', (await params).token)
}
