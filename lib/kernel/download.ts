import 'server-only'

/**
 * `attachment` with the name in both forms of RFC 6266: a plain one for old clients, and RFC 5987's for every script.
 */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

type Download = { name: string; mediaType: string; size?: number; body: ReadableStream<Uint8Array> }

/** A file for saving, never for showing: whatever it holds, no page of ours runs it. */
export const downloadResponse = ({ name, mediaType, size, body }: Download): Response =>
  new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': dispositionOf(name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
      ...(size === undefined ? {} : { 'content-length': String(size) }),
    },
  })

/** A stream of what `next` answers until it answers null; it is asked again only when the reader has taken the last. */
export const pulled = (
  next: () => Promise<Uint8Array | null>,
  ended?: () => Promise<void>,
): ReadableStream<Uint8Array> =>
  new ReadableStream(
    {
      async pull(controller) {
        const piece = await next()
        if (piece) return controller.enqueue(piece)
        controller.close()
      },
      cancel: () => ended?.(),
    },
    { highWaterMark: 1 },
  )
