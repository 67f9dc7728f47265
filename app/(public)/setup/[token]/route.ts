import { openLink } from '@/lib/kernel/identity/browser'

export async function GET(_request: Request, { params }: RouteContext<'/setup/[token]'>) {
  return openLink('setup', (await params).token)
}
