import { calendarByToken } from '@/lib/modules/agreements/queries-feed-download'

export async function GET(request: Request, { params }: RouteContext<'/api/calendar/[token]'>) {
  return calendarByToken((await params).token, new URL(request.url).searchParams.get('lang'))
}
