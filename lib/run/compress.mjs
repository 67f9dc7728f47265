import { constants, createGzip } from 'node:zlib'

const compressible = /^(text\/|application\/(json|javascript|xml)|image\/svg)/

function mayCompress(request, response) {
  if (request.method === 'HEAD' || [204, 206, 304].includes(response.statusCode)) return false
  if (response.getHeader('Content-Encoding')) return false
  const size = response.getHeader('Content-Length')
  if (size !== undefined && Number(size) < 1024) return false
  return compressible.test(String(response.getHeader('Content-Type') ?? ''))
}

/**
 * Compresses the pages of this response at the cheapest level while they stream, for products without a proxy that
 * does it. The decision falls with the first byte, when the headers are known.
 */
export function compressResponse(request, response) {
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return
  const plain = { write: response.write.bind(response), end: response.end.bind(response) }
  const plainHead = response.writeHead.bind(response)
  let zip = null
  let decided = false

  function decide() {
    if (decided) return
    decided = true
    if (response.headersSent || !mayCompress(request, response)) return
    response.removeHeader('Content-Length')
    response.setHeader('Content-Encoding', 'gzip')
    response.appendHeader('Vary', 'Accept-Encoding')
    zip = createGzip({ level: 1, flush: constants.Z_SYNC_FLUSH })
    zip.on('data', (chunk) => {
      if (plain.write(chunk) === false) zip.pause()
    })
    zip.on('end', () => plain.end())
    zip.on('error', () => response.destroy())
    response.on('drain', () => zip.resume())
    response.on('close', () => zip.destroy())
  }

  response.writeHead = (status, ...rest) => {
    response.statusCode = status
    const headers = rest.find((each) => typeof each === 'object' && each !== null)
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value)
    decide()
    return plainHead(status)
  }
  response.write = (chunk, ...rest) => {
    decide()
    return zip ? zip.write(chunk, ...rest) : plain.write(chunk, ...rest)
  }
  response.end = (chunk, ...rest) => {
    decide()
    if (!zip) return plain.end(chunk, ...rest)
    if (typeof chunk === 'function') zip.end(chunk)
    else zip.end(chunk, ...rest)
    return response
  }
}
