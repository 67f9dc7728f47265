import { spriteOf } from '@/lib/ui/icon-set'

export const dynamic = 'force-static'

/** All icons in one small file that the browser keeps. */
export function GET() {
  return new Response(spriteOf(), {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=604800',
      'x-content-type-options': 'nosniff',
    },
  })
}
