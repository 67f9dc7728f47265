import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const types = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
}
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
]

function variants(file) {
  const known = { identity: { file, size: statSync(file).size } }
  for (const [encoding, ending] of encodings) {
    if (existsSync(file + ending)) known[encoding] = { file: file + ending, size: statSync(file + ending).size }
  }
  return known
}

/** Every file of the folder by the path that a browser asks for; nothing else can be reached through it. */
function index(folder, prefix) {
  const found = new Map()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || /\.(br|gz)$/.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, file).split(path.sep).join('/')
    found.set(prefix + name, { type: types[path.extname(name)] ?? 'application/octet-stream', ...variants(file) })
  }
  return found
}

/**
 * Serves the built files, whose names change with their content, as compressed at build time.
 * Returns a function that answers a request, or says false when the request is not for such a file.
 */
export function staticFiles(folder, prefix = '/_next/static/') {
  const files = index(folder, prefix)
  return (request, response) => {
    if (!request.url.startsWith(prefix) || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const query = request.url.indexOf('?')
    const found = files.get(decode(query < 0 ? request.url : request.url.slice(0, query)))
    if (!found) return false
    const accepted = request.headers['accept-encoding'] ?? ''
    const encoding = encodings.find(([name]) => found[name] && accepted.includes(name))?.[0] ?? 'identity'
    response.setHeader('Content-Type', found.type)
    response.setHeader('Content-Length', found[encoding].size)
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Vary', 'Accept-Encoding')
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
    if (request.method === 'HEAD') response.end()
    else
      createReadStream(found[encoding].file)
        .on('error', () => response.destroy())
        .pipe(response)
    return true
  }
}

function decode(url) {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
