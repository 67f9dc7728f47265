import { newId } from '@/db/new-id'
import { type Begun, placeOf } from './model'

/** Files that are sent in one go are tried, run and taken back as one. */
export const asOne = (files: number): { togetherId?: string } => (files > 1 ? { togetherId: newId() } : {})

/** The answer to an upload as the browser wants it: as JSON for our form, or, without JavaScript, as the next page. */
export async function uploadAnswer(request: Request, answer: Response): Promise<Response> {
  if (!request.headers.get('accept')?.includes('text/html')) return answer
  const { files, refused, code } = (await answer.json()) as Answer
  const place = files?.[0] ? placeOf(files[0]) : `/imports/new?refused=${encodeURIComponent(codeOf(refused, code))}`
  return new Response(null, { status: 303, headers: { location: place, 'cache-control': 'private, no-store' } })
}

type Answer = { files?: Begun[]; refused?: { code: string }[]; code?: string }

const codeOf = (refused: Answer['refused'], code: string | undefined) => refused?.[0]?.code ?? code ?? 'unexpected'
